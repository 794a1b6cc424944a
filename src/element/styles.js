/**
 * The style sheets, adopted rather than written into the page: a strict content security policy allows them, and all
 * elements of a page share one copy.
 */

import { program } from './integrity.js';
import { once } from './once.js';

/** The text of a style sheet of the bundle. */
export const textAt = async (url) => (await program(url)).text();

/** The sheets of each document: a sheet belongs to the document of the window that constructed it. */
const sheets = new WeakMap();

export const sheetIn = (document, name, text) => {
  const known = sheets.get(document) ?? {};
  sheets.set(document, known);
  if (!known[name]) {
    known[name] = new document.defaultView.CSSStyleSheet();
    known[name].replaceSync(text);
  }
  return known[name];
};

/** Adopts a sheet in a document or a shadow root, once. */
export const adoptIn = (root, sheet) => {
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
};

/** The texts of the sheets, which are fetched once. Bundlers look for addresses in this form. */
export const styles = once(() => Promise.all([
  textAt(new URL('./letter.css', import.meta.url)), textAt(new URL('./controls.css', import.meta.url)),
]));

/** Adopts the sheet of the controls in the shadow root of the element, and that of the letter in the tree around it. */
export const adoptStyles = (element, [letter, controls]) => {
  const { ownerDocument, shadowRoot } = element;
  const around = element.isConnected ? element.getRootNode() : ownerDocument;
  try {
    adoptIn(shadowRoot, sheetIn(ownerDocument, 'controls', controls));
    adoptIn(around, sheetIn(ownerDocument, 'letter', letter));
  } catch {
    // A browser that cannot adopt a sheet shows the letter as the page does.
  }
};
