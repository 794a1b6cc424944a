/** Clicks before the viewer is there: what is pressed in the frame the viewer does, and references are followed. */

/** The longest wait of a reader who follows a reference for what the page and the catalogue know, in milliseconds. */
const PATIENCE = 1000;

/** Whether a reference is followed that has waited. */
let isFollowing = false;

export const isPlainClick = (event) => event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

/**
 * The number of the reference of the letter whose card the click or the key asks for; undefined if it asks for none. A tap
 * asks for it, as nothing hovers there, and so do the keys that open a list of choices; and whatever would follow a reference
 * that leads nowhere.
 */
export const cardOf = (event) => {
  const { type, key, altKey, pointerType, detail } = event;
  const [target] = event.composedPath();
  const reference = target.closest?.('.citation');
  if (!reference) return undefined;
  const leadsNowhere = !reference.hasAttribute('href');
  // Not every browser says what clicked; a click by the keyboard has no count.
  const isTap = () => pointerType === 'touch' || (pointerType !== 'mouse' && detail > 0 && matchMedia('(hover: none)').matches);
  const asks = type === 'click'
    ? isPlainClick(event) && (leadsNowhere || isTap())
    : (altKey && key === 'ArrowDown') || (leadsNowhere && key === 'Enter');
  return asks ? Number(reference.dataset.reference) : undefined;
};

/** Follows a reference, once what the page and the catalogue know of it is there, or after a moment; or has its card opened. */
const follow = (event, link, element, loader) => {
  const { resolver, registry, catalogue } = element;
  const { dataset: { reference: number } } = link;
  const { pointerType, detail } = event;
  if (!isFollowing && (cardOf(event) || resolver || registry || catalogue)) {
    event.preventDefault();
    const isReady = new Promise((resolve) => element.addEventListener('letter-references', resolve, { once: true }));
    loader.needViewer();
    Promise.race([isReady, new Promise((resolve) => setTimeout(resolve, PATIENCE))]).then(() => {
      isFollowing = true;
      const again = new PointerEvent('click', { pointerType, detail, bubbles: true, cancelable: true, composed: true });
      loader.presenter.reference(number)?.dispatchEvent(again);
      isFollowing = false;
    });
    return;
  }
  const { id, text, state } = loader.shown().citations?.[number - 1] ?? {};
  if (!loader.dispatch('letter-reference-open', { id, href: link.getAttribute('href'), text, state })) event.preventDefault();
};

/** Handles a click in the element, whose frame is there. */
export const onClick = (event, element, loader) => {
  if (event.defaultPrevented || !isPlainClick(event)) return;
  const [target] = event.composedPath();
  const control = target.closest?.('[data-control]');
  const link = target.closest?.('[data-reference]');
  if (control) {
    event.preventDefault();
    if (control.matches('.print')) window.print();
    else loader.press(control.dataset.control);
    loader.needViewer();
  } else if (link) {
    follow(event, link, element, loader);
  }
};
