/** Jumps within the letter, and the way back; where the reader is in the outline. */
import { framing } from './framing.js';
import { isKept } from './view.js';

/** Takes the way back from a jump away. */
export const withdrawReturn = (root) => {
  const back = root.querySelector('.back');
  if (!back) return;
  back.hidden = true;
  back.hidePopover?.();
};

/** Lets the reader go back to where they were before a jump, until they do, jump again, or see another letter. */
const offerReturn = (root) => {
  const { scrollX, scrollY } = window;
  const back = root.querySelector('.back');
  if (!back.showPopover) return;
  withdrawReturn(root);
  back.hidden = false;
  back.showPopover();
  back.onclick = () => {
    withdrawReturn(root);
    window.scrollTo(scrollX, scrollY);
    root.querySelector('.sheet').focus({ preventScroll: true });
  };
};

/** The number of frames after a jump in which what was never laid out gets its height: the place moves with it. */
const FRAMES = 4;

/** Scrolls to the place, and keeps it at the top of the window while what is above it in a long letter is laid out. */
export const hold = (place, frames = FRAMES) => {
  place.scrollIntoView();
  if (frames > 0 && place.closest('[data-long]')) requestAnimationFrame(() => hold(place, frames - 1));
};

/** Scrolls to the place in the letter and focuses it, as when a browser navigates to a fragment. False if it is not there. */
const goTo = (id, loader) => {
  const place = loader.presenter.place(id);
  if (!place) return false;
  hold(place);
  const isFocusable = place.tabIndex >= 0;
  if (!isFocusable) place.tabIndex = -1;
  place.focus();
  if (!isFocusable) place.removeAttribute('tabindex');
  return true;
};

/**
 * A click on a link within the letter. Where the address of the page is not the letter's, neither it nor a router of the page
 * is involved.
 */
export const jump = (event, target, element, loader) => {
  const link = target.closest('a[href^="#"]');
  const id = link?.getAttribute('href').slice(1);
  if (!id || !framing.isPlainClick(event)) return;
  offerReturn(element.shadowRoot);
  if (isKept(element)) {
    // The browser follows the link, but in a page with another `<base>` it would lead there.
    const [base, page] = [link, location].map(({ href }) => href.split('#')[0]);
    if (base === page) return;
    location.hash = id;
    event.preventDefault();
  }
  if (goTo(id, loader)) event.preventDefault();
  else if (loader.presenter.showWhole()) {
    event.preventDefault();
    requestAnimationFrame(() => requestAnimationFrame(() => goTo(id, loader)));
  }
};

/** Marks in the outline the heading that the reader is under: the last that begins in the upper third of the window. */
export const markPlace = (element, root) => {
  let current;
  const links = root.querySelectorAll('.outline a');
  for (const link of links) {
    const place = element.querySelector(`#${CSS.escape(link.hash.slice(1))}`);
    if (!place || place.getBoundingClientRect().top > window.innerHeight / 3) break;
    current = link;
  }
  for (const link of links) {
    if (link === current) link.setAttribute('aria-current', 'location');
    else link.removeAttribute('aria-current');
  }
};

/** Scrolls what gets the focus by the keyboard out from under the bar: Firefox leaves a link there with one line in sight. */
export const bringOut = ({ key, ctrlKey, altKey, metaKey }, target) => {
  if (key !== 'Tab' || ctrlKey || altKey || metaKey || target.closest('.top')) return;
  const { top, bottom } = target.getBoundingClientRect();
  if (bottom > 0 && top < window.innerHeight) target.scrollIntoView({ block: 'nearest' });
};
