// Writes dist/integrity.json: for each file of the bundle, what a page can hold it to (W3C, Subresource Integrity).
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const files = ['circular-letter.js', 'element.js', 'viewer.js', 'viewer_bg.wasm', 'letter.css'];
const integrity = (file) => `sha384-${createHash('sha384').update(readFileSync(`dist/${file}`)).digest('base64')}`;
const entries = Object.fromEntries(files.map((file) => [file, integrity(file)]));
writeFileSync('dist/integrity.json', `${JSON.stringify(entries, null, 2)}\n`);
