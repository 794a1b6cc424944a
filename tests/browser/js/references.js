// The references of a letter, their cards and their panel, and the list of letters.

// The citations of the letter, a line each: words, document, state, and where the link leads, or that it leads nowhere.
function citations() {
  const line = (element) => {
    const { document: id, state } = element.dataset;
    return [element.textContent, id, state, element.getAttribute('href') ?? element.getAttribute('aria-disabled')].join('|');
  };
  return allInLetter('.citation').map(line).join('\n');
}

// Whether the card is shown and is about the document of the reference.
function cardIsAbout(reference) {
  const { document: id } = inLetter(reference).dataset;
  const card = inControls('dialog.card[open]') ?? inControls('.card');
  // What is not known has no identifier, and no link that could be wrong.
  const isRight = id.startsWith('?') ? !card.querySelector('code, .report') : card.textContent.includes(id);
  return isShown(card) && card.querySelector('h3')?.textContent.length > 0 && isRight;
}

// Lets the pointer come onto the card, or go from it: these events go to it alone.
function pointAtCard(name) {
  inControls('.card').dispatchEvent(new PointerEvent(name, { pointerType: 'mouse' }));
}

// Notes in `heard` the references that are followed, which the page takes over, and the reports.
function takeOverReferences() {
  window.heard = [];
  addEventListener('letter-reference-open', (event) => {
    heard.push(event.detail);
    event.preventDefault();
  });
  addEventListener('letter-report', (event) => heard.push(event.detail));
}

// Notes in `heard` the cards that open, the values that are copied, and the list of letters. The clipboard takes everything.
function noteUse() {
  window.heard = [];
  for (const name of ['letter-card-open', 'letter-copy', 'letter-list']) {
    addEventListener(name, ({ type, detail }) => heard.push([type, detail?.id ?? detail?.text].filter(Boolean).join(' ')));
  }
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.resolve() } });
}

// Notes in `heard` the references that are followed.
function noteFollowedReferences() {
  window.heard = [];
  addEventListener('letter-reference-open', (event) => heard.push(event.detail.id));
}

function giveCatalogueThatRuns() {
  host.catalogue = {
    page: 'javascript:alert(1)//{id}',
    letters: [{ id: 'sg/cl/2019/53', versions: [{ language: 'fr', file: 'x.md' }] }],
  };
}

// Whether some link would run a script.
function someLinkRuns() {
  const links = [...allInControls('a'), ...allInLetter('a')];
  return links.some((link) => (link.getAttribute('href') ?? '').includes('javascript'));
}

// Whether the panel has an entry with these words, with so many places.
function panelHas(words, places) {
  const entries = allInControls('.references li');
  return entries.some((entry) => entry.textContent.includes(words) && entry.querySelectorAll('.places a').length === places);
}

// Shows a letter that cites the same Resolution in so many paragraphs.
function showLetterThatCites(times) {
  const paragraph = (_, at) => `Paragraph ${at} of this specimen cites Resolution 99.\n\n`;
  const body = Array.from({ length: times }, paragraph).join('');
  const text = `CL-24/1\n\nSubject: A specimen\n\nDear Sir,\n\n${body}`;
  host.src = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
}

// The link of the list to a letter.
function listed(id) {
  return allInControls('.letters a').find((link) => link.dataset.listed === id);
}

// Gives the element documents that the page knows, and a function that answers at once, later, or not at all.
function giveRegistryAndResolver() {
  host.registry = [
    { id: 'pp/res/99', href: 'https://example.org/99', title: 'Ninety-nine', language: 'en' },
    { id: 'pp/res/198', href: 'javascript:alert(1)' },
  ];
  host.resolver = (id) => {
    if (id === 'sg/cl/2019/53') return { href: '/letters/old' };
    if (id === 'sg/cl/2020/40') return Promise.resolve({ href: 'https://example.org/40' });
    throw new Error('no');
  };
}

function panelSays(words) {
  return root.querySelector('.references')?.textContent.includes(words);
}

// The link of the letter with these words.
function linkOf(words) {
  return allInLetter('a').find((link) => link.textContent === words);
}
