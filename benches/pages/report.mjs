/** The results as a table, and as a document. */
import { readFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';

/** The pages that the others are compared with: the lower bound, and an element for Markdown that does less. */
const REFERENCES = ['static', 'zero-md', 'zero-md-base'];

const COLUMNS = ['page', '× static', '× zero-md', '× its base', 'readable', 'quartiles', 'first paint', 'before', 'in all', 'shift'];

/**
 * A Markdown table of the medians, the ratios first; below it, what has failed.
 * @param {{ visits: Map<string, object[]> }} result the visits by the names of the pages
 * @param {import('./pages.mjs').Page[]} pages
 */
export function tableOf({ visits }, pages) {
  const references = REFERENCES.map((name) => median(succeeded(visits.get(name)), 'readable'));
  const rows = pages.map(({ name, title }) => [title, ...cells(visits.get(name), references)]);
  return [aligned([COLUMNS, ...rows]), ...failures(visits, pages)].join('\n\n');
}

/** The cells of a page after its title. */
function cells(visits, references) {
  const good = succeeded(visits);
  if (good.length === 0) return COLUMNS.slice(1).map((column) => (column === 'readable' ? 'failed' : ''));
  const readable = median(good, 'readable');
  const [lower, upper] = [0.25, 0.75].map((part) => Math.round(quantile(good, 'readable', part)));
  return [
    ...references.map((reference) => (reference ? (readable / reference).toFixed(2) : '')),
    `${Math.round(readable)} ms`,
    `${lower}–${upper}`,
    `${Math.round(median(good, 'painted'))} ms`,
    `${(median(good, 'before') / 1000).toFixed(1)} kB`,
    `${(median(good, 'all') / 1000).toFixed(1)} kB`,
    median(good, 'shift').toFixed(3),
  ];
}

/** What has failed, how often and why. */
function failures(visits, pages) {
  return pages.flatMap(({ name, title }) => {
    const reasons = visits.get(name).flatMap(({ failed }) => failed ?? []);
    return reasons.length === 0 ? [] : `Failed: ${title}, ${reasons.length} of ${visits.get(name).length} visits (${reasons[0]}).`;
  });
}

const succeeded = (visits = []) => visits.filter(({ failed }) => !failed);

const median = (visits, key) => quantile(visits, key, 0.5);

/** A quantile of the values of a key, between two of them where it falls between. Nothing has none. */
function quantile(visits, key, part) {
  if (visits.length === 0) return undefined;
  const sorted = visits.map((visit) => visit[key]).sort((one, other) => one - other);
  const place = (sorted.length - 1) * part;
  const below = Math.floor(place);
  return sorted[below] + (sorted[Math.ceil(place)] - sorted[below]) * (place - below);
}

/** A Markdown table whose columns are also columns on a terminal: the first begins at the left, numbers end at the right. */
function aligned(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const pad = (cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]));
  const line = (row) => `| ${row.map(pad).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => '-'.repeat(width + 1) + (column === 0 ? '-' : ':')).join('|')}|`;
  return [line(rows[0]), rule, ...rows.slice(1).map(line)].join('\n');
}

/**
 * The document: the tables; then what was compared, and with what.
 * @param {object} run
 * @param {object[]} run.results what was measured under each condition
 * @param {import('./pages.mjs').Page[]} run.pages
 * @param {string} run.browser name and version
 * @param {string} run.dist the folder of the bundle
 * @param {string} run.here the folder of the harness
 */
export function documentOf({ results, pages, browser, dist, here }) {
  const section = (result) => `## ${result.condition.title}

${tableOf(result, pages)}

Medians of ${result.rounds} visits of each page.`;
  return `# Performance

When the text of a letter can be read, in pages that show the same letter in different ways: CL-20/43 in French.

${results.map(section).join('\n\n')}

## The pages

${pages.map(({ title, about }) => `- **${title}**: ${about}`).join('\n')}

## The columns

${COLUMNS_EXPLAINED}

## The method

${METHOD}

## The versions

${versions(browser, dist, here).join('\n')}
`;
}

function versions(browser, dist, here) {
  const read = (...path) => JSON.parse(readFileSync(join(...path, 'package.json'), 'utf8'));
  const others = Object.keys(read(here).devDependencies).map((name) => `${name} ${read(here, 'node_modules', name).version}`);
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB of memory`;
  return [
    `- circular-letter ${read(dist).version}`,
    `- ${others.join(', ')}`,
    `- ${browser}, headless; Node.js ${process.version}`,
    `- ${cpus().length} cores of ${cpus()[0].model.trim()}, ${memory}, ${process.platform} ${release()}`,
    `- ${new Date().toISOString().slice(0, 10)}`,
  ];
}

const COLUMNS_EXPLAINED = `- **readable**: the time from the start of the navigation to the end of the first frame in which the first paragraph of the letter is
  on screen, styled by its style sheet. With pdf.js, the page must be drawn, too.
- **× static**, **× zero-md**, **× its base**: the ratio of the median of *readable* to that of “HTML, no script”, of “zero-md” and of
  “zero-md, base class”.
- **quartiles**: the middle half of the visits was between them, in milliseconds.
- **first paint**: the [first contentful paint](https://developer.mozilla.org/docs/Glossary/First_contentful_paint). It is the time when
  the frame reached the screen, so it may be some milliseconds after *readable* of the same frame.
- **before**: the bytes of the responses, with their headers, that were complete when the letter was readable. Those of workers count.
- **in all**: the bytes of all responses until two seconds after the page has loaded everything.
- **shift**: the sum of all [layout shifts](https://developer.mozilla.org/docs/Web/API/LayoutShift) until then.`;

const METHOD = `Each visit is a first visit: a new browser context, and responses with \`Cache-Control: no-store\`. All files come from one server on the
loopback interface, over HTTP/1.1, in brotli at quality 11; the PDF is compressed in itself. The viewport has 1280 × 1000 pixels. The pages
take turns, every other time in reverse, so that what disturbs the machine disturbs all of them alike. The first visit is not counted.

“Slow 4G” is Chromium's emulation with 1.6 Mbit/s down, 750 kbit/s up and 150 ms for each request. It applies to workers, too.

The slower processor does not: Chromium slows down the main thread only, not workers and the threads that compile WebAssembly. On a slow
device, pages that use them (the element with Markdown, the standalone page, pdf.js) are slower than measured here.`;
