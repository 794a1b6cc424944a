/**
 * An HTTP server on the loopback interface, for files in memory.
 *
 * All files are compressed before the first visit, at the highest quality, as a content delivery network holds them: no visit waits for a
 * compressor or a disk. Nothing may be stored by the browser, so that each visit is a first one.
 */
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
};

/** What a PDF contains is compressed already. */
const UNCOMPRESSED = new Set(['.pdf']);

/**
 * Serves files.
 * @param {Map<string, Buffer | string>} files by their paths, which begin with a slash
 * @returns {Promise<{ origin: string, add: (path: string, body: Buffer | string) => Promise<void>, close: () => void }>}
 */
export async function serve(files) {
  const answers = new Map();
  const add = async (path, body) => void answers.set(path, await answer(path, Buffer.from(body)));
  await Promise.all([...files].map(([path, body]) => add(path, body)));

  const server = createServer((request, response) => {
    const { headers, body } = answers.get(new URL(request.url, 'http://localhost').pathname) ?? {};
    if (!body) return response.writeHead(404).end();
    response.writeHead(200, headers).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => (server.closeAllConnections(), server.close());
  return { origin: `http://127.0.0.1:${server.address().port}`, add, close };
}

/** What is sent for a file: always the same bytes. Every browser that is measured here accepts brotli. */
async function answer(path, content) {
  const extension = extname(path);
  const headers = { 'content-type': TYPES[extension] ?? 'application/octet-stream', 'cache-control': 'no-store' };
  if (UNCOMPRESSED.has(extension)) return { headers: { ...headers, 'content-length': content.length }, body: content };
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  const body = await compress(content, { params });
  return { headers: { ...headers, 'content-encoding': 'br', 'content-length': body.length }, body };
}
