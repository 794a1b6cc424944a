// Compares the records of the module that runs in browsers with those of the command, byte by byte; and what the page makes of their
// parts with the whole.
//
//   node tests/records/reader.mjs COMMAND FILE.md...

import { execFileSync } from 'node:child_process';
import { isDeepStrictEqual } from 'node:util';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Parts } from '../../src/element/parts.js';

const [command, ...files] = process.argv.slice(2);
const folder = new URL('../../target/modules/', import.meta.url);
const { default: init, read } = await import(new URL('reader.js', folder));
await init({ module_or_path: readFileSync(new URL('reader_bg.wasm', folder)) });

const partsOf = (bytes, name) => {
  const parts = [];
  const failure = read(bytes, undefined, name, (part) => parts.push(part));
  return failure ? [failure] : parts;
};
const ofModule = (file) => partsOf(readFileSync(file), basename(file)).join('');
const ofCommand = (file) => {
  try {
    return execFileSync(command, ['record', file], { maxBuffer: 2 ** 30, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    if (/ is empty\n$/.test(error.stderr)) return 'empty';
    if (/ is not text but /.test(error.stderr)) return 'wrong-type';
    throw error;
  }
};

// Longer than a part in segments, citations and facts.
const paragraphs = Array.from({ length: 2500 }, (_, index) => `Paragraph ${index} cites Resolution ${index % 200 + 1} (Rev. Dubai, 2018).`);
const long = `Ref.: Circular letter CL-24/12\n\nSubject: A specimen\n\nDear Sir/Madam,\n\n${paragraphs.join('\n\n')}\n`;
const given = partsOf(new TextEncoder().encode(long), 'long.md');
let begun = 0;
const parts = new Parts(({ segments }) => { begun = Math.max(begun, segments.length); });
for (const part of given) parts.take(part);
if (given.length < 9 || begun !== parts.record.segments.length || !isDeepStrictEqual(parts.record, JSON.parse(given.join('')))) {
  console.error('error: the parts of a long record do not make up the record');
  process.exit(1);
}

const wrong = files.filter((file) => ofModule(file) !== ofCommand(file));
for (const file of wrong) console.error(`error: ${file}: the module and the command give different records`);
console.log(`${files.length} files compared, ${wrong.length} different`);
if (wrong.length > 0 || files.length === 0) process.exit(1);
