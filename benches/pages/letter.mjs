/** The letter in all its forms: Markdown, HTML, record, PDF; and the words by which it is found in a page. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { open } from './visit.mjs';

/** A paragraph of the body is longer than any line of the letterhead. */
const LONG = 200;

/**
 * Reads a letter, and lets the command write its other forms.
 * @param {string} file the Markdown
 * @param {string} command the path of `circulars`
 * @returns {{ markdown: string, article: string, record: string, marker: string }}
 */
export function prepare(file, command) {
  const markdown = readFileSync(file, 'utf8');
  const written = (form) => execFileSync(command, [form, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return { markdown, article: written('page'), record: written('record'), marker: markerOf(markdown) };
}

/** The words before the first mark-up of the first long paragraph: they are the same in all forms, and in one run of text. */
function markerOf(markdown) {
  const paragraph = markdown.split(/\n\s*\n/).find((block) => block.trim().length > LONG && /^\p{L}/u.test(block.trim()));
  const [words] = paragraph.replace(/\s+/g, ' ').trim().match(/^[^[\]*_<`\\]{1,40}(?= )/u);
  return words.trim();
}

/**
 * Prints a page as a PDF, on A4.
 * @param {import('./browser.mjs').Browser} browser
 * @param {string} address
 * @returns {Promise<Buffer>}
 */
export async function printed(browser, address) {
  const { browserContextId } = await browser.send('Target.createBrowserContext');
  const session = await open(browser, browserContextId);
  const loaded = new Promise((resolve) => {
    const forget = browser.listen(({ method, sessionId }) => {
      if (method === 'Page.loadEventFired' && sessionId === session) resolve(forget());
    });
  });
  await browser.send('Page.navigate', { url: address }, session);
  await loaded;
  const inches = { paperWidth: 8.27, paperHeight: 11.69 };
  const { data } = await browser.send('Page.printToPDF', inches, session);
  await browser.send('Target.disposeBrowserContext', { browserContextId });
  return Buffer.from(data, 'base64');
}
