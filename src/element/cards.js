/**
 * The letters of a catalogue as cards, searched and filtered: cards in, pages of cards out. It knows neither the page nor
 * the network.
 *
 * A question is what a reader asks of the list: `text`, `year`, `series`, `language`, `isInForce`, `hasDeadline` and the number
 * of the `page`, from 1. What is empty is not asked.
 */
import { LANGUAGES } from './languages.js';
import { ISSUERS } from './issuers.js';

/** The number of cards on a page. */
export const ON_A_PAGE = 50;

/** The effects of a letter on others, with the effect that each of those is under. The first is the strongest. */
const EFFECTS = { supersedes: 'supersededBy', postpones: 'postponedBy', corrects: 'correctedBy' };

const listOf = (value) => (Array.isArray(value) ? value : []);

/** The day (`2020-10-05`); empty where the value is none. */
const dayOf = (value) => (/^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : '');

/** The series of a letter: its id without year, number and amendment. */
export const seriesOf = (id) => id.split('/').slice(0, 2).join('/');

const versionsOf = (letter) => {
  const versions = listOf(letter.versions).filter((version) => version && typeof version.file === 'string');
  return LANGUAGES.map((code) => versions.find(({ language }) => language === code)).filter(Boolean);
};

/** The card of a letter, without what others do to it. */
export const cardOf = (letter) => ({
  id: letter.id,
  date: dayOf(letter.date),
  year: dayOf(letter.date).slice(0, 4),
  series: seriesOf(letter.id),
  issuer: letter.issuer,
  versions: versionsOf(letter),
  deadlines: listOf(letter.dates).filter((date) => date?.kind === 'deadline').map(({ last }) => dayOf(last)).filter(Boolean),
  standing: [],
});

/** The cards of the letters that the catalogue holds, the latest first. */
export const cardsOf = (catalogue) => {
  const letters = listOf(catalogue.letters).filter((letter) => typeof letter?.id === 'string');
  const cards = new Map();
  for (const letter of letters) {
    const card = cardOf(letter);
    if (card.versions.length > 0 && !cards.has(card.id)) cards.set(card.id, card);
  }
  for (const [effect, standing] of Object.entries(EFFECTS)) {
    for (const letter of letters) {
      for (const id of listOf(letter[effect])) cards.get(id)?.standing.push({ standing, by: letter.id });
    }
  }
  // The catalogue has the oldest first, and letters of one day in order.
  return [...cards.values()].reverse().sort((one, other) => (one.date < other.date) - (one.date > other.date));
};

/** Letters of other alphabets that pass for Latin ones in references: “С-19/53”. */
const LOOK_ALIKES = { а: 'a', в: 'b', с: 'c', е: 'e', н: 'h', к: 'k', м: 'm', о: 'o', р: 'p', т: 't', х: 'x' };

/** Arabic letters that are written in several ways. */
const SAME = { ة: 'ه', ى: 'ي' };

/** The digits of other scripts, each a run of ten: Arabic-Indic, and those of Persian. */
const ZEROS = [0x660, 0x6F0];

const asciiDigit = (digit) => {
  const zero = ZEROS.find((first) => digit.codePointAt(0) - first < 10 && digit.codePointAt(0) >= first);
  return zero === undefined ? digit : String(digit.codePointAt(0) - zero);
};

/** The text without accents, marks, capitals and other ways to write the same: what is compared. */
export const folded = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  .replace(/\p{Nd}/gu, asciiDigit)
  .replace(/[ةى]/g, (letter) => SAME[letter]);

/** Words that stand before a number, and say nothing of it. */
const BEFORE_NUMBERS = new Set(['n', 'no', 'nr', 'nos', 'num', 'numero', 'ref']);

/** The words and numbers of a question. A word that only looks Latin is taken for the letters that it looks like, too. */
const tokensOf = (text) => {
  const parts = folded(text).match(/\d+(?:\s*[/–—‑-]\s*\d+)+|\d+|\p{L}+/gu) ?? [];
  const tokens = parts.map((part) => part.replace(/\s*[/–—‑-]\s*/g, '/'));
  const hasNumber = tokens.some((token) => /\d/.test(token));
  return tokens.filter((token) => !hasNumber || !(BEFORE_NUMBERS.has(token) || token.length === 1 && /\p{L}/u.test(token)));
};

const asLatin = (word) => word.replace(/[а-я]/g, (letter) => LOOK_ALIKES[letter] ?? letter);

