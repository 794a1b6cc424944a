/**
 * The element <circular-letter>: a viewer for the circular letters of the ITU. This module has no side effect;
 * circular-letter.js defines the tag.
 *
 * The module contains only the element: its attributes, properties and life. What it shows is decided by its loader
 * (`loader.js`). Until a letter is there, and whenever none can be, the page's own content of the element is shown.
 */

import { directionOf } from './languages.js';
import { Loader } from './loader.js';
import { interfaceOf } from './request.js';

/** The message for when the programs cannot be loaded: the other texts are in them. */
const NOT_LOADED = {
  ar: 'تعذّر تحميل عارض الرسائل.',
  zh: '无法加载信函查看器。',
  en: 'The letter viewer could not be loaded.',
  fr: "La visionneuse de lettres n'a pas pu être chargée.",
  ru: 'Не удалось загрузить средство просмотра писем.',
  es: 'No se ha podido cargar el visor de cartas.',
};

/** The attributes that properties reflect, and the boolean ones among them. */
const REFLECTED = { uiLang: 'ui-lang' };
for (const name of ['src', 'letter', 'languages', 'with', 'controls', 'theme', 'history', 'loading', 'timeout']) REFLECTED[name] = name;
const SWITCHES = { debug: 'debug', manageHead: 'manage-head' };

/**
 * Whether the browser, or the policy of the page, refuses WebAssembly: even an empty module, or according to the error.
 */
const refusesWasm = (error) => {
  try {
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
    return /unsafe-eval/.test(error);
  } catch {
    return true;
  }
};

/** Without a page, as in server-side rendering, the class can be imported and does nothing. */
const Element = globalThis.HTMLElement ?? class {};

/** The style of the element before its viewer is loaded, and without one. */
const adoptBase = (root) => {
  try {
    // A sheet belongs to the document of the window that constructed it.
    const sheet = new root.ownerDocument.defaultView.CSSStyleSheet();
    sheet.replaceSync(':host{display:block}:host([hidden]){display:none!important}');
    root.adoptedStyleSheets = [sheet];
  } catch {
    // A browser that cannot adopt a sheet still shows the page's own content.
  }
};

export class CircularLetter extends Element {
  /** The version of the viewer. */
  static version = '0.2.0';

  static observedAttributes = ['catalogue', 'lang', ...Object.values(REFLECTED), ...Object.values(SWITCHES)];

  #root;
  /** Shows the letter; none while the element is in no page, or waits to be seen. */
  #loader = new Loader(this, (code, error) => this.#fail(code, error));
  #isStarted = false;
  #changed = false;
  /** Values from the page that no attribute can hold. */
  #given = {};
  /** Waits until the element comes near the window (`loading="lazy"`). */
  #watch;

  constructor() {
    super();
    this.#root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    adoptBase(this.#root);
    this.#showFallback();
  }

