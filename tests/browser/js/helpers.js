// What the scripts of all scenarios share.
//
// This file stands before each script that is run in a page, with the functions of the scenario's own file. So nothing in it changes the
// page by itself, and what one script keeps for the next it keeps on `window`.

// The element, its shadow root, and its letter.
const host = document.querySelector('circular-letter');
const root = host?.shadowRoot;
const letter = host?.querySelector(':scope > article');

function inLetter(selector) {
  return letter.querySelector(selector);
}

function allInLetter(selector) {
  return [...letter.querySelectorAll(selector)];
}

function inControls(selector) {
  return root.querySelector(selector);
}

function allInControls(selector) {
  return [...root.querySelectorAll(selector)];
}

// The elements of the page.
function allElements() {
  return [...document.querySelectorAll('circular-letter')];
}

// The element that has the focus, also in a shadow root.
function focused() {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

// The citation of a document.
function citationOf(id) {
  return inLetter(`.citation[data-document="${id}"]`);
}

// The button that opens a paragraph in another language.
function peekButton(paragraph) {
  return inLetter(`[data-peek="p${paragraph}"]`);
}

// The link to a version, by the code of its language.
function languageLink(code) {
  return inControls(`.languages a[hreflang^=${code}]`);
}

// The reference of the letter that the bar names.
function referenceInBar() {
  return root.querySelector('.bar .reference')?.textContent;
}

// Whether the letter is on the sheet, and the panels are beside it.
function letterIsThere() {
  return letter?.querySelector('.subject') && inControls('.bar') && inControls('.rail').childElementCount > 0;
}

// Whether the letter on the sheet is the specimen CL-23/901.
function showsMeetingOfJune() {
  return host.letter === 'sg/cl/2023/901' && Boolean(inLetter('.subject h2')?.textContent.includes('4-7 June 2024'));
}

function boxOf(element) {
  return element.getBoundingClientRect();
}

function styleOf(element, pseudo) {
  return getComputedStyle(element, pseudo);
}

// Where the upper edge of a place of the letter is in the window.
function topOf(selector) {
  return boxOf(document.querySelector(selector)).top;
}

function isShown(element) {
  return element.getClientRects().length > 0;
}

// Whether the upper edge of the element is in the window.
function isInWindow(element) {
  const { top } = boxOf(element);
  return top >= 0 && top < innerHeight;
}

// Whether all of the element is in the window.
function isWhollyInWindow(element) {
  const { left, right, top, bottom } = boxOf(element);
  return left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
}

// Whether nothing makes the page scroll sideways.
function fitsTheWidth() {
  return document.documentElement.scrollWidth <= innerWidth;
}

function bringToMiddle(element) {
  element.scrollIntoView({ block: 'center' });
}

function idsAreUnique(tree) {
  const ids = [...tree.querySelectorAll('[id]')].map(({ id }) => id);
  return new Set(ids).size === ids.length;
}

// The addresses of what was fetched, of those that hold some words.
function fetched(words) {
  return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes(words));
}

// Whether all six versions have been fetched.
function allVersionsAreFetched() {
  return new Set(fetched('.md')).size === 6;
}

// How many letters were announced.
function loads() {
  return letterEvents.filter(({ name }) => name === 'letter-load').length;
}

function addScript(address) {
  const script = document.createElement('script');
  script.type = 'module';
  script.src = address;
  document.head.append(script);
}

// Keeps the catalogue of the letters that ship in `catalogue`.
async function fetchCatalogue() {
  const answer = await fetch('/letters/catalogue.json');
  window.catalogue = await answer.json();
}

// Gives the element the catalogue of the letters that ship as an object, without the page that shows letters.
async function giveCatalogue() {
  await fetchCatalogue();
  delete catalogue.page;
  for (const { versions } of catalogue.letters) {
    for (const version of versions ?? []) version.file = `/letters/${version.file}`;
  }
  host.catalogue = catalogue;
}

// Whether the list of letters has each letter of the catalogue that has versions. The catalogue has been fetched before.
function listsEveryLetterThatIsHeld() {
  const held = window.catalogue?.letters.filter(({ versions }) => versions?.length > 0);
  return held?.length > 0 && allInControls('.letters li').length === held.length;
}

