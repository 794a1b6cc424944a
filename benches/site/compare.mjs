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

// The same letters for Hugo, each with the fields that it cannot find itself.
cpSync(`${here}hugo`, `${folder}/hugo`, { recursive: true });
const content = `${folder}/hugo/content/letters`;
mkdirSync(content, { recursive: true });
for (const letter of readdirSync(letters)) {
  const [, year, number] = /^cl-(\d+)-(\d+)$/.exec(letter);
  const full = Number(year) > 90 ? `19${year}` : `20${year}`;
  for (const file of readdirSync(`${letters}/${letter}`)) {
    const text = readFileSync(`${letters}/${letter}/${file}`, 'utf8');
    writeFileSync(`${content}/${letter}.${file.replace('.md', '')}.md`, `---\ntitle: "CL-${year}/${number}"\ndate: ${full}-01-23\nid: sg/cl/${full}/${number}\n---\n${text}`);
  }
}

// Each round writes elsewhere: a file system may be slow to reuse what was deleted just before.
const publish = (site) => run(circulars, 'publish', letters, '--out', site, '--address', 'https://www.example.org/letters/');
const times = { first: [], same: [], one: [], hugo: [] };
for (let round = 0; round < rounds; round++) {
  const site = `${folder}/site-${round}`;
  times.first.push(publish(site));
  times.same.push(publish(site));
  appendFileSync(`${letters}/cl-95-1/en.md`, `\nChanged ${round}.\n`);
  times.one.push(publish(site));
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
