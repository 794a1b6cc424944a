/**
 * The presenter: puts a letter on the page, in an <article> among the element's own children.
 *
 * A letter is a document, and no state of the interface: it is built once from a tree of data and replaced as a whole when
 * another letter or version comes. Page translators, annotators, extensions and frameworks change it in between, and that
 * may neither break what comes next nor be undone without need. So the presenter never relies on what it has built before,
 * and whatever it does not find is left as it is.
 *
 * Of a long letter the beginning is shown first, and the rest in chunks when the browser is idle, or at once where it is
 * wanted: for printing, or to go to a place in it.
 */
import { whenIdle } from './idle.js';
import { directionOf } from './languages.js';
import { build } from './nodes.js';
import { attributesOf } from './tree.js';

/** How often a letter that has been taken out of the page comes back in one task, and the milliseconds until it tries again. */
const MOST_RETURNS = 20;
const PEACE = 10_000;

/** The nodes of a long letter that are shown at once, and the longest delay of the next ones, in milliseconds. */
const IN_CHUNK = 20;
const LATEST_CHUNK = 1000;

/** Makes the nodes the children of the element, in their order. Those that are there already are not moved without need. */
const arrange = (parent, nodes) => {
  const wanted = new Set(nodes);
  for (const child of [...parent.childNodes]) if (!wanted.has(child)) child.remove();
  let place = parent.firstChild;
  for (const node of nodes) {
    if (node === place) place = place.nextSibling;
    else parent.insertBefore(node, place);
  }
};

/** Whether the element is a letter that stands in the page; a page may have other articles there. */
const isLetter = (element) => element.localName === 'article' && (element.slot === 'letter' || element.querySelector('[data-piece]'));

export class Presenter {
  /** What changes a letter that is on the page (`changing.js`): it comes with the viewer. */
  changing;
  #host;
  #article;
  /** How far the page was scrolled before the letter of the page was replaced. */
  #scrolled;
  /** Whether the article is the page's, whose own letter stands in it; with its `slot`, which is that of a clone. */
  #own;
  /** The page's article with its letter, once another letter has come: a copy, and its own nodes if they are not shown. */
  #original;
  #replaced = [];
  /** The nodes at the top of the tree: their data, and what has been built of it. */
  #tops = [];
  #observer = new MutationObserver(() => this.#comeBack());
  /** How often the letter has come back in this task. */
  #returns = 0;
  /** The nodes of a long letter that are not shown yet, and what ends the wait for the next ones. */
  #coming = [];
  #waiting;

  constructor(host) {
    this.#host = host;
  }

