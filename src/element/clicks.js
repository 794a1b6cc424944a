/** Clicks before the viewer is there: what is pressed in the frame the viewer does, and references are followed. */

/** The longest wait of a reader who follows a reference for what the page and the catalogue know, in milliseconds. */
const PATIENCE = 1000;

/** Whether a reference is followed that has waited. */
let isFollowing = false;

const isPlainClick = (event) => event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

/**
 * Follows a reference, once what the page and the catalogue know of it is there, or after a moment; the room behind it
 * becomes a button of the viewer.
 */
const follow = (event, link, element, loader) => {
  const { resolver, registry, catalogue } = element;
  const { className, dataset: { reference: number } } = link;
  if (!isFollowing && (className === 'about' || resolver || registry || catalogue)) {
    event.preventDefault();
    const isReady = new Promise((resolve) => element.addEventListener('letter-references', resolve, { once: true }));
    loader.needViewer();
    Promise.race([isReady, new Promise((resolve) => setTimeout(resolve, PATIENCE))]).then(() => {
      isFollowing = true;
      loader.presenter.reference(number, className)?.click();
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
  const link = target.closest?.('a[data-reference], .about');
  if (control) {
    event.preventDefault();
    if (control.matches('.print')) window.print();
    else loader.press(control.dataset.control);
    loader.needViewer();
  } else if (link) {
    follow(event, link, element, loader);
  }
};
