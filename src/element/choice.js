/** Chooses the letter and the version to show, from what the page requests, the view, and the catalogue. */
import { LANGUAGES } from './languages.js';

/** The absolute address; undefined unless it is an HTTP address: a catalogue cannot link to anything else. */
export const absolute = (address, base) => {
  try {
    const { protocol, href } = new URL(address, new URL(base ?? '', document.baseURI));
    return /^https?:$/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
};

/** The order in which languages are tried for a reader: the one wanted, then those that most readers understand. */
export const orderOfPreference = (wanted) => [wanted, 'en', 'fr', 'es'];

/** A version of a letter. Its key is the same as long as its text is. */
const version = ({ address, text, record, language, status, number }) => ({
  key: `${text === undefined ? record ?? address ?? '' : `text ${number}`} ${language ?? ''}`,
  address, text, record, language, status,
});

const letter = (work, chosen, versions, missing) => ({ kind: 'letter', work, version: chosen, versions, missing });

/** The version in the language, or else the one that most readers will understand; undefined if there is none. */
const oneOf = (versions, wanted, work) => {
  const sorted = LANGUAGES.map((code) => versions.find(({ language }) => language === code)).filter(Boolean);
  const chosen = orderOfPreference(wanted).map((code) => sorted.find(({ language }) => language === code)).find(Boolean) ?? sorted[0];
  return chosen && letter(work, chosen, sorted, chosen.language === wanted ? undefined : wanted);
};

/** The letter whose text the page has given: in one language, or in several. */
const given = ({ text, language, number }, wanted) => {
  if (typeof text === 'string') return letter(undefined, version({ text, language, number }), []);
  const codes = LANGUAGES.filter((code) => typeof text[code] === 'string');
  return oneOf(codes.map((code) => version({ text: text[code], language: code, number })), wanted, 'text');
};

/** The letter at the address of the element, which may have a placeholder for the language. */
const atSource = ({ src, language, languages, records }, wanted) => {
  const of = (code, address) => version({ address, language: code, record: records[code] });
  // Systems that encode addresses encode the placeholder too.
  const place = /({|%7B)lang(}|%7D)/gi;
  const versions = src?.search(place) >= 0 ? languages.map((code) => of(code, src.replace(place, code))) : [];
  return oneOf(versions, wanted, src) ?? letter(undefined, of(language, src), []);
};

/** The letter of the catalogue with the id, in the language, or else in another. */
export const catalogued = ({ json, base }, id, wanted) => {
  const found = json.letters.find?.((entry) => entry?.id === id.trim());
  const versions = (Array.isArray(found?.versions) ? found.versions : []).flatMap((entry) => {
    const { language, file, record, status } = entry ?? {};
    const address = typeof file === 'string' && absolute(file, base);
    if (!address || !LANGUAGES.includes(language)) return [];
    return [version({ address, language, status, record: typeof record === 'string' ? absolute(record, base) : undefined })];
  });
  // Of a large catalogue, the letters come after what a list shows first.
  const missing = json.newest && !json.letters.length ? { kind: 'nothing' } : { kind: 'missing', failure: 'not-in-catalogue' };
  return oneOf(versions, wanted, id) ?? missing;
};

/**
 * What the element is to show: a letter in one of its versions, the list of letters, nothing yet, or what is missing.
 * `catalogue` is its JSON with the address that its own addresses are relative to; null if it cannot be read, undefined if
 * it has not come.
 */
export const choose = (request, view, catalogue) => {
  const language = view.language ?? request.interface;
  const ofText = request.text && given(request, language);
  if (ofText) return ofText;
  if (request.src || !request.catalogue) return atSource(request, language);
  if (catalogue === undefined) return { kind: 'nothing' };
  if (!catalogue?.json?.letters) return { kind: 'missing', failure: 'no-catalogue' };
  return view.letter ? catalogued(catalogue, view.letter, language) : { kind: 'list' };
};
