/**
 * The presenter: puts a letter on the page, in an <article> among the element's own children.
 *
 * A letter is a document, and no state of the interface: it is built once from a tree of data and replaced as a whole when
 * another letter or version comes. Page translators, annotators, extensions and frameworks change it in between, and that
 * may neither break what comes next nor be undone without need. So the presenter never relies on what it has built before,
 * and whatever it does not find is left as it is.
 *
 * A tree may come from anywhere (`tree.js`): only the tags, attributes and schemes below are ever created.
 *
 * Of a long letter the beginning is shown first, and the rest in chunks when the browser is idle, or at once where it is
 * wanted: for printing, or to go to a place in it.
 */
import { attributesOf, childrenOf, isElement } from './tree.js';

const TAGS = new Set([
  'a', 'bdi', 'blockquote', 'br', 'button', 'dd', 'div', 'dl', 'dt', 'em', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'li', 'ol', 'p', 'pre', 's',
  'section', 'span', 'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'time', 'tr', 'ul',
]);

const ATTRIBUTES = new Set([
  'aria-controls', 'aria-disabled', 'aria-expanded', 'aria-label', 'aria-pressed', 'class', 'colspan', 'data-document', 'data-language',
  'data-note', 'data-number', 'data-peek', 'data-peek-language', 'data-piece', 'data-provenance', 'data-reference', 'data-state', 'datetime',
  'dir', 'href', 'hreflang', 'id', 'lang', 'role', 'rowspan', 'tabindex', 'title', 'type', 'value',
]);

/** The schemes of addresses; one without a scheme is relative. */
const SCHEMES = new Set(['http', 'https', 'mailto', 'tel']);

/** How often a letter that has been taken out of the page comes back in one task, and the milliseconds until it tries again. */
const MOST_RETURNS = 20;
const PEACE = 10_000;

/** The nodes of a long letter that are shown at once, and the longest delay of the next ones, in milliseconds. */
const IN_CHUNK = 20;
const LATEST_CHUNK = 1000;

const check = (isAllowed, what) => {
  if (!isAllowed) throw new TypeError(`${what} is no part of a letter`);
};

