/**
 * The loader of an element: chooses letter and version, fetches, and shows the letter; the viewer, which comes later, takes
 * over its state.
 *
 * The state changes here alone: by the attributes and properties of the element, by the address, by what is fetched, and
 * by what the reader asks the viewer for (`change`). The first letter is shown as its record has it, with a bar that the
 * viewer replaces by its own. The viewer is loaded when the browser is idle after that, or at once when it is needed: when
 * the reader uses the element, when a letter is not there, for the list of letters, for versions side by side.
 */
import { choose } from './choice.js';
import { formatFor } from './dates.js';
import { Failure } from './fetching.js';
import { files, moduleIn } from './files.js';
import { whenIdle } from './idle.js';
import { Presenter } from './presenter.js';
import { prepared } from './reading.js';
import { catalogueAt, recordFrom } from './records.js';
import { requestOf } from './request.js';
import { adoptStyles, styles } from './styles.js';
import { arranged, isLong } from './tree.js';
import { isKept, rememberedPosition, requestedView, versionsOf } from './view.js';

/** The time after which a reader who waits for a letter is told so by the viewer, in milliseconds. */
const PATIENCE = 1000;

/** The same where the reader of letters is not there either, which the viewer would delay. */
const LONG_PATIENCE = 5000;

/**
 * The longest wait for idle time, in milliseconds: Chromium may never call in a frame of another origin; and the wait in
 * browsers that do not say when they are idle.
 */
const LATEST = 2000;
const WAIT = 300;

/** The loaders of the elements in the page: several may show the view that the address holds. */
const loaders = new Set();

/** Calls after a time in milliseconds, unless the signal ends that meanwhile. */
const after = (time, call, signal) => {
  const timer = setTimeout(call, time);
  signal.addEventListener('abort', () => clearTimeout(timer));
};

export class Loader {
  presenter;
  #element;
  /** Called where the programs fail: with the code, if it is known, and the error. */
  #fail;
  /** What the page requests, and what follows from it. */
  #request;
  #view;
  #wanted;
  /** The reader's choice of versions, and those that the page asked for at the time. */
  #chosen;
  /** The reader's last step in the history, with the position that the entry remembers. */
  #navigation = { step: 0 };
  #catalogue = {};
  /** The id of the last letter that was wanted, once its record is there. */
  #id;
  /** The versions that the page asks for. */
  #asked;
  /** The records of the letter that is wanted, by the key of their version. */
  #records = new Map();
  /** The key of the version that is shown, or will be, and the record that is. */
  #showing;
  #shown;
  #frame;
  #framing;
  #sheets;
  #viewer;
  #box;
  #starting;
  /** Ends the care for viewers that stop, in this element. */
  #endCare;
  /** The end of everything that waits, when the element leaves its page. */
  #life;
  /** What the reader has pressed in the frame: the viewer does it. */
  #pressed;
  /** The last text that the page has given, and its number. */
  #text = { value: undefined, number: 0 };

  constructor(element, fail) {
    this.#element = element;
    this.#fail = fail;
    this.presenter = new Presenter(element);
  }

