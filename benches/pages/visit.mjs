/** One visit of one page, with nothing in any cache: what the harness measures. */
import { setTimeout as after } from 'node:timers/promises';
import { watch } from './readable.js';

/** How the connection and the processor are slowed down. */
export const CONDITIONS = {
  slow: {
    title: 'Slow 4G, processor four times slower',
    // Bytes per second: 1.6 Mbit/s down, 750 kbit/s up. The latency is added to each request.
    network: { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 },
    processor: 4,
    rounds: 9,
  },
  plain: { title: 'Neither slowed down', rounds: 15 },
};

const VIEWPORT = { width: 1280, height: 1000, deviceScaleFactor: 1, mobile: false };

/** How long a page may take to show the letter, and how long it is watched once it has settled, in milliseconds. */
const PATIENCE = 20_000;
const REST = 2_000;

/** The processes of a visit end after it, and must not disturb the next one; also in milliseconds. */
const PAUSE = 500;

/** A page that has crashed, or that computes without end, does not answer at all. */
const LIMIT = 2 * PATIENCE + 2 * REST;

/**
 * @typedef {object} Visit
 * @property {number} readable when the letter could be read, in milliseconds from the start of the navigation
 * @property {number} painted when the browser painted the first content
 * @property {number} shift the sum of the layout shifts
 * @property {number} before the bytes of all answers that were complete when the letter could be read, with their headers
 * @property {number} all the bytes of all answers
 */

/**
 * Visits a page in a browser context of its own, which ends with the visit.
 * @param {import('./browser.mjs').Browser} browser
 * @param {string} address
 * @param {object} probe see readable.js
 * @param {object} condition one of `CONDITIONS`
 * @returns {Promise<Visit | { failed: string }>}
 */
export async function visit(browser, address, probe, condition) {
  const { browserContextId } = await browser.send('Target.createBrowserContext');
  const answers = new Answers();
  const forget = browser.listen((event) => {
    answers.note(event);
    // A worker waits until the harness sees its requests, and so may workers of a worker.
    if (event.method === 'Target.attachedToTarget' && event.params.waitingForDebugger) observe(browser, event.params.sessionId);
  });
  try {
    const session = await open(browser, browserContextId);
    await slowDown(browser, session, condition);
    const silence = after(LIMIT, { failed: `no answer after ${LIMIT / 1000} s` }, { ref: false });
    const reading = await Promise.race([read(browser, session, address, { ...probe, patience: PATIENCE, rest: REST }), silence]);
    if (reading.failed) return reading;
    return { ...reading, before: answers.bytes(reading.origin + reading.readable), all: answers.bytes(Infinity) };
  } catch ({ message }) {
    return { failed: message };
  } finally {
    forget();
    await browser.send('Target.disposeBrowserContext', { browserContextId });
    await after(PAUSE);
  }
}

/** Opens an empty page, and gives its session. */
export async function open(browser, browserContextId) {
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank', browserContextId });
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
  await browser.send('Page.enable', {}, sessionId);
  await browser.send('Emulation.setDeviceMetricsOverride', VIEWPORT, sessionId);
  await observe(browser, sessionId);
  return sessionId;
}

/** Makes a page or a worker report its requests. It may be gone before it answers. */
async function observe(browser, session) {
  await Promise.allSettled([
    browser.send('Network.enable', {}, session),
    browser.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }, session),
    browser.send('Runtime.runIfWaitingForDebugger', {}, session),
  ]);
}

/**
 * The network of a page is that of its workers, too: Chromium refuses the command for a worker, and a worker that fetches 400 kB in a slow
 * page takes 2.2 s. The processor is slowed down for the main thread only; Chromium has no means to do it for workers and for the threads
 * that compile WebAssembly.
 */
async function slowDown(browser, session, { network, processor }) {
  if (network) await browser.send('Network.emulateNetworkConditions', network, session);
  if (processor) await browser.send('Emulation.setCPUThrottlingRate', { rate: processor }, session);
}

/** Navigates, and waits for what the function in the page tells. */
async function read(browser, session, address, probe) {
  const source = `globalThis.reading = (${watch})(${JSON.stringify(probe)});`;
  await browser.send('Page.addScriptToEvaluateOnNewDocument', { source }, session);
  const { errorText } = await browser.send('Page.navigate', { url: address }, session);
  if (errorText) return { failed: errorText };
  const parameters = { expression: 'reading', awaitPromise: true, returnByValue: true };
  const { result, exceptionDetails } = await browser.send('Runtime.evaluate', parameters, session);
  return exceptionDetails ? { failed: exceptionDetails.exception?.description ?? exceptionDetails.text } : result.value;
}

/** The answers to all requests of a page and its workers, with the time when each was complete. */
class Answers {
  #expected = new Map();
  #received = new Map();
  #complete = [];
  #sinceBoot;

  note({ method, params }) {
    const { requestId: id, timestamp: time } = params;
    const received = this.#received.get(id) ?? 0;
    switch (method) {
      case 'Network.requestWillBeSent':
        // The protocol's clock runs since the start of the machine; a request has its time on both clocks.
        this.#sinceBoot ??= params.wallTime - time;
        break;
      case 'Network.responseReceived':
        this.#expected.set(id, Number(params.response.headers['content-length'] ?? 0));
        break;
      case 'Network.dataReceived':
        this.#received.set(id, received + params.encodedDataLength);
        break;
      case 'Network.loadingFinished':
        // Of the script of a worker, Chromium counts the headers alone.
        this.#complete.push({ time, bytes: Math.max(params.encodedDataLength, this.#expected.get(id) ?? 0) });
        break;
      case 'Network.loadingFailed':
        // pdf.js ends the answer when it has read the document.
        this.#complete.push({ time, bytes: received });
    }
  }

  /** The bytes of the answers that were complete at a time, in milliseconds since 1970. */
  bytes(time) {
    const early = this.#complete.filter((answer) => (answer.time + this.#sinceBoot) * 1000 <= time);
    return early.reduce((sum, { bytes }) => sum + bytes, 0);
  }
}
