/** The style sheets of the letter and of the controls. */

import { textAt } from './files.js';
import { once } from './once.js';
import { adoptIn, sheetIn } from './sheets.js';

/** The texts of the sheets, which are fetched once. Bundlers look for addresses in this form. */
export const styles = once(() => Promise.all([
  textAt(new URL('./letter.css', import.meta.url)),
  textAt(new URL('./controls.css', import.meta.url)),
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
