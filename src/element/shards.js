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

/** The JSON in the file; undefined if there is none. */
const jsonAt = async (address, signal) => {
  const answer = await fetch(address, { signal });
  if ([404, 410].includes(answer.status)) return undefined;
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
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

/** The index with the letters that the page of the letter needs: itself, what it cites, what affects these. */
export const withLetter = async (index, address, id, { signal }) => {
  const base = new URL(address, document.baseURI);
  const folder = folderOf(index, id);
  const at = folder && new URL(`letters/${folder}/catalogue.json`, base);
  const slice = at && await jsonAt(at, signal);
  const versionOf = (version) => ({ ...version, file: resolved(version.file, at), record: resolved(version.record, at) });
  const letters = listOf(slice?.letters).map((letter) => ({ ...letter, versions: listOf(letter.versions).map(versionOf) }));
  return { ...index, letters };
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
export const newestCards = ({ newest }, cardOf, all) => ({
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
const cardsOfShards = ({ catalogue, loader, code: own }, Cards) => {
  const { json: index } = catalogue;
  const base = new URL(catalogue.base ?? '', document.baseURI);
  const shards = listOf(index.shards);
  const numbers = {};
  // They are numbered from the beginning of a year.
  const numbered = shards.map((shard) => [shard, shards.filter(([year]) => year === shard[0]).length - (numbers[shard[0]] = (numbers[shard[0]] ?? -1) + 1)]);
  const series = listOf(index.series).map((id) => id.split('/').slice(0, 2).join('/'));
  const fetched = new Map();

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
    const cards = [];
    let rest = some;
    let answer;
    do {
      cards.push(...await allOf(rest.slice(0, AT_ONCE), code));
      rest = rest.slice(AT_ONCE);
      answer = await new Cards({}, cards).find(question, today);
      // One more than is shown says that there is a next page.
    } while (rest.length > 0 && answer.count <= question.page * ON_A_PAGE);
    return { ...answer, isMore: rest.length > 0 };
  };

  return {
    choices: async () => index,
    find: async ({ page, ...asked }, today) => {
      // For whom a card is: a filter, the reader's choice, or the language of the controls.
      const code = asked.language || loader.view().language || own;
      const { year, text, ...others } = asked;
      const some = numbered.filter(([[its, , places]]) => (!year || its === year) && (!asked.series || places.some((place) => series[place] === asked.series)));
      if (!text && !Object.values(others).some(Boolean)) return pageOf(some, page, code);
      const question = { page, ...asked };
      // The number of a letter is in the year that it names, or behind another number.
      const named = [...text?.matchAll(YEAR) ?? []].map(([, digits]) => digits.slice(-2));
      const likely = some.filter(([[its]]) => named.includes(its.slice(2)));
      const answer = likely.length > 0 ? await search(likely, question, today, code) : { cards: [] };
      return answer.cards.length > 0 ? answer : search(some, question, today, code);
    },
  };
};
