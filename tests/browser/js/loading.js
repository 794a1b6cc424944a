// Records and Markdown on their way to the page.

// What a record may not hold: each is tried in the place of a node of a letter.
const HOSTILE_NODES = [
  ['script', 'window.ran = true'],
  ['img', { src: 'x', onerror: 'window.ran = true' }],
  ['iframe', { srcdoc: '<script>parent.ran = true</script>' }],
  ['p', { onclick: 'window.ran = true' }, 'words'],
  ['p', { style: 'position:fixed;inset:0' }, 'words'],
  ['a', { href: 'javascript:window.ran = true' }, 'words'],
  ['a', { href: ' java\nscript:window.ran = true' }, 'words'],
  ['a', { href: 'data:text/html,words' }, 'words'],
  ['p', { id: { toString: 'words' } }, 'words'],
  ['svg', ['script', 'window.ran = true']],
  ['style', '* { display: none }'],
  ['form', { action: 'https://elsewhere.example/' }],
  { tag: 'p' },
  42,
  null,
];

// Shows a letter with each of them, and returns those that were not refused, or had an effect.
async function showHostileRecords() {
  const answer = await fetch('/records/fr.json');
  const record = await answer.json();
  const faults = [];
  for (const node of HOSTILE_NODES) {
    const hostile = structuredClone(record);
    hostile.segments[3].nodes = [node];
    const address = URL.createObjectURL(new Blob([JSON.stringify(hostile)], { type: 'application/json' }));
    const element = document.createElement('circular-letter');
    element.innerHTML = '<p class="own">Own words</p>';
    element.src = address;
    const failure = new Promise((resolve) => {
      element.addEventListener('letter-error', ({ detail }) => resolve(detail.code));
      element.addEventListener('letter-load', () => resolve('shown'));
    });
    document.querySelector('main').append(element);
    const code = await failure;
    const isThere = element.querySelector('script, img, iframe, svg, style, form, [style], [onclick], a[href^="data:"]');
    if (code !== 'wrong-type' || isThere || window.ran) faults.push([JSON.stringify(node), code]);
    element.remove();
    URL.revokeObjectURL(address);
  }
  return faults;
}

// Notes what references are followed, in `followed`, and stays on the page.
function noteFollowed() {
  window.followed = [];
  addEventListener('letter-references', () => { window.answered = true; });
  addEventListener('letter-reference-open', (event) => {
    followed.push(event.detail);
    event.preventDefault();
  });
}

// Adds an element with a letter. Notes in `begun` what there is of it when something is first on the page.
function addNotingBeginning(src) {
  const element = Object.assign(document.createElement('circular-letter'), { src });
  new MutationObserver((_, observer) => {
    const first = element.querySelector('#p1');
    if (!first) return;
    observer.disconnect();
    window.begun = { first, events: letterEvents.length, paragraphs: element.querySelectorAll('.paragraph').length };
  }).observe(element, { childList: true, subtree: true });
  document.body.append(element);
}

function isWhole() {
  return letter.textContent.includes('The end of a long letter.');
}

// Adds an import map with the hashes of the files in the folder as they are in the bundle, and the script of the element.
async function addScriptWithHashes(folder) {
  const answer = await fetch('/integrity.json');
  const integrity = {};
  for (const [file, hash] of Object.entries(await answer.json())) integrity[`/${folder}/${file}`] = hash;
  const bytes = await (await fetch('/letters/cl-20-43/fr.md')).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-384', bytes));
  integrity[`/${folder}/letters/cl-20-43/fr.md`] = `sha384-${btoa(String.fromCharCode(...digest))}`;
  const map = document.createElement('script');
  map.type = 'importmap';
  map.textContent = JSON.stringify({ integrity });
  const script = document.createElement('script');
  script.type = 'module';
  script.src = `/${folder}/circular-letter.js`;
  document.head.append(map, script);
}
