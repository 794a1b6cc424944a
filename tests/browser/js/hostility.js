// Letters, hosts and networks that mean harm, or know no better.

const TAGS = new Set(
  ('article a b bdi blockquote br button code dd del div dl dt em h2 h3 h4 h5 h6 hr li ol p pre s section span strong sub sup table tbody '
    + 'td th thead time tr ul').split(' '),
);
const ATTRIBUTES = new Set(
  ('aria-controls aria-disabled aria-expanded aria-hidden aria-keyshortcuts aria-label class colspan data-document data-language data-letter data-note '
    + 'data-number data-peek data-piece data-provenance data-reference data-state datetime dir href hreflang id lang rel role rowspan slot '
    + 'start tabindex title type value').split(' '),
);

// Whether an address leads to the web, to a mail box or to a telephone. One that the browser does not understand leads nowhere.
function isHarmless(href) {
  try {
    return ['http:', 'https:', 'mailto:', 'tel:'].includes(new URL(href, location).protocol);
  } catch {
    return true;
  }
}

// What is wrong with an attribute of the letter.
function faultOfAttribute({ name, value }) {
  if (!ATTRIBUTES.has(name)) return `${name}=${value}`;
  if (name === 'href' && !value.startsWith('#') && !isHarmless(value)) return `leads to ${value}`;
  const isOurs = /^[prn]/.test(value);
  if (name === 'id' && value in document && !(document[value] instanceof Function) && !isOurs) return `id ${value}`;
  return undefined;
}

// What is wrong with the letter on the page and with the links of the controls.
function faultsOfPage() {
  const letter = host.querySelector(':scope > article');
  const faults = [];
  for (const element of letter.querySelectorAll('*')) {
    if (!TAGS.has(element.localName)) faults.push(`<${element.localName}>`);
    if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml') faults.push(element.namespaceURI);
    faults.push(...[...element.attributes].map(faultOfAttribute).filter(Boolean));
  }
  for (const link of allInControls('a[href]')) {
    if (!isHarmless(link.href)) faults.push(`the controls lead to ${link.href}`);
  }
  if (allElements().length !== 1 || letter.parentNode !== host) faults.push('moves the element');
  return faults;
}

// Gives the element a text, and waits until it answers.
function show(text) {
  return new Promise((resolve, reject) => {
    const events = ['letter-load', 'letter-error'];
    const settle = () => {
      clearTimeout(late);
      for (const name of events) host.removeEventListener(name, settle);
      resolve();
    };
    for (const name of events) host.addEventListener(name, settle);
    const late = setTimeout(() => reject(new Error(`no answer: ${text.slice(0, 60)}`)), 8000);
    host.text = text;
  });
}

// Shows some of the hostile letters, one after the other. Returns how many they were, and behind it whatever they brought about.
async function showHostileLetters(first, last) {
  const found = [];
  window.pwned = (...words) => found.push(`script: ${words}`);
  for (const name of ['alert', 'confirm', 'prompt', 'open', 'print']) window[name] = () => found.push(`calls ${name}`);
  const own = ['parentNode', 'children', 'attributes', 'shadowRoot', 'constructor'].map((name) => [name, host[name]]);
  const before = location.href;
  const answer = await fetch('/hostile.jsonl');
  const lines = (await answer.text()).trim().split('\n').slice(first, last);
  for (const { name, text } of lines.map((line) => JSON.parse(line))) {
    await show(text).catch((error) => found.push(error.message));
    found.push(...faultsOfPage().map((fault) => `${name}: ${fault}`));
    if (own.some(([key, value]) => host[key] !== value)) found.push(`${name}: changes the element`);
    if (location.href !== before) found.push(`${name}: leaves the page`);
    // What reacts to being looked at or touched.
    host.querySelector(':scope > article a, :scope > article [tabindex]')?.focus();
  }
  await pause(300);
  const requests = fetched('').filter((name) => !name.startsWith(location.origin));
  found.push(...requests.map((request) => `request: ${request}`));
  return [lines.length, ...found.slice(0, 20)];
}

// What rules of a site could change in parts of the letter and of the controls, a line each.
function looksOfParts() {
  const properties = [
    'display', 'fontSize', 'fontWeight', 'textAlign', 'color', 'marginBlockEnd', 'opacity', 'listStyleType', 'textDecorationLine', 'float',
  ];
  const look = (element) => properties.map((property) => styleOf(element)[property]).join(' ');
  const parts = [
    '.subject', '.subject h2', '.paragraph', '.particulars', '.particulars dt', '.particulars dd', '.label', '.citation[href]', '.signatory',
    '.title', '.date', '.peek', '.permalink',
  ];
  const controls = ['.bar', '.tool', '.languages a', '.details', '.details dt', '.entry dd', '.references a', '.sheet'];
  return [
    ...parts.map((part) => `${part}: ${look(inLetter(part))}`),
    ...controls.map((part) => `${part}: ${look(inControls(part))}`),
  ].join('\n');
}

// Whether the cells of a row stand beside each other, equally wide.
function cellsAreEqual(row) {
  const [one, other] = [...row.children].map(boxOf);
  return Math.abs(one.width - other.width) < 1 && one.right <= other.left;
}

// Spaces the text out as a reader may (WCAG 2.2, 1.4.12).
function spaceTextOut() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }
  `);
  for (const tree of [document, root]) tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
}

function isSpacedOut() {
  return styleOf(inLetter('#p1')).letterSpacing !== 'normal' && styleOf(inControls('.tool')).wordSpacing !== '0px';
}

// Whether no text is cut off.
function noTextIsCut() {
  const texts = [...allInLetter('p, dd, h2'), ...allInControls('.tool, .entry dd')];
  return texts.every((text) => text.scrollWidth <= text.clientWidth + 1 || styleOf(text).overflowX === 'visible');
}

// Whether the third paragraph stands below the bar.
function paragraphIsBelowBar() {
  return topOf('#p3') >= boxOf(inControls('.bar')).bottom - 1;
}

// Whether the card is beside its reference; where there is no room for it, in the window.
function cardIsBesideReference() {
  const card = boxOf(inControls('.card'));
  const link = boxOf(inLetter('#p3 .citation'));
  const isBeside = Math.min(Math.abs(card.top - link.bottom), Math.abs(link.top - card.bottom)) < 60;
  const hasRoom = Math.max(innerHeight - link.bottom, link.top) > card.height + 20;
  return isBeside || (!hasRoom && card.top >= 0 && card.bottom <= innerHeight);
}
