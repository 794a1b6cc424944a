// The element: its surface, its life in a page, and what it does when its viewer stops.

function byId(id) {
  return document.getElementById(id);
}

// Whether a property and its attribute say the same, whichever is set; without a value, the attribute is absent.
function isKeptInStep(property, attribute) {
  host[property] = 'x';
  const isWritten = host.getAttribute(attribute) === 'x';
  host.setAttribute(attribute, 'y');
  const isRead = host[property] === 'y';
  host[property] = null;
  return isWritten && isRead && !host.hasAttribute(attribute) && host[property] === null;
}

// The same of a property that is true or false.
function isKeptInStepAsFlag(property, attribute) {
  host[property] = true;
  const isWritten = host.getAttribute(attribute) === '';
  host.removeAttribute(attribute);
  return isWritten && host[property] === false;
}

// Whether the element has no attribute but those that the page gave it: none here.
function hasNoAttribute() {
  return host.lang === '' && host.attributes.length === 0;
}

async function textOf(language) {
  const answer = await fetch(`/letters/cl-20-43/${language}.md`);
  return answer.text();
}

async function giveText(language) {
  host.text = await textOf(language);
}

async function giveTexts(...languages) {
  const texts = await Promise.all(languages.map(async (language) => [language, await textOf(language)]));
  host.text = Object.fromEntries(texts);
}

// Sets properties before the tag is known, and then makes it known.
function setPropertiesBeforeDefinition() {
  host.src = '/letters/cl-20-43/fr.md';
  host.uiLang = 'es';
  host.debug = true;
  host.resolver = (id) => ({ href: `https://example.org/${id}` });
  addScript('/circular-letter.js');
}

// What the letter says about itself, some of it.
function metadata() {
  const { language, date, ids, references, contact, signed, paragraphs } = host.metadata();
  return [language, date, ids[0], references[0], contact[0].email[0], signed, paragraphs].join(' ');
}

// What is known of the first citation.
function firstCitation() {
  const { id, state, paragraph } = host.citations()[0];
  return [id, state, paragraph].join(' ');
}

// Adds an element that a script has made, and a clone of the one that is there.
function addMadeAndCloned() {
  const made = document.createElement('circular-letter');
  made.id = 'made';
  made.src = '/letters/cl-20-43/es.md';
  made.uiLang = 'en';
  const copy = host.cloneNode(true);
  copy.id = 'copy';
  document.querySelector('main').append(made, copy);
}

function moveTwice(element) {
  document.body.append(element);
  document.querySelector('main').prepend(element);
}

// How many paragraphs of its letter are among the element's children.
function paragraphsOf(element) {
  return element.querySelectorAll(':scope > article .paragraph').length;
}

async function defineByOtherCopy() {
  const { CircularLetter, define } = await import('/other-copy/element.js');
  define();
  window.other = CircularLetter;
}

async function importClass() {
  const { CircularLetter } = await import('/element.js');
  window.its = CircularLetter;
}

// Takes away the ground on which a viewer stands: insertions fail in the trees, or of the nodes, for which a function says so.
function failToInsert(isRefused, { once }) {
  const { insertBefore } = Node.prototype;
  Node.prototype.insertBefore = function (...words) {
    if (isRefused(this.getRootNode(), words[0], this)) {
      if (once) Node.prototype.insertBefore = insertBefore;
      throw new Error('no');
    }
    return insertBefore.apply(this, words);
  };
}

// Stops the viewer of all elements, once. How many paragraphs each has as plain text then is noted in `plain`.
function stopViewerOnce() {
  window.plain = [];
  addEventListener('letter-error', ({ detail, target }) => {
    if (detail.code === 'crashed') plain.push(paragraphsOf(target));
  });
  failToInsert((tree) => tree === root, { once: true });
  host.debug = true;
}

// Stops the viewer whenever it comes to the element with the id.
function stopViewerAlwaysAt(id) {
  // A viewer that starts again is in no tree yet: the language of its letter, which is Spanish, tells it from the others.
  const isOfList = (...nodes) => nodes.some(({ localName }) => localName === 'option');
  const isSpanish = (node, parent) => node.textContent === 'Español' && !isOfList(node, parent);
  failToInsert((tree, node, parent) => tree.host?.id === id || isSpanish(node, parent), { once: false });
  byId(id).debug = true;
}

// Whether each element has one letter and its controls.
function eachHasLetterAndControls() {
  const isWhole = (element) => element.querySelectorAll(':scope > article').length === 1 && element.shadowRoot.querySelector('.bar');
  return allElements().every(isWhole);
}

// Notes in `stores` how many databases, caches and service workers there are.
async function countStores() {
  const bases = indexedDB.databases ? await indexedDB.databases() : [];
  const caches = await window.caches?.keys() ?? [];
  const workers = await navigator.serviceWorker?.getRegistrations() ?? [];
  window.stores = [bases.length, caches.length, workers.length].join(' ');
}

// Adds and removes an element so many times. `gone` holds weak references to them, `finished` says how many there were.
async function addAndRemoveElements(times) {
  window.gone = [];
  window.finished = 0;
  for (let at = 0; at < times; at++) {
    await addAndRemoveElement();
    window.finished = at + 1;
  }
}

async function addAndRemoveElement() {
  const element = document.createElement('circular-letter');
  Object.assign(element, { src: '/letters/cl-20-43/{lang}.md', languages: 'fr en', lang: 'fr', history: 'query' });
  document.querySelector('main').append(element);
  await new Promise((resolve) => element.addEventListener('letter-load', resolve, { once: true }));
  gone.push(new WeakRef(element));
  element.remove();
  await pause(20);
}

// Whether some of the names by which Yew marks an element of this tree begin with these words.
function isMarkedWith(words, tree) {
  return Object.keys(tree.firstElementChild).some((name) => name.startsWith(words));
}

// Presses the last tool of the controls, which prints.
function pressPrint(tree) {
  tree.querySelector('.tool.print').click();
}

// From here on, `printed` counts how often the page would be printed.
function countPrints() {
  window.printed = 0;
  window.print = () => {
    window.printed += 1;
  };
}
