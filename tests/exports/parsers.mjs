// Reads what `circulars export` writes of every letter with independent parsers, and compares it with what `circulars read` says.
//
//   node tests/exports/parsers.mjs COMMAND FILE.md...

import { spawnSync } from 'node:child_process';
import Cite from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import ICAL from 'ical.js';

const [command, ...files] = process.argv.slice(2);
const ONE_LINE = /\s+/g;

let wrong = 0;
let checked = 0;
const equal = (file, what, found, expected) => {
  checked += 1;
  const [one, other] = [found, expected].map((value) => JSON.stringify(value ?? null));
  if (one === other) return;
  wrong += 1;
  console.error(`error: ${file}: ${what}: ${one} is read, and ${other} is in the letter`);
};

const exported = (file, format) => {
  const { stdout, stderr, status } = spawnSync(command, ['export', file, '--to', format], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status === 0) return stdout;
  return / there is no |not a circular letter|is empty/.test(stderr) ? undefined : (equal(file, format, stderr, ''), undefined);
};

const plain = (text) => text.replace(ONE_LINE, ' ').trim();

/** What a bibliography must have kept of the letter. */
const checkEntry = (file, format, item, letter) => {
  // Between the lines of a subject may be a dash.
  const bare = (text) => plain(text).replace(/[\s–]/g, '');
  const [title, date] = [letter.subject?.join(' '), letter.date?.split('-').map(Number)];
  equal(file, `${format}: type`, item.type, 'report');
  for (const reference of letter.references ?? []) equal(file, `${format}: number`, item.number?.includes(reference), true);
  if (title) equal(file, `${format}: title`, item.title && bare(item.title), bare(title));
  equal(file, `${format}: date`, item.issued?.['date-parts']?.[0], date);
  equal(file, `${format}: publisher`, [item.publisher, item['publisher-place']], ['ITU', letter.place ?? 'Geneva']);
  const [author] = item.author;
  // RIS has names of people alone, which are divided at their comma.
  if (letter.issuer && format !== 'ris') equal(file, `${format}: author`, author.literal ?? author.family, letter.issuer);
};

/** Whether all that a calendar must have is in it, and no event twice. */
const checkCalendar = (file, text, letter) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  const uids = events.map(({ uid }) => uid);
  equal(file, 'ics: UID', new Set(uids).size, uids.length);
  const days = (first, last) => `${first} ${last}`;
  const inCalendar = new Set(events.map((event) => {
    const last = event.endDate.clone();
    last.adjust(-1, 0, 0, 0);
    equal(file, 'ics: whole days', [event.startDate.isDate, event.endDate.isDate], [true, true]);
    return days(event.startDate, last);
  }));
  const inLetter = new Set((letter.dates ?? []).filter(({ kind }) => kind !== 'earlier').map(({ first, last }) => days(first, last)));
  equal(file, 'ics: days', [...inCalendar].sort(), [...inLetter].sort());
  for (const line of text.split('\r\n')) if (Buffer.byteLength(line) > 75) equal(file, 'ics: length of a line', line, '');
};

const checkCards = (file, format, text, letter) => {
  const cards = ICAL.parse(text);
  const each = typeof cards[0] === 'string' ? [cards] : cards;
  const of = (card, name) => new ICAL.Component(card).getAllProperties(name).map((property) => property.getFirstValue());
  equal(file, `${format}: cards`, each.length, letter.contact.length);
  const emails = each.flatMap((card) => of(card, 'email'));
  equal(file, `${format}: addresses`, emails, letter.contact.flatMap(({ email }) => email ?? []));
  const numbers = each.flatMap((card) => of(card, 'tel')).length;
  equal(file, `${format}: numbers`, numbers, letter.contact.flatMap(({ phone, fax }) => [...(phone ?? []), ...(fax ?? [])]).length);
  for (const card of each) equal(file, `${format}: FN`, of(card, 'fn').length, 1);
};

for (const file of files) {
  const json = exported(file, 'csl');
  if (json === undefined) continue;
  // The exit status speaks of the publisher's problems.
  const letter = JSON.parse(spawnSync(command, ['read', file], { encoding: 'utf8', maxBuffer: 2 ** 28 }).stdout);
  const [csl] = new Cite.Cite(json).data;
  const [bibtex] = new Cite.Cite(exported(file, 'bibtex')).data;
  const [ris] = new Cite.Cite(exported(file, 'ris')).data;
  checkEntry(file, 'csl', csl, letter);
  checkEntry(file, 'bibtex', bibtex, letter);
  checkEntry(file, 'ris', ris, letter);
  const calendar = exported(file, 'ics');
  if (calendar !== undefined) checkCalendar(file, calendar, letter);
  else equal(file, 'ics: none', (letter.dates ?? []).filter(({ kind }) => kind !== 'earlier'), []);
  for (const format of ['vcf', 'vcf3']) {
    const cards = exported(file, format);
    if (cards !== undefined) checkCards(file, format, cards, letter);
    else equal(file, `${format}: none`, letter.contact ?? [], []);
  }
}
console.log(`${checked} values read, ${wrong} wrong`);
if (wrong > 0 || checked === 0) process.exit(1);