// Lets the pointer of a mouse come over an element, or go away: `pointerover` and the like.
function point(name, element) {
  element.dispatchEvent(new PointerEvent(name, { bubbles: true, composed: true, pointerType: 'mouse' }));
}

// A tap of a finger on the element.
function tap(element) {
  const init = { bubbles: true, composed: true, cancelable: true, pointerType: 'touch', detail: 1 };
  element.dispatchEvent(new PointerEvent('click', init));
}

function pressEscape() {
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
}

// Notes from here on, in `said`, what the live regions of the controls say.
function noteAnnouncements(regions = '[role=status]') {
  window.said = [];
  const note = () => {
    const text = allInControls(regions).map((region) => region.textContent).join('').trim();
    if (text && said.at(-1) !== text) said.push(text);
  };
  new MutationObserver(note).observe(root, { childList: true, characterData: true, subtree: true });
}

// Counts from here on, in `listeners`, the listeners of the page: of what outlives every element in it.
function countListenersOfPage() {
  window.listeners = 0;
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const isPage = (target) => [window, document, document.documentElement, document.body].includes(target);
  EventTarget.prototype.addEventListener = function (...words) {
    if (isPage(this)) listeners++;
    return add.apply(this, words);
  };
  EventTarget.prototype.removeEventListener = function (...words) {
    if (isPage(this)) listeners--;
    return remove.apply(this, words);
  };
}

// How many of the elements that have gone were not collected: `gone` holds weak references to them.
function stillThere() {
  return gone.filter((reference) => reference.deref()).length;
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

// What was fetched and what is in the page, for whoever wants to know why something does not come true.
function report() {
  const requests = performance.getEntriesByType('resource').map(({ name, startTime, responseEnd, responseStatus }) =>
    `${name} ${Math.round(startTime)}–${Math.round(responseEnd)} ms, ${responseStatus}`);
  return [
    'what was fetched:',
    ...requests,
    `now: ${Math.round(performance.now())} ms`,
    'what is there:',
    document.body.innerText + (root?.textContent ?? ''),
  ].join('\n');
}

// What axe-core finds, the element's shadow root included.
async function violationsOfAccessibility() {
  if (!window.axe) {
    await new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = '/axe.js';
      script.onload = resolve;
      script.onerror = () => reject(new Error('axe-core does not load'));
      document.head.append(script);
    });
  }
  // A list that is open lies over its neighbours until it closes.
  const isOpen = root?.querySelector('.languages ul.open');
  const { violations, passes } = await axe.run(document, { rules: { 'target-size': { enabled: !isOpen } } });
  if (passes.length === 0) return ['no rule ran'];
  return violations.map(({ id, nodes }) => {
    const places = nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`);
    return `${id}: ${places.join('; ')}`;
  });
}

// Where parts of the letter stand, and how wide they are.
function placesOfParts() {
  const parts = [...document.querySelectorAll('.issuance, .subject, #p1, #p2, #p3, #p5')];
  const place = (element) => {
    const { left, top, width } = boxOf(element);
    return [left, top, width];
  };
  return parts.filter((element) => element.checkVisibility()).flatMap(place);
}

// Notes in `shifts` what moves by itself, in browsers that can tell.
function noteLayoutShifts() {
  window.shifts = [];
  if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return;
  const source = ({ node, previousRect, currentRect }) =>
    `${node?.localName ?? 'a part of the controls'} ${JSON.stringify(previousRect)} ${JSON.stringify(currentRect)}`;
  const note = (list) => {
    for (const { value, sources } of list.getEntries()) shifts.push(`${value}: ${sources.map(source)}`);
  };
  new PerformanceObserver(note).observe({ type: 'layout-shift' });
}

// The words of the element.
function wordsOf(element) {
  return element.textContent.trim();
}

// The day so many days from now, where the reader is.
function dayIn(days) {
  const now = new Date();
  const day = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() + days));
  return day.toISOString().slice(0, 10);
}

// A specimen of a letter with a reply that is due so many days from now.
function letterDueIn(days) {
  const written = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const [own, due] = [-60, days].map((at) => written.format(new Date(dayIn(at))));
  return `Geneva, ${own}\n\nRef.: Circular Letter CL-24/990\n\nSubject: Specimen\n\nDear Colleagues,\n\nPlease reply by ${due}.\n`;
}
