/** The page's side of the worker that reads (`reader-worker.js`). */

/** The time that the worker may take to answer once it has the module, in milliseconds. */
const PATIENCE = 1000;

/** A worker that reads. Once it has failed, for whatever reason, it refuses every file, and the page reads instead. */
export class ReaderWorker {
  #worker;
  #hasFailed = false;
  #timer;
  /** The files that it is reading, by number. */
  #files = new Map();
  #count = 0;

  constructor() {
    try {
      this.#worker = new Worker(new URL('./reader-worker.js', import.meta.url), { type: 'module' });
    } catch {
      this.#fail();
      return;
    }
    for (const name of ['error', 'messageerror']) this.#worker.addEventListener(name, () => this.#fail());
    this.#worker.addEventListener('message', ({ data }) => this.#receive(data));
  }

  #fail() {
    this.#hasFailed = true;
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    for (const { reject } of this.#files.values()) reject();
  }

  #receive({ isReady, id, part, isDone, failure, hasFailed }) {
    const file = this.#files.get(id);
    if (hasFailed) this.#fail();
    else if (isReady) clearTimeout(this.#timer);
    else if (isDone) file?.resolve(failure);
    else file?.take(part);
  }

  #give(module) {
    if (this.#timer) return;
    this.#timer = setTimeout(() => this.#fail(), PATIENCE);
    this.#worker.postMessage({ module });
  }

  /** Reads the file, and calls `take` with the parts of its record. Resolves to the code of a failure, if there is one. */
  async read(module, bytes, language, take) {
    if (this.#hasFailed) throw new Error();
    this.#give(module);
    const id = this.#count;
    this.#count += 1;
    try {
      return await new Promise((resolve, reject) => {
        const tryToTake = (part) => {
          try {
            take(part);
          } catch (error) {
            reject(error);
          }
        };
        this.#files.set(id, { take: tryToTake, resolve, reject });
        this.#worker.postMessage({ id, bytes, language });
      });
    } finally {
      this.#files.delete(id);
    }
  }
}
