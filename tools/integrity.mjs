// Writes integrity.json into the folder of a bundle: the hash of each file, for pages that check it (W3C, Subresource Integrity).
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const bundle = process.argv[2];
const texts = ['ar', 'zh', 'en', 'fr', 'ru', 'es'].map((code) => `interface-${code}.js`);
const files = [
  'circular-letter.js', 'element.js', 'frame.js', 'letter.css', 'controls.css', 'working.js', 'reader-worker.js', 'reader.js', 'reader_bg.wasm',
  'companion.js', 'failures.js', 'first-lines.js', 'list.js', 'list.css', 'mixed.js', 'shards.js', 'tools.js', 'tools.css', 'exporter.js', 'exporter_bg.wasm', 'one-file.css', 'viewer.css', 'panels.css', 'columns.css', 'viewer.js', 'viewer_bg.wasm', ...texts,
];
const integrity = (file) => `sha384-${createHash('sha384').update(readFileSync(`${bundle}/${file}`)).digest('base64')}`;
const entries = Object.fromEntries(files.map((file) => [file, integrity(file)]));
writeFileSync(`${bundle}/integrity.json`, `${JSON.stringify(entries, null, 2)}\n`);
