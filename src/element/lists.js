/** Lists that a button opens. */

/** The buttons whose lists are open, with what closes them. */
const opened = new WeakMap();

/**
 * A button that opens a list (ARIA Authoring Practices, disclosure): Escape closes it and returns the focus; leaving it, or a
 * press outside, closes it too.
 */
export const disclose = (button, root) => {
  if (opened.has(button)) return opened.get(button)();
  const box = button.parentNode;
  const show = (isOpen) => {
    button.setAttribute('aria-expanded', isOpen);
    root.getElementById(button.getAttribute('aria-controls'))?.classList.toggle('open', isOpen);
  };
  const life = new AbortController();
  const options = { signal: life.signal, capture: true };
  const close = () => {
    life.abort();
    opened.delete(button);
    show(false);
  };
  opened.set(button, close);
  show(true);
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    // A dialogue of the page around the list stays open.
    event.preventDefault();
    event.stopPropagation();
    button.focus();
    close();
  }, options);
  box.addEventListener('focusout', ({ relatedTarget }) => relatedTarget && !box.contains(relatedTarget) && close(), options);
  document.addEventListener('pointerdown', (event) => event.composedPath().includes(box) || close(), options);
};

/** Closes the list of languages once one is chosen. */
export const chosen = (button) => {
  if (!opened.has(button)) return;
  button.focus();
  opened.get(button)();
};
