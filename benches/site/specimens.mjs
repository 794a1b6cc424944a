/**
 * Writes a folder of specimen letters: each in six languages, or in those that are given (`en,fr`), in the years from 1995 to 2024, about
 * half of them citing another one, some
 * superseding or postponing it. The same count gives the same letters.
 *
 *   node specimens.mjs FOLDER COUNT [LANGUAGES]
 */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const [folder, count, languages = 'ar,zh,en,fr,ru,es'] = process.argv.slice(2);

const LANGUAGES = languages.split(',');

/** The letter from which all are made: with deadlines, a table, citations of letters and of Resolutions. */
const sources = LANGUAGES.map((code) => readFileSync(new URL(`../../letters/cl-24-901/${code}.md`, import.meta.url), 'utf8'));

/** How many lines of a letter are before its body: there is its date. */
const HEAD = 8;

const referenceOf = (at) => `CL-${String((1995 + at % 30) % 100).padStart(2, '0')}/${Math.floor(at / 30) + 1}`;

/** The letter with the number, from 0, in the language of the source. */
const specimen = (source, at) => {
  const year = String(1995 + at % 30);
  const lines = source.split('\n');
  const head = lines.slice(0, HEAD).join('\n').replace('2024', year);
  const body = lines.slice(HEAD).join('\n').replaceAll('CL-23/901', referenceOf((at * 7) % count)).replaceAll(/(?<!\/)\b901\b/g, String(at + 1)).replaceAll('2024', String(Number(year) + at % 2));
  return `${head}\n${body}`.replaceAll('CL-24/901', referenceOf(at));
};

for (let at = 0; at < count; at++) {
  const letter = `${folder}/${referenceOf(at).toLowerCase().replace('/', '-')}`;
  mkdirSync(letter, { recursive: true });
  sources.forEach((source, index) => writeFileSync(`${letter}/${LANGUAGES[index]}.md`, specimen(source, at)));
}
