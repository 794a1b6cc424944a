/** The records of letters: those that a site has published, and those that are made of its Markdown. */
import { Failure, bytesAt } from './fetching.js';
import { moduleIn } from './files.js';
import { prepareToRead, recordOf } from './reading.js';

/** The version of the format that the viewer knows. */
const FORMAT = 2;

/** The address of a file that is surely no record. */
const MARKDOWN = /\.(md|markdown|txt)([?#]|$)/i;

/** The first byte of a JSON object, after a byte order mark if there is one. */
const BRACE = 0x7B;

/** The byte that ends a line. */
const LINE_END = 10;

/** The JSON in the file; null if it is something else. A letter does not begin with a brace. */
const jsonIn = (bytes) => {
  if (bytes[bytes[0] === 0xEF ? 3 : 0] !== BRACE) return null;
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
};

/**
 * The catalogue at the address; null if there is none. Of one in shards, `take` is called with what there is about a letter. `onNewest`
 * is called with what a large one has on its first line, as soon as that has come.
 */
export const catalogueAt = async (address, { onNewest, take, ...options }) => {
  // A small one has a line for its brace.
  if (onNewest) options.onLine = async (bytes) => bytes[1] === LINE_END || (await moduleIn('shards.js', import('./shards.js'))).beginning(bytes, onNewest);
  const json = jsonIn(await bytesAt(address, options));
  return json?.shards ? (await moduleIn('shards.js', import('./shards.js'))).inShards(json, address, take, options) : json;
};

/** The record in the file at the address, or of it: one of another version names the Markdown that it was made from. */
const recordAt = async (address, language, options) => {
  // The reader comes at the same time as the Markdown.
  if (MARKDOWN.test(address)) prepareToRead();
  const bytes = await bytesAt(address, options);
  const json = jsonIn(bytes);
  if (typeof json?.version !== 'number') return recordOf(bytes, language, options.onBeginning);
  if (json.version === FORMAT && Array.isArray(json.segments)) return json;
  if (typeof json.source !== 'string' || json.source === '') throw new Failure('wrong-type');
  const source = new URL(json.source, new URL(address, document.baseURI)).href;
  return recordOf(await bytesAt(source, options), language, options.onBeginning);
};

/**
 * The record of a version: `text` is its Markdown; or else the page says that it is at `record`; or there is Markdown or
 * a record at `address`.
 *
 * @throws {Failure}
 */
export const recordFrom = async ({ address, text, record, language }, options) => {
  if (text !== undefined) return recordOf(new TextEncoder().encode(text), language, options.onBeginning);
  if (record === undefined) return recordAt(address, language, options);
  return recordAt(record, language, options).catch((error) => {
    if (!(error instanceof Failure) || !address) throw error;
    return recordAt(address, language, options);
  });
};