/** The ways to write the numbers of the letter: “2020/43”, “20/43”, “43”; of an amendment those of the letter, and its own. */
const numbersOf = ({ id }) => {
  const numbers = id.split('/').filter((part) => /^\d+$/.test(part));
  const all = [...numbers, ...numbers.slice(1).map((number, at) => `${numbers[at]}/${number}`)];
  return new Set([...all, ...all.filter((number) => /^(19|20)\d\d/.test(number)).map((number) => number.slice(2))]);
};

/** The words of a card that are searched, made when they are first asked for. */
const searched = new WeakMap();

const wordsOf = (card) => {
  if (!searched.has(card)) {
    const versions = card.versions.flatMap(({ reference, subject }) => [reference, subject]);
    const words = [card.id, ...versions, card.issuer, Object.hasOwn(ISSUERS, card.issuer) ? ISSUERS[card.issuer] : ''];
    const text = ` ${folded(words.join(' ')).replace(/[^\p{L}\p{Nd}]+/gu, ' ')}`;
    searched.set(card, { text, latin: asLatin(text), numbers: numbersOf(card), counts: new Set(text.match(/\d+/g)) });
  }
  return searched.get(card);
};

/** Scripts in which a word that is looked for begins a word. Arabic has articles and prepositions before it, Chinese no spaces. */
const BEGINS = /^[\p{Script=Latin}\p{Script=Cyrillic}]/u;

/** Whether the card has the word, or the number: of a pair both, in this order. */
const has = (card, token) => {
  const { text, latin, numbers, counts } = wordsOf(card);
  if (/^\d{4}\/\d\d\/\d\d$/.test(token)) return card.date === token.replaceAll('/', '-');
  if (token.includes('/')) return numbers.has(token);
  if (/\d/.test(token)) return numbers.has(token) || counts.has(token) || card.year === token;
  const word = BEGINS.test(token) ? ` ${token}` : token;
  return text.includes(word) || latin.includes(asLatin(word));
};

/**
 * The cards with all of the words and numbers. Beside a number, a word that no card has is ignored, and one that the letter with
 * this number lacks: a letter has many names.
 */
const found = (cards, text) => {
  const tokens = tokensOf(text);
  const withAll = (wanted) => cards.filter((card) => wanted.every((token) => has(card, token)));
  const all = withAll(tokens);
  const numbers = tokens.filter((token) => /\d/.test(token));
  if (all.length > 0 || numbers.length === 0) return all;
  const known = withAll(tokens.filter((token) => numbers.includes(token) || cards.some((card) => has(card, token))));
  const pairs = numbers.filter((token) => token.includes('/'));
  return known.length > 0 || pairs.length === 0 ? known : withAll(pairs);
};

const isInForce = ({ standing }) => !standing.some((effect) => effect.standing === 'supersededBy');

/** The first deadline that is not over on the day (`2020-10-05`); undefined if there is none. */
export const nextDeadline = ({ deadlines }, today) => deadlines.filter((day) => day >= today).sort()[0];

/** The number of pages for so many cards. */
const pagesOf = (count) => Math.max(Math.ceil(count / ON_A_PAGE), 1);

/** The values of what is filtered by, each once. */
const valuesOf = (cards, value) => [...new Set(cards.map(value))].filter(Boolean);

/** A collection of cards that answers questions. Others may answer them from several files: the answer is a promise. */
export class Cards {
  #cards;

  /** Those of the catalogue, or others that are given. */
  constructor(catalogue, cards = cardsOf(catalogue)) {
    this.#cards = cards;
  }

  /** What can be filtered by: the years, the latest first; the newest letter of each series, by its id; the languages. */
  async choices() {
    const series = new Map();
    for (const { series: its, id } of this.#cards) if (!series.has(its)) series.set(its, id);
    return {
      years: valuesOf(this.#cards, ({ year }) => year),
      series: [...series.values()],
      languages: LANGUAGES.filter((code) => this.#cards.some(({ versions }) => versions.some(({ language }) => language === code))),
      count: this.#cards.length,
    };
  }

  /** The cards that answer the question. `today` is a day: `2020-10-05`. */
  all(question, today) {
    const { text, year, series, language } = question;
    const filtered = this.#cards.filter((card) => (!year || card.year === year)
      && (!series || card.series === series)
      && (!language || card.versions.some((version) => version.language === language))
      && (!question.isInForce || isInForce(card))
      && (!question.hasDeadline || nextDeadline(card, today)));
    return text ? found(filtered, text) : filtered;
  }

  /** The number of cards that answer the question, the number of pages, and the cards of its page. */
  async find(question, today) {
    const cards = this.all(question, today);
    const pages = pagesOf(cards.length);
    const page = Math.min(Math.max(question.page, 1), pages);
    return { count: cards.length, pages, page, cards: cards.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE) };
  }
}
