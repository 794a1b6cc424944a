/**
 * Compares how long `circulars publish` and Hugo take for a site of the same specimen letters, one after the other on the same machine: a
 * first run, one in which nothing has changed, and one with one changed letter. It measures, and judges nothing.
 *
 *   node compare.mjs FOLDER [--letters N] [--rounds N] [--hugo FILE] [--circulars FILE]
 */

import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';

const [folder, ...options] = process.argv.slice(2);
const option = (name, otherwise) => (options.includes(name) ? options[options.indexOf(name) + 1] : otherwise);
const [count, rounds] = [Number(option('--letters', 1000)), Number(option('--rounds', 3))];
const here = new URL('.', import.meta.url).pathname;
const circulars = option('--circulars', `${here}../../target/release/circulars`);
const hugo = option('--hugo', 'hugo');

/** Runs the command; returns its seconds, and the most memory that it has had, in megabytes. */
const run = (command, ...parameters) => {
  const started = performance.now();
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', 'memory %M', command, ...parameters], { encoding: 'utf8', maxBuffer: 1e9 });
  if (status !== 0) throw new Error(`${command}: ${stderr.slice(-2000)}`);
  return { seconds: (performance.now() - started) / 1000, megabytes: Number(/memory (\d+)/.exec(stderr)[1]) / 1024 };
};

const median = (runs) => runs.map(({ seconds }) => seconds).sort((one, other) => one - other)[Math.floor(runs.length / 2)];

const say = (what, runs) => console.log(`${what}: ${median(runs).toFixed(1)} s (median of ${runs.length}), at most ${Math.max(...runs.map(({ megabytes }) => megabytes)).toFixed(0)} MB`);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const letters = `${folder}/letters`;
spawnSync('node', [`${here}specimens.mjs`, letters, String(count)], { stdio: 'inherit' });

/**
 * The same letters for Hugo. What it cannot find in a letter itself (its data, its citations, what other letters do to it) is given in the
 * front matter, as the records of a site that `circulars publish` has made say it.
 */
const writeForHugo = (site) => {
  cpSync(`${here}hugo`, `${folder}/hugo`, { recursive: true });
  const content = `${folder}/hugo/content/letters`;
  mkdirSync(content, { recursive: true });
  const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
  for (const name of readdirSync(`${site}/letters`)) {
    const letters = json(`${site}/letters/${name}/catalogue.json`).letters;
    const files = readdirSync(`${site}/letters/${name}`).filter((file) => file.endsWith('.md'));
    for (const file of files) {
      const language = file.replace('.md', '');
      const { letter, citations } = json(`${site}/letters/${name}/${language}.json`);
      const [id] = letter.ids;
      const folderOf = (other) => other.versions[0].file.includes('/') ? other.versions[0].file.split('/').at(-2) : name;
      const affecting = letters.flatMap((other) => ['supersedes', 'postpones', 'corrects'].filter((how) => other[how]?.includes(id)).map((how) => ({ how, folder: folderOf(other), date: other.date })));
      const cites = (citations ?? []).map(({ id: cited, text, target }) => {
        const held = letters.find((other) => other.id === cited);
        return { id: cited, text, target, ...(held && { folder: folderOf(held) }) };
      });
      const front = {
        title: letter.references[0], date: letter.date, id, letter, citations: cites, affecting,
        years: [letter.date.slice(0, 4)], series: [id.split('/').slice(0, 2).join('-')],
        documents: [...new Set(cites.map(({ id: cited }) => cited.replace(/@.*/, '')).filter((cited) => !/circular|\bcl\b/.test(cited)))].map((cited) => cited.replaceAll('/', '-')),
        outputs: language === 'en' ? ['html', 'json', 'source', 'slice', 'chooser'] : ['html', 'json', 'source'],
      };
      writeFileSync(`${content}/${name}.${language}.md`, `${JSON.stringify(front)}\n${readFileSync(`${site}/letters/${name}/${file}`, 'utf8')}`);
    }
  }
};

// Each round writes elsewhere: a file system may be slow to reuse what was deleted just before.
const publish = (site) => run(circulars, 'publish', letters, '--out', site, '--address', 'https://www.example.org/letters/');
const times = { first: [], same: [], one: [], hugo: [] };
for (let round = 0; round < rounds; round++) {
  const site = `${folder}/site-${round}`;
  times.first.push(publish(site));
  times.same.push(publish(site));
  appendFileSync(`${letters}/cl-95-1/en.md`, `\nChanged ${round}.\n`);
  times.one.push(publish(site));
  if (hugo !== 'none' && round === 0) writeForHugo(site);
  if (hugo !== 'none') times.hugo.push(run(hugo, '--source', `${folder}/hugo`, '--destination', `${folder}/hugo-${round}`, '--quiet'));
}
console.log(`${count} letters in six languages`);
say('circulars publish', times.first);
say('again, nothing changed', times.same);
say('again, one letter changed', times.one);
if (times.hugo.length > 0) {
  say('Hugo', times.hugo);
  console.log(`Hugo takes ${(median(times.hugo) / median(times.first)).toFixed(1)} times as long`);
}
