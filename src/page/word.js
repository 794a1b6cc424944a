/**
 * A Word file on the standalone page: it is read here, shown as a letter with its receipt, compared with the version that is
 * published, and saved as Markdown. Nothing leaves the page. Loaded when the reader opens a file.
 */

/** The most differences that are shown, and the longest text of one, in characters. */
const MOST_DIFFERENCES = 20;
const LONGEST = 200;

let importer;

/** The number of files that have been opened or closed: what belongs to an earlier one is no longer shown. */
let opened = 0;

/** How long no more of a letter has to come until it is whole, in milliseconds: a long one comes when the browser is idle. */
const REST = 1200;

/** The importer, once it is there; it is loaded again after a failure. */
const loaded = () => {
  importer ??= (async () => {
    const [{ initSync, read }, response] = await Promise.all([import('./importer.js'), fetch(new URL('./importer_bg.wasm', import.meta.url))]);
    initSync({ module: await WebAssembly.compile(await response.arrayBuffer()) });
    return read;
  })().catch((error) => {
    importer = undefined;
    throw error;
  });
  return importer;
};

const create = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter(Boolean));
  return element;
};

const button = (words, onClick) => {
  const element = create('button', { type: 'button' }, words);
  element.addEventListener('click', onClick);
  return element;
};

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

