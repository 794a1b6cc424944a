/**
 * Makes nodes of the page from trees. A tree may come from anywhere: only the tags, attributes and schemes below are ever
 * created.
 */
import { attributesOf, childrenOf, isElement } from './tree.js';

const TAGS = new Set([
  'a', 'bdi', 'blockquote', 'br', 'button', 'dd', 'div', 'dl', 'dt', 'em', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'li', 'mark', 'ol', 'p', 'pre', 's',
  'section', 'span', 'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'time', 'tr', 'ul',
]);

const ATTRIBUTES = new Set([
  'aria-controls', 'aria-disabled', 'aria-expanded', 'aria-keyshortcuts', 'aria-label', 'aria-pressed', 'class', 'colspan', 'data-difference', 'data-document', 'data-language',
  'data-note', 'data-number', 'data-peek', 'data-peek-language', 'data-piece', 'data-provenance', 'data-reference', 'data-state', 'datetime',
  'dir', 'href', 'hreflang', 'id', 'lang', 'role', 'rowspan', 'tabindex', 'title', 'type', 'value',
]);

/** The schemes of addresses; one without a scheme is relative. */
const SCHEMES = new Set(['http', 'https', 'mailto', 'tel']);

const check = (isAllowed, what) => {
  if (!isAllowed) throw new TypeError(`${what} is no part of a letter`);
};

/** Browsers ignore control characters and spaces in an address before they look for its scheme (URL Standard, 4.4). */
const isSafe = (href) => {
  const scheme = /^([^/?#]*?):/.exec(href.replace(/[\0-\x20]/g, ''));
  return !scheme || SCHEMES.has(scheme[1].toLowerCase());
};

export const setAttribute = (element, name, value) => {
  check(ATTRIBUTES.has(name), `the attribute ${name}`);
  check(typeof value === 'string' && (name !== 'href' || isSafe(value)), `${name}=${value}`);
  element.setAttribute(name, value);
};

export const build = (document, node) => {
  if (typeof node === 'string') return document.createTextNode(node);
  check(isElement(node) && TAGS.has(node[0]), `<${node?.[0]}>`);
  const element = document.createElement(node[0]);
  for (const [name, value] of Object.entries(attributesOf(node))) setAttribute(element, name, value);
  for (const child of childrenOf(node)) element.append(build(document, child));
  return element;
};
