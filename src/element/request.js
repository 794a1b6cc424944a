/** What the page requests of an element, by its attributes, its properties, and what surrounds it. */
import { languageOf, languagesOf } from './languages.js';
import { queried } from './view.js';

/** The default and the longest timeout of a request, in seconds. */
const DEFAULT_TIMEOUT = 30;
const LONGEST_TIMEOUT = 3600;

/** The type of the links that say where the record of a version is. */
const RECORD = 'link[rel~=alternate][type="application/vnd.circular-letter+json"]';

/** The element, or the nearest around it, that the selector matches, across shadow roots. */
const nearest = (element, selector) => element && (element.closest(selector) ?? nearest(element.getRootNode().host, selector));

/** The language of the interface: the first of the reader's and the page's languages that it has, or else English. */
export const interfaceOf = (element) => {
  const asked = queried(element, 'ui-lang') ?? element.getAttribute('ui-lang');
  // The element's own `lang` is that of the letter, so the search begins above it.
  const around = nearest(element.parentElement ?? element.getRootNode().host, '[lang]')?.getAttribute('lang');
  const tags = [asked, around, document.documentElement.lang, ...navigator.languages];
  return tags.map(languageOf).find(Boolean) ?? 'en';
};

/** The addresses of the records that the page names, by language: in the element, or in the head of a page with one letter. */
const recordsOf = (element) => {
  const own = element.querySelectorAll(`:scope > ${RECORD}`);
  const isOnly = document.querySelectorAll(element.localName).length === 1;
  const links = own.length > 0 ? own : isOnly ? document.head.querySelectorAll(RECORD) : [];
  return Object.fromEntries([...links].map(({ hreflang, href }) => [languageOf(hreflang), href]));
};

const timeoutOf = (element) => {
  const seconds = Number(element.getAttribute('timeout'));
  return Math.min(seconds > 0 ? seconds : DEFAULT_TIMEOUT, LONGEST_TIMEOUT) * 1000;
};

export const requestOf = (element) => {
  const filled = (name) => (element.getAttribute(name)?.trim() ? element.getAttribute(name) : undefined);
  const { catalogue } = element;
  return {
    src: filled('src'),
    text: element.text || undefined,
    catalogue: typeof catalogue === 'object' && catalogue ? catalogue : filled('catalogue'),
    language: languageOf(element.getAttribute('lang')),
    languages: languagesOf(element.getAttribute('languages')),
    records: recordsOf(element),
    interface: interfaceOf(element),
    timeout: timeoutOf(element),
  };
};
