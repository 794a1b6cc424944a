/**
 * The frame of a letter before the viewer is there: the bar with the name of the letter, its languages as links and the
 * names of the tools, the sheet, and the room for the rail. It is as the viewer's own, which takes its place, so that
 * nothing moves; what is pressed in it, the viewer does.
 */
import { LANGUAGES, directionOf } from './languages.js';
import { create } from './making.js';
import { addressOf, isKept } from './view.js';
import { absolute } from './choice.js';
import { NAMES, WORDS } from './words.js';

export { BUILD as build } from './build.js';

export { cardOf, isPlainClick, onClick } from './clicks.js';

/** The name and the date of the letter. */
const identity = ({ name, letter: { date } }, format) => create('p', { class: 'identity' },
  create('bdi', { class: 'reference' }, name), ' ',
  date && create('time', { datetime: date }, format.format(new Date(`${date}T00:00Z`))));

/** A button that the viewer has too. */
const tool = (name, words) => create('button', { type: 'button', class: `tool ${name}`, 'data-control': `.bar .${name}` }, words);

const language = (code, version, { view, shown, keeps, words }) => {
  if (!version) {
    return create('li', {}, create('span', { class: 'missing', lang: code, title: words.notAvailable }, NAMES[code]),
      create('span', { class: 'unseen' }, ` (${words.notAvailable})`));
  }
  const beside = view.with.map((other) => (other === code ? shown : other)).filter((other) => other !== code);
  const href = keeps ? addressOf({ ...view, language: code, with: beside }, true) : version.address;
  return create('li', {}, create('a', {
    href, lang: code, hreflang: code, 'aria-current': code === shown && 'true', 'data-control': `.languages a[hreflang=${code}]`,
  }, NAMES[code]));
};

/** The languages of the letter, and the button that opens their list on a narrow screen. */
const languages = (versions, circumstances) => {
  const { shown, words } = circumstances;
  const current = create('button', {
    type: 'button', class: 'current', 'aria-expanded': 'false', 'data-control': '.languages .current',
  }, create('span', { class: 'unseen' }, `${words.languages}: `), create('span', { lang: shown }, NAMES[shown] ?? '–'));
  const entries = LANGUAGES.map((code) => language(code, versions.find((version) => version.language === code), circumstances));
  return create('nav', { class: 'languages', part: 'languages', 'aria-label': words.languages }, current,
    create('ul', { id: 'languages' }, ...entries));
};

/** The button that opens the tools in a narrow column. */
const menu = (words) => create('button', { type: 'button', class: 'menu', 'aria-expanded': 'false', 'data-control': '.menu' },
  create('span', { 'aria-hidden': 'true' }, '⋯'), create('span', { class: 'unseen' }, words.tools));

/** The link to all letters, where the site has a page for them. */
const list = (catalogue, words) => {
  const page = catalogue?.json?.page;
  const href = typeof page === 'string' ? absolute(page.replace('{id}', ''), catalogue.base) : undefined;
  return href && create('a', { class: 'tool', href }, words);
};

/** Whether the letter is so long that it has an outline. */
const hasOutline = ({ outline = [] }) => outline.filter(({ place }) => place).length > 1;

const bar = ({ record, request, view, wanted, catalogue, format }, shows, keeps) => {
  const words = WORDS[request.interface];
  const shown = record.letter.language;
  const { versions } = wanted;
  const others = versions.some((version) => version.language !== shown);
  const circumstances = { view, shown, keeps, words };
  return create('div', { class: 'bar', part: 'bar', role: 'group', 'aria-label': words.tools },
    identity(record, format),
    versions.length > 0 && shows('languages') && languages(versions, circumstances),
    create('div', { class: 'tools' }, menu(words), create('div', { class: 'entries' },
      others && shows('compare') && create('div', { class: 'comparing' }, tool('compare', words.compare)),
      shows('list') && list(catalogue, words.allLetters),
      hasOutline(record) && shows('outline') && tool('to-outline', words.contents),
      shows('details') && tool('to-details', words.details),
      shows('references') && tool('to-references', words.references),
      shows('print') && tool('print', words.print),
      shows('tools') && tool('more', words.more))));
};

/** The number of segments of each record whose addresses are absolute. */
const settled = new WeakMap();

/** Makes the addresses in the tree absolute; those of places in the letter stay. */
const settle = (node, base) => {
  for (const part of node) {
    if (Array.isArray(part)) settle(part, base);
    else if (part?.href && !/^(#|\w+:)/.test(part.href)) part.href = absolute(part.href, base) ?? part.href;
  }
};

/** The record, in which the letter's own links, which are relative to its file, lead where they do from there. */
export const settledRecord = (record, version) => {
  // What the reader has made of Markdown names no source.
  const { source } = record;
  const base = source ? absolute(source, version.record ?? version.address) : version.address ?? version.record;
  const { segments } = record;
  try {
    for (const { nodes } of segments.slice(settled.get(record))) settle(nodes, base);
  } catch {
    // What is no tree is refused where it is shown.
  }
  settled.set(record, segments.length);
  return record;
};

/** The keys of citations in records that `circulars read` does not print. */
const OF_RECORDS = ['titleLanguage', 'targetLanguage', 'edition', 'link', 'reversible', 'line', 'column'];

/** The citations of a record, as `circulars read` prints them. */
export const citationsOf = ({ citations }) => {
  const copies = structuredClone(citations ?? []);
  for (const copy of copies) for (const key of OF_RECORDS) delete copy[key];
  return copies;
};

/** The frame of the letter in the element. */
export const frame = (element, letter) => {
  const controls = element.getAttribute('controls');
  const shows = (name) => controls === null || controls.split(/\s+/).includes(name);
  const code = letter.request.interface;
  const hasRail = ['outline', 'details', 'versions', 'references'].some(shows);
  const hasBar = ['list', 'languages', 'compare', 'outline', 'details', 'references', 'print', 'tools'].some(shows);
  return create('div', { class: 'viewer', part: 'viewer', lang: code, dir: directionOf(code) },
    create('div', { class: 'top' }, hasBar && bar(letter, shows, isKept(element))),
    create('div', { class: hasRail ? 'desk with-rail' : 'desk' },
      create('div', { class: 'answers', part: 'answers' }),
      create('div', { class: 'sheet', part: 'sheet' },
        create('slot', { name: 'emblem', dir: directionOf(letter.record.letter.language) }),
        create('slot', { name: 'letter' })),
      create('aside', { class: 'rail', 'aria-label': WORDS[code].details })));
};
