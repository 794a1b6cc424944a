export default { output: 'export', distDir: 'dist', basePath: '/frameworks/next', turbopack: { root: import.meta.dirname } };
