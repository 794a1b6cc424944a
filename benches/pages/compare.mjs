/**
 * Compares when a letter is readable in pages that show it in different ways. Measures, and judges nothing.
 *
 *   node compare.mjs [--dist DIR] [--circulars FILE] [--letter FILE] [--rounds N] [--only NAMES] [--conditions NAMES]
 *                    [--preload ADDRESS]... [--browser FILE] [--write FILE]
 *
 * Names are separated by commas: pages are those of pages.mjs, conditions are `slow` and `plain`. Addresses are relative to the pages:
 * `dist/viewer.js`, `letter/fr.md`. Files are those of the current directory.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from './browser.mjs';
import { prepare, printed } from './letter.mjs';
import { PACKAGE_FILES } from './others.mjs';
import { pagesOf, PRELOADS } from './pages.mjs';
import { documentOf, tableOf } from './report.mjs';
import { serve } from './server.mjs';
import { CONDITIONS, visit } from './visit.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));

const { values: options } = parseArgs({
  options: {
    dist: { type: 'string', default: 'dist' },
    circulars: { type: 'string', default: 'target/release/circulars' },
    letter: { type: 'string' },
    rounds: { type: 'string' },
    only: { type: 'string' },
    conditions: { type: 'string' },
    preload: { type: 'string', multiple: true, default: PRELOADS },
    browser: { type: 'string', default: '/usr/bin/chromium' },
    write: { type: 'string' },
  },
});

const letter = prepare(options.letter ?? join(options.dist, 'letters/cl-20-43/fr.md'), options.circulars);
const allPages = pagesOf({ article: letter.article, preloads: options.preload });
const pages = named(options.only, Object.fromEntries(allPages.map((page) => [page.name, page])));
const conditions = named(options.conditions, CONDITIONS);

const server = await serve(files());
const browser = await launch(options.browser);
try {
  await server.add('/letter/fr.pdf', await printed(browser, `${server.origin}/static.html`));
  const results = [];
  for (const condition of conditions) results.push(await measure(condition));
  const { product } = await browser.send('Browser.getVersion');
  if (options.write) writeFileSync(options.write, documentOf({ results, pages, browser: product, dist: options.dist, here: HERE }));
} finally {
  await browser.close();
  server.close();
}

/** What has the names of a list; without a list, everything. */
function named(list, things) {
  return (list?.split(',') ?? Object.keys(things)).map((name) => {
    if (!Object.hasOwn(things, name)) throw new Error(`there is no ${name}; there are: ${Object.keys(things).join(', ')}`);
    return things[name];
  });
}

/** Everything that the server has, by address: the bundle, the files of the packages, the letter and the pages. */
function files() {
  const bundle = readdirSync(options.dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map([
    ...bundle.map((path) => [`/dist/${relative(options.dist, path)}`, readFileSync(path)]),
    ...PACKAGE_FILES.map((file) => [`/npm/${file}`, readFileSync(join(HERE, 'node_modules', file))]),
    ['/letter/fr.md', letter.markdown],
    ['/letter/fr.json', letter.record],
    ...allPages.filter(({ html }) => html).map(({ path, html }) => [path, html]),
  ]);
}

/**
 * Visits all pages under a condition, in rounds: what disturbs the machine for a while disturbs all pages alike. Every other round is in
 * reverse, so that no page always comes after the same one. A page that fails in its first round is left out of the others.
 */
async function measure(condition) {
  const rounds = Number(options.rounds ?? condition.rounds);
  const visits = new Map(pages.map(({ name }) => [name, []]));
  // The first visit of a browser starts processes and fills caches of its own; it is not counted.
  await visitPage(pages[0], condition);
  for (let round = 0; round < rounds; round++) {
    for (const page of round % 2 === 0 ? pages : pages.toReversed()) {
      const earlier = visits.get(page.name);
      if (!earlier[0]?.failed) earlier.push(await visitPage(page, condition));
      tell(`${condition.title}: round ${round + 1} of ${rounds}, ${page.name}`);
    }
  }
  tell('');
  const result = { condition, rounds, visits };
  console.log(`${condition.title}, ${rounds} rounds\n\n${tableOf(result, pages)}\n`);
  return result;
}

function visitPage({ path, probe }, condition) {
  return visit(browser, server.origin + path, { ...probe, marker: letter.marker }, condition);
}

/** Shows the progress in one line of a terminal. */
function tell(progress) {
  if (process.stderr.isTTY) process.stderr.write(`\r${progress}\x1b[K`);
}
