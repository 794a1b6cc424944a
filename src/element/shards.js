/**
 * Large catalogues: those that begin with their newest letters, and that of a site in shards, `index.json`, for lists and references of
 * any number of letters from small files. Loaded when a page gives one.
 *
 * The index says what can be filtered by, and which shards there are, the latest first: the year, the number of letters, the
 * places of their series. A shard has the cards of letters of one year for readers of one language. What the page of a letter
 * needs is in a file of its own, the slice.
 */
import { LANGUAGES } from './languages.js';

export { BUILD as build } from './build.js';

/** The number of shards that are fetched at once while letters are searched. */
const AT_ONCE = 6;

/** A number behind a year: “CL-20/43”, “2020-43”. */
const YEAR = /(?:^|\D)((?:\d\d)?\d\d)\s*[/–—‑-]\s*\d/g;

/** The time until the rest of a large catalogue is read, in milliseconds: a list is there sooner without it. */
const PAUSE = 400;

const listOf = (value) => (Array.isArray(value) ? value : []);

const resolved = (address, base) => typeof address === 'string' ? new URL(address, base).href : undefined;

/** The time after which a request is given up, in milliseconds, where the element does not say another. */
const TIMEOUT = 30_000;

/** The JSON in the file; undefined if there is none. */
const jsonAt = async (address, { timeout = TIMEOUT, signal } = {}) => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), timeout);
  signal?.addEventListener('abort', () => controller.abort());
  try {
    const answer = await fetch(address, { signal: controller.signal });
    if ([404, 410].includes(answer.status)) return undefined;
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return await answer.json();
  } finally {
    clearTimeout(timer);
  }
};

/** Calls with what a large catalogue has on its first line: a catalogue without letters. Others begin otherwise. */
export const beginning = (bytes, call) => {
  try {
    const json = JSON.parse(new TextDecoder().decode(bytes).replace(/,\n.*/s, ',"letters":[]}'));
    if (!json.newest) return undefined;
    call(json);
    return new Promise((done) => setTimeout(done, PAUSE));
  } catch {
    return undefined;
  }
};

/** The folder of the letter; undefined if the site has none of its series. */
const folderOf = ({ folders, exceptions }, id) => {
  const known = listOf(exceptions).find(([other]) => other === id);
  if (known) return known[1];
  const begin = listOf(folders).find(([series]) => id.startsWith(`${series}/`));
  return begin && begin[1] + id.slice(begin[0].length).toLowerCase().replace(/[^a-z\d]/g, '-');
};

/** The letters that the page of the letter needs: itself, what it cites, what affects these. */
const relatedTo = async (index, address, id, options) => {
  const base = new URL(address, document.baseURI);
  const folder = folderOf(index, id.trim());
  const at = folder && new URL(`letters/${folder}/catalogue.json`, base);
  const slice = at && await jsonAt(at, options);
  const versionOf = (version) => ({ ...version, file: resolved(version.file, at), record: resolved(version.record, at) });
  return listOf(slice?.letters).map((letter) => ({ ...letter, versions: listOf(letter.versions).map(versionOf) }));
};

/**
 * The index as a catalogue. It has a method `about`: asked for another letter, it calls `take` with the catalogue of what there is
 * about this one, once that has come, or with null. Until then the catalogue is one of which the letters are still to come.
 */
export const inShards = (index, address, take, options) => {
  let asked;
  let letters = [];
  const about = (id) => {
    if (!id || id === asked) return;
    asked = id;
    if (letters.length > 0 && !letters.some((letter) => letter.id === id.trim())) take(coming);
    relatedTo(index, address, id, options).then((related) => {
      if (asked !== id) return;
      letters = related;
      take({ ...index, letters, about });
    }, () => asked === id && take(null));
  };
  const coming = { ...index, newest: index, about };
  return coming;
};

const cardInShard = ({ folder, languages, language, subject, reference, status, ...letter }, base) => ({
  date: '',
  issuer: undefined,
  deadlines: [],
  standing: [],
  ...letter,
  year: letter.date?.slice(0, 4) ?? '',
  series: letter.id.split('/').slice(0, 2).join('/'),
  versions: LANGUAGES.filter((code) => languages.includes(code)).map((code) => ({
    language: code, file: resolved(`letters/${folder}/${code}.html`, base), status, ...code === language && { subject, reference },
  })),
});

/** The number of cards on a page of a list. */
const ON_A_PAGE = 50;

/** The page of so many cards: its number, that of all pages, and which cards are on it. */
const onPage = (count, wanted) => {
  const pages = Math.max(Math.ceil(count / ON_A_PAGE), 1);
  const page = Math.min(Math.max(wanted, 1), pages);
  return { count, pages, page, from: (page - 1) * ON_A_PAGE, to: page * ON_A_PAGE };
};

/**
 * The newest cards of a large catalogue, which begins with them. What they do not answer waits for all: `all` returns a promise
 * of these.
 */
