export default { site: 'https://rye.example' };
