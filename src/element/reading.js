/**
 * Makes records of Markdown by `reader_bg.wasm`: those of long files in a worker. Where the worker throws, errs or does
 * not answer, as with policies that refuse it or with files of another origin, the thread of the page reads instead. The
 * module is compiled once, in the page, for both.
 */
import { Failure } from './fetching.js';
import { program } from './integrity.js';
import { once } from './once.js';

/**
 * Shorter files are read by the thread of the page, in bytes: that takes a few milliseconds, and a worker ten times as
 * long to start.
 */
const SHORT = 100_000;

/** The number of segments in a part of a long record. */
const IN_PART = 1000;

const compiled = once(async () => {
  const response = await program(new URL('./reader_bg.wasm', import.meta.url));
  // Servers that do not know the type give it another.
  const isKnown = response.headers.get('content-type')?.startsWith('application/wasm');
  return isKnown ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
});

const glue = once(() => import('./reader.js'));

/** Loads the reader, for whoever knows that it will be needed. */
export const prepare = () => Promise.all([compiled(), glue()]).catch(() => {});

const inPage = async (module, bytes, language, take) => {
  const { initSync, read } = await glue();
  initSync({ module });
  return read(bytes, language, '', take);
};

/** A record in parts: each but the last ends after a segment of the letter. */
class Parts {
  record;
  #onBeginning;

  constructor(onBeginning) {
    this.#onBeginning = onBeginning;
  }

  take(part) {
    if (part.startsWith(']')) {
      Object.assign(this.record, JSON.parse(`{"segments":0${part.slice(1)}`), { segments: this.record.segments });
    } else if (this.record) {
      for (const segment of JSON.parse(`[${part.slice(1)}]`)) this.record.segments.push(segment);
      this.#onBeginning?.(this.record);
    } else {
      this.record = JSON.parse(`${part}]}`);
      if (this.record.segments.length === IN_PART) this.#onBeginning?.(this.record);
    }
  }
}

/**
 * The record of a Markdown file, in the language if it is known. For a long letter, `onBeginning` is called with what has
 * been read so far.
 *
 * @throws {Failure} if the file has no record, with the code of `letter-error`
 */
export const recordOf = async (bytes, language, onBeginning) => {
  const module = await compiled();
  const attempt = async (readIn) => {
    const parts = new Parts(onBeginning);
    const failure = await readIn(module, bytes, language, (part) => parts.take(part));
    if (failure) throw new Failure(failure);
    return parts.record;
  };
  if (bytes.length < SHORT) return attempt(inPage);
  try {
    const { inWorker } = await import('./working.js');
    return await attempt(inWorker);
  } catch (error) {
    if (error instanceof Failure) throw error;
    return attempt(inPage);
  }
};
