/** Decodes files that their server says are not in UTF-8. Loaded for those alone. */

/** Encodings whose bytes may be valid UTF-8 by chance: every other byte is zero, or all are of ASCII. */
const PASSES_FOR_UTF_8 = /^(utf-16|iso-2022)/;

/**
 * The bytes in UTF-8. Bytes that are valid UTF-8 are that, whatever the server says: a letter in an old encoding has, in any
 * language with letters beyond ASCII, bytes that are not.
 *
 * @throws {RangeError} The label names no encoding.
 */
export const decoded = (bytes, label) => {
  const decoder = new TextDecoder(label);
  try {
    if (!PASSES_FOR_UTF_8.test(decoder.encoding)) {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      return bytes;
    }
  } catch {
    // It is in another encoding.
  }
  return new TextEncoder().encode(decoder.decode(bytes));
};
