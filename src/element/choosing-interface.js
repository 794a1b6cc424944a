/** The language of the controls, which the reader chooses. */
import { addressOf, addressWith, isKept } from './view.js';

/** The elements whose readers have chosen the language of the controls. */
const choosers = new WeakSet();

/** Whether readers choose the language of the controls, because the page does not set it. */
export const offersInterface = (element) => choosers.has(element) || !element.hasAttribute('ui-lang');

/**
 * Shows the controls in another language, and the letter in its own. The address of the page keeps it where it holds the
 * view, and elsewhere the attribute.
 */
export const chooseInterface = (code, element, loader) => {
  choosers.add(element);
  const view = { ...loader.view(), language: loader.view().language ?? loader.presenter.language() };
  if (isKept(element)) {
    try {
      history.replaceState(history.state, '', addressWith(addressOf(view, true), { 'ui-lang': code }));
    } catch {
      // The browser refuses very many changes in a short time.
    }
  }
  loader.choose(view, isKept(element));
  if (!isKept(element)) element.setAttribute('ui-lang', code);
};