const shortened = (text) => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`);

/** The words of the page, a module for each language. Bundlers look for modules in this form. */
const MODULES = {
  ar: () => import('./word-ar.js'),
  zh: () => import('./word-zh.js'),
  en: () => import('./word-en.js'),
  fr: () => import('./word-fr.js'),
  ru: () => import('./word-ru.js'),
  es: () => import('./word-es.js'),
};

/** The words in the language of the page, once they are there. */
let spoken;

const words = () => spoken;

const loadWords = async () => {
  ({ default: spoken } = await (MODULES[document.documentElement.lang] ?? MODULES.en)());
};

// The receipt.

const row = (label, count, texts = []) => create('tr', {},
  create('th', { scope: 'row' }, label, ...texts.slice(0, 5).map((text) => create('q', { dir: 'auto' }, shortened(text)))),
  create('td', {}, String(count)));

const receiptOf = (read) => {
  const { receipt, characters, kept, added, leftOut, dropped } = words();
  return create('table', {}, create('caption', {}, receipt), create('tbody', {},
    row(characters, read.characters),
    row(kept, read.kept),
    ...read.dropped.map((lost) => row(filled(leftOut, { about: dropped[lost.reason] }), lost.characters, lost.texts)),
    row(added, read.added)));
};

const remarksOf = ({ remarks }) => remarks.length > 0
  && create('ul', {}, ...remarks.map(({ code, about }) => create('li', {}, filled(words().remarks[code], { about }))));

// The published version.

/** The paragraphs of a letter, as they read. */
const paragraphsOf = (element) => [...element.querySelectorAll('article[slot=letter] [data-piece]')]
  .map((piece) => piece.innerText ?? piece.textContent)
  .flatMap((text) => text.split('\n'))
  .map((text) => text.normalize('NFC').replaceAll('\u2011', '-').replace(/\s+/g, ' ').trim())
  .filter(Boolean);

const untilShown = (element) => new Promise((resolve, reject) => {
  element.addEventListener('letter-load', resolve, { once: true });
  element.addEventListener('letter-error', ({ detail }) => reject(new Error(detail.code)), { once: true });
});

/** Resolves once all of the letter is on the page. */
const untilWhole = async (element) => {
  for (let before = -1, count = 0; before !== count;) {
    before = count;
    await new Promise((resolve) => setTimeout(resolve, REST));
    count = element.querySelectorAll('[data-piece]').length;
  }
};

/** The address of the version in the catalogue of the page; undefined if there is none. */
const published = async (element) => {
  const { ids = [], language } = element.metadata() ?? {};
  const address = new URL(element.getAttribute('catalogue'), document.baseURI);
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.status);
  const { letters = [] } = await response.json();
  const version = letters.find(({ id }) => id === ids[0])?.versions?.find((one) => one.language === language);
  return version && { address: new URL(version.file, address).href, language };
};

/** The paragraphs that only one of the two has, in their order. */
const differencesOf = (here, there) => {
  const without = (list, others) => {
    const left = new Map();
    for (const text of others) left.set(text, (left.get(text) ?? 0) + 1);
    return list.filter((text) => {
      const count = left.get(text) ?? 0;
      left.set(text, count - 1);
      return count <= 0;
    });
  };
  return { here: without(here, there), there: without(there, here) };
};

/** Compares the letter with the published version; `isCurrent` says whether it is still shown. */
const compare = async (element, place, isCurrent) => {
  const its = words();
  place.textContent = its.comparing;
  let other;
  try {
    const version = await published(element);
    if (!isCurrent()) return;
    if (!version) {
      place.textContent = its.unpublished;
      return;
    }
    other = create('circular-letter', { src: version.address, lang: version.language, controls: 'none', class: 'unseen', inert: '', 'aria-hidden': 'true' });
    const shown = untilShown(other);
    element.after(other);
    await shown;
    await Promise.all([untilWhole(element), untilWhole(other)]);
    if (isCurrent()) showDifferences(place, differencesOf(paragraphsOf(element), paragraphsOf(other)), version.language);
  } catch {
    if (isCurrent()) place.textContent = its.unreachable;
  } finally {
    other?.remove();
  }
};

const showDifferences = (place, { here, there }, lang) => {
  const its = words();
  if (here.length === 0 && there.length === 0) {
    place.textContent = its.identical;
    return;
  }
  const list = (title, texts) => texts.length > 0 && create('div', {}, create('h3', {}, title),
    create('ul', {}, ...texts.slice(0, MOST_DIFFERENCES).map((text) => create('li', { dir: 'auto', lang }, shortened(text)))));
  place.replaceChildren(its.differs, ...[list(its.here, here), list(its.there, there)].filter(Boolean));
};

// The file.

const save = (name, markdown) => {
  const href = URL.createObjectURL(new Blob([markdown], { type: 'text/markdown;charset=utf-8' }));
  create('a', { href, download: `${name.replace(/\.\w+$/, '')}.md` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
};

const panel = (name) => {
  document.querySelector('.from-word')?.remove();
  const section = create('section', { class: 'from-word', 'aria-labelledby': 'from-word' });
  section.append(create('h2', { id: 'from-word', tabindex: '-1' }, filled(words().title, { name })), create('p', { role: 'status' }));
  return section;
};

/** Shows the letter that the file has become, with its receipt. */
const show = async (element, section, found, name, isCurrent) => {
  const { save: saving } = words();
  section.querySelector('.buttons').before(...[receiptOf(found), remarksOf(found)].filter(Boolean));
  section.querySelector('.buttons').prepend(button(saving, () => save(name, found.markdown)));
  if (element.text !== found.markdown) {
    const shown = untilShown(element);
    element.text = found.markdown;
    await shown;
  }
  if (isCurrent()) await compare(element, section.querySelector('[role=status]'), isCurrent);
};

/** Opens the file in the element; with `accepts`, as if all revisions were accepted. */
export const open = async (file, element, accepts = false) => {
  opened += 1;
  const number = opened;
  const isCurrent = () => opened === number;
  await loadWords();
  if (!isCurrent()) return;
  const its = words();
  const section = panel(file.name);
  const status = section.querySelector('[role=status]');
  const close = button(its.close, () => {
    opened += 1;
    section.remove();
    element.text = null;
    document.querySelector('.open-word input')?.focus();
  });
  section.append(create('p', { class: 'buttons' }, close));
  element.before(section);
  section.querySelector('h2').focus();
  status.textContent = its.reading;
  try {
    const [read, bytes] = await Promise.all([loaded(), file.arrayBuffer()]);
    if (!isCurrent()) return;
    const found = JSON.parse(read(new Uint8Array(bytes), accepts));
    if (found.refusal) {
      status.textContent = its.refusals[found.refusal] ?? its.refusals.damaged;
      if (found.refusal === 'unaccepted') close.before(button(its.accept, () => open(file, element, true)));
      return;
    }
    await show(element, section, found, file.name, isCurrent);
  } catch {
    // A module that has stopped is never used again.
    importer = undefined;
    if (isCurrent()) status.textContent = its.refusals.failed;
  }
};
