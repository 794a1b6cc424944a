/**
 * Types of the npm package `circular-letter`: the element <circular-letter>, which shows a circular letter of the ITU.
 *
 * `circular-letter` exports the class and has no side effect; `circular-letter/define` exports it too and defines the tag. Both have
 * these types. Those of the tag in React's JSX are in react.d.ts.
 */

/** A language of a letter. */
export type LetterLanguage = 'ar' | 'zh' | 'en' | 'fr' | 'ru' | 'es';

/** What can be shown and left out: the words of the attribute `controls`. */
export type LetterControl =
  | 'list'
  | 'languages'
  | 'compare'
  | 'peek'
  | 'outline'
  | 'details'
  | 'versions'
  | 'references'
  | 'print'
  | 'tools';

/** A letter as Markdown: one text, or a text for each language that there is. */
export type LetterText = string | { readonly [language in LetterLanguage]?: string | undefined };

/** What became of a reference. */
export type ReferenceState = 'resolved' | 'ambiguous' | 'awaited' | 'unresolved' | 'own';

/** A catalogue of letters, as `circulars catalogue` makes it. */
export interface Catalogue {
  /** The address of the page that shows a letter, with `{id}` for the letter's id. It is relative to the catalogue. */
  readonly page?: string | undefined;
  readonly letters: readonly CataloguedLetter[];
}

/** What a catalogue says of a letter. */
export interface CataloguedLetter {
  /** The id, such as `sg/cl/2020/43`. */
  readonly id: string;
  /** The date, as ISO 8601. */
  readonly date?: string | undefined;
  /** Who issued it: `sg`, `tsb`, `br` or `bdt`. */
  readonly issuer?: string | undefined;
  /** The versions; none where the letter is known and not held. */
  readonly versions?: readonly CataloguedVersion[] | undefined;
  /** The ids of the documents that it cites. */
  readonly cites?: readonly string[] | undefined;
  /** The ids of the letters whose place it takes. */
  readonly supersedes?: readonly string[] | undefined;
  /** The ids of the letters that it is a corrigendum or an addendum of. */
  readonly corrects?: readonly string[] | undefined;
  /** The ids of the letters that announced what it puts off. */
  readonly postpones?: readonly string[] | undefined;
}

/** A letter in one language. */
export interface CataloguedVersion {
  /** `ar`, `zh`, `en`, `fr`, `ru` or `es`. */
  readonly language: string;
  /** The address of the text. It is relative to the catalogue; where the catalogue is an object, to the page. */
  readonly file: string;
  /** The address of its record, from which it is shown without reading the text. It is relative as `file` is. */
  readonly record?: string | undefined;
  /** `as-issued`, `unofficial` or `specimen`. */
  readonly status?: string | undefined;
  /** The reference, as written. */
  readonly reference?: string | undefined;
  /** The subject. */
  readonly subject?: string | undefined;
}

/** Where a document is. */
export interface DocumentLocation {
  /** The address. */
  readonly href: string;
  /** The title. */
  readonly title?: string | undefined;
  /** The language of both, as a tag: `fr`, `fr-CH`. */
  readonly language?: string | undefined;
}

/** A document that the page knows. */
export interface RegistryEntry extends DocumentLocation {
  /** The id, such as `pp/res/99@2018`. Without an edition (`pp/res/99`) the entry is of all editions. */
  readonly id: string;
}

/** What a resolver may answer: where the document is, or nothing. */
export type ResolverAnswer = DocumentLocation | null | undefined;

/**
 * Is asked for each document that the letter cites. Where it answers nothing, throws, or its promise is rejected, the viewer's own rules
 * decide.
 */
export type Resolver = (
  /** The id, such as `pp/res/99@2018`. */
  id: string,
  /** `language`: the language of the reader, as a tag: `ar`, `zh-Hans`, `en`, `fr`, `ru`, `es`. */
  circumstances: { readonly language: string },
) => ResolverAnswer | PromiseLike<ResolverAnswer>;

