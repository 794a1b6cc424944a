/**
 * The controls that need no state of the viewer: what they do is done on what stands on the page already. One listener serves
 * all of an element.
 */
import { chooseInterface } from './choosing-interface.js';
import { copy } from './copying.js';
import { walk } from './differences.js';
import { bringOut, jump, markPlace, withdrawReturn } from './jumps.js';
import { chosen, disclose } from './lists.js';
import { open } from './panels.js';
import { forgetBelow, keepBelow } from './sticking.js';
import { fitTables } from './tables.js';

/** Does what the button or link is for. */
const press = (target, element, loader) => {
  const root = element.shadowRoot;
  const button = target.closest('button');
  const [, name] = / to-(\w+)/.exec(button?.className) ?? [];
  const is = (selector) => button?.matches(selector);
  const menu = root.querySelector('.menu');
  // What is chosen closes the menu that it is in.
  if (target.closest('.tool:not([aria-controls])')) chosen(menu);
  if (is('.copy > button')) copy(button, loader);
  else if (is('[aria-controls]')) disclose(button, root);
  else if (is('.print')) window.print();
  else if (is('.more')) loader.openTools(button, menu.offsetParent ? menu : button);
  else if (name) open(root.querySelector(`details[part=${name}]`), root);
  else if (is('.walk')) walk(button, element);
  else if (target.closest('.languages a')) chosen(root.querySelector('.languages .current'));
  // Who follows a link from a sheet leaves it.
  else if (target.closest('.rail[popover] a')) target.closest('.rail').hidePopover();
};

/** What depends on the letter on the page, and on the width of the element. */
const settle = (element, root) => {
  const article = element.querySelector(':scope > article[slot=letter]');
  if (article) article.ariaLabel = article.querySelector('.subject h2')?.textContent ?? null;
  fitTables(element);
  markPlace(element, root);
};

/** How long the page rests before the place of the reader is marked, in milliseconds. */
const REST = 100;

/** The places of first lines that are filled, with the letter that they are of. */
const filled = new WeakMap();

/** Fills the place of the first lines of a letter, once the card with it is there. */
const fillFirstLines = async (root, loader) => {
  if (navigator.connection?.saveData) return;
  for (const place of root.querySelectorAll('.first')) {
    if (filled.get(place) === place.dataset.letter) continue;
    filled.set(place, place.dataset.letter);
    place.textContent = '';
    const { fill } = await import('./first-lines.js');
    fill(place, loader);
  }
};

/** What ends the listening, by element. */
const lives = new Map();

/** Listens to the controls of the element. */
export const listen = (element, loader) => {
  if (lives.has(element)) return;
  const life = new AbortController();
  const { signal } = life;
  lives.set(element, life);
  const root = element.shadowRoot;
  element.addEventListener('click', (event) => {
    const [target] = event.composedPath();
    // Before the viewer has taken the place of the frame, and after it has stopped, others answer.
    if (!target.closest || !root.querySelector('.back')) return;
    jump(event, target, element, loader);
    if (root.contains(target)) press(target, element, loader);
  }, { signal });
  element.addEventListener('keyup', (event) => bringOut(event, event.composedPath()[0]), { signal });
  root.addEventListener('change', ({ target }) => {
    if (target.matches('.interface select')) chooseInterface(target.value, element, loader);
  }, { signal });
  const resting = new Map();
  const rest = (then) => {
    clearTimeout(resting.get(then));
    resting.set(then, setTimeout(then, REST, element, root));
  };
  document.addEventListener('scroll', () => [markPlace, keepBelow].forEach(rest), { signal, capture: true, passive: true });
  const size = new ResizeObserver(() => rest(settle));
  size.observe(element);
  for (const name of ['letter-load', 'letter-language-changed']) {
    element.addEventListener(name, () => {
      withdrawReturn(root);
      rest(settle);
    }, { signal });
  }
  const cards = new MutationObserver(() => fillFirstLines(root, loader).catch(() => {}));
  cards.observe(root, { childList: true, subtree: true, attributeFilter: ['data-letter'] });
  signal.addEventListener('abort', () => {
    cards.disconnect();
    size.disconnect();
  });
  window.addEventListener('beforeprint', () => {
    root.querySelector('.sheet')?.setAttribute('data-source', location.href);
  }, { signal });
};

/** The element has left its page. */
export const unlisten = (element) => {
  forgetBelow(element);
  lives.get(element)?.abort();
  lives.delete(element);
};
