/** Tables that are wider than their column. */

/** A table scrolls, and is a stop of the keyboard, only where it is wider than its column. */
export const fitTables = (element) => {
  for (const scroller of element.querySelectorAll('.scroller')) {
    const isWide = scroller.scrollWidth > scroller.clientWidth;
    scroller.dataset.scrolls = isWide;
    if (isWide) scroller.tabIndex = 0;
    else scroller.removeAttribute('tabindex');
  }
};