/** What a letter says about itself. A key is absent where the letter has nothing for it. */
export interface LetterMetadata {
  language?: LetterLanguage;
  /** What kind of text it is, where its first line says so. */
  status?: 'unofficial' | 'specimen';
  /** Each reference as written. */
  references?: string[];
  /** The ids of those references whose series is known. */
  ids?: string[];
  issuer?: string;
  unit?: string;
  place?: string;
  /** As ISO 8601. */
  date?: string;
  contact?: LetterContact[];
  addressees?: string[];
  copies?: string[];
  /** The lines of the subject. */
  subject?: string[];
  salutation?: string;
  closing?: string;
  /** Whether it is signed. Always there. */
  signed: boolean;
  signatory?: { name?: string; title?: string };
  annexes?: { number?: string; title?: string }[];
  /** How many blocks the body has. Always there. */
  paragraphs: number;
  dates?: LetterDate[];
}

/** Whom to ask. */
export interface LetterContact {
  name?: string;
  phone?: string[];
  fax?: string[];
  email?: string[];
}

/** An event or a deadline that the letter names. */
export interface LetterDate {
  /** As written. */
  text: string;
  /** The first day, as ISO 8601. */
  first: string;
  /** The last day, as ISO 8601. */
  last: string;
  /** The words around it. */
  around: string;
  /** The number of the paragraph in the body, from 1. */
  paragraph?: number;
  /** The place of the paragraph in a page: `p3`, `annex-2-p3`. */
  place?: string;
  /** What it is; `earlier`: a date that the letter replaces or cancels. */
  kind: 'deadline' | 'event' | 'earlier';
  /** What happens or is due: the words around, without the date. */
  about?: string;
  /** Who is asked, as written; of a deadline. */
  asked?: string;
  /** The end of a deadline for which an hour is given, in UTC: `2021-01-26T00:00Z`. */
  until?: string;
  /** The first and the last day of the date that this one replaces, as ISO 8601. */
  replaces?: { first: string; last: string };
}

/** A document that the letter cites, and where that leads. */
export interface LetterCitation {
  /** The citation as written. */
  text: string;
  /** The language-neutral id of the document. */
  id: string;
  /** The part of the letter. */
  in: 'subject' | 'addressees' | 'body';
  /** The number of the paragraph in the body, from 1. */
  paragraph?: number;
  /** The place of the paragraph in a page: `p3`, `annex-2-p3`. */
  place?: string;
  state: ReferenceState;
  /** Why it is not plainly resolved. */
  reason?:
    | 'unknown-body'
    | 'unknown-sector'
    | 'unknown-period'
    | 'may-be-reversed'
    | 'not-numbered'
    | 'contradicted'
    | 'no-address';
  /** The address. */
  target?: string;
  /** How the address is known: from the letter, the catalogue, the page (`host`), the registry of basic texts, or a rule. */
  provenance?: 'given' | 'catalogue' | 'host' | 'registry' | 'rule';
  certainty?: 'certain' | 'likely';
  /** What stands at the address. */
  opens?: 'document' | 'whole' | 'in-force' | 'collection' | 'amended';
  title?: string;
}

/** Why the letter cannot be shown, or not as a letter. */
export type LetterErrorCode =
  /** The page names no letter. */
  | 'no-source'
  /** The catalogue cannot be read. */
  | 'no-catalogue'
  /** The catalogue does not hold the letter. */
  | 'not-in-catalogue'
  /** The server has nothing at the address. */
  | 'not-found'
  /** The server answered with an error. */
  | 'not-delivered'
  /** What is at the address is no letter: a page, a PDF file, a record with what is no part of a letter. */
  | 'wrong-type'
  /** There is no connection, or it broke off. */
  | 'network'
  /** The letter is on another origin that does not allow it, or cannot be reached. */
  | 'cross-origin'
  /** The answer did not come in whole in time (`timeout`). */
  | 'timed-out'
  /** The text is longer than 20 MB. */
  | 'too-large'
  /** The page was opened from a file. Such a page cannot load letters. */
  | 'file-page'
  /** The text is empty. */
  | 'empty'
  /** The text is not a circular letter. It is shown as it is. */
  | 'not-a-letter'
  /** A file of the element did not load. A letter that is shown already stays. */
  | 'module-failed'
  /** The content security policy or the browser refuses WebAssembly. A letter that is shown from a record stays. */
  | 'wasm-blocked'
  /** A cache has answered with a file of another build. A letter that is shown already stays; loading the page again helps. */
  | 'mixed-versions'
  /** The viewer stopped. The letter stays as plain HTML. */
  | 'crashed';

