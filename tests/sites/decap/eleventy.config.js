module.exports = () => ({ dir: { input: 'src' } });
