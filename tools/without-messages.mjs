// Takes out of a module what makes the messages of panics: the functions stop at once, as a panic does after its message, and the places in the
// source that the messages name are zeros.
//
// Nobody gets these messages: without a hook, Rust writes them to an output that browsers do not have. They are 3 % of the reader, among them
// how characters, ranges and errors are printed for developers. Rust leaves them out itself only in its nightly version (`panic_immediate_abort`,
// `-Z location-detail=none`). The module still has the names of its functions here; wasm-opt drops these, and what is not called any more.
//
//   node tools/without-messages.mjs MODULE.wasm

import { readFile, writeFile } from 'node:fs/promises';
import { SECTION, moduleOf, placesIn, sectionsOf, segmentsIn, withBodies } from './wasm.mjs';

const [file] = process.argv.slice(2);

// What only panics use. Nothing that a letter becomes is printed by `Debug`.
const OF_PANICS = [
  /^std\[.*panicking::/, /^core\[.*panicking::/, /^core\[.*::slice_error_fail/, /^core\[.*::slice_index_fail$/, /^core\[.*::(unwrap|expect)_failed$/,
  /fmt::builders::/, / as core\[\w+\]::fmt::Debug>::fmt/, /::rust_begin_unwind$/, /::rust_panic$/,
];

// A body without local variables: `unreachable`, `end`.
const STOP = Uint8Array.of(0, 0x00, 0x0b);

const sections = sectionsOf(await readFile(file));
let stopped = 0;
const code = withBodies(sections, (name) => {
  if (!OF_PANICS.some((pattern) => pattern.test(name))) return undefined;
  stopped += 1;
  return STOP;
});
sections.find(({ id }) => id === SECTION.code).body = code;
const places = placesIn(segmentsIn(sections.find(({ id }) => id === SECTION.data).body));
for (const { at, name } of places) {
  new Uint8Array(at.buffer, at.byteOffset, at.byteLength).fill(0);
  // Several places are in one file.
  name.fill(0);
}
const module = moduleOf(sections);
if (stopped < 10 || places.length < 10 || !WebAssembly.validate(module)) {
  throw new Error(`${file} is not what tools/without-messages.mjs expects; look at how Rust names what makes the messages of panics`);
}
await writeFile(file, module);
