export default { base: '/frameworks/astro', outDir: './dist', build: { format: 'file' }, telemetry: false };
