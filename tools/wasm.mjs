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
