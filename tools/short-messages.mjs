// Shortens the messages of panics in a module that has a hook for them, as the viewer has.
//
// A message names the file of the source by its path on the machine that has built the module; the name of the crate and what comes after it
// says as much. And what messages print of values for developers (`Debug`), and of a text that is cut within a character, is left out: that
// brings with it how Rust prints any character. The module still has the names of its functions here; wasm-opt drops these, and what is
// not called any more.
//
//   node tools/short-messages.mjs MODULE.wasm

import { readFile, writeFile } from 'node:fs/promises';
import { SECTION, encodedNumber, importedFunctions, moduleOf, namesIn, placesIn, sectionsOf, segmentsIn, withBodies } from './wasm.mjs';

const [file] = process.argv.slice(2);

// Returns `Ok(())`: no local variables; `i32.const 0`, `end`.
const PRINTS_NOTHING = Uint8Array.of(0, 0x41, 0, 0x0b);

// Calls a function with its fifth parameter, the place in the source: `local.get 4`, `call`, `unreachable`, `end`.
const panicsBy = (number) => Uint8Array.of(0, 0x20, 4, 0x10, ...encodedNumber(number), 0x00, 0x0b);

// What comes before the name of the crate.
const PATH = /^(?:\/rustc\/\w+\/library\/|\/rust\/deps\/|\/[\w./-]*\/registry\/src\/[\w.-]+\/)/;

const sections = sectionsOf(await readFile(file));
const [number] = [...namesIn(sections)].find(([, name]) => /^core\[.*::option::unwrap_failed$/.test(name)) ?? [];
if (!(number >= importedFunctions(sections))) throw new Error(`${file} has no function for an option that is none`);
let shortened = 0;
const code = withBodies(sections, (name) => {
  const isPrinted = / as core\[\w+\]::fmt::Debug>::fmt(\.\d+)?$/.test(name);
  const isCut = /^core\[.*::slice_error_fail_rt$/.test(name);
  if (!isPrinted && !isCut) return undefined;
  shortened += 1;
  return isPrinted ? PRINTS_NOTHING : panicsBy(number);
});
sections.find(({ id }) => id === SECTION.code).body = code;
const places = placesIn(segmentsIn(sections.find(({ id }) => id === SECTION.data).body));
for (const { at, name } of places) {
  const [path = ''] = PATH.exec(Buffer.from(name).toString('latin1')) ?? [];
  at.setUint32(0, at.getUint32(0, true) + path.length, true);
  at.setUint32(4, at.getUint32(4, true) - path.length, true);
}
// Several places are in one file.
for (const { name } of places) {
  const [path = ''] = PATH.exec(Buffer.from(name).toString('latin1')) ?? [];
  name.fill(0, 0, path.length);
}
const module = moduleOf(sections);
if (shortened < 5 || places.length < 10 || !WebAssembly.validate(module)) {
  throw new Error(`${file} is not what tools/short-messages.mjs expects; look at how Rust names what makes the messages of panics`);
}
await writeFile(file, module);
