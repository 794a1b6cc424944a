/**
 * The element <circular-letter>: a viewer for the circular letters of the ITU. This module has no side effect;
 * circular-letter.js defines the tag.
 *
 * WebAssembly cannot extend HTMLElement, so this module contains only the element: it loads the viewer when the first
 * element is added to a page, and notifies the viewer of changes. Until the viewer is loaded, and whenever it cannot
 * be, the page's own content of the element is shown.
 */

import { Loader } from './loader.js';
import { Presenter } from './presenter.js';

/** Messages for when there is no viewer: its own texts are in the module that was not loaded, or has stopped. */
const TEXTS = {
  'module-failed': {
    ar: 'تعذّر تحميل عارض الرسائل. يُرجى إعادة تحميل الصفحة للمحاولة مرة أخرى.',
    zh: '无法加载信函查看器。请重新加载页面后再试。',
    en: 'The letter viewer could not be loaded. Please reload the page to try again.',
    fr: "La visionneuse de lettres n'a pas pu être chargée. Veuillez recharger la page pour réessayer.",
    ru: 'Не удалось загрузить средство просмотра писем. Обновите страницу, чтобы повторить попытку.',
    es: 'No se ha podido cargar el visor de cartas. Vuelva a cargar la página para intentarlo de nuevo.',
  },
  'wasm-blocked': {
    ar: 'لا يسمح هذا الموقع أو المتصفح بتشغيل عارض الرسائل.',
    zh: '本网站或浏览器不允许运行信函查看器。',
    en: 'This site or this browser does not allow the letter viewer to run.',
    fr: "Ce site ou ce navigateur n'autorise pas l'exécution de la visionneuse de lettres.",
    ru: 'Этот сайт или браузер не разрешает запуск средства просмотра писем.',
    es: 'Este sitio o este navegador no permite ejecutar el visor de cartas.',
  },
  crashed: {
    ar: 'توقّف عارض الرسائل. تُعرض الرسالة كنص بسيط.',
    zh: '信函查看器已停止运行。信函以简单文本形式显示。',
    en: 'The letter viewer has stopped. The letter is shown as plain text.',
    fr: "La visionneuse de lettres s'est arrêtée. La lettre est affichée en texte simple.",
    ru: 'Средство просмотра писем остановлено. Письмо показано простым текстом.',
    es: 'El visor de cartas se ha detenido. La carta se muestra como texto sin formato.',
  },
};

/** The attributes that properties reflect, and the boolean ones among them. */
const REFLECTED = {
  src: 'src', letter: 'letter', languages: 'languages', with: 'with', uiLang: 'ui-lang', controls: 'controls', theme: 'theme',
  history: 'history', loading: 'loading', timeout: 'timeout',
};
const SWITCHES = { debug: 'debug', manageHead: 'manage-head' };

/** Properties that no attribute can hold. */
const GIVEN = ['text', 'registry', 'resolver'];

/** The maximum number of viewers in a page: one that has stopped is never used again, and another one replaces it. */
const MOST_COPIES = 6;

/** The maximum number of crashes of the viewer in one element. */
const MOST_CRASHES = 2;

/** The time that a restarted element has to show its letter before the next one is restarted, in milliseconds. */
const PATIENCE = 3000;

/** The elements that have a viewer, or had one that has stopped. */
const served = new Set();

/**
 * One viewer serves all elements of the page. It is loaded once, and again after a failure; a stopped one is never
 * reused.
 */
let loading;
let copies = 0;

const load = () => {
  loading ??= start(copies).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
};

const start = async (copy) => {
  if (copy >= MOST_COPIES) throw new Error('the viewer has stopped too often');
  const [{ create }, { compose }] = await Promise.all([import('./viewer.js'), import('./composition.js')]);
  const { init, Viewer } = create();
  await init();
  Viewer.on_stop((reason) => recover(copy, reason));
  return (element, presenter) => Viewer.start(element, new Loader(presenter, compose));
};

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

/** Whether the error is a crash of the viewer. */
const isTrap = (error) => typeof WebAssembly === 'object' && error instanceof WebAssembly.RuntimeError;

/** Names of the methods that only this module may call. */
const stopped = Symbol('stopped');
const startAgain = Symbol('start again');

/** The element that is being restarted: if the viewer stops meanwhile, this element is the cause. */
let suspect;

/** Handles a crash: all letters become plain, and all elements but the cause get a new viewer, one by one. */
const recover = async (copy, reason) => {
  // Not while the viewer is still panicking, and once for each copy.
  await undefined;
  if (copy !== copies) return;
  copies++;
  loading = undefined;
  for (const element of served) element[stopped](reason, element === suspect);
  suspect = undefined;
  for (const element of [...served]) {
    if (copies !== copy + 1 || copies >= MOST_COPIES) return;
    suspect = element;
    await element[startAgain]();
  }
  if (copies === copy + 1) suspect = undefined;
};

/**
 * A text in the interface language: that of the address, the element, the page around it, the browser, or else English.
 */
