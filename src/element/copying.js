/** Copying a value by its button. */

/** How long the outcome of copying is shown, in milliseconds: long enough to be read. */
const SAID_FOR = 2000;

/** Copies the value of the button, and tells the page. Browsers allow it in secure contexts only, and may ask the reader. */
export const copy = async (button, loader) => {
  const isDone = await navigator.clipboard?.writeText(button.value).then(() => true, () => false);
  if (isDone) loader.dispatch('letter-copy', { text: button.value });
  const outcome = button.nextElementSibling;
  outcome.textContent = isDone ? button.dataset.done : button.dataset.failed;
  setTimeout(() => { outcome.textContent = ''; }, SAID_FOR);
};
