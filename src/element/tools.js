/**
 * The tools that a reader takes something away with, and that need no server: links, citations, dates, contacts, files, a code
 * for paper. Loaded when the reader asks for them.
 */
import encodeQR from 'qr';
import { dayIn, formatFor } from './dates.js';
import { FORMATS, textOf } from './exports.js';
import { bytesAt } from './fetching.js';
import { directionOf } from './languages.js';
import { absolute } from './choice.js';
import { create, labelled } from './making.js';
import { once } from './once.js';
import { adoptIn, sheetIn } from './sheets.js';
import { WORDS } from './tools-words.js';
import { isKept } from './view.js';

export { BUILD as build } from './build.js';

/** The style sheet of the tools. Bundlers look for addresses in this form. */
const sheet = once((files) => files.textAt(new URL('./tools.css', import.meta.url)));

/** The time for which the browser may need the address of a file, in milliseconds. */
const ADDRESS_LIVES = 60_000;

// The letter.

const recordOf = (loader, version) => new Promise((resolve, reject) => {
  loader.record(version, (record, failure) => (record ? resolve(record) : reject(new Error(failure))));
});

/** The version that is shown. */
const shownVersion = (loader) => {
  const { version, versions = [] } = loader.state().wanted;
  return versions.find(({ language }) => language === loader.presenter.language()) ?? version;
};

/** The records of all versions, with the one that is shown first. A version that does not come is left out. */
const allRecords = async ({ loader, record, version }) => {
  const others = (loader.state().wanted.versions ?? []).filter(({ key }) => key !== version.key);
  const records = await Promise.allSettled(others.map((other) => recordOf(loader, other)));
  return [record, ...records.filter(({ value }) => value).map(({ value }) => value)];
};

/** The Markdown of the letter: what it was read from. */
const markdownOf = async ({ version, record, loader }) => {
  if (version.text !== undefined) return version.text;
  const address = record.source ? new URL(record.source, new URL(version.record ?? version.address, document.baseURI)).href : version.address;
  return new TextDecoder().decode(await bytesAt(address, { timeout: 30_000 }));
};

/** A name for files of the letter: `cl-20-43-fr`. */
const fileName = ({ record: { name, letter } }) => [name, letter.language].join(' ').toLowerCase()
  .normalize('NFKD').replace(/[^\p{L}\p{Nd}]+/gu, '-').replace(/^-|-$/g, '') || 'letter';

// What is taken away.

/** Saves the text as a file, unless the page does something else with it. */
const save = ({ element, name }, format, text) => {
  const [end, type] = FORMATS[format];
  const detail = { format, name: name + end, text };
  const event = new CustomEvent('letter-export', { bubbles: true, composed: true, cancelable: true, detail });
  if (!element.dispatchEvent(event)) return;
  const href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  create('a', { href, download: detail.name }).click();
  setTimeout(() => URL.revokeObjectURL(href), ADDRESS_LIVES);
};

const takeFile = async (letter, format, date) => {
  const records = format === 'html' ? await allRecords(letter) : [letter.record];
  const text = format === 'markdown' ? await markdownOf(letter) : await textOf(letter.loader.files, records, format, date);
  if (!text) throw new Error(format);
  save(letter, format, text);
  return '';
};

const copyText = async ({ loader, message }, text) => {
  // Browsers allow it in secure contexts only, and may ask the reader.
  const isDone = await navigator.clipboard?.writeText(text).then(() => true, () => false);
  if (!isDone) return message('copyFailed');
  loader.dispatch('letter-copy', { text });
  return message('copied');
};

/**
 * The address of the page with the letter, or with a place in it: this one, unless its address does not hold the letter and the
 * catalogue names another.
 */
const linkTo = ({ element, loader, record }, place) => {
  const { json: { page } = {}, base } = loader.state().catalogue ?? {};
  const [id] = record.letter.ids ?? [];
  const other = !isKept(element) && typeof page === 'string' && id ? absolute(page.replace('{id}', id), base) : undefined;
  return (other ?? location.href).split('#')[0] + (place ? `#${place}` : '');
};

/** The paragraph that the reader has selected, or that the address names; undefined if there is none. */
const placeOf = (element) => {
  const { anchorNode, isCollapsed } = getSelection() ?? {};
  const selected = isCollapsed === false ? anchorNode?.parentElement?.closest('[id]') : undefined;
  const place = [selected, document.querySelector(':target')].find((found) => found && element.contains(found));
  return place?.querySelector('.permalink')?.dataset.number && place;
};

/** The citation of the letter in words of the reader's language; title, issuer and place are in that of the letter. */
const citationOf = async ({ loader, record, code, words, nameOf }) => {
  const [item] = JSON.parse(await textOf(loader.files, [record], 'csl'));
  const { letter: { ids: [id] = [], issuer, date, place } } = record;
  const day = date && dayIn(code, date);
  const [between, end] = code === 'zh' ? ['，', '。'] : [code === 'ar' ? '، ' : ', ', '.'];
  const parts = [words.itu, issuer, (id && nameOf(id)) ?? item.number, item.title, place, day, item.URL];
  const text = parts.filter((part, at) => part && parts.indexOf(part) === at).join(between);
  // A Russian date ends with a full stop itself.
  return text.endsWith(end) ? text : text + end;
};

/** Draws the code of the address at the end of the letter, where it is seen on paper alone, over the address, and prints. */
const printWithCode = (letter) => {
  const address = linkTo(letter);
  const rows = encodeQR(address, 'raw');
  const svg = (tag, attributes) => {
    const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    return node;
  };
  const path = rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  const picture = svg('svg', { viewBox: `0 0 ${rows.length} ${rows.length}`, role: 'img', 'aria-label': address });
  picture.append(svg('path', { d: path }));
  const root = letter.element.shadowRoot;
  root.querySelector('.code')?.remove();
  root.querySelector('.sheet').append(create('div', { class: 'code' }, picture));
  window.addEventListener('afterprint', () => root.querySelector('.code')?.remove(), { once: true });
  setTimeout(() => window.print());
  return '';
};