const inInterfaceLanguage = (texts, element) => {
  const asked = element.getAttribute('history') === 'query' && new URLSearchParams(location.search).get('ui-lang');
  const around = element.parentElement?.closest('[lang]')?.lang;
  const tags = [asked, element.getAttribute('ui-lang'), around, document.documentElement.lang, ...navigator.languages];
  const code = tags.map((tag) => tag && tag.toLowerCase().split('-')[0]).find((tag) => tag in texts) ?? 'en';
  return { text: texts[code], code };
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
  static version = '0.1.0';

  static observedAttributes = ['catalogue', 'lang', ...Object.values(REFLECTED), ...Object.values(SWITCHES)];

  #root;
  #viewer;
  /** Shows the letter for the viewer. */
  #presenter = new Presenter(this);
  /** Counts connections and disconnections, so that a module that loads late starts no viewer in a removed element. */
  #visit = 0;
  #changed = false;
  /** Values from the page that no attribute can hold. */
  #given = {};
  /** Waits until the element comes near the window (`loading="lazy"`). */
  #watch;
  #crashes = 0;

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
  reload() { this.#viewer?.reload(); }

  /** The metadata of the letter; null while none is shown. */
  metadata() { return structuredClone(this.#viewer?.metadata() ?? null); }

  /** The citations of the letter and their targets. */
  citations() { return this.#viewer?.citations() ?? []; }

  print() { window.print(); }

  connectedCallback() {
    for (const name of ['catalogue', ...GIVEN, ...Object.keys(REFLECTED), ...Object.keys(SWITCHES)]) this.#upgrade(name);
    // They do not come along into another document.
    if (this.#root.adoptedStyleSheets?.length === 0) adoptBase(this.#root);
    if (this.#viewer) {
      this.#viewer.update();
    } else if (this.loading === 'lazy' && !this.#watch && 'IntersectionObserver' in window) {
      this.#watch = new IntersectionObserver((entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        this.#watch.disconnect();
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
      this.#visit++;
      this.#watch?.disconnect();
      this.#end();
      this.#presenter.stop();
      served.delete(this);
      this.#showFallback();
    });
  }

  /** Lets a browser that can move elements without removing them do so. */
  connectedMoveCallback() {
    this.#viewer?.update();
  }

  /** Several changes at once are handled as one. An address of a catalogue replaces a catalogue that was set before. */
  attributeChangedCallback(name, before, after) {
    if (name === 'catalogue' && before !== after) delete this.#given.catalogue;
    if (this.#changed || before !== undefined && before === after) return;
    this.#changed = true;
    queueMicrotask(() => {
      this.#changed = false;
      if (this.#watch && this.loading !== 'lazy') this.#start();
      this.#viewer?.update();
    });
  }

  async #start() {
    this.#watch?.disconnect();
    this.#watch = undefined;
    const visit = ++this.#visit;
    const copy = copies;
    try {
      const startIn = await load();
      if (visit !== this.#visit) return;
      this.#root.replaceChildren();
      served.add(this);
      this.#viewer = startIn(this, this.#presenter);
      if (!this.#viewer) throw new Error('the document refuses the viewer');
    } catch (error) {
      if (isTrap(error)) recover(copy, error);
      else if (visit === this.#visit) this.#fail(refusesWasm(error) ? 'wasm-blocked' : 'module-failed', error);
    }
  }

  #end() {
    try {
      this.#viewer?.stop();
    } catch {
      // It had stopped already.
    }
    this.#viewer = undefined;
  }

  /** The viewer has stopped. The letter that it showed stays, without what only a viewer can do. */
  [stopped](reason, isCause) {
    this.#visit++;
    this.#viewer = undefined;
    if (isCause) this.#crashes++;
    this.#presenter.leave();
    this.#fail('crashed', reason);
  }

  /** Resolves when the element has a letter again, or turns out to have none. */
  [startAgain]() {
    if (!this.isConnected || this.#crashes >= MOST_CRASHES) return undefined;
    return new Promise((resolve) => {
      for (const name of ['letter-load', 'letter-error']) this.addEventListener(name, resolve, { once: true });
      setTimeout(resolve, PATIENCE);
      this.#start();
    });
  }

  #give(name, value) {
    this.#given[name] = value;
    this.attributeChangedCallback();
  }

  /** A property that the page set before the tag was defined hides the accessor: it is set again. */
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
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

  #fail(code, error) {
    const { text, code: language } = inInterfaceLanguage(TEXTS[code], this);
    const notice = document.createElement('p');
    notice.setAttribute('role', 'alert');
    notice.setAttribute('part', 'notice');
    notice.lang = language;
    notice.dir = language === 'ar' ? 'rtl' : 'ltr';
    notice.textContent = text;
    this.#showFallback();
    this.#root.prepend(notice);
    this.dispatchEvent(new CustomEvent('letter-error', {
      bubbles: true,
      composed: true,
      detail: { code, src: this.src, message: String(error) },
    }));
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
