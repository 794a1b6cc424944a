/**
 * Changes a letter that is on the page: to the same with other references, names or opened paragraphs, or from what the
 * page has. What the page or the reader has done to it meanwhile stays, as far as it can.
 */
import { build, setAttribute } from './nodes.js';
import { attributesOf, childrenOf } from './tree.js';

/** Whether both are the same but for their attributes; a reference may be a link, or words that lead nowhere. */
const isSameText = (one, other) => {
  if (typeof one === 'string' || typeof other === 'string') return one === other;
  const isReference = (node) => 'data-reference' in attributesOf(node) && ['a', 'span'].includes(node[0]);
  if (one[0] !== other[0] && !(isReference(one) && isReference(other))) return false;
  const [children, others] = [childrenOf(one), childrenOf(other)];
  return children.length === others.length && children.every((child, index) => isSameText(child, others[index]));
};

/** Selects an element by what no translator or annotator changes; undefined if it has nothing of that kind. */
export const selectorOf = ([tag], attributes) => {
  const by = (name) => `[${name}="${CSS.escape(attributes[name])}"]`;
  const classes = attributes.class?.split(/\s+/) ?? [];
  if (attributes.id) return by('id');
  // What follows is also true of elements with an id, which have been found by it.
  const rest = ':not([id])';
  if (classes.includes('citation')) return `.citation${by('data-reference')}${rest}`;
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

/** What stands in the element for the nodes, if nobody has added or removed any. */
const builtIn = (element, nodes) => {
  const { childNodes } = element;
  return childNodes.length === nodes.length ? nodes.map((data, index) => ({ data, built: childNodes[index] })) : undefined;
};

/** The classes of elements that hold others and have no text of their own. */
const CONTAINERS = ['peeking', 'columns', 'columns three', 'row', 'cell'];

/** Changes a node to another, as little as possible; returns undefined if it has to be built anew. */
const changeNode = ({ data: before, built }, after) => {
  if (built.nodeType !== Node.ELEMENT_NODE) return undefined;
  if (isSameText(before, after)) return changeAttributes(built, before, after) ? { data: after, built } : undefined;
  // What only holds others: the button that opens a paragraph in another language keeps the focus, and columns their passages.
  const { class: name } = attributesOf(before);
  const isContainer = before[0] === after[0] && CONTAINERS.includes(name) && attributesOf(after).class === name;
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
export const changeChildren = (parent, before, after) => {
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

/** Whether the node of the page is what a node of a tree would become. */
const isBuilt = (built, node) => {
  if (typeof node === 'string') return built?.nodeType === Node.TEXT_NODE && built.data === node;
  const isReference = 'data-reference' in attributesOf(node) && ['a', 'span'].includes(built?.localName);
  if (built?.localName !== node[0] && !isReference) return false;
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
export const adopt = (article, nodes) => {
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
