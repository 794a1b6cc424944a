/**
 * Makes records of Markdown by `reader_bg.wasm`: those of long files in a worker. Where the worker throws, errs or does
 * not answer, as with policies that refuse it or with files of another origin, the thread of the page reads instead. The
 * module is compiled once, in the page, for both.
 */
import { Failure } from './fetching.js';

/**
 * Shorter files are read by the thread of the page, in bytes: that takes a few milliseconds, and a worker ten times as
 * long to start.
 */
const SHORT = 100_000;

/** The time that a worker has to answer, in milliseconds. */
const PATIENCE = 1000;

/** A promise that is made again after a failure. */
const once = (make) => {
  let made;
  return () => {
    made ??= make().catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
};

/** The compiled module. Whoever knows that it will be needed can call this early. */
export const compiled = once(async () => {
  const response = await fetch(new URL('./reader_bg.wasm', import.meta.url));
  if (!response.ok) throw new Error(`reader_bg.wasm: ${response.status}`);
  // Servers that do not know the type give it another.
  const isKnown = response.headers.get('content-type')?.startsWith('application/wasm');
  return isKnown ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
});

/** The worker, which is never tried again once it has failed. */
let worker;

/** The files that the worker is reading, by number. */
const files = new Map();
let count = 0;

const start = async (module) => {
  const started = new Worker(new URL('./reader-worker.js', import.meta.url), { type: 'module' });
  await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the worker does not answer')), PATIENCE);
    const fail = (error) => {
      clearTimeout(timer);
      reject(error);
      for (const file of files.values()) file.reject(error);
    };
    started.addEventListener('error', (event) => fail(new Error(event.message)));
    started.addEventListener('messageerror', () => fail(new Error('the worker cannot be understood')));
    started.addEventListener('message', ({ data: { isReady, id, part, isDone, failure, error } }) => {
      clearTimeout(timer);
      if (isReady) resolve();
      else if (error && id === undefined) fail(new Error(error));
      else if (error) files.get(id)?.reject(new Error(error));
      else if (isDone) files.get(id)?.resolve(failure);
      else files.get(id)?.take(part);
    });
    started.postMessage({ module });
  }).catch((error) => {
    started.terminate();
    throw error;
  });
  return started;
};

const inWorker = async (module, bytes, language, take) => {
  worker ??= start(module);
  const running = await worker;
  const id = count;
  count += 1;
  try {
    return await new Promise((resolve, reject) => {
      const tryToTake = (part) => {
        try {
          take(part);
        } catch (error) {
          reject(error);
        }
      };
      files.set(id, { take: tryToTake, resolve, reject });
      running.postMessage({ id, bytes, language });
    });
  } finally {
    files.delete(id);
  }
};

const inPage = async (module, bytes, language, take) => {
  const { initSync, read } = await import('./reader.js');
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
      const segments = JSON.parse(`[${part.slice(1)}]`);
      this.record.segments.push(...segments);
      this.#onBeginning?.(this.record);
    } else {
      this.record = JSON.parse(`${part}]}`);
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
    return await attempt(inWorker);
  } catch (error) {
    if (error instanceof Failure) throw error;
    return attempt(inPage);
  }
};
