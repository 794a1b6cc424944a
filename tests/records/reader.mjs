// Compares the records of the module that runs in browsers with those of the command, byte by byte.
//
//   node tests/records/reader.mjs COMMAND FILE.md...

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

const [command, ...files] = process.argv.slice(2);
const folder = new URL('../../target/reader/', import.meta.url);
const { default: init, read } = await import(new URL('reader.js', folder));
await init({ module_or_path: readFileSync(new URL('reader_bg.wasm', folder)) });

const ofModule = (file) => {
  const parts = [];
  const failure = read(readFileSync(file), undefined, basename(file), (part) => parts.push(part));
  return failure ?? parts.join('');
};
const ofCommand = (file) => {
  try {
    return execFileSync(command, ['record', file], { maxBuffer: 2 ** 30, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    if (/ is empty\n$/.test(error.stderr)) return 'empty';
    if (/ is not text but /.test(error.stderr)) return 'wrong-type';
    throw error;
  }
};

const wrong = files.filter((file) => ofModule(file) !== ofCommand(file));
for (const file of wrong) console.error(`error: ${file}: the module and the command give different records`);
console.log(`${files.length} files compared, ${wrong.length} different`);
if (wrong.length > 0 || files.length === 0) process.exit(1);
