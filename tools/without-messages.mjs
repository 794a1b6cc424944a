// Takes out of a module what makes the messages of panics: the functions stop at once, as a panic does after its message.
//
// Nobody gets these messages: without a hook, Rust writes them to an output that browsers do not have. They are 2 % of the reader, among them
// how characters, ranges and errors are printed for developers. Rust leaves them out itself only in its nightly version (`panic_immediate_abort`).
// The module still has the names of its functions here; wasm-opt drops these, and what is not called any more.
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
const module = moduleOf(sections);
if (stopped < 10 || !WebAssembly.validate(module)) {
  throw new Error(`${file} is not what tools/without-messages.mjs expects; look at how Rust names what makes the messages of panics`);
}
await writeFile(file, module);
