/**
 * A Chromium that answers the DevTools protocol.
 *
 * The messages go through two pipes (`--remote-debugging-pipe`), not through a WebSocket: nothing has to be installed for it, no port is
 * opened, and no file has to be awaited.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Headless, and without the requests and the work that a browser does on its own account. */
const SWITCHES = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--remote-debugging-pipe',
];

/** The protocol ends each message with this character. */
const END = '\0';

/**
 * Starts a browser with a new profile.
 * @param {string} executable
 * @returns {Promise<Browser>}
 */
export async function launch(executable) {
  const profile = await mkdtemp(join(tmpdir(), 'pages-'));
  // Descriptors 3 and 4 are the pipes, in the direction of the browser and back.
  const program = spawn(executable, [...SWITCHES, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  return new Browser(program, profile);
}

export class Browser {
  #program;
  #profile;
  #ended;
  #reason;
  #number = 0;
  #unanswered = new Map();
  #listeners = new Set();

  constructor(program, profile) {
    this.#program = program;
    this.#profile = profile;
    this.#ended = new Promise((resolve) => {
      program.once('exit', (code, signal) => resolve(`the browser has ended (${code ?? signal})`));
      program.once('error', ({ message }) => resolve(`the browser cannot be started (${message})`));
    }).then((reason) => this.#giveUp(reason));
    // A browser that has ended refuses what is written; `#giveUp` tells those who wait.
    program.stdio[3].on('error', () => {});
    this.#read(program.stdio[4]);
  }

  /**
   * Sends a command, and gives its result.
   * @param {string} method
   * @param {object} [parameters]
   * @param {string} [sessionId] of a page or a worker; without it, the command is for the browser
   */
  send(method, parameters = {}, sessionId = undefined) {
    if (this.#reason) return Promise.reject(new Error(`${method}: ${this.#reason}`));
    const id = ++this.#number;
    this.#program.stdio[3].write(JSON.stringify({ id, method, params: parameters, sessionId }) + END);
    return new Promise((resolve, reject) => this.#unanswered.set(id, { resolve, reject, method }));
  }

  /**
   * Calls a function for each event of the browser, its pages and workers.
   * @param {(event: { method: string, params: object, sessionId?: string }) => void} listener
   * @returns {() => void} ends it
   */
  listen(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Ends the browser, and deletes its profile. */
  async close() {
    await this.send('Browser.close').catch(() => this.#program.kill());
    await this.#ended;
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  async #read(pipe) {
    let rest = '';
    pipe.setEncoding('utf8');
    for await (const chunk of pipe) {
      const messages = (rest + chunk).split(END);
      rest = messages.pop();
      for (const message of messages) this.#receive(JSON.parse(message));
    }
  }

  #receive({ id, result, error, ...event }) {
    if (id === undefined) return this.#listeners.forEach((listener) => listener(event));
    const { resolve, reject, method } = this.#unanswered.get(id);
    this.#unanswered.delete(id);
    if (error) reject(new Error(`${method}: ${error.message}`));
    else resolve(result);
  }

  #giveUp(reason) {
    this.#reason = reason;
    for (const { reject, method } of this.#unanswered.values()) reject(new Error(`${method}: ${reason}`));
    this.#unanswered.clear();
  }
}
