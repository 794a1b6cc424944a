/**
 * Defines <circular-letter>, a viewer for the circular letters of the ITU.
 *
 *   <circular-letter src="letters/cl-20-43/fr.md" lang="fr">What the page says until the letter is there.</circular-letter>
 *
 * WebAssembly cannot extend HTMLElement, so this module holds the element and nothing else: it defines the tag at once,
 * loads the viewer when the first element comes into a page, and tells the viewer when something changes. Until the viewer
 * is there, and whenever it cannot be, what the page put into the element is shown.
 */

/** The unit of the style sheets is a length, so that it means the same at every depth: the size of the text around. */
try {
  CSS.registerProperty({ name: '--letter-unit', syntax: '<length>', inherits: true, initialValue: '16px' });
} catch {
  // Another copy of this script has done it, or the browser is too old to: then the unit follows the text within.
}

/** One viewer serves all elements of the page: it is loaded once, and again only after a failure. */
let loading;
const load = () => {
  loading ??= import('./viewer.js').then(async (module) => {
    await module.default();
    return module.Viewer;
  }).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
};

/** What the reader is told where the viewer cannot be loaded: its own texts are in the module that did not come. */
const CANNOT_LOAD = {
  ar: 'تعذّر تحميل عارض الرسائل. يُرجى إعادة تحميل الصفحة للمحاولة مرة أخرى.',
  zh: '无法加载信函查看器。请重新加载页面后再试。',
  en: 'The letter viewer could not be loaded. Please reload the page to try again.',
  fr: "La visionneuse de lettres n'a pas pu être chargée. Veuillez recharger la page pour réessayer.",
  ru: 'Не удалось загрузить средство просмотра писем. Обновите страницу, чтобы повторить попытку.',
  es: 'No se ha podido cargar el visor de cartas. Vuelva a cargar la página para intentarlo de nuevo.',
};

/** A text in the language of the interface: the element's, the page's around it, the browser's, or else English. */
const inInterfaceLanguage = (texts, element) => {
  const around = element.parentElement?.closest('[lang]')?.lang;
  const tags = [element.getAttribute('ui-lang'), around, document.documentElement.lang, ...navigator.languages];
  const code = tags.map((tag) => tag?.toLowerCase().split('-')[0]).find((tag) => tag in texts) ?? 'en';
  return { text: texts[code], code };
};

export class CircularLetter extends HTMLElement {
  static observedAttributes = ['src', 'catalogue', 'letter', 'lang', 'languages', 'with', 'ui-lang', 'history', 'manage-head', 'debug'];

  #root;
  #viewer;
  /** Counts arrivals and departures, so that a module that comes late starts no viewer in an element that has gone. */
  #visit = 0;
  #changed = false;
  /** What the page has given that no attribute can hold. */
  #given = {};

  constructor() {
    super();
    this.#root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    this.#showFallback();
  }

  get src() { return this.getAttribute('src'); }
  set src(value) { this.#reflect('src', value); }

  get uiLang() { return this.getAttribute('ui-lang'); }
  set uiLang(value) { this.#reflect('ui-lang', value); }

  get languages() { return this.getAttribute('languages'); }
  set languages(value) { this.#reflect('languages', value); }

  get with() { return this.getAttribute('with'); }
  set with(value) { this.#reflect('with', value); }

  get letter() { return this.getAttribute('letter'); }
  set letter(value) { this.#reflect('letter', value); }

  /** The address of a catalogue, or a catalogue itself. */
  get catalogue() { return this.#given.catalogue ?? this.getAttribute('catalogue'); }
  set catalogue(value) {
    const isObject = typeof value === 'object' && value !== null;
    this.#give('catalogue', isObject ? value : undefined);
    if (!isObject) this.#reflect('catalogue', value);
  }

  /** Documents that the page knows: [{ id, href, title, language }]. */
  get registry() { return this.#given.registry; }
  set registry(value) { this.#give('registry', value); }

  /** A function (id, { language }) that answers { href, title, language }, a promise of it, or nothing. */
  get resolver() { return this.#given.resolver; }
  set resolver(value) { this.#give('resolver', value); }

  async connectedCallback() {
    for (const name of ['src', 'letter', 'languages', 'with', 'catalogue', 'registry', 'resolver', 'uiLang']) this.#upgrade(name);
    if (this.#viewer) {
      this.#viewer.update();
      return;
    }
    const visit = ++this.#visit;
    try {
      const Viewer = await load();
      if (visit !== this.#visit) return;
      this.#root.replaceChildren();
      this.#viewer = Viewer.start(this);
      if (!this.#viewer) throw new Error('the document refuses the viewer');
    } catch (error) {
      if (visit === this.#visit) this.#fail(error);
    }
  }

  /** An element that moves is taken out and put in again at once: only one that stays out has left. */
  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#visit++;
      this.#viewer?.stop();
      this.#viewer = undefined;
      this.#showFallback();
    });
  }

  /** With this, a browser that can move elements without taking them out does so. */
  connectedMoveCallback() {
    this.#viewer?.update();
  }

  /** Several changes at once are one change. */
  attributeChangedCallback() {
    if (this.#changed) return;
    this.#changed = true;
    queueMicrotask(() => {
      this.#changed = false;
      this.#viewer?.update();
    });
  }

  #give(name, value) {
    this.#given[name] = value;
    this.attributeChangedCallback();
  }

  #reflect(name, value) {
    if (value === null || value === undefined) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }

  /** A property that the page set before the tag was defined hides the accessor: it is set again. */
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }

  #showFallback() {
    this.#root.replaceChildren(document.createElement('slot'));
  }

  #fail(error) {
    const { text, code } = inInterfaceLanguage(CANNOT_LOAD, this);
    const notice = document.createElement('p');
    notice.setAttribute('role', 'alert');
    notice.setAttribute('part', 'notice');
    notice.lang = code;
    notice.dir = code === 'ar' ? 'rtl' : 'ltr';
    notice.textContent = text;
    this.#showFallback();
    this.#root.prepend(notice);
    this.dispatchEvent(new CustomEvent('letter-error', {
      bubbles: true,
      composed: true,
      detail: { code: 'module-failed', src: this.src, message: String(error) },
    }));
  }
}

if (!customElements.get('circular-letter')) customElements.define('circular-letter', CircularLetter);