/** Browsers ignore control characters and spaces in an address before they look for its scheme (URL Standard, 4.4). */
const isSafe = (href) => {
  const scheme = /^([^/?#]*?):/.exec(href.replace(/[\0-\x20]/g, ''));
  return !scheme || SCHEMES.has(scheme[1].toLowerCase());
};

const setAttribute = (element, name, value) => {
  check(ATTRIBUTES.has(name), `the attribute ${name}`);
  check(typeof value === 'string' && (name !== 'href' || isSafe(value)), `${name}=${value}`);
  element.setAttribute(name, value);
};

const build = (document, node) => {
  if (typeof node === 'string') return document.createTextNode(node);
  check(isElement(node) && TAGS.has(node[0]), `<${node?.[0]}>`);
  const element = document.createElement(node[0]);
  for (const [name, value] of Object.entries(attributesOf(node))) setAttribute(element, name, value);
  for (const child of childrenOf(node)) element.append(build(document, child));
  return element;
};

/** Whether both are the same but for their attributes; a reference may be a link, or words that lead nowhere. */
const isSameText = (one, other) => {
  if (typeof one === 'string' || typeof other === 'string') return one === other;
  const isReference = (node) => 'data-reference' in attributesOf(node) && ['a', 'span'].includes(node[0]);
  if (one[0] !== other[0] && !(isReference(one) && isReference(other))) return false;
  const [children, others] = [childrenOf(one), childrenOf(other)];
  return children.length === others.length && children.every((child, index) => isSameText(child, others[index]));
};

/** Selects an element by what no translator or annotator changes; undefined if it has nothing of that kind. */
const selectorOf = ([tag], attributes) => {
  const by = (name) => `[${name}="${CSS.escape(attributes[name])}"]`;
  const classes = attributes.class?.split(/\s+/) ?? [];
  if (attributes.id) return by('id');
  // What follows is also true of elements with an id, which have been found by it.
  const rest = ':not([id])';
  const kind = ['citation', 'about'].find((name) => classes.includes(name));
  if (kind && attributes['data-reference'] !== undefined) return `.${kind}${by('data-reference')}${rest}`;
  for (const name of ['data-piece', 'data-peek', 'data-peek-language']) if (attributes[name] !== undefined) return by(name) + rest;
  if (classes.includes('permalink')) return `.permalink${by('href')}${rest}`;
  return attributes.role === 'region' ? `${tag}[role=region]${rest}` : undefined;
};

const setAttributes = (element, before, after) => {
  for (const name of Object.keys(before)) if (!(name in after)) element.removeAttribute(name);
  for (const [name, value] of Object.entries(after)) if (before[name] !== value) setAttribute(element, name, value);
};

/**
 * Changes the attributes of the elements in `around` from those of one tree to those of another with the same text.
 * Returns whether each element with other attributes could be looked for.
 */
const changeAttributes = (around, before, after, seen = new Map()) => {
  if (typeof before === 'string') return true;
  const [old, next] = [attributesOf(before), attributesOf(after)];
  const selector = selectorOf(before, old);
  const nth = selector === undefined ? 0 : seen.get(selector) ?? 0;
  seen.set(selector, nth + 1);
  if (before[0] !== after[0] || JSON.stringify(old) !== JSON.stringify(next)) {
    if (selector === undefined) return false;
    const element = around.matches(selector) && nth === 0 ? around : around.querySelectorAll(selector)[nth];
    if (element && before[0] === after[0]) {
      setAttributes(element, old, next);
    } else if (element) {
      const other = build(element.ownerDocument, [after[0], next]);
      const hasFocus = element.matches(':focus');
      other.append(...element.childNodes);
      element.replaceWith(other);
      if (hasFocus) other.focus({ preventScroll: true });
    }
  }
  const others = childrenOf(after);
  return childrenOf(before).every((child, index) => changeAttributes(around, child, others[index], seen));
};

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

/** What stands in the element for the nodes, if nobody has added or removed any. */
const builtIn = (element, nodes) => {
  const { childNodes } = element;
  return childNodes.length === nodes.length ? nodes.map((data, index) => ({ data, built: childNodes[index] })) : undefined;
};

/** Changes a node to another, as little as possible; returns undefined if it has to be built anew. */
const changeNode = ({ data: before, built }, after) => {
  if (built.nodeType !== Node.ELEMENT_NODE) return undefined;
  if (isSameText(before, after)) return changeAttributes(built, before, after) ? { data: after, built } : undefined;
  // The button that opens a paragraph in another language, and the paragraph: the button keeps the focus.
  const isContainer = before[0] === after[0] && attributesOf(before).class === 'peeking' && attributesOf(after).class === 'peeking';
  const children = isContainer && builtIn(built, childrenOf(before));
  if (!children) return undefined;
  changeChildren(built, children, childrenOf(after));
  return { data: after, built };
};

/** The child of the element that is the node, or that somebody has put around it; null if it is not there. */
const childAround = (parent, node) => {
  let at = node;
  while (at && at.parentNode !== parent) at = at.parentNode;
  return at;
};

/** What tells a node from its siblings, whatever stands before it. */
const keyOf = (data) => {
  const { id, class: name, 'data-piece': piece } = attributesOf(data);
  const button = name === 'peeking' ? attributesOf(childrenOf(data)[0])['data-peek'] : undefined;
  return id ?? piece ?? (button && `peek ${button}`);
};

/** Changes the children of an element from those that have been built to others. Those at both ends that are the same stay. */
const changeChildren = (parent, before, after) => {
  const [olds, nexts] = [before.map(({ data }) => JSON.stringify(data)), after.map((data) => JSON.stringify(data))];
  const shorter = Math.min(olds.length, nexts.length);
  let start = 0;
  while (start < shorter && olds[start] === nexts[start]) start += 1;
  let end = 0;
  while (end < shorter - start && olds.at(-1 - end) === nexts.at(-1 - end)) end += 1;
  const old = before.slice(start, before.length - end);
  const partners = new Map(old.map((top, index) => [keyOf(top.data) ?? index, top]));
  const next = after.slice(start, after.length - end).map((data, index) => {
    const partner = partners.get(keyOf(data) ?? index);
    return (partner && changeNode(partner, data)) ?? { data, built: build(parent.ownerDocument, data) };
  });
  const kept = new Set(next.map(({ built }) => built));
  for (const { built } of old) if (!kept.has(built)) built.remove();
  // What somebody has wrapped stays where it is; what somebody has taken out comes back in its place.
  let place = null;
  for (const { built } of before.slice(before.length - end)) place ??= childAround(parent, built);
  for (const { built } of next.reverse()) {
    const there = childAround(parent, built);
    const isInOrder = there && (!place || there.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (!isInOrder) parent.insertBefore(built, place);
    place = isInOrder ? there : built;
  }
  next.reverse();
  return [...before.slice(0, start), ...next, ...before.slice(before.length - end)];
};

/** Whether the node of the page is what a node of a tree would become; where the page has no script, a button is its room. */
const isBuilt = (built, node) => {
  if (typeof node === 'string') return built?.nodeType === Node.TEXT_NODE && built.data === node;
  const { class: name, 'data-reference': reference } = attributesOf(node);
  const isOther = reference !== undefined && (name === 'about' || ['a', 'span'].includes(built?.localName));
  if (built?.localName !== node[0] && !(isOther && built?.classList?.contains(name))) return false;
  const children = childrenOf(node);
  return built.childNodes.length === children.length && children.every((child, index) => isBuilt(built.childNodes[index], child));
};

/** Makes of the node of the page what the node of a tree would become, and returns it. */
const takeOver = (built, node) => {
  if (typeof node === 'string') return built;
  const attributes = attributesOf(node);
  const children = [...built.childNodes];
  let element = built;
  if (built.localName !== node[0]) {
    element = built.ownerDocument.createElement(node[0]);
    for (const child of children) element.append(child);
    built.replaceWith(element);
  }
  for (const name of element.getAttributeNames()) if (!(name in attributes)) element.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes)) if (element.getAttribute(name) !== value) setAttribute(element, name, value);
  childrenOf(node).forEach((child, index) => takeOver(children[index], child));
  return element;
};

/**
 * The nodes of a tree with what stands in the article for them, if the article has the same letter; undefined if not. What
 * only the viewer adds between paragraphs is built.
 */
const adopt = (article, nodes) => {
  const isAdded = (node) => attributesOf(node).class === 'peeking';
  const found = [...article.childNodes];
  const letter = nodes.filter((node) => !isAdded(node));
  if (found.length !== letter.length || !letter.every((node, index) => isBuilt(found[index], node))) return undefined;
  const places = found.values();
  return nodes.map((data) => ({
    data,
    built: isAdded(data) ? build(article.ownerDocument, data) : takeOver(places.next().value, data),
  }));
};

/** Whether the element is a letter that stands in the page; a page may have other articles there. */
const isLetter = (element) => element.localName === 'article' && (element.slot === 'letter' || element.querySelector('[data-piece]') !== null);

export class Presenter {
  #host;
  #article;
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
  #stopWaiting;

  constructor(host) {
    this.#host = host;
  }

  /**
   * Begins to show letters in the element, and returns the article for them: that of the page, if it has one, where its
   * own letter stays until another is shown.
   */
  start() {
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

  /** Whether the article has a letter that this presenter has not shown. */
  hasOther() {
    return this.#tops.length === 0 && Boolean(this.#article?.firstElementChild);
  }

  /**
   * Shows a letter, or another arrangement of letters, in the place of the last one; none at all for an empty tree. With
   * `inChunks`, only the beginning is shown now.
   */
  replace(all, { inChunks = false } = {}) {
    const article = this.#article;
    if (!article) return;
    this.#observer.disconnect();
    this.#expect([]);
    if (all.length === 0) return this.#giveBack();
    const nodes = inChunks ? all.slice(0, IN_CHUNK) : all;
    // An element that has the same name in both is kept with other content: it stays the target of the address, and the
    // browser remembers the height of a stretch.
    const nameOf = (data, index) => attributesOf(data).id ?? (attributesOf(data).class === 'stretch' ? index : undefined);
    const kept = new Map(this.#tops.map(({ data, built }, index) => [nameOf(data, index), built]));
    kept.delete(undefined);
    const hasOther = this.hasOther();
    const focused = hasOther ? this.#focused() : undefined;
    if (this.#own && !this.#original) this.#original = article.cloneNode(true);
    const adopted = hasOther ? adopt(article, nodes) : undefined;
    if (this.#original && hasOther && !adopted && this.#replaced.length === 0) this.#replaced = [...article.childNodes];
    this.#tops = adopted ?? nodes.map((data, index) => ({ data, built: this.#build(data, kept.get(nameOf(data, index))) }));
    article.slot = 'letter';
    arrange(article, this.#tops.map(({ built }) => built));
    this.#removeOthers();
    if (article.parentNode !== this.#host) this.#host.append(article);
    if (focused && !this.#focused()) article.querySelector(focused)?.focus({ preventScroll: true });
    this.#observe();
    this.#expect(all.slice(nodes.length));
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
    this.#tops = changeChildren(this.#article, this.#tops, nodes.slice(0, shown));
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
    for (const button of this.#article.querySelectorAll('button.about')) {
      button.replaceWith(build(button.ownerDocument, ['span', { class: 'about' }]));
    }
  }

  /** Takes the letter out of the page, which has its own again. */
  stop() {
    this.#observer.disconnect();
    this.#expect([]);
    if (this.#article) this.#giveBack();
    // The page may have put another letter there meanwhile.
    const hasAnother = [...this.#host.children].some((element) => element !== this.#article && isLetter(element));
    if (!this.#own || hasAnother) this.#article?.remove();
    this.#article = undefined;
    this.#own = undefined;
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
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
    this.#coming = nodes;
    if (nodes.length === 0) return;
    const next = () => this.#showNext(IN_CHUNK);
    const whole = () => this.showWhole();
    const hasIdleTime = 'requestIdleCallback' in window;
    const request = hasIdleTime ? requestIdleCallback(next, { timeout: LATEST_CHUNK }) : setTimeout(next);
    addEventListener('beforeprint', whole);
    this.#stopWaiting = () => {
      if (hasIdleTime) cancelIdleCallback(request);
      else clearTimeout(request);
      removeEventListener('beforeprint', whole);
    };
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
    if (!focused) return undefined;
    const attributes = Object.fromEntries([...focused.attributes].map(({ name, value }) => [name, value]));
    return selectorOf([focused.localName], attributes);
  }

  #observe() {
    this.#observer.observe(this.#host, { childList: true });
    this.#observer.observe(this.#article, { childList: true, attributes: true, attributeFilter: ['slot'] });
  }

  /** Takes out copies of the letter that a script has made with the content of the element. */
  #removeOthers() {
    for (const element of [...this.#host.children]) {
      if (element !== this.#article && element.localName === 'article' && element.slot === 'letter') element.remove();
    }
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
