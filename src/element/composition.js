/**
 * What the viewer shows of records: the letter with names for assistive technology, current targets of its references and
 * the controls in its text; versions side by side; a paragraph that is opened in another language. The viewer says what
 * (`letter_text.rs`), and the presenter puts the result on the page.
 */
import { withMarks } from './marking.js';
import { arranged, attributesOf, childrenOf } from './tree.js';

/** The places that a version can have on the page. */
const MAIN = 'main';
const EXCERPT = 'excerpt';

const filled = (template, number) => template.replace('{n}', number);

/** The name of a paragraph or an annex, by its place and the number that it is known by. */
const nameOf = (place, number, { annex, paragraph }, template = paragraph) => {
  const [, inAnnex] = /^annex-(\d+)/.exec(place) ?? [];
  return [inAnnex && filled(annex, inAnnex), number && filled(template, number)].filter(Boolean).join(' · ');
};

/** Whether a citation is in a link of the letter itself. */
const isGiven = (attributes) => attributes.class.endsWith('given');

const textOf = (node) => (typeof node === 'string' ? node : childrenOf(node).map(textOf).join(''));

/** An element; attributes without a value are left out. */
const element = (tag, attributes, ...children) => [
  tag, Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined)), ...children,
];

/** A version of the letter, as it is dressed for its place on the page. */
class Version {
  #record;
  #description;
  #names;
  #tables = 0;

  constructor(record, description, names) {
    this.#record = record;
    this.#description = description;
    this.#names = names;
  }

  /** The nodes of each segment. */
  segments() {
    return withMarks(this.#record.segments.map(({ nodes }) => this.#nodes(nodes, undefined)), this.#description.marks);
  }

  #isMain() {
    return this.#description.place === MAIN;
  }

  #nodes(nodes, note) {
    return nodes.flatMap((node) => this.#dressed(node, note));
  }

