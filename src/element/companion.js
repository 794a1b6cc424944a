/**
 * What comes with the viewer: what composes and changes letters, and the care for the viewer itself. One viewer serves all elements of the page. It is loaded once, and again after a failure; a
 * stopped one is never used again, and another one replaces it.
 */
import { anchorFor, endAnchor } from './anchoring.js';
import * as changing from './changing.js';
import { offersInterface } from './choosing-interface.js';
import { compile, link } from './compiling.js';
import { compose } from './composition.js';
import { listen, unlisten } from './controls.js';
import { framing, setFraming } from './framing.js';
import { describeHead } from './head.js';
import { hold } from './jumps.js';
import { MESSAGES } from './messages.js';
import { once } from './once.js';
import { hideCard, showBeside, showOver } from './popover.js';
import { interfaceOf } from './request.js';
import { adoptIn, sheetIn } from './sheets.js';
import { change } from './switching.js';
import { addressOf, requestedView } from './view.js';

export { BUILD as build } from './build.js';

/** What loads files: that of the loader. */
let files;

/** The texts of the interface in each language, a module each. Bundlers look for modules in this form. */
const MODULES = {
  ar: () => import('./interface-ar.js'),
  zh: () => import('./interface-zh.js'),
  en: () => import('./interface-en.js'),
  fr: () => import('./interface-fr.js'),
  ru: () => import('./interface-ru.js'),
  es: () => import('./interface-es.js'),
};

/** The texts that have been loaded, by language. */
const texts = new Map();

const loadTexts = async (code) => {
  if (texts.has(code)) return;
  const module = await MODULES[code]();
  // Their last line is the build.
  const { default: text } = await files.current(`interface-${code}.js`, module.default.slice(-6), module);
  texts.set(code, text.slice(0, -7));
};

/**
 * The style sheets of what only the viewer adds to a letter and puts around it, and of versions side by side; each is fetched
 * once. Bundlers look for addresses in this form.
 */
const added = once(() => Promise.all([
  files.textAt(new URL('./viewer.css', import.meta.url)), files.textAt(new URL('./panels.css', import.meta.url)),
]));
const columns = once(() => files.textAt(new URL('./columns.css', import.meta.url)));

/** Adopts a sheet in the tree. */
const adoptSheet = (root, document, name, text) => {
  try {
    adoptIn(root, sheetIn(document, name, text));
  } catch {
    // A browser that cannot adopt a sheet shows them as the page does.
  }
};

const treeAround = (element) => (element.isConnected ? element.getRootNode() : element.ownerDocument);

/** Adopts the sheet of versions side by side, around the element and in it. */
const adoptColumns = async (element) => {
  const text = await columns();
  for (const root of [treeAround(element), element.shadowRoot]) adoptSheet(root, element.ownerDocument, 'columns', text);
};

/** The list of letters, in a module of its own; bundlers look for modules in this form. */
const listModule = once(() => files.moduleIn('list.js', import('./list.js')));

/** The tools that readers take something away with, in a module of their own. */
const tools = once(() => files.moduleIn('tools.js', import('./tools.js')));

/** The module, once it is there. */
let lists;

/** Shows the list of letters in the element, or ends it. */
const list = async (element, loader, isShown, viewer, isServed) => {
  const box = () => element.shadowRoot.querySelector('.list');
  try {
    if (isShown) lists = await listModule();
    // The reader may have asked for a letter meanwhile, and the element may have left its page.
    if (!isServed()) return;
    if (!isShown || loader.state().wanted.kind !== 'list') lists?.end(element);
    else await lists.show(element, loader, box(), (id) => viewer().name(id));
  } catch (error) {
    if (!isServed()) return;
    box().textContent = loader.message(loader.state().interface, 'noList');
    loader.dispatch('letter-error', { code: error.reason ?? 'module-failed', message: String(error) });
  }
};

/** Whether the element will show a list, as far as its attributes and the address say. */
const mayList = (element, { letter }) => element.catalogue && !element.hasAttribute('src') && !letter;

/** Whether the view has versions side by side. */
const isBeside = (loader) => loader.view().with.length > 0;

/** The most viewers that may stop in a time, in milliseconds: a page where more do is left in peace. */
const MOST_CRASHES = 5;
const MEMORY = 600_000;

/** The maximum number of crashes of the viewer in one element, in the same time. */
const MOST_IN_ELEMENT = 2;

/** The time that a restarted element has to show its letter before the next one is restarted, in milliseconds. */
const PATIENCE = 3000;

/** The elements that have a viewer, or had one that has stopped, with what they are told. */
const served = new Map();

/**
 * Who goes to another place in the letter has left the one that the address named before. The browser may lose the way to a
 * place in a long letter: what it has never laid out gets its height on the way.
 */
addEventListener('hashchange', () => {
  for (const element of served.keys()) {
    for (const place of element.querySelectorAll('.arrived')) place.classList.remove('arrived');
    const place = element.querySelector('[data-long] :target');
    if (place) hold(place);
  }
});

/** Once there is a connection again, what could not be fetched is fetched. */
addEventListener('online', () => {
  for (const element of served.keys()) if (element.shadowRoot.querySelector('.notice button:not([hidden])')) element.reload();
});

/** When viewers have stopped, and in which elements they were being restarted. */
let crashes = [];

/** The current viewer, and the number of those before it. */
let loading;
let copy = 0;

/** The element that is being restarted: if the viewer stops meanwhile, this element is the cause. */
let suspect;

