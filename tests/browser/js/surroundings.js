// The element wherever a page puts it.

// The element in the shadow root of another one.
function inner() {
  return document.querySelector('#outer').shadowRoot.querySelector('circular-letter');
}

// Puts HTML into the shadow root of an element of the page.
function fillShadowRoot(html) {
  document.querySelector('#outer').attachShadow({ mode: 'open' }).innerHTML = html;
}

// Whether the letter of the inner element is there, and its panels.
function innerShowsLetter() {
  return inner()?.querySelector('article .subject') && inner().shadowRoot.querySelector('.rail').childElementCount > 0;
}

// Whether the style sheet of the letter is in the tree that the inner letter is in.
function innerHasStyles() {
  const groups = ['.particulars', '.particulars > div'].map((selector) => inner().querySelector(selector));
  return groups.some((group) => styleOf(group).display === 'grid');
}

// Whether nothing lies over the middle of the card.
function cardIsOnTop() {
  const { left, top, width, height } = boxOf(inControls('.card'));
  return inControls('.card').contains(root.elementFromPoint(left + width / 2, top + height / 2));
}

// Moves the element to another place without taking it out, and keeps what it has.
function moveElement() {
  window.kept = letter;
  window.subject = inLetter('.subject');
  document.querySelector('#there').moveBefore(host, document.querySelector('#before'));
}

function leftOfOwnWords() {
  return boxOf(document.querySelector('#own')).left;
}

// Gives an element that is in no page a letter, and says whether it answers with nothing.
function looseElementAnswersWithNothing() {
  const loose = document.createElement('circular-letter');
  loose.src = '/letters/cl-20-43/fr.md';
  loose.reload();
  const isEmpty = loose.metadata() === null && loose.citations().length === 0 && loose.childElementCount === 0;
  return isEmpty && loose.src === '/letters/cl-20-43/fr.md';
}

function giveCatalogueOfOneLetter() {
  host.catalogue = {
    letters: [{ id: 'sg/cl/2024/901', versions: [{ language: 'fr', file: '/letters/cl-20-43/fr.md' }] }],
  };
}

// From here on, `printed` counts how often the page would be printed.
function countPrints() {
  window.printed = 0;
  window.print = () => {
    window.printed += 1;
  };
}

// How many elements show the Spanish version.
function spanishLetters() {
  const letters = [...document.querySelectorAll('circular-letter > article[slot=letter]')];
  return letters.filter(({ lang }) => lang === 'es').length;
}

// Lets the pointer come over the second reference, in the middle of the window.
function pointAtSecondReference() {
  bringToMiddle(inLetter('#r2'));
  point('pointerover', inLetter('#r2'));
}

// Whether the card is in the window, close to a line of the second reference.
function cardIsBesideSecondReference() {
  const card = boxOf(inControls('.card'));
  const isClose = (line) => Math.min(Math.abs(card.top - line.bottom), Math.abs(line.top - card.bottom)) < 24;
  const lines = [...inLetter('#r2').getClientRects()];
  return card.left >= 0 && card.right <= innerWidth && lines.some(isClose);
}

// The parts of the page that go beyond the window, also those in shadow trees.
function partsBeyondWindow() {
  const parts = [];
  const look = (tree) => {
    for (const element of tree.querySelectorAll('*')) {
      const { right, width } = boxOf(element);
      if (width > 1 && right > innerWidth + 1) parts.push(`${element.localName}.${element.className} ${Math.round(right)}`);
      if (element.shadowRoot) look(element.shadowRoot);
    }
  };
  if (document.scrollingElement.scrollWidth > innerWidth) look(document);
  return parts;
}