export interface LetterLoadDetail {
  /** The address of the text; none where the page gave the text itself. */
  src?: string | null;
}

export interface LetterErrorDetail {
  code: LetterErrorCode;
  /** The address of the text, where there is one. */
  src?: string | null;
  /** What the browser says, in its own words, where it says something, or the file that is missing. */
  message?: string;
}

export interface LetterLanguageDetail {
  /** The language that is, or was, shown. */
  from?: LetterLanguage;
  /** The language that is asked for, or shown now. */
  to: LetterLanguage;
}

export interface LetterReferenceDetail {
  /** The id of the document. */
  id: string;
  /** The address, where there is one. */
  href?: string;
  /** The reference as written. */
  text: string;
  state: ReferenceState;
}

export type LetterCardDetail = Pick<LetterReferenceDetail, 'id' | 'text' | 'state'>;

export interface LetterCopyDetail {
  /** What has been copied. */
  text: string;
}

/** A file that a reader takes away. */
export interface LetterExportDetail {
  /** The format, as `circulars export --to` names it; or the Markdown of the letter. */
  format: 'bibtex' | 'ris' | 'csl' | 'ics' | 'vcf' | 'vcf3' | 'text' | 'markdown' | 'html';
  /** The name of the file: `cl-20-43-fr.bib`. */
  name: string;
  /** What is in it. */
  text: string;
}

/** What a reader asks of the list of letters; each is empty where it is not asked. */
export interface LetterSearchDetail {
  /** Words and numbers. */
  text: string;
  /** A year: `2020`. */
  year: string;
  /** A series: `tsb/circular`. */
  series: string;
  /** The code of a language. */
  language: string;
  /** `1` for the letters that no other supersedes. */
  isInForce: '1' | '';
  /** `1` for the letters with a deadline that is not over. */
  hasDeadline: '1' | '';
  /** The number of the page of the list, from 1. */
  page: number;
  /** The number of letters that are found. */
  count: number;
}

export interface LetterReportDetail extends LetterReferenceDetail {
  /** The address of the letter's text, where there is one. */
  src?: string | null;
}

/** The events of the element. They bubble and cross shadow roots, so a page can listen at any place above the element. */
export interface CircularLetterEventMap {
  /** The letter is shown. Its viewer may still be on the way. */
  'letter-load': CustomEvent<LetterLoadDetail>;
  /** Catalogue, `registry` and `resolver` have answered: the references lead where they will stay. */
  'letter-references': CustomEvent<unknown>;
  /** It cannot be shown, or not as a letter. */
  'letter-error': CustomEvent<LetterErrorDetail>;
  /** A reader asks for another language. `preventDefault()` keeps the one that is shown. */
  'letter-language-change': CustomEvent<LetterLanguageDetail>;
  /** The letter is shown in another language. */
  'letter-language-changed': CustomEvent<LetterLanguageDetail>;
  /** The controls are shown in another language, by a choice of the reader or of the page. */
  'letter-ui-language-changed': CustomEvent<LetterLanguageDetail>;
  /** A reader follows a reference. `preventDefault()` leaves it to the page. */
  'letter-reference-open': CustomEvent<LetterReferenceDetail>;
  /** The card of a reference is shown, by the pointer, a tap or a key. */
  'letter-card-open': CustomEvent<LetterCardDetail>;
  /** A reader has copied a value, such as the reference of the letter. */
  'letter-copy': CustomEvent<LetterCopyDetail>;
  /** A reader takes a file away. `preventDefault()` leaves it to the page. */
  'letter-export': CustomEvent<LetterExportDetail>;
  /** The list of letters is shown, instead of a letter. */
  'letter-list': CustomEvent<unknown>;
  /** The list has answered a reader who searches or filters it. */
  'letter-search': CustomEvent<LetterSearchDetail>;
  /** A reader reports a reference as wrong. */
  'letter-report': CustomEvent<LetterReportDetail>;
}

