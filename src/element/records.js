/** The records of letters: those that a site has published, and those that are made of its Markdown. */
import { Failure, bytesAt } from './fetching.js';
import { compiled, recordOf } from './reading.js';

/** The version of the format that the viewer knows. */
const FORMAT = 1;

/** The address of a file that is surely no record. */
const MARKDOWN = /\.(md|markdown|txt)([?#]|$)/i;

/** The first byte of a JSON object, after a byte order mark if there is one. */
const BRACE = 0x7B;

/** The JSON in the file; undefined if it is something else. A letter does not begin with a brace. */
const jsonIn = (bytes) => {
  const first = bytes[0] === 0xEF ? bytes[3] : bytes[0];
  if (first !== BRACE) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
};

/** The JSON in the file at the address; undefined if there is none. */
export const jsonAt = async (address, options) => jsonIn(await bytesAt(address, options));

/**
 * The record of a version: `text` is its Markdown; or else there is Markdown or a record at `address`. A record of another
 * version of the format names the Markdown that it was made from.
 *
 * @throws {Failure}
 */
export const recordFrom = async ({ address, text, language }, options) => {
  // The reader comes at the same time as the Markdown.
  if (text !== undefined || MARKDOWN.test(address)) compiled().catch(() => {});
  const bytes = text === undefined ? await bytesAt(address, options) : new TextEncoder().encode(text);
  const json = text === undefined ? jsonIn(bytes) : undefined;
  if (typeof json?.version !== 'number') return recordOf(bytes, language, options.onBeginning);
  if (json.version === FORMAT && Array.isArray(json.segments)) return json;
  if (typeof json.source !== 'string' || json.source === '') throw new Failure('wrong-type', 'unknown version of records');
  const source = new URL(json.source, new URL(address, document.baseURI)).href;
  return recordOf(await bytesAt(source, options), language, options.onBeginning);
};
