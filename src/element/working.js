/**
 * Decodes files that their server says are not in UTF-8, and compiles the module, and has it read letters:
 * long ones in a worker, so that the page stays responsive. Where the worker throws, errs or does not answer, as with policies
 * that refuse it or with files of another origin, the thread of the page reads instead.
 */
import { compile, link } from './compiling.js';
import { once } from './once.js';
import { Parts } from './parts.js';
import { IN_STRETCH } from './tree.js';
import { ReaderWorker } from './worker.js';

export { BUILD as build } from './build.js';

/**
 * Shorter files, in bytes, are read by the thread of the page: that takes some milliseconds, about as many as a worker to
 * start; and a policy that refuses the worker reports it.
 */
const SHORT = 100_000;

/** Of files that take longer than a reader waits, the beginning is read on its own first; both in bytes. */
const VERY_LONG = 500_000;
const IN_BEGINNING = 100_000;

const [LINE_FEED, CARRIAGE_RETURN] = [10, 13];

const glue = once((files) => files.moduleIn('reader.js', import('./reader.js')));

/** The worker, once it has been started. */
let worker;

const linked = once(async (files, module, address) => {
  const { initSync, read } = await glue(files);
  await link(files, initSync, module, address);
  return read;
});

const attempt = async (readIn, file, onBeginning) => {
  const parts = new Parts(onBeginning);
  const failure = await readIn(...file, (part) => parts.take(part));
  return { failure, record: parts.record };
};

/** The beginning of a very long file, up to an empty line; undefined if the file is shorter, or has no such line. */
const beginningOf = (bytes) => {
  if (bytes.length < VERY_LONG) return undefined;
  const isEmptyLine = (end) => {
    const before = bytes[end - 1] === CARRIAGE_RETURN ? end - 2 : end - 1;
    return bytes[end] === LINE_FEED && bytes[before] === LINE_FEED;
  };
  let end = IN_BEGINNING;
  while (end > 0 && !isEmptyLine(end)) end -= 1;
  return end > 0 ? bytes.slice(0, end) : undefined;
};

/** Encodings whose bytes may be valid UTF-8 by chance: every other byte is zero, or all are of ASCII. */
const PASSES_FOR_UTF_8 = /^(utf-16|iso-2022)/;

/** The encoding that a type names. */
const LABEL = /charset=\s*"?([^";,\s]+)/i;

/**
 * The bytes in UTF-8, of a file of the type. Bytes that are valid UTF-8 are that, whatever the server says: a letter in an old encoding has, in any
 * language with letters beyond ASCII, bytes that are not.
 *
 * @throws {RangeError} The label names no encoding.
 */
export const decoded = (bytes, type) => {
  const decoder = new TextDecoder(LABEL.exec(type)?.[1]);
  try {
    if (!PASSES_FOR_UTF_8.test(decoder.encoding)) {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      return bytes;
    }
  } catch {
    // It is in another encoding.
  }
  return new TextEncoder().encode(decoder.decode(bytes));
};

const readInWorker = async (module, bytes, language, onBeginning) => {
  worker ??= new ReaderWorker();
  const inWorker = (...file) => worker.read(...file);
  const beginning = beginningOf(bytes);
  const whole = attempt.bind(undefined, inWorker, [module, bytes, language], onBeginning);
  if (!beginning) return whole();
  const { record } = await attempt(inWorker, [module, beginning, language]);
  if (record?.segments.length > IN_STRETCH) {
    // What is shown stays as it is: whole stretches, without the last segment, which may go on.
    record.segments.length -= (record.segments.length - 1) % IN_STRETCH + 1;
    onBeginning?.(record);
  }
  return whole();
};

/**
 * A function that reads a file, in the language if it is known, and resolves to its record, or to the code of `letter-error`
 * if it has none; made of the response with `reader_bg.wasm`; `files` is that of the loader, `url` the address of the module. For a long letter, `onBeginning` is called with what has been
 * read so far: of a very long one first with a record of its beginning alone, then with its own.
 */
export const reader = async (response, files, url) => {
  // Every letter needs it.
  glue(files).catch(() => {});
  const module = await compile(response);
  const inPage = async (...file) => {
    const read = await linked(files, module, url);
    return read(...file);
  };
  return async (bytes, language, onBeginning) => {
    if (bytes.length >= SHORT) {
      const reading = await readInWorker(module, bytes, language, onBeginning).catch(() => undefined);
      if (reading) return reading;
    }
    return attempt(inPage, [bytes, language, ''], onBeginning);
  };
};
