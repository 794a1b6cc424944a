/** The popover with the reference card: in the browser's top layer, where nothing of the page covers or clips it. */

/** The space between a reference and its card, and between the card and the edge of the window, in CSS pixels. */
const GAP = 8;

const within = (value, least, most) => Math.max(Math.min(value, most), least);

const moveTo = ({ style }, left, top) => {
  style.left = `${Math.trunc(left)}px`;
  style.top = `${Math.trunc(top)}px`;
};

/** Places the card below the last line of the reference, or above its first where there is no room, within the window. */
const place = (card, anchor) => {
  const lines = anchor.getClientRects();
  const [first] = lines;
  const last = lines[lines.length - 1];
  if (!last) return;
  const { width, height } = card.getBoundingClientRect();
  const start = card.closest('[dir=rtl]') ? last.right - width : last.left;
  const left = within(start, GAP, window.innerWidth - width - GAP);
  const [below, above] = [last.bottom + GAP, first.top - height - GAP];
  const wanted = below + height <= window.innerHeight || above < GAP ? below : above;
  // In a low window the card covers the reference rather than being cut off.
  const top = within(wanted, GAP, window.innerHeight - height - GAP);
  moveTo(card, left, top);
  // In a page with `zoom`, positions are set in other units than they are measured in.
  const is = card.getBoundingClientRect();
  const scaled = (value, got) => (Math.abs(got) < 1 ? value : (value * value) / got);
  if (Math.abs(is.left - left) > 1 || Math.abs(is.top - top) > 1) moveTo(card, scaled(left, is.left), scaled(top, is.top));
};

/** Shows the card beside the element, without taking the focus. Without support for popovers it is an ordinary box. */
export const showBeside = (card, anchor) => {
  card.classList.add('shown');
  try {
    card.showPopover?.();
  } catch {
    // It is shown already, and only moved.
  }
  place(card, anchor);
};

export const showOver = (dialogue) => {
  if (!dialogue.open) dialogue.showModal();
};

export const hideCard = (card, dialogue) => {
  card.classList.remove('shown');
  card.hidePopover?.();
  dialogue.close();
};
