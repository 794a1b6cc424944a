/** Makes records of Markdown: loads the programs for that, `reader_bg.wasm` and `working.js`, and has them read. */
import { Failure } from './fetching.js';
import { program } from './integrity.js';
import { once } from './once.js';

const compiled = once(async () => {
  const response = await program(new URL('./reader_bg.wasm', import.meta.url));
  // Servers that do not know the type give it another.
  const isKnown = response.headers.get('content-type')?.startsWith('application/wasm');
  return isKnown ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
});

const reading = once(async () => {
  const { read, prepare } = await import('./working.js');
  prepare();
  return read;
});

/** The end of the loading, if that has begun. */
let preparing;

/** Loads the programs, for whoever knows that they will be needed. */
export const prepareToRead = () => {
  preparing = Promise.allSettled([compiled(), reading()]);
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
  const [module, read] = await Promise.all([compiled(), reading()]);
  const { failure, record } = await read(module, bytes, language, onBeginning);
  if (failure) throw new Failure(failure);
  return record;
};
