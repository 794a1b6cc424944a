/**
 * Has letters read by the module, which the page has compiled: long ones in a worker, so that the page stays responsive.
 * Where the worker throws, errs or does not answer, as with policies that refuse it or with files of another origin, the
 * thread of the page reads instead.
 */
import { once } from './once.js';
import { Parts } from './parts.js';
import { ReaderWorker } from './worker.js';

/**
 * Shorter files, in bytes, are read by the thread of the page: that takes some milliseconds, about as many as a worker to
 * start; and a policy that refuses the worker reports it.
 */
const SHORT = 100_000;

const glue = once(() => import('./reader.js'));

/** Loads what every letter needs. */
export const prepare = () => {
  glue().catch(() => {});
};

/** The worker, once it has been started. */
let worker;

const inPage = async (module, bytes, language, take) => {
  const { initSync, read } = await glue();
  initSync({ module });
  return read(bytes, language, '', take);
};

const attempt = async (readIn, file, onBeginning) => {
  const parts = new Parts(onBeginning);
  const failure = await readIn(...file, (part) => parts.take(part));
  return { failure, record: parts.record };
};

/**
 * Reads a file, in the language if it is known, and resolves to its record, or to the code of `letter-error` if it has
 * none. For a long letter, `onBeginning` is called with what has been read so far.
 */
export const read = async (module, bytes, language, onBeginning) => {
  const file = [module, bytes, language];
  if (bytes.length >= SHORT) {
    worker ??= new ReaderWorker();
    const inWorker = (...given) => worker.read(...given);
    const reading = await attempt(inWorker, file, onBeginning).catch(() => undefined);
    if (reading) return reading;
  }
  return attempt(inPage, file, onBeginning);
};