  /**
   * Begins to show letters in the element, and returns the article for them: that of the page, if it has one, where its
   * own letter stays until another is shown.
   */
  start() {
    if (this.#tops.length > 0) return this.#article;
    if (!this.#article) {
      this.#article = [...this.#host.children].find(isLetter);
      this.#own = this.#article && { slot: this.#article.slot };
      this.#article ??= this.#host.ownerDocument.createElement('article');
    }
    // A letter that is there already is seen until another is shown.
    if (this.#article.firstElementChild) this.#article.removeAttribute('slot');
    else this.#article.slot = 'letter';
    if (this.#article.parentNode !== this.#host) this.#host.append(this.#article);
    return this.#article;
  }

  /** Describes the letter to the browser and to the style sheet. */
  describe(language, isLong) {
    const article = this.#article;
    article.dir = language ? directionOf(language) : 'auto';
    if (language) article.lang = language;
    else article.removeAttribute('lang');
    article.toggleAttribute('data-long', isLong);
  }

  /** The language of the letter, if it is known. */
  language() {
    return this.#article?.lang || undefined;
  }

  /** The place with the id in the letter; null if there is none. */
  place(id) {
    return this.#article.querySelector(`#${CSS.escape(id)}`);
  }

  /** The words of the reference with the number. */
  reference(number) {
    return this.#article.querySelector(`.citation[data-reference="${number}"]`);
  }

  /** The mark of the record that the page's own letter is of; undefined if it has none. */
  mark() {
    return this.#article?.dataset.record;
  }

  /** Whether the article has a letter that this presenter has not shown. */
  hasOther() {
    return this.#tops.length === 0 && Boolean(this.#article?.firstElementChild);
  }

  /**
   * Shows a letter, or another arrangement of letters, in the place of the last one; none at all for an empty tree. With
   * `isInChunks`, only the beginning is shown now.
   */
  replace(all, isInChunks) {
    const article = this.#article;
    if (!article) return;
    this.#observer.disconnect();
    this.#expect([]);
    if (all.length === 0) return this.#giveBack();
    const nodes = isInChunks ? all.slice(0, IN_CHUNK) : all;
    // An element that has the same name in both is kept with other content: it stays the target of the address, and the
    // browser remembers the height of a stretch.
    const nameOf = (data, index) => attributesOf(data).id ?? (attributesOf(data).class === 'stretch' ? index : undefined);
    const kept = new Map(this.#tops.map(({ data, built }, index) => [nameOf(data, index), built]));
    kept.delete(undefined);
    const hasOther = this.hasOther();
    if (hasOther) this.#scrolled = scrollY;
    const focused = hasOther && this.#focused();
    if (this.#own && !this.#original) this.#original = article.cloneNode(true);
    const adopted = hasOther && this.changing?.adopt(article, nodes);
    if (this.#original && hasOther && !adopted && this.#replaced.length === 0) this.#replaced = [...article.childNodes];
    this.#tops = adopted || nodes.map((data, index) => ({ data, built: this.#build(data, kept.get(nameOf(data, index))) }));
    article.slot = 'letter';
    arrange(article, this.#tops.map(({ built }) => built));
    this.#removeOthers();
    if (article.parentNode !== this.#host) this.#host.append(article);
    if (focused && !this.#focused()) article.querySelector(focused)?.focus({ preventScroll: true });
    this.#observe();
    this.#expect(all.slice(nodes.length));
  }

  /**
   * Draws the box around the letter. The reader's position is lost where nothing is laid out for a moment, and to ask for it
   * lays out what is there: so it is that of before the letter was replaced.
   */
  draw(box) {
    const top = this.#scrolled ?? scrollY;
    this.#scrolled = undefined;
    this.#host.shadowRoot.replaceChildren(box);
    if (scrollY !== top) scrollTo({ top, behavior: 'instant' });
  }

  /** Adds more of the letter at its end, when the browser is idle. */
  extend(nodes) {
    if (this.#tops.length > 0) this.#expect([...this.#coming, ...nodes]);
  }

  /** Shows the whole of the letter now. Returns whether some of it was not there. */
  showWhole() {
    return this.#showNext(Infinity);
  }

  /** Shows the same letter with other references, names or opened paragraphs: what is the same stays as it is. */
  change(nodes) {
    if (this.#tops.length === 0) return;
    const focused = this.#focused();
    const shown = this.#coming.length > 0 ? this.#tops.length : nodes.length;
    this.#tops = this.changing.changeChildren(this.#article, this.#tops, nodes.slice(0, shown));
    this.#expect(nodes.slice(shown));
    if (focused && !this.#focused()) this.#article.querySelector(focused)?.focus({ preventScroll: true });
  }

  /** Leaves the letter on the page, without what only a viewer can do. */
  leave() {
    this.#observer.disconnect();
    if (this.#tops.length === 0) return;
    this.showWhole();
    this.#tops = [];
    for (const container of this.#article.querySelectorAll('.peeking')) container.remove();
  }

  /** Takes the letter out of the page, which has its own again. */
  stop() {
    this.#observer.disconnect();
    this.#expect([]);
    if (this.#article) this.#giveBack();
    // The page may have put another letter there meanwhile.
    const hasAnother = [...this.#host.children].some((element) => element !== this.#article && isLetter(element));
    if (!this.#own || hasAnother) this.#article?.remove();
    this.#article = this.#own = undefined;
  }

  /** Gives the article back to the page as it was, or empties it if the page had none. */
  #giveBack() {
    const article = this.#article;
    this.#tops = [];
    if (!this.#own) return article.replaceChildren();
    if (this.#original) {
      for (const name of article.getAttributeNames()) article.removeAttribute(name);
      for (const { name, value } of this.#original.attributes) article.setAttribute(name, value);
      // Its own nodes, which may have listeners, unless the letter has been taken over.
      arrange(article, this.#replaced.length > 0 ? this.#replaced : [...this.#original.childNodes]);
    }
    this.#original = undefined;
    this.#replaced = [];
    if (this.#own.slot) article.slot = this.#own.slot;
    else article.removeAttribute('slot');
    if (!article.isConnected && this.#host.isConnected) this.#host.append(article);
  }

  /** Sets what is still to come, and waits for the moment to show it. */
  #expect(nodes) {
    this.#waiting?.abort();
    this.#coming = nodes;
    if (nodes.length === 0) return;
    this.#waiting = new AbortController();
    const { signal } = this.#waiting;
    whenIdle(() => this.#showNext(IN_CHUNK), signal, LATEST_CHUNK, 0);
    window.addEventListener('beforeprint', () => this.showWhole(), { signal });
  }

  /** Shows some nodes more, and returns whether there were any. */
  #showNext(most) {
    if (this.#coming.length === 0) return false;
    this.#comeBack();
    for (const data of this.#coming.slice(0, most)) {
      const built = build(this.#article.ownerDocument, data);
      this.#tops.push({ data, built });
      this.#article.append(built);
    }
    this.#expect(this.#coming.slice(most));
    return true;
  }

  #build(data, kept) {
    const built = build(this.#article.ownerDocument, data);
    if (kept?.parentNode !== this.#article || kept.localName !== built.localName) return built;
    for (const name of kept.getAttributeNames()) if (!built.hasAttribute(name)) kept.removeAttribute(name);
    for (const name of built.getAttributeNames()) {
      const value = built.getAttribute(name);
      if (kept.getAttribute(name) !== value) kept.setAttribute(name, value);
    }
    kept.replaceChildren(...built.childNodes);
    return kept;
  }

  /** Selects the element of the letter that has the focus; undefined if none has. */
  #focused() {
    const focused = this.#article.querySelector(':focus');
    if (!focused || !this.changing) return undefined;
    const attributes = Object.fromEntries([...focused.attributes].map(({ name, value }) => [name, value]));
    return this.changing.selectorOf([focused.localName], attributes);
  }

  #observe() {
    this.#observer.observe(this.#host, { childList: true });
    this.#observer.observe(this.#article, { childList: true, attributes: true, attributeFilter: ['slot'] });
  }

  /** Takes out copies of the letter that a script has made with the content of the element. */
  #removeOthers() {
    for (const element of this.#host.querySelectorAll(':scope > article[slot=letter]')) if (element !== this.#article) element.remove();
  }

  /** A framework that brings the page to what its own data say takes the article out, or empties it: it comes back. */
  #comeBack() {
    const article = this.#article;
    if (!article || this.#tops.length === 0) return;
    const isEmptied = !article.firstElementChild;
    const isLost = article.parentNode !== this.#host;
    this.#removeOthers();
    if (!isEmptied && !isLost && article.slot === 'letter') return;
    if (this.#returns === 0) setTimeout(() => { this.#returns = 0; });
    this.#returns += 1;
    if (this.#returns > MOST_RETURNS) return this.#wait();
    article.slot = 'letter';
    if (isEmptied) arrange(article, this.#tops.map(({ built }) => built));
    if (isLost) this.#host.append(article);
  }

  /** Something takes the letter away each time, and would do so for ever: it is left in peace for a while. */
  #wait() {
    this.#observer.disconnect();
    setTimeout(() => {
      if (this.#tops.length === 0) return;
      this.#observe();
      this.#comeBack();
    }, PEACE);
  }
}