  /** The address of a catalogue, or a catalogue itself. */
  get catalogue() { return this.#given.catalogue ?? this.getAttribute('catalogue'); }
  set catalogue(value) {
    const isObject = typeof value === 'object' && value !== null;
    this.#give('catalogue', isObject ? value : undefined);
    if (!isObject) reflect(this, 'catalogue', value);
  }

  /** The letter itself, as Markdown: a text, or an object with a text for each language. */
  get text() { return this.#given.text ?? null; }
  set text(value) { this.#give('text', value); }

  /** Documents that the page knows: [{ id, href, title, language }]. */
  get registry() { return this.#given.registry; }
  set registry(value) { this.#give('registry', value); }

  /** A function (id, { language }) that returns { href, title, language }, a promise of it, or nothing. */
  get resolver() { return this.#given.resolver; }
  set resolver(value) { this.#give('resolver', value); }

  /** Fetches the letter again. */
  reload() { if (this.#isStarted) this.#loader.reload(); }

  /** The metadata of the letter; null while none is shown. */
  metadata() { return this.#loader.metadata(); }

  /** The citations of the letter and their targets. */
  citations() { return this.#loader.citations(); }

  print() { window.print(); }

  connectedCallback() {
    for (const name of Object.keys(this)) this.#upgrade(name);
    // They do not come along into another document.
    if (this.#root.adoptedStyleSheets?.length === 0) adoptBase(this.#root);
    if (this.#isStarted) {
      this.#loader.update();
    } else if (this.loading === 'lazy' && !this.#watch && 'IntersectionObserver' in window) {
      this.#watch = new IntersectionObserver((entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        this.#start();
      }, { rootMargin: '100% 0%' });
      this.#watch.observe(this);
    } else {
      this.#watch?.observe(this);
      if (!this.#watch) this.#start();
    }
  }

  /** A moved element is removed and inserted again at once: only one that stays disconnected has left. */
  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#watch?.disconnect();
      this.#isStarted = false;
      this.#loader.stop();
      this.#showFallback();
    });
  }

  /** Lets a browser that can move elements without removing them do so. */
  connectedMoveCallback() {
    if (this.#isStarted) this.#loader.update();
  }

  /** Several changes at once are handled as one. An address of a catalogue replaces a catalogue that was set before. */
  attributeChangedCallback(name, before, after) {
    if (name === 'catalogue' && before !== after) delete this.#given.catalogue;
    if (this.#changed || before !== undefined && before === after) return;
    this.#changed = true;
    queueMicrotask(() => {
      this.#changed = false;
      if (this.#watch && this.loading !== 'lazy') this.#start();
      else if (this.#isStarted) this.#loader.update();
    });
  }

  #start() {
    this.#watch?.disconnect();
    this.#watch = undefined;
    this.#isStarted = true;
    this.#loader.start();
  }

  #give(name, value) {
    this.#given[name] = value;
    this.attributeChangedCallback();
  }

  /** A property that the page set before the tag was defined hides the accessor: it is set again. */
  #upgrade(name) {
    if (!(name in CircularLetter.prototype)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }

  /** The page's own words, or a letter that is there without a viewer: in a clone, a saved page, or left by a viewer. */
  #showFallback() {
    const slot = document.createElement('slot');
    if (this.querySelector(':scope > article[slot=letter]:not(:empty)')) slot.name = 'letter';
    this.#root.replaceChildren(slot);
  }

  /** The programs have failed, or the viewer has stopped (`crashed`): the letter that it showed stays. */
  #fail(code, error) {
    // WebKit compiles a module that it refuses to link, so that it seems to be of another build.
    const reason = code ?? (refusesWasm(error) ? 'wasm-blocked' : error.reason ?? 'module-failed');
    // A letter that is shown already needs no notice: what is missing are its tools.
    if (!this.#loader.shown()) this.#showNotice(reason, error?.notices);
    this.dispatchEvent(new CustomEvent('letter-error', {
      bubbles: true,
      composed: true,
      detail: { code: reason, src: this.src, message: String(error) },
    }));
  }

  async #showNotice(reason, notices) {
    const language = interfaceOf(this);
    this.#showFallback();
    const notice = document.createElement('p');
    notice.setAttribute('role', 'alert');
    notice.setAttribute('part', 'notice');
    notice.lang = language;
    notice.dir = directionOf(language);
    const texts = reason === 'module-failed' ? undefined : await import('./failures.js').catch(() => undefined);
    notice.textContent = (texts?.FAILURES[reason] ?? notices ?? NOT_LOADED)[language];
    if (this.isConnected) this.#root.prepend(notice);
  }
}

const reflect = (element, name, value) => {
  if (value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
};

const accessor = (get, set) => ({ get, set, configurable: true, enumerable: true });

for (const [property, name] of Object.entries(REFLECTED)) {
  Object.defineProperty(CircularLetter.prototype, property, accessor(
    function () { return this.getAttribute(name); },
    function (value) { reflect(this, name, value); },
  ));
}
for (const [property, name] of Object.entries(SWITCHES)) {
  Object.defineProperty(CircularLetter.prototype, property, accessor(
    function () { return this.hasAttribute(name); },
    function (value) { this.toggleAttribute(name, Boolean(value)); },
  ));
}

/** Registers the unit of the style sheets as a length, so that it is the same at every depth: the font size around. */
const registerUnit = () => {
  try {
    CSS.registerProperty({ name: '--letter-unit', syntax: '<length>', inherits: true, initialValue: '16px' });
  } catch {
    // Another copy of this script has done it, or the browser is too old: then the unit follows the text within.
  }
};

/** Defines the tag, unless it is defined: the first copy of the script on a page serves all its elements. */
export const define = () => {
  if (!globalThis.customElements) return;
  registerUnit();
  if (!customElements.get('circular-letter')) customElements.define('circular-letter', CircularLetter);
};
