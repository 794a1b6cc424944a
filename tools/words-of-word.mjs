// Compares what LibreOffice has read in Word files with what `circulars import` reads: every word of the one must be in the other.
//
// In the folder, each letter is there as NAME.docx, as NAME.txt by LibreOffice, and as NAME.md by the library. LibreOffice leaves out headers and
// footers, and hyphenates nothing.
//
//   node tools/words-of-word.mjs FOLDER

import { readFileSync, readdirSync } from 'node:fs';

const [folder] = process.argv.slice(2);

// The words, with how often each occurs; of Chinese, the characters. What Markdown has for emphasis, and its escapes, are no words.
const wordsOf = (text) => {
  const plain = text.replace(/<[^>]*>/g, ' ').replace(/\[\^(\w+)\](:?)/g, (_, mark, end) => mark + end.replace(':', ' '))
    .replace(/[*_\\\u00ad]/g, '').replaceAll('\u2011', '-').normalize('NFC');
  const counts = new Map();
  for (const [word] of plain.matchAll(/\p{Script=Han}|[[\p{L}\p{N}]--\p{Script=Han}]+/gv)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

let failed = 0;
const names = readdirSync(folder).filter((name) => name.endsWith('.docx')).map((name) => name.slice(0, -5));
for (const name of names) {
  const [theirs, ours] = ['txt', 'md'].map((ending) => wordsOf(readFileSync(`${folder}/${name}.${ending}`, 'utf8')));
  const missing = [...theirs].filter(([word, count]) => (ours.get(word) ?? 0) < count).map(([word]) => word);
  if (missing.length > 0) console.error(`error: ${name}: LibreOffice has ${missing.join(', ')}`);
  failed += missing.length > 0;
}
console.log(`${names.length - failed} of ${names.length} letters have every word that LibreOffice has`);
process.exit(failed > 0 || names.length === 0 ? 1 : 0);
