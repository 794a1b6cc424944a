/** Makes records of Markdown: loads the programs for that, `reader_bg.wasm` and `working.js`, and has them read. */
import { Failure } from './fetching.js';
import { files, moduleIn } from './files.js';
import { program } from './integrity.js';
import { once } from './once.js';

/** Reads Markdown, once the programs are there. */
const reading = once(async () => {
  const url = new URL('./reader_bg.wasm', import.meta.url);
  const response = program(url);
  response.catch(() => {});
  const { reader } = await moduleIn('working.js', import('./working.js'));
  return reader(await response, files, url);
});

/** The end of the loading, if that has begun. */
let preparing;

/** Loads the programs, for whoever knows that they will be needed. */
export const prepareToRead = () => {
  preparing = reading().catch(() => {});
};

/** Resolves once the programs are there, or cannot be, or are not needed. */
export const prepared = async () => preparing;

/**
 * The record of a Markdown file, in the language if it is known. For a long letter, `onBeginning` is called with what has
 * been read so far.
 *
 * @throws {Failure} if the file has no record, with the code of `letter-error`
 */
export const recordOf = async (bytes, language, onBeginning) => {
  const read = await reading();
  const { failure, record } = await read(bytes, language, onBeginning);
  if (failure) throw new Failure(failure);
  return record;
};
