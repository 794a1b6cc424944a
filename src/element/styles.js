/**
 * The style sheets, adopted rather than written into the page: a strict content security policy allows them, and all
 * elements of a page share one copy.
 */

const fetched = new Map();

/** The text of the sheet, which is fetched once. */
const textOf = (name) => {
  if (!fetched.has(name)) {
    fetched.set(name, fetch(new URL(name, import.meta.url)).then((response) => {
      if (!response.ok) throw new Error(`${name}: ${response.status}`);
      return response.text();
    }).catch((error) => {
      fetched.delete(name);
      throw error;
    }));
  }
  return fetched.get(name);
};

/** The sheets of each document: a sheet belongs to the document of the window that constructed it. */
const sheets = new WeakMap();

const sheetIn = (document, name, text) => {
  const known = sheets.get(document) ?? {};
  sheets.set(document, known);
  if (!known[name]) {
    known[name] = new document.defaultView.CSSStyleSheet();
    known[name].replaceSync(text);
  }
  return known[name];
};

const adoptIn = (root, sheet) => {
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
};

/** Fetches the sheets. */
export const styles = () => Promise.all(['letter.css', 'controls.css'].map(textOf));

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
