/**
 * Fetches the files of letters. Every request ends: with the bytes, with a failure, or by its timeout. A response that is
 * too long is not read to its end.
 */

import { fetchable, hashOf } from './integrity.js';

/** The longest file that is read, in bytes: a letter with a table of all stations of the world has a tenth of it. */
const LONGEST = 20_000_000;

/**
 * The types of files that are surely no letters; of the others, the text decides. HTML is one of them: many sites respond with a
 * page where a file is missing. Markdown has no type of its own on most servers.
 */
const OTHER = /html|pdf|zip|office|word|^(image|audio|video|font)\//i;

/** The byte that ends a line. */
const LINE_END = 10;

/** A reason why there is no letter. Its code is that of `letter-error`. */
export class Failure extends Error {
  constructor(code, cause) {
    super(code, { cause });
    this.code = code;
  }
}

/** The likely reason why there was no response. */
const unanswered = (address) => {
  if (location.protocol === 'file:') return 'file-page';
  return address.startsWith(`${location.origin}/`) ? 'network' : 'cross-origin';
};

const joined = (chunks, length) => {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
};

/** The body, read chunk by chunk up to the longest length; `onLine` gets what has come with the first end of a line. */
const read = async (response, onLine) => {
  if (Number(response.headers.get('content-length')) > LONGEST) throw new Failure('too-large');
  const chunks = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (;;) {
    // A response without a body is empty.
    const { done, value } = await reader?.read() ?? { done: true };
    if (done) break;
    chunks.push(value);
    length += value.length;
    if (length > LONGEST) throw new Failure('too-large');
    if (onLine && value.includes(LINE_END)) {
      await onLine(joined(chunks, length));
      onLine = undefined;
    }
  }
  return joined(chunks, length);
};

/** The bytes in UTF-8, or as they are where a byte order mark says what they are. */
const inUnicode = (bytes, type) => {
  if (!/charset/i.test(type) || /utf-8/i.test(type) || [0xEF, 0xFE, 0xFF].includes(bytes[0])) return bytes;
  return import('./working.js').then(({ decoded }) => decoded(bytes, type)).catch(() => bytes);
};

const request = async (address, options, onLine) => {
  const response = await fetch(address, options).catch((error) => {
    throw new Failure(unanswered(address), error);
  });
  if ([404, 410].includes(response.status)) throw new Failure('not-found');
  if (!response.ok) throw new Failure('not-delivered', response.status);
  const type = response.headers.get('content-type') ?? '';
  if (OTHER.test(type.split(/[;,]/)[0])) throw new Failure('wrong-type', type);
  return inUnicode(await read(response, onLine), type);
};

/**
 * The bytes of the file. The timeout is in milliseconds; `signal` ends the request; `onLine` gets the beginning, as soon as it
 * has a whole line.
 *
 * @throws {Failure}
 */
export const bytesAt = async (address, { timeout, signal, onLine }) => {
  if (!address) throw new Failure('no-source');
  const controller = new AbortController();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    controller.abort();
  }, timeout);
  signal?.addEventListener('abort', () => controller.abort());
  try {
    const href = fetchable(address);
    return await request(href, { signal: controller.signal, integrity: hashOf(href) }, onLine);
  } catch (error) {
    // A response that is not read to its end would keep its connection open.
    controller.abort();
    if (isLate) throw new Failure('timed-out', error);
    throw error instanceof Failure ? error : new Failure('network', error);
  } finally {
    clearTimeout(timer);
  }
};
