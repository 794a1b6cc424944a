/** Reads long files in a worker. It is loaded for them. */

/** The time that a worker has to answer, in milliseconds. */
const PATIENCE = 1000;

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

/** Reads the file, and calls `take` with the parts of its record. Resolves to the code of a failure, if there is one. */
export const inWorker = async (module, bytes, language, take) => {
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
