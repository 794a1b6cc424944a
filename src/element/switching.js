/** The reader's own changes of the view: the page is asked, and the address holds them where it may. */
import { PLACE, addressOf, isKept } from './view.js';

/**
 * Adds an entry to the browser's history, and stores the reader's position in the current one. The page's own state stays in
 * both: routers know their pages by it. False where the browser refuses, as it does after very many in a short time.
 */
export const pushed = (address, position) => {
  try {
    const { state } = history;
    // Without an address, Safari takes that of the page's base.
    history.replaceState({ ...state, [PLACE]: position ?? '' }, '', location.href);
    history.pushState(state && { ...state, [PLACE]: undefined }, '', address);
  } catch {
    return false;
  }
  return location.href === address;
};

/** Shows another view, where the page allows it. The position of the reader in the present one is kept in its entry. */
export const change = (element, loader, view, position) => {
  const before = loader.view();
  const shown = loader.presenter.language();
  const isSameLetter = view.letter === before.letter;
  const isSwitch = isSameLetter && view.language && ![shown, before.language].includes(view.language);
  if (isSwitch && !loader.dispatch('letter-language-change', { from: shown, to: view.language })) return;
  const next = { ...before, ...view };
  loader.choose(next, isKept(element) && pushed(addressOf(next, isSameLetter), position));
};