  /** The nodes that are shown for a node, in the footnote with the label `note`. */
  #dressed(node, note) {
    if (typeof node === 'string') return [node];
    const [tag] = node;
    const attributes = this.#placed(attributesOf(node));
    const { class: kind } = attributesOf(node);
    const children = (label = note) => this.#nodes(childrenOf(node), label);
    const { 'data-reference': number, href } = attributes;
    if (kind === 'permalink') return this.#isMain() ? [this.#permalink(attributes)] : [];
    if (number !== undefined) return [this.#citation(tag, attributes, children())];
    if (kind === 'scroller') return [[tag, { ...attributes, 'aria-label': this.#table() }, ...children()]];
    if (kind === 'footnote') return [[tag, attributes, ...children(textOf(childrenOf(node).find((child) => child[0] === 'sup') ?? ''))]];
    const isMark = /^#(note|mark)-/.test(href);
    // In an excerpt the footnotes are not on the page.
    if (isMark && this.#description.place === EXCERPT && note === undefined) return children();
    if (isMark) attributes['aria-label'] = `${this.#names.footnote} ${note ?? textOf(node)}`;
    return [[tag, attributes, ...children()]];
  }

  /** The attributes in this place: only the letter itself has the names that all versions share. */
  #placed(attributes) {
    const placed = { ...attributes };
    if (this.#isMain()) {
      // The browser marks a place that the address names only if it was there when the page came.
      if (placed.id && location.hash === `#${placed.id}`) placed.class = `${placed.class ?? ''} arrived`;
      return placed;
    }
    const { code } = this.#description;
    delete placed['data-piece'];
    if (placed.id && code) placed.id = `${placed.id}-${code}`;
    if (/^#(note|mark)-/.test(placed.href) && code) placed.href = `${placed.href}-${code}`;
    return placed;
  }

  /** The link of a paragraph or an annex to itself. */
  #permalink(attributes) {
    const label = nameOf(attributes.href.slice(1), attributes['data-number'], this.#names);
    // Where a paragraph can be opened in another language, its link is among the languages: one stop of the keyboard fewer.
    const tabindex = this.#description.hasPeek && attributes['data-number'] ? '-1' : undefined;
    return element('a', { ...attributes, 'aria-label': label, lang: this.#names.lang, tabindex });
  }

  #table() {
    this.#tables += 1;
    const { code, name } = this.#description;
    const label = `${this.#names.table} ${this.#tables}`;
    return this.#isMain() || !code ? label : `${label} (${name})`;
  }

  /** A citation with its current target. A link of the letter itself keeps its own. */
  #citation(tag, attributes, children) {
    const { before, references } = this.#description;
    const own = Number(attributes['data-reference']);
    const reference = references[own - 1] ?? {};
    const isWhole = 'data-document' in attributes;
    const { state, provenance } = reference;
    const number = String(before + own);
    const of = {
      class: attributes.class, 'data-reference': number, 'aria-keyshortcuts': 'Alt+ArrowDown',
      ...isWhole && { id: `r${number}`, 'data-document': attributes['data-document'], 'data-state': state, 'data-provenance': provenance },
    };
    if (isGiven(attributes)) return element('a', { ...attributes, ...of }, ...children);
    const { href, hreflang } = reference;
    if (href !== undefined) return element('a', { href, hreflang, ...of }, ...children);
    return element('span', { role: 'link', 'aria-disabled': 'true', tabindex: '0', ...of }, ...children);
  }
}

/** The content of a row in one version; an empty one may say that the version has no such passage. */
const cell = (nodes, { lang, dir, name, label }, isExpected, names) => {
  if (nodes.length > 0) return element('div', { class: 'cell', lang, dir, 'data-language': name }, ...nodes);
  // The style sheet shows the note, so that it is not copied with the letter; assistive technology gets the label.
  const note = isExpected ? names.noPartner : undefined;
  return element('div', {
    class: 'cell empty', lang: names.lang, dir: names.dir, 'data-language': name, 'data-note': note,
    role: note && 'note', 'aria-label': note && `${label} – ${note}`,
  });
};

/** The versions side by side, row by row, so that each reads across as well as down. */
const columns = (versions, { versions: descriptions, rows, names }) => {
  const segments = versions.map((version) => version.segments());
  const row = ({ cells, isExpected }) => ['div', { class: 'row' }, ...cells.map(([start, end], index) => (
    cell(segments[index].slice(start, end).flat(), descriptions[index], isExpected, names)
  ))];
  return [['div', { class: versions.length > 2 ? 'columns three' : 'columns' }, ...rows.map(row)]];
};

/** A note of the viewer in place of text of the letter. */
const note = (words, { lang, dir }) => ['p', { class: 'note', lang, dir }, words];

/** The paragraph in the other language, and the languages to choose from. */
const peeked = (version, { names, peek }, { id, permalink }) => {
  const { languages, code, lang, dir, label, partners: [start, end] = [0, 0], waiting } = peek;
  const choice = languages.map((language) => ['button', {
    type: 'button', 'data-peek-language': language.code, lang: language.lang,
    'aria-pressed': String(language.code === code),
  }, language.name]);
  const nodes = version ? version.segments().slice(start, end).flat() : [];
  const words = version ? names.noPartner : waiting;
  const content = nodes.length > 0 ? nodes : [note(words, names)];
  return ['div', { class: 'peeked', id, role: 'group', 'aria-label': label, lang: names.lang, dir: names.dir },
    ['div', { class: 'choice' }, ...choice, permalink],
    ['div', { class: 'cell', lang, dir }, ...content]];
};

/** The button after a paragraph that opens it in another language, and the opened paragraph. */
const peeking = ({ id: place, number }, other, description) => {
  const { names, peek } = description;
  const isOpen = peek.paragraph === place;
  const id = `peek-${place}`;
  const label = nameOf(place, number, names, names.peek);
  const button = element('button', {
    type: 'button', class: 'peek', 'data-peek': place, lang: names.lang, 'aria-label': label,
    'aria-expanded': String(isOpen), 'aria-controls': isOpen ? id : undefined,
  });
  const permalink = ['a', { href: `#${place}`, 'aria-label': nameOf(place, number, names) }, `¶\u00a0${number}`];
  return ['div', { class: 'peeking' }, button, ...isOpen ? [peeked(other, description, { id, permalink })] : []];
};

/** The place of the paragraph that the segment is, and the number that it is known by; undefined if it is none. */
const paragraphOf = ({ nodes: [node = ''] }) => {
  const { id, class: name } = attributesOf(node);
  if (!/^paragraph/.test(name)) return undefined;
  return { id, number: attributesOf(childrenOf(node)[0])['data-number'] };
};

/**
 * The nodes for the records. The description has `names` (the words of the interface), `versions` (for each record its
 * place, language and references), and `rows` where they are side by side, or `peek` where paragraphs can be opened in
 * another language.
 */
export const compose = (records, description) => {
  const { names, versions: descriptions, rows, peek } = description;
  const versions = records.map((record, index) => new Version(record, { ...descriptions[index], hasPeek: Boolean(peek) }, names));
  if (rows) return columns(versions, description);
  const [letter, other] = versions;
  if (!letter) return [];
  const segments = letter.segments();
  if (!peek) return arranged(segments);
  return arranged(segments.map((nodes, index) => {
    const paragraph = paragraphOf(records[0].segments[index]);
    return paragraph ? [...nodes, peeking(paragraph, other, description)] : nodes;
  }));
};
