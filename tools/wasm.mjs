// Reads and writes parts of the binary format of WebAssembly (WebAssembly Core Specification, chapter 5), as far as wasm-bindgen writes it.

// The numbers of sections.
export const SECTION = { custom: 0, imports: 2, exports: 7, code: 10, data: 11 };

// Reads the bytes from a place on.
export function reader(bytes, start = 0) {
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

// The bytes of a description of an import, behind its kind: only functions, memories, tables and globals without numbers of more than one
// part occur in what wasm-bindgen writes. Returns whether it is a function.
export function skipDescription(section) {
  const kind = section.number();
  const limits = () => (section.number() & 1 ? [section.number(), section.number()] : section.number());
  if (kind === 0) section.number();
  else if (kind === 1) section.skip(1), limits();
  else if (kind === 2) limits();
  else if (kind === 3) section.skip(2);
  else throw new Error(`an import of the kind ${kind}`);
  return kind === 0;
}

export function encodedNumber(value) {
  const bytes = [];
  do {
    const rest = Math.floor(value / 0x80);
    bytes.push((value % 0x80) + (rest > 0 ? 0x80 : 0));
    value = rest;
  } while (value > 0);
  return Uint8Array.from(bytes);
}

export function encodedText(text) {
  const bytes = new TextEncoder().encode(text);
  return [encodedNumber(bytes.length), bytes];
}

// The sections of a module, each with its number and its bytes.
export function sectionsOf(module) {
  const sections = [];
  for (let at = 8; at < module.length; ) {
    const header = reader(module, at);
    const id = header.number();
    const length = header.number();
    const start = header.at();
    sections.push({ id, body: module.subarray(start, start + length) });
    at = start + length;
  }
  return sections;
}

// The module of the sections.
export function moduleOf(sections) {
  const header = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
  return Buffer.concat([header, ...sections.flatMap(({ id, body }) => [Uint8Array.of(id), encodedNumber(body.length), body])]);
}

// The number of functions that are imported: those of the module come after them.
export function importedFunctions(sections) {
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
export function namesIn(sections) {
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

// The code in which the functions have the bodies that `bodyOf` returns for their names, or else their own.
export function withBodies(sections, bodyOf) {
  const names = namesIn(sections);
  const code = sections.find(({ id }) => id === SECTION.code).body;
  const section = reader(code);
  const count = section.number();
  const bodies = [encodedNumber(count)];
  for (let number = importedFunctions(sections), end = number + count; number < end; number++) {
    const length = section.number();
    const start = section.at();
    section.skip(length);
    const body = bodyOf(names.get(number) ?? '') ?? code.subarray(start, start + length);
    bodies.push(encodedNumber(body.length), body);
  }
  return Buffer.concat(bodies);
}

// The segments of the data, each with its bytes and the address of the first (5.5.14): only active ones occur, at a constant place.
export function segmentsIn(data) {
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

// The files of the source that messages of panics may name: those of Rust, of other crates, and our own.
const SOURCE = /^(?:\/rustc\/|\/rust\/deps\/|\/[\w./-]*\/registry\/src\/|crates\/|src\/|vendor\/)[\w./-]+\.rs$/;

// The longest name of a file.
const LONGEST = 200;

// The places in the source that messages of panics name (`core::panic::Location`): an address and a length of a name, a line and a column, four
// bytes each. Each is a view of the data, with the bytes of the name.
export function placesIn(segments) {
  const text = (address, length) => {
    const segment = segments.find(({ address: first, bytes }) => first <= address && address + length <= first + bytes.length);
    return segment?.bytes.subarray(address - segment.address, address - segment.address + length);
  };
  return segments.flatMap(({ bytes }) => {
    const places = [];
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = 0; at + 16 <= bytes.length; at += 4) {
      const [address, length] = [view.getUint32(at, true), view.getUint32(at + 4, true)];
      const name = length > 0 && length <= LONGEST && text(address, length);
      if (name && SOURCE.test(Buffer.from(name).toString('latin1'))) places.push({ at: new DataView(bytes.buffer, bytes.byteOffset + at, 16), name });
    }
    return places;
  });
}
