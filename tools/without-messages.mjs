// Takes out of a module what makes the messages of panics: the functions stop at once, as a panic does after its message, and the places in the
// source that the messages name are zeros.
//
// Nobody gets these messages: without a hook, Rust writes them to an output that browsers do not have. They are 3 % of the reader, among them
// how characters, ranges and errors are printed for developers. Rust leaves them out itself only in its nightly version (`panic_immediate_abort`,
// `-Z location-detail=none`). The module still has the names of its functions here; wasm-opt drops these, and what is not called any more.
//
//   node tools/without-messages.mjs MODULE.wasm

import { readFile, writeFile } from 'node:fs/promises';
import { SECTION, encodedNumber, moduleOf, reader, sectionsOf, skipDescription } from './wasm.mjs';

const [file] = process.argv.slice(2);

// What only panics use. Nothing that a letter becomes is printed by `Debug`.
const OF_PANICS = [
  /^std\[.*panicking::/, /^core\[.*panicking::/, /^core\[.*::slice_error_fail/, /^core\[.*::slice_index_fail$/, /^core\[.*::(unwrap|expect)_failed$/,
  /fmt::builders::/, / as core\[\w+\]::fmt::Debug>::fmt/, /::rust_begin_unwind$/, /::rust_panic$/,
];

// A body without local variables: `unreachable`, `end`.
const STOP = Uint8Array.of(0, 0x00, 0x0b);

function importedFunctions(sections) {
  const section = reader(sections.find(({ id }) => id === SECTION.imports).body);
  let functions = 0;
  for (let left = section.number(); left > 0; left--) {
    section.text();
    section.text();
    if (skipDescription(section)) functions += 1;
  }
  return functions;
}

// The names of functions, by their number (WebAssembly Core Specification, 7.4.1).
function namesIn(sections) {
  const names = new Map();
  const body = sections.find(({ id, body }) => id === SECTION.custom && reader(body).text() === 'name')?.body ?? new Uint8Array();
  const section = reader(body);
  section.text();
  while (section.at() < body.length) {
    const kind = section.number();
    const length = section.number();
    if (kind !== 1) {
      section.skip(length);
      continue;
    }
    for (let left = section.number(); left > 0; left--) names.set(section.number(), section.text());
  }
  return names;
}

// The segments of the data, each with its bytes and the address of the first (5.5.14): only active ones occur, at a constant place.
function segmentsIn(data) {
  const section = reader(data);
  const segments = [];
  for (let left = section.number(); left > 0; left--) {
    const [kind, instruction] = [section.number(), section.number()];
    if (kind !== 0 || instruction !== 0x41) throw new Error('a segment of data without a constant place');
    const address = section.number();
    section.skip(1);
    const length = section.number();
    const start = section.at();
    section.skip(length);
    segments.push({ address, bytes: data.subarray(start, start + length) });
  }
  return segments;
}

// The files of the source that a message may name: those of Rust, of other crates, and our own.
const SOURCE = /^(?:\/rustc\/|\/rust\/deps\/|\/[\w./-]*\/registry\/src\/|crates\/|vendor\/)[\w./-]+\.rs$/;

// The longest name of a file.
const LONGEST = 200;

// Puts zeros in the place of the places that messages name, and of the files in them: an address and a length, a line and a column, four bytes
// each (`core::panic::Location`). Returns how many places there were.
function withoutPlaces(segments) {
  const text = (address, length) => {
    const segment = segments.find(({ address: first, bytes }) => first <= address && address + length <= first + bytes.length);
    return segment?.bytes.subarray(address - segment.address, address - segment.address + length);
  };
  const names = new Set();
  let places = 0;
  for (const { bytes } of segments) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = 0; at + 16 <= bytes.length; at += 4) {
      const [address, length] = [view.getUint32(at, true), view.getUint32(at + 4, true)];
      const name = length > 0 && length <= LONGEST && text(address, length);
      if (!name || !SOURCE.test(Buffer.from(name).toString('latin1'))) continue;
      names.add(name);
      bytes.fill(0, at, at + 16);
      places += 1;
    }
  }
  // Several places are in one file.
  for (const name of names) name.fill(0);
  return places;
}

const sections = sectionsOf(await readFile(file));
const names = namesIn(sections);
const code = sections.find(({ id }) => id === SECTION.code);
const section = reader(code.body);
const count = section.number();
const bodies = [encodedNumber(count)];
let stopped = 0;
for (let number = importedFunctions(sections), end = number + count; number < end; number++) {
  const length = section.number();
  const start = section.at();
  section.skip(length);
  const isOfPanics = OF_PANICS.some((pattern) => pattern.test(names.get(number)));
  if (isOfPanics) stopped += 1;
  const body = isOfPanics ? STOP : code.body.subarray(start, start + length);
  bodies.push(encodedNumber(body.length), body);
}
code.body = Buffer.concat(bodies);
const places = withoutPlaces(segmentsIn(sections.find(({ id }) => id === SECTION.data).body));
const module = moduleOf(sections);
if (stopped < 10 || places < 10 || !WebAssembly.validate(module)) {
  throw new Error(`${file} is not what tools/without-messages.mjs expects; look at how Rust names what makes the messages of panics`);
}
await writeFile(file, module);