// The dialogue.

/** A button that does something; its outcome is announced. */
const button = (letter, words, act) => {
  const made = create('button', { type: 'button' }, words);
  made.addEventListener('click', async () => {
    made.disabled = true;
    const said = await Promise.resolve().then(act).catch(() => letter.words.failed);
    made.disabled = false;
    made.focus({ preventScroll: true });
    letter.status.textContent = said;
  });
  return made;
};

const group = (title, ...children) => create('section', {}, create('h3', {}, title), ...children);

const links = (letter) => {
  const { words, element, record } = letter;
  const place = placeOf(element);
  const number = place?.querySelector('.permalink').dataset.number;
  const title = `${record.name} ${(record.letter.subject ?? []).join(' ')}`.trim();
  const share = () => navigator.share({ title, url: linkTo(letter) }).then(() => '', () => '');
  return group(words.link, create('div', { class: 'choices' },
    button(letter, words.copyLink, () => copyText(letter, linkTo(letter))),
    number && button(letter, words.copyPlace.replace('{n}', number), () => copyText(letter, linkTo(letter, place.id))) || undefined,
    navigator.share && button(letter, words.share, share),
    button(letter, words.code, () => printWithCode(letter))));
};

const files = (letter, formats) => formats.map(([format, words]) => button(letter, words, () => takeFile(letter, format)));

const citing = (letter) => {
  const { words } = letter;
  const text = create('p', { class: 'citation-text', dir: 'auto' });
  const known = citationOf(letter);
  known.then((citation) => { text.textContent = citation; }, () => text.remove());
  return group(words.cite, text, create('div', { class: 'choices' },
    button(letter, words.copyCitation, async () => copyText(letter, await known)),
    ...files(letter, [['bibtex', 'BibTeX'], ['ris', 'RIS'], ['csl', 'CSL-JSON']])));
};

/** The words of a date of the letter: what it is, when, and what for. */
const dateWords = ({ code, message }, { kind, first, last, about }) => {
  const days = formatFor(code).formatRange(...[first, last].map((date) => new Date(`${date}T00:00Z`)));
  const label = message(kind === 'deadline' ? 'deadline' : 'event');
  return labelled(code, label, `${days}${about ? ` – ${about}` : ''}`);
};

const dates = (letter) => {
  const { words, record: { letter: { dates: all = [] } } } = letter;
  // As in a calendar: an event is one, however often the letter names it.
  const isSame = (one, other) => ['kind', 'first', 'last'].every((key) => one[key] === other[key]);
  const isNew = (date, at) => date.kind !== 'event' || all.findIndex((other) => isSame(other, date)) === at;
  const offered = [...all.entries()].filter(([at, date]) => date.kind !== 'earlier' && isNew(date, at));
  if (offered.length === 0) return undefined;
  const one = ([at, date]) => create('li', {}, button(letter, dateWords(letter, date), () => takeFile(letter, 'ics', at)));
  return group(words.dates, button(letter, words.allDates, () => takeFile(letter, 'ics')),
    offered.length > 1 ? create('ul', {}, ...offered.map(one)) : undefined);
};

const contacts = (letter) => {
  const { words, record: { letter: { contact = [] } } } = letter;
  if (contact.length === 0) return undefined;
  return group(words.contact, create('div', { class: 'choices' }, ...files(letter, [['vcf', words.card], ['vcf3', words.oldCard]])));
};

const downloads = (letter) => {
  const { words } = letter;
  return group(words.download, create('div', { class: 'choices' },
    ...files(letter, [['text', words.text], ['markdown', 'Markdown'], ['html', words.allVersions]])));
};

const dialogueOf = (letter) => {
  const { code, words, status } = letter;
  const close = create('button', { type: 'button', class: 'close', 'aria-label': words.close });
  const dialogue = create('dialog', { class: 'taking', tabindex: '-1', lang: code === 'zh' ? 'zh-Hans' : code, dir: directionOf(code), 'aria-labelledby': 'taking' },
    create('h2', { id: 'taking' }, words.title), close, status,
    links(letter), citing(letter), dates(letter), contacts(letter), downloads(letter));
  close.addEventListener('click', () => dialogue.close());
  // A press beside the dialogue, on its backdrop, is one on itself.
  dialogue.addEventListener('click', (event) => event.composedPath()[0] === dialogue && dialogue.close());
  return dialogue;
};

/** Opens the tools; closing them returns the focus to the button. `nameOf` gives the name of a letter in the reader's language. */
export const open = async (opener, element, loader, nameOf) => {
  const root = element.shadowRoot;
  const version = shownVersion(loader);
  const [record, text] = await Promise.all([recordOf(loader, version), sheet(loader.files)]);
  try {
    adoptIn(root, sheetIn(element.ownerDocument, 'tools', text));
  } catch {
    // A browser that cannot adopt a sheet shows the tools as the page does.
  }
  const code = loader.state().interface;
  const letter = {
    element, loader, record, version, code, nameOf,
    words: WORDS[code],
    message: (name) => loader.message(code, name),
    status: create('p', { class: 'outcome', role: 'status' }),
  };
  letter.name = fileName(letter);
  root.querySelector('.taking')?.remove();
  const dialogue = dialogueOf(letter);
  root.append(dialogue);
  dialogue.addEventListener('close', () => {
    dialogue.remove();
    opener.focus({ preventScroll: true });
  });
  dialogue.showModal();
  dialogue.focus();
};