/**
 * The element <circular-letter>.
 *
 * Properties with an attribute are kept in step with it: a property gives what the attribute says, null where it is missing, and setting
 * it to null or undefined takes the attribute away.
 */
export declare class CircularLetter extends HTMLElement {
  /** The address of the letter, as Markdown or as a record. With `{lang}` in it, of all its versions. Attribute: `src`. */
  get src(): string | null;
  set src(value: string | null | undefined);

  /** The id of the letter in the catalogue, such as `sg/cl/2020/43`. Attribute: `letter`. */
  get letter(): string | null;
  set letter(value: string | null | undefined);

  /** The address of a catalogue, or a catalogue itself. Attribute: `catalogue`, for the address. */
  get catalogue(): string | Catalogue | null;
  set catalogue(value: string | Catalogue | null | undefined);

  /** The languages that there are where `src` has `{lang}` in it: `ar zh en fr ru es`. Attribute: `languages`. */
  get languages(): string | null;
  set languages(value: string | null | undefined);

  /** The languages of one or two versions beside the letter: `ar zh`. Attribute: `with`. */
  get with(): string | null;
  set with(value: string | null | undefined);

  /** The language of the controls. Attribute: `ui-lang`. */
  get uiLang(): string | null;
  set uiLang(value: string | null | undefined);

  /** What is shown beside the letter, as words of {@link LetterControl} with spaces between; `none`: nothing. Attribute: `controls`. */
  get controls(): string | null;
  set controls(value: string | null | undefined);

  /** `light` or `dark`; anything else: as the page's color-scheme. Attribute: `theme`. */
  get theme(): string | null;
  set theme(value: string | null | undefined);

  /** `query`: the address of the page says what is shown. Attribute: `history`. */
  get history(): string | null;
  set history(value: string | null | undefined);

  /** `lazy`: nothing is loaded before the element comes near the viewport; `eager` or null: at once. Attribute: `loading`. */
  get loading(): string | null;
  set loading(value: string | null | undefined);

  /** The seconds after which a letter or catalogue that has not come in whole is given up. Where it is missing: 30. Attribute: `timeout`. */
  get timeout(): string | null;
  set timeout(value: string | number | null | undefined);

  /** Whether developers see what a publisher should mend. Attribute: `debug`. */
  get debug(): boolean;
  set debug(value: boolean | null | undefined);

  /** Whether the element keeps the title of the page and the links to the versions in its head. Attribute: `manage-head`. */
  get manageHead(): boolean;
  set manageHead(value: boolean | null | undefined);

  /** The letter itself as Markdown, instead of `src`: a text, or a text for each language. */
  get text(): LetterText | null;
  set text(value: LetterText | null | undefined);

  /** Documents that the page knows. */
  get registry(): readonly RegistryEntry[] | null | undefined;
  set registry(value: readonly RegistryEntry[] | null | undefined);

  /** The function of the page that is asked for each document that the letter cites. */
  get resolver(): Resolver | null | undefined;
  set resolver(value: Resolver | null | undefined);

  /** Fetches the letter again, and shows what has come. */
  reload(): void;

  /** What the letter says about itself; null while no letter is shown. */
  metadata(): LetterMetadata | null;

  /**
   * What the letter cites, and where that leads; empty while no letter is shown. Until `letter-references`, without what catalogue,
   * `registry` and `resolver` know.
   */
  citations(): LetterCitation[];

  /** Prints the page. */
  print(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'circular-letter': CircularLetter;
  }

  /** The events bubble: listeners on the element and on everything above it know their types. */
  interface GlobalEventHandlersEventMap extends CircularLetterEventMap {}
}
