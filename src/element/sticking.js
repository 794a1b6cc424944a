/** What sticks at the top of the window over the element, such as the header of a site: the bar stays below it. */

const INSET = '--letter-inset';

/** Its value where the page says nothing (`theme.css`). */
const NONE = '0px';

/** The elements that have been told so, by this module and not by its page. */
const told = new WeakSet();

/** What is fixed at the upper edge of the window, over the middle of the element; undefined if nothing is. */
const covering = (element) => {
  const { left, width, top, bottom } = element.getBoundingClientRect();
  if (top > 0 || bottom < 0) return undefined;
  let at = document.elementFromPoint(left + width / 2, 1);
  if (element.contains(at)) return undefined;
  while (at && !/fixed|sticky/.test(getComputedStyle(at).position)) at = at.parentElement;
  // What contains the element covers nothing of it, and what covers half of the window is no header.
  const isHeader = at && !at.contains(element) && at.getBoundingClientRect().bottom < window.innerHeight / 2;
  return isHeader ? at : undefined;
};

/** Takes back what the element has been told. */
export const forgetBelow = (element) => {
  if (told.delete(element)) element.style.removeProperty(INSET);
};

/** Keeps the bar of the element below what covers the top of the window, unless the page has said how high that is. */
export const keepBelow = (element) => {
  if (!told.has(element) && getComputedStyle(element).getPropertyValue(INSET).trim() !== NONE) return;
  const header = covering(element);
  if (header) {
    told.add(element);
    element.style.setProperty(INSET, `${header.getBoundingClientRect().bottom}px`);
  } else forgetBelow(element);
};
