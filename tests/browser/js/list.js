// The list of letters.

// Notes in `searches` what readers ask of the list, and how much is found.
function noteSearches() {
  window.searches = [];
  addEventListener('letter-search', ({ detail }) => searches.push(detail));
}

// Whether the list is there.
function listIsThere() {
  return Boolean(inControls('.letters .count')?.textContent);
}

// The names of the letters in the list.
function names() {
  return allInControls('.letters .name').map(({ textContent }) => textContent).join(', ');
}

function field(name) {
  return inControls('.search').elements[name];
}

// Writes into the field of the search as a reader does.
function search(words) {
  field('q').value = words;
  field('q').dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

// Chooses in a list, or presses a box.
function filter(name, value) {
  if (field(name).type === 'checkbox') field(name).checked = value;
  else field(name).value = value;
  field(name).dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

// Gives the element a catalogue of so many letters, two in each year.
function giveCatalogueOf(count) {
  const letters = Array.from({ length: count }, (_, at) => {
    const year = 1930 + Math.floor(at / 2);
    return { id: `sg/cl/${year}/${at + 1}`, date: `${year}-03-0${1 + at % 2}`, issuer: 'sg', versions: [{ language: 'en', file: `/letters/${at}.md`, subject: `Letter of ${year}` }] };
  });
  host.catalogue = { letters };
}

// The link to a letter in the list; in a language, the link to that version.
function linkTo(id, language) {
  return allInControls('.letters a').find(({ dataset }) => dataset.listed === id && dataset.language === language);
}

// Whether all subjects begin, or end, on the same side.
function subjectsAreOnOneSide() {
  return new Set(allInControls('.letters .subject a').map((link) => styleOf(link).textAlign)).size === 1;
}

// The sizes in bytes of what was fetched, of the addresses that hold some words.
function fetchedSizes(words) {
  return performance.getEntriesByType('resource').filter(({ name }) => name.includes(words)).map(({ decodedBodySize }) => decodedBodySize);
}
