/**
 * The controls that need no state of the viewer: what they do is done on what stands on the page already. One listener serves
 * all of an element.
 */

import { isPlainClick } from './frame.js';
import { addressOf, isKept } from './view.js';

/** How long the outcome of copying is shown, in milliseconds: long enough to be read. */
const SAID_FOR = 2000;

/** Copies the value of the button. Browsers allow it in secure contexts only, and may ask the reader. */
const copy = async (button) => {
  const isDone = await navigator.clipboard?.writeText(button.value).then(() => true, () => false);
  const outcome = button.nextElementSibling;
  outcome.textContent = isDone ? button.dataset.done : button.dataset.failed;
  setTimeout(() => { outcome.textContent = ''; }, SAID_FOR);
};

/** Shows the panel as a sheet over the letter, until the reader closes it; then they are where they were. */
const showOver = (rail, panel, root) => {
  const isOpen = rail.matches(':popover-open');
  // The browser says only later that it is closed.
  if (!isOpen) rail.ontoggle?.({ newState: 'closed' });
  const { ariaLabel } = rail;
  rail.dataset.over = panel.getAttribute('part');
  rail.ariaLabel = panel.querySelector('h2').textContent;
  if (isOpen) return;
  const { scrollX, scrollY } = window;
  const close = root.querySelector('dialog .close').cloneNode();
  close.onclick = () => rail.hidePopover();
  rail.append(close);
  rail.setAttribute('popover', 'auto');
  rail.showPopover();
  // The page is shorter while the rail is not in it.
  const moved = window.scrollY;
  rail.ontoggle = ({ newState }) => {
    if (newState !== 'closed') return;
    rail.ontoggle = null;
    rail.removeAttribute('popover');
    delete rail.dataset.over;
    rail.ariaLabel = ariaLabel;
    close.remove();
    if (window.scrollY === moved) window.scrollTo(scrollX, scrollY);
  };
};

/** Opens the panel: as a sheet over the letter, where it stands under it. */
const open = (panel, root) => {
  if (!panel) return;
  const rail = panel.closest('.rail');
  const isUnder = rail.getBoundingClientRect().top >= root.querySelector('.sheet').getBoundingClientRect().bottom;
  panel.open = true;
  if (rail.showPopover && (isUnder || rail.hasAttribute('popover'))) showOver(rail, panel, root);
  panel.scrollIntoView({ block: 'nearest' });
  panel.querySelector('summary').focus();
};

/** Goes to the next place in which versions side by side differ, and says which it is. */
const walk = (button, element) => {
  const places = [...element.querySelectorAll('[data-difference]')];
  if (places.length === 0) return;
  const last = Math.max(...places.map(({ dataset }) => dataset.difference));
  const at = (Number(button.dataset.at ?? 0) % last) + 1;
  const there = places.filter(({ dataset }) => Number(dataset.difference) === at);
  button.dataset.at = at;
  for (const place of places) place.classList.toggle('arrived', there.includes(place));
  there[0]?.scrollIntoView({ block: 'center' });
  button.nextElementSibling.textContent = `${at} / ${last}: ${there[0]?.textContent}`;
};

/** The buttons whose lists are open, with what closes them. */
const opened = new WeakMap();

/**
 * A button that opens a list (ARIA Authoring Practices, disclosure): Escape closes it and returns the focus; leaving it, or a
 * press outside, closes it too.
 */
const disclose = (button, root) => {
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
const chosen = (button) => {
  if (!opened.has(button)) return;
  button.focus();
  opened.get(button)();
};

/** The elements whose readers have chosen the language of the controls. */
const choosers = new WeakSet();

/** Whether readers choose the language of the controls, because the page does not set it. */
export const offersInterface = (element) => choosers.has(element) || !element.hasAttribute('ui-lang');

/**
 * Shows the controls in another language, and the letter in its own. The address of the page keeps it where it holds the
 * view, and elsewhere the attribute.
 */
const chooseInterface = (code, element, loader) => {
  choosers.add(element);
  const view = { ...loader.view(), language: loader.view().language ?? loader.presenter.language() };
  if (isKept(element)) {
    const [page, hash = ''] = addressOf(view, true).split(/(?=#)/);
    const [path, query = ''] = page.split('?');
    const rest = query.split('&').filter((pair) => pair && !pair.startsWith('ui-lang='));
    try {
      history.replaceState(history.state, '', `${path}?${[...rest, `ui-lang=${code}`].join('&')}${hash}`);
    } catch {
      // The browser refuses very many changes in a short time.
    }
  }
  loader.choose(view, isKept(element));
  if (!isKept(element)) element.setAttribute('ui-lang', code);
};

/** Marks in the outline the heading that the reader is under: the last that begins in the upper third of the window. */
const markPlace = (element, root) => {
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

/** Takes the way back from a jump away. */
const withdrawReturn = (root) => {
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

/** Scrolls to the place in the letter and focuses it, as when a browser navigates to a fragment. False if it is not there. */
const goTo = (id, loader) => {
  const place = loader.presenter.place(id);
  if (!place) return false;
  place.scrollIntoView();
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
const jump = (event, target, element, loader) => {
  const id = target.closest('a[href^="#"]')?.getAttribute('href').slice(1);
  if (!id || !isPlainClick(event)) return;
  offerReturn(element.shadowRoot);
  if (isKept(element)) return;
  if (goTo(id, loader)) event.preventDefault();
  else if (loader.presenter.showWhole()) {
    event.preventDefault();
    requestAnimationFrame(() => requestAnimationFrame(() => goTo(id, loader)));
  }
};

/** Scrolls what gets the focus by the keyboard out from under the bar: Firefox leaves a link there with one line in sight. */
const bringOut = ({ key, ctrlKey, altKey, metaKey }, target) => {
  if (key !== 'Tab' || ctrlKey || altKey || metaKey || target.closest('.top')) return;
  const { top, bottom } = target.getBoundingClientRect();
  if (bottom > 0 && top < window.innerHeight) target.scrollIntoView({ block: 'nearest' });
};

const press = (target, element, root) => {
  const button = target.closest('button');
  const [, name] = / to-(\w+)/.exec(button?.className) ?? [];
  const is = (selector) => button?.matches(selector);
  if (is('.copy > button')) copy(button);
  else if (is('[aria-controls]')) disclose(button, root);
  else if (is('.print')) window.print();
  else if (name) open(root.querySelector(`details[part=${name}]`), root);
  else if (is('.walk')) walk(button, element);
  else if (target.closest('.languages a')) chosen(root.querySelector('.languages .current'));
  // Who follows a link from a sheet leaves it.
  else if (target.closest('.rail[popover] a')) target.closest('.rail').hidePopover();
};

/** A table scrolls, and is a stop of the keyboard, only where it is wider than its column. */
const fitTables = (element) => {
  for (const scroller of element.querySelectorAll('.scroller')) {
    const isWide = scroller.scrollWidth > scroller.clientWidth;
    scroller.dataset.scrolls = isWide;
    if (isWide) scroller.tabIndex = 0;
    else scroller.removeAttribute('tabindex');
  }
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
    if (root.contains(target)) press(target, element, root);
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
  document.addEventListener('scroll', () => rest(markPlace), { signal, capture: true, passive: true });
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
  lives.get(element)?.abort();
  lives.delete(element);
};
