// The letter, its bar and its details.

// The rows of the details, a line each.
function rowsOfDetails() {
  const row = (entry) => [...entry.children].map((child) => child.innerText.trim()).join('|');
  return allInControls('.entry').map(row).join('\n');
}

// From here on, every request is answered with the French letter.
function answerEveryRequestWithTheLetter() {
  const realFetch = window.fetch;
  window.fetch = (address, options) => realFetch(String(address).endsWith('.md') ? '/letters/cl-20-43/fr.md' : address, options);
}

// Puts an element into the page, keeps it in `kept`, and takes it out again at once.
function addAndRemove(html) {
  document.querySelector('main').innerHTML = html;
  window.kept = document.querySelector('circular-letter');
  kept.remove();
}

function addElement(source) {
  const element = document.createElement('circular-letter');
  element.setAttribute('src', source);
  document.querySelector('main').append(element);
}

// Keeps the text that the letter has at its event, in `atLoad`.
function noteTextAtLoad() {
  host.addEventListener('letter-load', () => {
    window.atLoad = host.querySelector(':scope > article').textContent;
  });
}

// Whether a long letter is on the page down to its last words.
function isWhole() {
  return letter.textContent.includes('The end of a long letter.');
}

// Whether the place is not further away than a window is high.
function isNear(selector) {
  const place = letter.querySelector(selector);
  return place !== null && Math.abs(boxOf(place).top) < innerHeight;
}

function paragraphsAreNumberedInOrder() {
  return allInLetter('.paragraph').every(({ id }, index) => id === `p${index + 1}`);
}

// Puts an element with a long letter into the place of the one that is there.
function showLongLetterInstead() {
  const other = host.cloneNode();
  other.removeAttribute('letter');
  other.removeAttribute('catalogue');
  other.src = '/long/1.md';
  host.replaceWith(other);
}

// From here on, the page has no idle time.
function neverBeIdle() {
  window.requestIdleCallback = () => 0;
  window.cancelIdleCallback = () => {};
}

// Follows a link of the references to another place of the letter.
function followReferenceTo(place) {
  const link = inControls('.references .places a');
  link.href = place;
  link.click();
}

// Whether whatever is pressed is at least 24 pixels wide and high.
function controlsAreLargeEnough() {
  return allInControls('button, summary').filter(isShown).every((control) => {
    const { width, height } = boxOf(control);
    return width >= 24 && height >= 24;
  });
}

// What a loud page would change in the type of an element.
function typeOf(selector) {
  const { color, textTransform, letterSpacing, borderBottomWidth } = styleOf(inLetter(selector));
  return [color, textTransform, letterSpacing, borderBottomWidth].join('|');
}

function letterWithWideTable() {
  const heads = ['Number', 'Service', 'Basis', 'Administration', 'Frequency band', 'Assigned date', 'Status', 'Remarks', 'Contact'];
  const row = ['1', 'Radionavigation', 'Article 9', 'Administration', '10 450–10 500 MHz', '3 May 2024', 'Notified', 'Provisional', 'filings@administration.example.int'];
  const table = [heads, heads.map(() => '---'), row].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return `Geneva, 3 May 2024\n\nRef.: Circular Letter CR/990\n\nSubject: Specimen\n\nDear Colleagues,\n\nThese are the filings.\n\n${table}\n`;
}

// Whether the numbers of the paragraphs, and the buttons that open them in another language, are in the window.
function numbersAreInWindow() {
  return allInLetter('.permalink, .peek').every((element) => {
    const { left, right } = boxOf(element);
    return left >= 0 && right <= innerWidth;
  });
}

// The dates of the panel of details, a line for each kind: what, the first day, and what has become of it.
function datesInDetails() {
  const date = (entry) => {
    const becomes = entry.querySelector('s') ? ' earlier' : entry.matches('.passed') ? ' passed' : '';
    return `${entry.querySelector('.what')?.textContent} ${entry.querySelector('time').dateTime}${becomes}`;
  };
  const line = (entry) => {
    const dates = [...entry.querySelectorAll('dd, li')].filter((value) => !value.querySelector('li'));
    return `${entry.querySelector('dt').textContent}: ${dates.map(date).join('; ')}`;
  };
  return allInControls('.dates').map(line).join('\n');
}

// A specimen of a letter with so many deadlines.
function letterWithDeadlines(count) {
  const rows = Array.from({ length: count }, (_, index) => `| Contribution ${index + 1} | ${index + 1} June 2024 |`);
  const table = ['| What | Deadline |', '|---|---|', ...rows].join('\n');
  return `Geneva, 3 May 2024\n\nRef.: Circular Letter CL-24/990\n\nSubject: Specimen\n\nDear Colleagues,\n\nThese are the dates.\n\n${table}\n`;
}

// Follows the first key date of the details to its paragraph, of which it keeps the address in `day`.
// A specimen of a letter whose table has nine columns.
function followFirstKeyDate() {
  const link = inControls('.details time').closest('dl').querySelector('a[href^="#p"]');
  window.day = link.hash;
  link.click();
}

// Chooses the language of the controls, as a reader does.
function chooseInterface(code) {
  const select = inControls('.interface select');
  select.value = code;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

// A specimen with two annexes and paragraphs that it numbers itself.
function letterWithAnnexes() {
  const filling = Array.from({ length: 12 }, (_, at) => `Sentence ${at} of the terms of reference of this specimen, which says nothing.`);
  return ['Geneva, 3 March 2025', 'Ref.: Circular Letter CL-25/990', 'Subject: A specimen with annexes', 'Dear Sir/Madam,',
    '1. The first paragraph.', '7. The second paragraph cites Circular Letter CL-24/12.', 'Yours faithfully,', '(signed)',
    '## ANNEX 1', '### Terms of reference', ...filling.slice(0, 1), '### Scope', ...filling,
    '## ANNEX 2', '### Programme', 'Opening on 5 May 2025.', ...filling].join('\n\n');
}
