/** The panels: under or beside the letter, or as a sheet over it. */

/** Shows the panel as a sheet over the letter, until the reader closes it. Its place is kept, so that the page does not scroll. */
const showOver = (rail, panel, root) => {
  const isOpen = rail.matches(':popover-open');
  // The browser says only later that it is closed, and then perhaps of one that has been opened again.
  if (!isOpen) rail.ontoggle?.();
  const { ariaLabel } = rail;
  rail.dataset.over = panel.getAttribute('part');
  rail.ariaLabel = panel.querySelector('h2').textContent;
  if (isOpen) return;
  const place = document.createElement('div');
  place.style.blockSize = `${rail.offsetHeight}px`;
  const close = root.querySelector('dialog .close').cloneNode();
  close.onclick = () => rail.hidePopover();
  rail.append(close);
  rail.setAttribute('popover', 'auto');
  rail.after(place);
  rail.showPopover();
  rail.ontoggle = () => {
    if (rail.matches(':popover-open')) return;
    rail.ontoggle = null;
    place.remove();
    close.remove();
    rail.removeAttribute('popover');
    delete rail.dataset.over;
    rail.ariaLabel = ariaLabel;
  };
};

/** Opens the panel: as a sheet over the letter, where it stands under it. */
export const open = (panel, root) => {
  if (!panel) return;
  const rail = panel.closest('.rail');
  // Browsers round the two in their own ways.
  const isUnder = rail.getBoundingClientRect().top > root.querySelector('.sheet').getBoundingClientRect().bottom - 1;
  panel.open = true;
  if (rail.showPopover && (isUnder || rail.hasAttribute('popover'))) showOver(rail, panel, root);
  panel.scrollIntoView({ block: 'nearest' });
  panel.querySelector('summary').focus();
};