  /** The reader goes back or forward. */
  #onMove = () => {
    if (!isKept(this.#element)) return;
    this.#navigation = { step: this.#navigation.step + 1, position: rememberedPosition() };
    this.update();
  };

  // The life of the element.

  start() {
    loaders.add(this);
    this.#life = new AbortController();
    const { signal } = this.#life;
    window.addEventListener('popstate', this.#onMove);
    for (const name of ['pointerdown', 'keydown', 'focusin']) {
      this.#element.addEventListener(name, () => this.needViewer(), { signal });
    }
    this.#element.addEventListener('click', (event) => {
      if (this.#frame) this.#framing.onClick(event, this.#element, this);
    }, { signal });
    const tell = () => this.#shown || this.needViewer();
    this.update();
    after(LONG_PATIENCE, tell, signal);
    prepared().then(() => after(PATIENCE, tell, signal));
  }

  stop() {
    loaders.delete(this);
    this.#life?.abort();
    window.removeEventListener('popstate', this.#onMove);
    this.#forget(() => true);
    this.#catalogue.controller?.abort();
    this.#catalogue = {};
    this.endViewer();
    this.presenter.stop();
    this.#shown = undefined;
    this.#showing = undefined;
    this.#frame = undefined;
    this.#chosen = undefined;
  }

  /** Reads the element and its surroundings again. */
  update() {
    if (!this.#life || this.#life.signal.aborted) return;
    this.#request = requestOf(this.#element);
    this.#numberText();
    const asked = requestedView(this.#element);
    const versions = versionsOf(asked);
    // The page takes precedence: once it requests something else, the earlier choice is dropped.
    if (this.#chosen?.asked !== versions) this.#chosen = undefined;
    this.#view = { ...asked, ...this.#chosen?.view };
    this.#asked = versions;
    this.#browse();
    this.#wanted = choose(this.#request, this.#view, this.#catalogue.read);
    const keys = [this.#wanted.version, ...this.#wanted.versions ?? []].map((version) => version?.key);
    this.#forget((key) => !keys.includes(key));
    // It may be in another document now.
    if (this.#sheets) adoptStyles(this.#element, this.#sheets);
    if (this.#viewer) this.#viewer.update();
    else this.#show();
  }

  /** Numbers the texts that the page gives, so that a new one is told from the last. */
  #numberText() {
    const { text } = this.#request;
    if (text !== this.#text.value) this.#text = { value: text, number: this.#text.number + 1 };
    this.#request.number = this.#text.number;
  }

  /** Fetches the catalogue, if it is another one; of one in shards, what there is about the letter. */
  #browse() {
    const { catalogue: source, timeout } = this.#request;
    if (source === this.#catalogue.source) {
      this.#catalogue.read?.json.about?.(this.#view.letter ?? this.#id);
      return;
    }
    this.#catalogue.controller?.abort();
    this.#catalogue = { source };
    if (source === undefined) return;
    if (typeof source === 'object') {
      this.#catalogue.read = { json: source };
      return;
    }
    const controller = new AbortController();
    this.#catalogue.controller = controller;
    const { signal } = controller;
    const take = (json) => {
      if (signal.aborted) return;
      this.#catalogue.read = json && { json, base: source, whole };
      this.update();
    };
    // A letter is among all of them.
    const onNewest = this.#request.src || this.#view.letter ? undefined : take;
    const whole = catalogueAt(source, { timeout, signal, take, onNewest }).catch(() => null);
    whole.then(take);
  }

  // Records.

  /** The record of a version, which is fetched once as long as it may be wanted. */
  #record(version) {
    const known = this.#records.get(version.key);
    if (known) return known.record;
    const controller = new AbortController();
    const options = {
      timeout: this.#request.timeout,
      signal: controller.signal,
      onBeginning: (record) => this.#showBeginning(version, record),
    };
    const all = Promise.all([recordFrom(version, options), this.#loadFraming()]);
    const record = all.then(([found]) => {
      if (version.key === this.#wanted.version?.key) {
        this.#id = found.letter.ids?.[0];
        this.#browse();
      }
      return this.#framing.settledRecord(found, version);
    });
    record.catch(() => {});
    this.#records.set(version.key, { record, controller });
    return record;
  }

  #forget(isForgotten) {
    for (const [key, { controller }] of this.#records) {
      if (isForgotten(key)) {
        controller.abort();
        this.#records.delete(key);
      }
    }
  }

  /**
   * Calls `done` with the record of the version, which is given or has the key, or with the code of the failure; returns a
   * function that ends that.
   */
  record(key, done) {
    let isEnded = false;
    const versions = [this.#wanted?.version, ...this.#wanted?.versions ?? []];
    const version = key.key ? key : versions.find((known) => known?.key === key);
    const get = version ? this.#record(version) : Promise.reject(new Failure('network'));
    get.then(
      (record) => isEnded || done(record),
      (error) => {
        if (isEnded) return;
        // It is fetched again when it is asked for again.
        this.#records.delete(version?.key);
        if (error instanceof Failure) done(undefined, error.code);
        else this.#fail(undefined, error);
      },
    );
    return () => { isEnded = true; };
  }

  /** Fetches the letter again, and the catalogue if it could not be read. */
  reload() {
    this.#forget(() => true);
    this.#showing = undefined;
    if (this.#catalogue.read === null) {
      this.#catalogue = {};
      this.update();
    } else if (this.#viewer) this.#viewer.reload();
    else this.#show();
  }

  // What the element says.

  #hasTakenOver() {
    return this.#viewer && !this.#frame;
  }

  metadata() {
    const metadata = this.#hasTakenOver() ? this.#viewer.metadata() : this.#shown?.record.letter;
    return structuredClone(metadata ?? null);
  }

  citations() {
    if (this.#hasTakenOver()) return this.#viewer.citations();
    return this.#shown ? this.#framing.citationsOf(this.#shown.record) : [];
  }

  // The first letter.

  /** Shows the wanted letter as its record has it, or has the viewer show what the loader cannot. */
  async #show() {
    const { kind, version } = this.#wanted;
    // Where no letter is asked for, the catalogue that is on its way will be a list.
    if (kind === 'nothing' && this.#view.letter) return;
    if (kind !== 'letter' || this.#isBeside()) {
      this.needViewer();
      return;
    }
    if (this.#shown?.version.key === version.key) this.#drawFrame();
    if (this.#showing === version.key) return;
    this.#showing = version.key;
    try {
      // All at once: what is shown first needs each of them.
      const all = Promise.all([this.#record(version), styles(), this.#loadFraming()]);
      // Made while they come, for the date in the bar.
      formatFor(this.#request.interface);
      const [record, sheets] = await all;
      if (this.#isWanted(version)) this.#present(record, version, sheets);
    } catch (error) {
      if (!this.#isWanted(version)) return;
      if (error instanceof Failure) this.needViewer();
      else this.#fail(undefined, error);
    }
  }

  #isBeside() {
    const { version, versions } = this.#wanted;
    return versions.some(({ language }) => language !== version.language && this.#view.with.includes(language));
  }

  #isWanted({ key }) {
    return !this.#viewer && !this.#life.signal.aborted && this.#wanted.version?.key === key;
  }

  /** Shows what has been read of a long letter. */
  async #showBeginning(version, record) {
    const [sheets] = await Promise.all([styles(), this.#loadFraming()]).catch(() => []);
    if (sheets) this.#framing.settledRecord(record, version);
    // Who goes to a place in the letter, or reads it already, gets it as a whole.
    if (!sheets || this.#place() || this.#shown && !this.#isBegun(record) || !this.#isWanted(version)) return;
    this.presenter.start();
    if (this.presenter.hasOther()) return;
    if (this.#shown) this.#extend();
    else this.#put(record, version, sheets, true);
  }

  #present(record, version, sheets) {
    this.presenter.start();
    // The same letter that stands in the page is taken over by the viewer.
    const mark = this.presenter.mark();
    const isSame = this.presenter.hasOther() && (!mark || mark === `${record.version} ${record.digest}`);
    if (!isSame) {
      try {
        if (this.#isBegun(record)) this.#extend();
        else this.#put(record, version, sheets, isLong(record.segments));
      } catch (error) {
        // It has something that is no part of a letter.
        const refused = Promise.reject(new Failure('wrong-type', error));
        refused.catch(() => {});
        this.#records.set(version.key, { record: refused, controller: new AbortController() });
        this.needViewer();
        return;
      }
      const isLetter = !record.diagnostics?.some(({ code }) => code === 'not-a-letter');
      if (isLetter) this.dispatch('letter-load', { src: version.address });
      else this.needViewer();
    }
    if (!navigator.connection?.saveData) whenIdle(() => this.needViewer(), this.#life.signal, LATEST, WAIT);
  }

  #put(record, version, sheets, isLongLetter) {
    const place = this.#place();
    const segments = record.segments.map(({ nodes }) => nodes);
    this.#adopt(sheets);
    this.presenter.replace(arranged(segments, isLongLetter), !place && !this.#shown);
    this.presenter.describe(record.letter.language, isLongLetter);
    this.#shown = { record, version, count: segments.length };
    this.#drawFrame();
    if (place) this.#goTo(place, isLongLetter);
  }

  /** Whether what is shown is the beginning of the record, which may have been read on its own. */
  #isBegun(record) {
    if (!this.#shown) return false;
    const { record: { segments }, count } = this.#shown;
    const text = (list) => JSON.stringify(list.slice(0, count));
    if (segments !== record.segments && (count === record.segments.length || text(segments) !== text(record.segments))) return false;
    this.#shown.record = record;
    return true;
  }

  /** The place in the letter that the address of the page names; empty if it names none. */
  #place() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return '';
    }
  }

  #goTo(id, isFar) {
    const place = this.presenter.place(id);
    place?.scrollIntoView();
    // Firefox and WebKit do not find the way to what they have never laid out.
    if (isFar) requestAnimationFrame(() => requestAnimationFrame(() => place?.scrollIntoView()));
  }

  /** Loads what makes the frame, and handles what is pressed in it. */
  async #loadFraming() {
    this.#framing ??= await moduleIn('frame.js', import('./frame.js'));
  }

  #drawFrame() {
    this.#frame = this.#framing.frame(this.#element, {
      record: this.#shown.record,
      request: this.#request,
      view: this.#view,
      wanted: this.#wanted,
      catalogue: this.#catalogue.read,
      format: formatFor(this.#request.interface),
    });
    this.presenter.draw(this.#frame);
  }

  #adopt(sheets) {
    this.#sheets = sheets;
    adoptStyles(this.#element, sheets);
  }

  /** Shows what has come of a long letter since. */
  #extend() {
    const { record, count } = this.#shown;
    this.presenter.extend(arranged(record.segments.slice(count).map(({ nodes }) => nodes), true));
    this.#shown.count = record.segments.length;
  }

  // The viewer.

  /** What the viewer takes over. */
  state() {
    const { read: catalogue, source } = this.#catalogue;
    return {
      interface: this.#request.interface,
      view: this.#view,
      wanted: this.#wanted,
      navigation: this.#navigation,
      catalogue,
      isBrowsing: source !== undefined && catalogue === undefined,
    };
  }

  /** The record that is shown, with or without the viewer; undefined if none is. */
  shown() {
    return this.#shown?.record;
  }

  /** Loads the viewer, unless it is there. */
  needViewer() {
    if (this.#viewer || this.#starting || !this.#life || this.#life.signal.aborted) return;
    const { signal } = this.#life;
    this.#starting = this.#startViewer(signal).catch((error) => {
      this.#starting = undefined;
      if (signal.aborted) return;
      this.#fail(undefined, error);
      // A link that was pressed leads where links lead.
      const href = this.#frame?.querySelector(`[data-control="${this.#pressed}"]`)?.href;
      if (href) location.assign(href);
    });
  }

  async #startViewer(signal) {
    const told = { stop: (reason) => this.#leave(reason), startAgain: () => this.needViewer() };
    const loading = Promise.all([moduleIn('companion.js', import('./companion.js')), this.#loadFraming()]);
    const starting = loading.then(([{ viewerFor, forget }]) => {
      this.#endCare = () => forget(this.#element);
      return viewerFor(this.#element, told, files, this.#framing);
    });
    const [start, sheets] = await Promise.all([starting, styles()]);
    if (signal.aborted) return;
    this.#adopt(sheets);
    this.presenter.start();
    this.#viewer = start(this);
    if (!this.#viewer) throw new Error('the document refuses the viewer');
  }

  /** Keeps the box of the controls, which is in no tree until it is filled. */
  hold(box) {
    this.#box = box;
  }

  /** The viewer shows what the loader has shown, in its place. */
  takeOver() {
    const root = this.#element.shadowRoot;
    if (this.#box.parentNode === root) return;
    const focused = this.#frame?.contains(root.activeElement) ? root.activeElement.dataset.control : undefined;
    this.presenter.draw(this.#box);
    this.#frame = undefined;
    const control = (selector) => selector && root.querySelector(selector);
    control(focused)?.focus({ preventScroll: true });
    control(this.#pressed)?.click();
    this.#pressed = undefined;
  }

  /** Ends the viewer, which may have stopped. */
  endViewer() {
    try {
      this.#viewer?.stop();
    } catch {
      // It had stopped already.
    }
    this.#viewer = undefined;
    this.#starting = undefined;
    this.#endCare?.();
  }

  /** The viewer has stopped: the letter stays as it is, without what only a viewer can do. */
  #leave(reason) {
    this.#viewer = undefined;
    this.#starting = undefined;
    this.#shown = undefined;
    this.presenter.leave();
    this.#fail('crashed', reason);
  }

  /** Shows another view, once the viewer has asked the page: by the reader's choice, unless the address holds it. */
  choose(view, isInAddress) {
    this.#chosen = isInAddress ? undefined : { asked: this.#asked, view: { language: view.language, with: view.with } };
    for (const loader of isInAddress ? loaders : [this]) loader.update();
  }

  view() {
    return this.#view;
  }

  /** Keeps what the reader has pressed in the frame, for the viewer. */
  press(control) {
    this.#pressed = control;
  }

  dispatch(name, detail) {
    const cancelable = ['letter-reference-open', 'letter-language-change'].includes(name);
    return this.#element.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable, detail }));
  }
}
