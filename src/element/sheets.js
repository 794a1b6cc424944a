/**
 * Style sheets, adopted rather than written into the page: a strict content security policy allows them, and all elements of
 * a page share one copy.
 */

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
