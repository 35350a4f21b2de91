module.exports = {
  title: 'Flour',
  presets: [['classic', { docs: { sidebarPath: './sidebars.js' }, blog: { showReadingTime: true } }]],
  plugins: [['@docusaurus/plugin-content-docs', { id: 'mills', path: 'mills', routeBasePath: 'mills' }]],
};
