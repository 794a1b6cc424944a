/** Decodes files that their server says are not in UTF-8. Loaded for those alone. */

/**
 * The bytes in UTF-8. Bytes that are valid UTF-8 are that, whatever the server says: no text in another encoding with letters
 * beyond ASCII is, but in UTF-16.
 *
 * @throws {RangeError} The label names no encoding.
 */
export const decoded = (bytes, label) => {
  try {
    if (!/^utf-?16/i.test(label)) {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      return bytes;
    }
  } catch {
    // It is in another encoding.
  }
  return new TextEncoder().encode(new TextDecoder(label).decode(bytes));
};
