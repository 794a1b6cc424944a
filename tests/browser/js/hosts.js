// The element in applications.

// Notes in `opened` what would open in another window, and follows a reference to another site.
function followReferenceToOtherSite() {
  window.opened = [];
  window.open = (...call) => {
    opened.push(call.join(' '));
  };
  inLetter('a.citation[href^=https]').click();
}

// Notes from here on, in `changes`, whatever changes in the element and in its controls.
function noteChanges() {
  window.changes = [];
  const watch = new MutationObserver((records) => {
    for (const { type, target, attributeName } of records) changes.push([type, target.nodeName, attributeName].join(' '));
  });
  for (const tree of [host, root]) watch.observe(tree, { subtree: true, childList: true, attributes: true, characterData: true });
}

// Whether nothing has changed since the last call; what had changed is forgotten.
function isStill() {
  return changes.splice(0).length === 0;
}

// Presses the summary of the details, and keeps how they were in `was`.
function pressDetails() {
  window.panel = inControls('.details');
  window.was = panel.open;
  panel.querySelector('summary').click();
}

// Whether the application has taken the element out, and it is as it was before.
function elementHasGone() {
  return !document.querySelector('circular-letter') && kept.shadowRoot.querySelector('slot') && !kept.querySelector('article');
}

// An application of React shows the letter in a language, with more properties.
function show(language, more) {
  application.show({ src: `/letters/cl-20-43/${language}.md`, lang: language, ...more });
}

// It takes over what a server has rendered.
function takeOver(language, more) {
  application.takeOver({ src: `/letters/cl-20-43/${language}.md`, lang: language, ...more });
}

async function showText(language) {
  const answer = await fetch(`/letters/cl-20-43/${language}.md`);
  application.show({ text: await answer.text(), lang: '' });
}

function leave() {
  application.leave();
}

async function importApplication(bundle) {
  window.kept = host;
  await import(`/hosts/${bundle}.js`);
}

// Where the first reference leads.
function firstReference() {
  return root.host.querySelector('article #r1')?.getAttribute('href');
}

// Whether what the page gave, an object, is a property and no attribute.
function catalogueIsObject() {
  return typeof host.catalogue === 'object' && !host.hasAttribute('catalogue');
}

// Adds a web part of SharePoint, which is kept under the name. Without a language it has no address.
async function addPart(language, name = 'part') {
  const properties = language ? { src: `/letters/cl-20-43/${language}.md`, language } : {};
  window[name] = await application.add(properties);
}

// Adds a web part where the library has no script, once, and keeps what it says in `said`.
function addPartWithoutScript() {
  window.said = '';
  const { appendChild } = Node.prototype;
  Node.prototype.appendChild = function (node) {
    Node.prototype.appendChild = appendChild;
    node.src = '/none.js';
    return appendChild.call(this, node);
  };
  application.add({}).catch((error) => {
    window.said = error.message;
  });
}

// The page of the property pane sets another letter.
function setPart(language) {
  part.set({ src: `/letters/cl-20-43/${language}.md`, language });
}

// The fields of the block in the editor of WordPress.
function fieldsOfBlock() {
  return [...document.querySelectorAll('.wp-block input')];
}

// Types into a field. React hears of what is typed, not of what a script sets: by the browser's own setter it is as if typed.
function type(at, value) {
  const field = fieldsOfBlock()[at];
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

// Shows a letter and takes it out again, so many times; every third time it does not stay until the letter is there. `gone` holds weak
// references to the elements, `finished` says how many there were.
async function showAndLeave(times, show, leave) {
  window.gone = [];
  window.finished = 0;
  for (let at = 0; at < times; at++) {
    // Not a listener of the page: those are counted.
    const main = document.querySelector('main');
    const letterIsThere = new Promise((resolve) => main.addEventListener('letter-load', resolve, { once: true }));
    show();
    await (at % 3 === 2 ? pause(5) : letterIsThere);
    await pause(0);
    gone.push(new WeakRef(document.querySelector('circular-letter') ?? {}));
    leave();
    await pause(20);
    window.finished = at + 1;
  }
}
