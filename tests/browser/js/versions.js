// The versions of a letter.

// The links to the versions, a line each.
function languageLinks() {
  const line = (link) => `${link.lang} ${link.hreflang} ${link.getAttribute('href')}`;
  return allInControls('.languages a').map(line).join('\n');
}

function namesOfLanguages() {
  return allInControls('.languages li').map((entry) => entry.textContent).join('|');
}

// Notes in `changes` the events of a change of language.
function noteLanguageChanges() {
  window.changes = [];
  for (const name of ['letter-language-change', 'letter-language-changed']) {
    addEventListener(name, ({ detail }) => changes.push(`${name} ${detail.from} ${detail.to}`));
  }
}

// The id of the paragraph that is being read: the one at a third of the window.
function paragraphBeingRead() {
  const bottom = Math.max(0, boxOf(inControls('.top')).bottom);
  const line = bottom + (innerHeight - bottom) / 3;
  return allInLetter('.paragraph').find((paragraph) => boxOf(paragraph).bottom > line).id;
}

function clickWithFocus(link) {
  link.focus();
  link.click();
}

// Notes in `seen` every state of the sheet that could be painted: the language of the letter, or that there is none.
function noteEveryPaintedState() {
  window.seen = [];
  const look = () => {
    const isEmpty = letter.childElementCount === 0 || !letter.checkVisibility();
    const state = isEmpty ? 'empty' : letter.lang;
    if (isEmpty || seen.at(-1) !== state) seen.push(state);
    requestAnimationFrame(look);
  };
  look();
}

function clickLanguages(...codes) {
  for (const code of codes) languageLink(code).click();
}

// The page answers for each document, a moment later.
function answerLater() {
  host.resolver = (id) => new Promise((answer) => setTimeout(() => answer({ href: `https://example.org/${id}` }), 30));
}

function scrollToEnd() {
  scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
  document.activeElement.blur();
}

function scrollWithin(distance) {
  scrollBy({ top: distance, behavior: 'instant' });
}

// Follows the citation of another letter, from further down, and leaves a mark in this page.
function followCitationFromBelow() {
  window.stays = true;
  scrollTo({ top: 900, behavior: 'instant' });
  citationOf('sg/cl/2023/901').click();
}

// What an embedded letter must leave alone.
function ownThingsOfPage() {
  return [location.href, history.length, document.title, document.head.innerHTML].join('\n');
}

// Whether a click that asks for another tab is left to the browser.
function clickForAnotherTabIsLeft(link) {
  let isStopped;
  const look = (event) => {
    isStopped = event.defaultPrevented;
    event.preventDefault();
  };
  addEventListener('click', look, { once: true });
  link.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ctrlKey: true }));
  return isStopped === false;
}

function leftEdges(...selectors) {
  return selectors.map((selector) => boxOf(inControls(selector)).left);
}

// Whether a label stands further to the right than its value, as in a line of Arabic.
function isRightOf(label, value) {
  return boxOf(label).left >= boxOf(value).left;
}

function labelsAreRightOfValues() {
  const [label, value] = allInLetter('.particulars dt, .particulars dd');
  const entries = allInControls('.entry');
  return boxOf(label).left > boxOf(value).left
    && entries.every((entry) => isRightOf(entry.querySelector('dt'), entry.querySelector('dd')));
}

// Whether the first digit of the text in an element stands to the left of its last.
function runsFromLeftToRight(element) {
  const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  const place = (at) => {
    const range = document.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return range.getBoundingClientRect().left;
  };
  return place(1) < place(text.length - 1);
}

// The page says no more in which language it is, but German, which the viewer does not speak.
function speakGerman() {
  host.uiLang = null;
  host.parentElement.removeAttribute('lang');
  document.documentElement.lang = 'de';
  host.toggleAttribute('debug');
}

// The first language of the browser that the viewer speaks.
function languageOfBrowser() {
  const codes = navigator.languages.map((tag) => tag.slice(0, 2));
  return codes.find((code) => ['ar', 'zh', 'en', 'fr', 'ru', 'es'].includes(code)) ?? 'en';
}

// The rows of versions side by side, each with the boxes of its cells.
function rowsOfBoxes(selector = '.row') {
  return allInLetter(selector).map((row) => [...row.children].map(boxOf));
}

// Whether each row has two cells, at the same height, the second to the right of the first.
function versionsStandSideBySide() {
  const isLevel = (cells) => cells.length === 2 && Math.abs(cells[0].top - cells[1].top) < 1 && cells[0].right <= cells[1].left;
  return rowsOfBoxes('.row:not(:has(.issuance))').every(isLevel);
}

// Whether each cell of a row stands under the one before it.
function versionsStandUnderOneAnother() {
  const isBelow = (cell, at, cells) => at === 0 || cell.top >= cells[at - 1].bottom - 1;
  return rowsOfBoxes().every((cells) => cells.every(isBelow));
}

// The languages and directions of the cells, as often as they differ.
function languagesOfCells() {
  const row = ({ children }) => [...children].map(({ lang, dir }) => `${lang} ${dir}`).join(' | ');
  return [...new Set(allInLetter('.row').map(row))].join('\n');
}

// Whether each paragraph is in the row of its own in the other language.
function paragraphsAreInStep(count, language) {
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  return numbers.every((number) => document.getElementById(`p${number}`).closest('.row').querySelector(`#p${number}-${language}`));
}

// Whether the style sheet writes the name of the language over a cell.
function cellNamesItsLanguage() {
  const cell = inLetter('.cell');
  return cell.dataset.language === 'Français' && !['none', 'normal'].includes(styleOf(cell, '::before').content);
}

// Brings the button that opens a paragraph in another language somewhat below the upper edge of the window, and gives it the focus.
function bringButtonIntoSight(paragraph) {
  const button = peekButton(paragraph);
  button.scrollIntoView({ block: 'start' });
  scrollWithin(-150);
  button.focus({ preventScroll: true });
}

// The facts that differ, a line each.
function differences() {
  const line = (entry) => [...entry.children].map((part) => part.textContent).join(' | ');
  return allInControls('.differences li').map(line).join('\n');
}

// How many of the elements say something.
function count(selector, words) {
  return allInControls(selector).filter((element) => element.textContent.includes(words)).length;
}

function alternateLanguages() {
  return [...document.head.querySelectorAll('link[rel=alternate]')].map(({ hreflang }) => hreflang).join(' ');
}

// The words that are marked as different, each with the number of the difference.
function markedWords() {
  const marks = allInLetter('mark.differs').sort((one, other) => one.dataset.difference - other.dataset.difference);
  return marks.map(({ dataset, textContent }) => `${dataset.difference} ${textContent}`).join('|');
}