const recent = () => {
  crashes = crashes.filter(({ time }) => performance.now() - time < MEMORY);
  return crashes;
};

const isRestless = (element) => recent().filter((crash) => crash.element === element).length >= MOST_IN_ELEMENT;

/** Handles a crash: all letters become plain, and all elements but the cause get a new viewer, one by one. */
const recover = async (stopped, reason) => {
  // Not while the viewer is still panicking, and once for each copy.
  await undefined;
  if (stopped !== copy) return;
  copy += 1;
  loading = undefined;
  recent().push({ time: performance.now(), element: suspect });
  for (const { stop } of served.values()) stop(reason);
  suspect = undefined;
  for (const [element, { startAgain }] of [...served]) {
    if (copy !== stopped + 1 || recent().length > MOST_CRASHES) return;
    if (!element.isConnected || isRestless(element)) continue;
    suspect = element;
    await new Promise((resolve) => {
      for (const name of ['letter-load', 'letter-error']) element.addEventListener(name, resolve, { once: true });
      setTimeout(resolve, PATIENCE);
      startAgain();
    });
  }
  if (copy === stopped + 1) suspect = undefined;
};

const load = async () => {
  if (recent().length > MOST_CRASHES) throw new Error('the viewer has stopped too often');
  const its = copy;
  const url = new URL('./viewer_bg.wasm', import.meta.url);
  const [{ create }, module] = await Promise.all([
    files.moduleIn('viewer.js', import('./viewer.js')), files.program(url).then(compile),
  ]);
  const { initSync, Viewer } = create();
  await link(files, initSync, module, url);
  Viewer.on_stop((reason) => recover(its, reason));
  return Viewer;
};

/**
 * Has the viewer wait, when the language of the interface changes, until the texts of the next are there; `adopt` is called
 * before, because the element may be in another document now.
 */
const awaitTexts = (viewer, isServed, loader, adopt) => {
  let from = loader.state().interface;
  const update = viewer.update.bind(viewer);
  const show = (code) => {
    update();
    if (!texts.has(code) || code === from) return;
    loader.dispatch('letter-ui-language-changed', { from, to: code });
    from = code;
  };
  viewer.update = () => {
    adopt();
    const { interface: code } = loader.state();
    // Where they do not come, the rest of the change is shown in the language before.
    if (texts.has(code)) show(code);
    else loadTexts(code).catch(() => {}).then(() => isServed() && show(code));
  };
};

/**
 * A function that starts the viewer in the element, for its loader. `told.stop(reason)` is called when the viewer stops,
 * and `told.startAgain()` when another one is there.
 */
export const viewerFor = async (element, told, its, frame) => {
  files = its;
  setFraming(frame);
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  const number = copy;
  const code = interfaceOf(element);
  // In time for versions that the page or its address asks for.
  const asked = requestedView(element);
  if (mayList(element, asked)) listModule().catch(() => {});
  const [Viewer, [sheet, panels]] = await Promise.all([loading, added(), loadTexts(code), asked.with.length > 0 && adoptColumns(element)]);
  return (loader) => {
    const adopt = () => {
      adoptSheet(treeAround(element), element.ownerDocument, 'viewer', sheet);
      adoptSheet(element.shadowRoot, element.ownerDocument, 'panels', panels);
      if (isBeside(loader)) adoptColumns(element).catch(() => {});
    };
    let viewer;
    served.set(element, told);
    listen(element, loader);
    adopt();
    Object.assign(loader.presenter, { changing });
    Object.assign(loader, {
      address: (view, keepsPlace) => addressOf({ ...loader.view(), ...view }, keepsPlace),
      // Where the page says whom to tell (HTML, 4.6.7).
      contact: () => [...document.querySelectorAll('link:is([rel~=help], [rel~=author])')].map(({ href }) => href)
        .find((href) => /^(https?|mailto):/.test(href)),
      anchorFor: (article) => anchorFor(element, article),
      cardOf: framing.cardOf,
      hideCard,
      files,
      showBeside,
      showOver,
      compose: (records, description) => {
        if (description.rows) adoptColumns(element).catch(() => {});
        return compose(records, description);
      },
      describeHead: (title, versions) => describeHead(element, title, versions),
      offersInterface: () => offersInterface(element),
      // What cannot be loaded is not offered.
      openTools: (button, opener) => tools().then(({ open }) => open(opener, element, loader, (id) => viewer.name(id))).catch(() => {
        button.hidden = true;
        element.shadowRoot.querySelector('.sheet').focus();
      }),
      showList: (isShown) => list(element, loader, isShown, () => viewer, () => served.get(element) === told),
    });
    loader.texts = (wanted) => texts.get(wanted);
    loader.message = (wanted, name) => texts.get(wanted).split('\n')[MESSAGES[name]];
    loader.loadedInterface = code;
    loader.change = (view, position) => {
      // In time for the columns, which need their text first.
      if (view.with?.length > 0) columns().catch(() => {});
      change(element, loader, view, position);
    };
    try {
      viewer = Viewer.start(element, loader);
      if (!viewer) return undefined;
      awaitTexts(viewer, () => served.get(element) === told, loader, adopt);
      // The page may have chosen another language meanwhile.
      if (!texts.has(loader.state().interface)) viewer.update();
      return viewer;
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) recover(number, error);
      throw error;
    }
  };
};

/** The element has left its page, and no viewer is its. */
export const forget = (element) => {
  served.delete(element);
  lists?.end(element);
  unlisten(element);
  endAnchor(element);
  describeHead(element);
};
