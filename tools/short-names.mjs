// Gives the functions between the two files of a module, such as viewer.js and viewer_bg.wasm, short names, and leaves out the sections that
// only tools read.
//
// wasm-bindgen names each after what it does and after a hash: `__wbg_addEventListener_3acb0aad4483804c`. The hashes of some 250 functions
// stand in both files, and nothing compresses them. The names are used nowhere else.
//
//   node tools/short-names.mjs FOLDER MODULE

import { readFile, writeFile } from 'node:fs/promises';

const [folder, name] = process.argv.slice(2);
const CUSTOM = 0;
const IMPORTS = 2;
const EXPORTS = 7;
// Of these names every one may be replaced; exports that the page uses have others.
const LONG_NAME = /^(?:__wbg_|__wbindgen_|wasm_bindgen_)\w+$/;

// A reader of the binary format (WebAssembly Core Specification, chapter 5).
function reader(bytes, start = 0) {
  let at = start;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  const text = () => {
    const length = number();
    at += length;
    return new TextDecoder().decode(bytes.subarray(at - length, at));
  };
  return { number, text, at: () => at, skip: (length) => (at += length) };
}

function encodedNumber(value) {
  const bytes = [];
  do {
    const rest = Math.floor(value / 0x80);
    bytes.push((value % 0x80) + (rest > 0 ? 0x80 : 0));
    value = rest;
  } while (value > 0);
  return Uint8Array.from(bytes);
}

function encodedText(text) {
  const bytes = new TextEncoder().encode(text);
  return [encodedNumber(bytes.length), bytes];
}

// The bytes of a description of an import, behind its kind: only functions, memories, tables and globals without numbers of more than one
// part occur in what wasm-bindgen writes.
function skipDescription(section) {
  const kind = section.number();
  if (kind === 0) return section.number();
  const limits = () => (section.number() & 1 ? [section.number(), section.number()] : section.number());
  if (kind === 1) return section.skip(1), limits();
  if (kind === 2) return limits();
  if (kind === 3) return section.skip(2);
  throw new Error(`an import of the kind ${kind}`);
}

const shorter = new Map();

function short(long) {
  if (!LONG_NAME.test(long)) return long;
  if (!shorter.has(long)) shorter.set(long, `_${shorter.size.toString(36)}`);
  return shorter.get(long);
}

// The section of imports, or of exports, with short names.
function withShortNames(id, bytes) {
  const section = reader(bytes);
  const count = section.number();
  const parts = [encodedNumber(count)];
  for (let index = 0; index < count; index++) {
    if (id === IMPORTS) parts.push(...encodedText(section.text()));
    parts.push(...encodedText(short(section.text())));
    const start = section.at();
    if (id === IMPORTS) skipDescription(section);
    else section.number(), section.number();
    parts.push(bytes.subarray(start, section.at()));
  }
  return Buffer.concat(parts);
}

const module = await readFile(`${folder}/${name}_bg.wasm`);
const parts = [module.subarray(0, 8)];
for (let at = 8; at < module.length; ) {
  const header = reader(module, at);
  const id = header.number();
  const length = header.number();
  const start = header.at();
  let body = module.subarray(start, start + length);
  if (id === IMPORTS || id === EXPORTS) body = withShortNames(id, body);
  if (id !== CUSTOM) parts.push(Uint8Array.of(id), encodedNumber(body.length), body);
  at = start + length;
}

const file = `${folder}/${name}.js`;
const script = await readFile(file, 'utf8');
const renamed = script.replace(/\b(?:__wbg_|__wbindgen_|wasm_bindgen_)\w+/g, (long) => shorter.get(long) ?? long);
const bytes = Buffer.concat(parts);
if (shorter.size === 0 || !WebAssembly.validate(bytes)) {
  throw new Error(`${name}_bg.wasm is not what tools/short-names.mjs expects; look at what wasm-bindgen writes now`);
}
await writeFile(`${folder}/${name}_bg.wasm`, bytes);
await writeFile(file, renamed);
