export default { title: 'Oven API', srcDir: 'pages' };