const newestCards = ({ newest }, cardOf, all) => ({
  choices: async () => newest,
  find: async ({ page, ...asked }, today) => {
    if (page > 1 || Object.values(asked).some(Boolean)) return (await all()).find({ page, ...asked }, today);
    const { count, letters } = newest;
    const { pages } = onPage(count, 1);
    return { count, pages, page: 1, cards: letters.map((letter) => ({ ...cardOf(letter), standing: letter.standing ?? [] })) };
  },
});

/** What answers the questions of a list of a large catalogue. The other functions are those of a small one. */
export const sourceOfLarge = (list, { Cards, cardOf, sourceOf }) => {
  const { json, whole } = list.catalogue;
  if (json.shards) return cardsOfShards(list, Cards);
  return newestCards(json, cardOf, () => whole.then((complete) => sourceOf(complete ?? {})));
};

/** The cards of the index of a list, which answer questions as `Cards` do. */
const cardsOfShards = ({ catalogue, loader, code: own, life }, Cards) => {
  const { json: index } = catalogue;
  const base = new URL(catalogue.base ?? '', document.baseURI);
  const shards = listOf(index.shards);
  const numbers = {};
  // They are numbered from the beginning of a year, and the latest is the first here.
  const numbered = [...shards].reverse().map((shard) => {
    numbers[shard[0]] = (numbers[shard[0]] ?? 0) + 1;
    return [shard, numbers[shard[0]]];
  }).reverse();
  const series = listOf(index.series).map((id) => id.split('/').slice(0, 2).join('/'));
  const fetched = new Map();
  /** What is searched for. */
  let asked;

  /** The cards of the shard for readers of the language, fetched once. */
  const cardsOf = ([[year], number], code) => {
    const address = new URL(`index/${code}/${year}-${number}.json`, base).href;
    if (!fetched.has(address)) {
      const cards = jsonAt(address).then((letters) => listOf(letters).map((letter) => cardInShard(letter, base)));
      // It is fetched again when it is needed again.
      cards.catch(() => fetched.delete(address));
      fetched.set(address, cards);
    }
    return fetched.get(address);
  };

  // The list will most likely begin with it, and has its style sheet to wait for.
  const [first] = numbered;
  if (first) cardsOf(first, loader.view().language || own).catch(() => {});

  const allOf = async (some, code) => (await Promise.all(some.map((shard) => cardsOf(shard, code)))).flat();

  /** The page of all cards of the shards, by their counts. */
  const pageOf = async (some, page, code) => {
    const count = some.reduce((sum, [[, letters]]) => sum + letters, 0);
    const { from, to, ...answer } = onPage(count, page);
    let start = 0;
    const needed = some.filter(([[, letters]]) => {
      start += letters;
      return start > from && start - letters < to;
    });
    const before = some.slice(0, some.indexOf(needed[0])).reduce((sum, [[, letters]]) => sum + letters, 0);
    return { ...answer, cards: (await allOf(needed, code)).slice(from - before, to - before) };
  };

  /**
   * The page of the cards that answer the question, searched from the latest on until it is full: `isMore` says that there may be
   * more of them.
   */
  const search = async (some, question, today, code) => {
    const found = [];
    let rest = some;
    // One more than is shown says that there is a next page. Nobody waits for what is not asked any more.
    while (rest.length > 0 && found.length <= question.page * ON_A_PAGE && asked === question && !life.signal.aborted) {
      const cards = await allOf(rest.slice(0, AT_ONCE), code);
      found.push(...new Cards({}, cards).all(question, today));
      rest = rest.slice(AT_ONCE);
    }
    const { from, to, ...answer } = onPage(found.length, question.page);
    return { ...answer, isMore: rest.length > 0, cards: found.slice(from, to) };
  };

  return {
    choices: async () => index,
    find: async ({ page, ...wanted }, today) => {
      // For whom a card is: a filter, the reader's choice, or the language of the controls.
      const code = wanted.language || loader.view().language || own;
      const { year, text, hasDeadline, ...others } = wanted;
      const some = numbered.filter(([[its, , places, deadline = '']]) => (!year || its === year)
        && (!wanted.series || places.some((place) => series[place] === wanted.series))
        && (!hasDeadline || deadline >= today));
      const question = { page, ...wanted };
      asked = question;
      if (!text && !hasDeadline && !Object.values(others).some(Boolean)) return pageOf(some, page, code);
      // The number of a letter is in the year that it names, or behind another number; what amends it may be of the next year.
      const named = [...text?.matchAll(YEAR) ?? []].map(([, digits]) => Number(digits.slice(-2)));
      const isNamed = ([[its]]) => named.some((year) => [year, (year + 1) % 100].includes(Number(its.slice(2))));
      const likely = some.filter(isNamed);
      const answer = likely.length > 0 ? await search(likely, question, today, code) : { cards: [] };
      if (answer.cards.length > 0) return { ...answer, isMore: answer.isMore || likely.length < some.length };
      return search(some, question, today, code);
    },
  };
};
