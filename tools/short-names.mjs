// Gives the functions between the two files of a module, such as viewer.js and viewer_bg.wasm, short names, and leaves out the sections that
// only tools read.
//
// wasm-bindgen names each after what it does and after a hash: `__wbg_addEventListener_3acb0aad4483804c`. The hashes of some 250 functions
// stand in both files, and nothing compresses them. The names are used nowhere else. So that a cache cannot bring together files with other
// functions behind the same short names, the module asks for a script that is named after the long ones, and does not fit another.
//
//   node tools/short-names.mjs FOLDER MODULE

import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { SECTION, encodedNumber, encodedText, moduleOf, reader, sectionsOf, skipDescription } from './wasm.mjs';

const [folder, name] = process.argv.slice(2);
// Of these names every one may be replaced; exports that the page uses have others.
const LONG_NAME = /\b(?:__wbg_|__wbindgen_|wasm_bindgen_)\w+/g;

const isBetween = ({ id }) => id === SECTION.imports || id === SECTION.exports;

const shorter = new Map();

const short = (text) => text.replace(LONG_NAME, (long) => {
  if (!shorter.has(long)) shorter.set(long, `_${shorter.size.toString(36)}`);
  return shorter.get(long);
});

// The section of imports, or of exports, with short names, and with the name of the script.
function withShortNames({ id, body }, scriptName) {
  const section = reader(body);
  const count = section.number();
  const parts = [encodedNumber(count)];
  for (let index = 0; index < count; index++) {
    if (id === SECTION.imports) {
      section.text();
      parts.push(...encodedText(scriptName));
    }
    parts.push(...encodedText(short(section.text())));
    const start = section.at();
    if (id === SECTION.imports) skipDescription(section);
    else section.number(), section.number();
    parts.push(body.subarray(start, section.at()));
  }
  return { id, body: Buffer.concat(parts) };
}

const script = await readFile(`${folder}/${name}.js`, 'utf8');
const sections = sectionsOf(await readFile(`${folder}/${name}_bg.wasm`)).filter(({ id }) => id !== SECTION.custom);

const names = createHash('sha256');
for (const { body } of sections.filter(isBetween)) names.update(body);
const scriptName = `_${names.digest('hex').slice(0, 6)}`;

const module = moduleOf(sections.map((section) => (isBetween(section) ? withShortNames(section, scriptName) : section)));
const written = script.replaceAll(`./${name}_bg.js`, scriptName).replace(LONG_NAME, (long) => shorter.get(long) ?? long);
if (shorter.size === 0 || !written.includes(scriptName) || !WebAssembly.validate(module)) {
  throw new Error(`${name}_bg.wasm is not what tools/short-names.mjs expects; look at what wasm-bindgen writes now`);
}
await writeFile(`${folder}/${name}_bg.wasm`, module);
await writeFile(`${folder}/${name}.js`, written);
