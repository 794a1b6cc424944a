/**
 * The view: which letter, in which language, with which versions beside it.
 *
 * The page requests it by attributes, the reader by controls. On a page of its own (`history="query"`) the address holds
 * the view, so that Back returns to it and a link reproduces it. Elsewhere the reader's choice is kept until the page
 * requests something else.
 */
import { languageOf, languagesOf } from './languages.js';

/** The key of the reader's position in the state of a history entry. */
export const PLACE = 'letterPlace';

const filled = (text) => (text?.trim() ? text : undefined);

/** Whether the element may change the address of the page. */
export const isKept = (element) => element.getAttribute('history') === 'query';

/** The value of the name in the query of the page's address; null if there is none. */
export const queried = (element, name) => (isKept(element) ? new URLSearchParams(location.search).get(name) : null);

/** The view that the attributes request, or the address if it holds the view. */
export const requestedView = (element) => {
  const attribute = (name) => element.getAttribute(name);
  return {
    // An address that names no letter asks for the list.
    letter: filled(queried(element, 'letter') ?? attribute('letter')),
    language: languageOf(queried(element, 'lang')) ?? languageOf(attribute('lang')),
    with: languagesOf(queried(element, 'with') ?? attribute('with')),
    // Whether the address must say that no version is beside the letter, because the page asks for some.
    saysNone: element.hasAttribute('with'),
  };
};

export const versionsOf = (view) => `${view.language} ${view.with}`;

/** Slashes and commas need no encoding in a query, and stay readable. */
const encoded = (value) => encodeURIComponent(value).replaceAll('%2F', '/').replaceAll('%2C', ',');

/** The address with these values at the end of its query; those that are undefined leave it, and what else it has stays. */
export const addressWith = (address, values) => {
  const [page, hash = ''] = address.split(/(?=#)/);
  const [path, ...query] = page.split('?');
  const rest = query.join('?').split('&').filter((pair) => pair && !Object.hasOwn(values, pair.split('=')[0]));
  const own = Object.keys(values).filter((name) => values[name] !== undefined).map((name) => `${name}=${encoded(values[name])}`);
  return [path, [...rest, ...own].join('&')].filter(Boolean).join('?') + hash;
};

/** The address of the page that shows the view; with the place that it names now, where that is kept. */
export const addressOf = (view, keepsPlace) => {
  const beside = view.with.join(',');
  const [page, hash] = location.href.split(/(?=#)/);
  const values = { letter: view.letter, lang: view.language, with: view.saysNone || beside ? beside : undefined };
  return addressWith(page, values) + (keepsPlace && hash || '');
};

/** The position stored in the current entry of the history. */
export const rememberedPosition = () => history.state?.[PLACE];
