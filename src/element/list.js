/**
 * The list of the letters of a catalogue: shown when no letter is asked for, loaded with the first list.
 *
 * What the reader asks of it stands in the address of the page where the element may change it (`history="query"`), so that
 * Back returns to it and a link reproduces it; elsewhere it is kept with the element. The cards come from `cards.js`; links
 * lead as the catalogue says, or open the letter in place.
 */
import { Cards, cardOf, nextDeadline, seriesOf } from './cards.js';
import { absolute, orderOfPreference } from './choice.js';
import { isPlainClick } from './clicks.js';
import { dayIn } from './dates.js';
import { directionOf } from './languages.js';
import { WORDS } from './list-words.js';
import { create, labelled } from './making.js';
import { once } from './once.js';
import { adoptIn, sheetIn } from './sheets.js';
import { pushed } from './switching.js';
import { addressOf, addressWith, isKept } from './view.js';
import { NAMES } from './words.js';

export { BUILD as build } from './build.js';

/** The style sheet of the list. Bundlers look for addresses in this form. */
const sheet = once((files) => files.textAt(new URL('./list.css', import.meta.url)));

/** The names of what is asked in the address, and of the fields of the form. */
const ASKED = { text: 'q', year: 'year', series: 'series', language: 'in', isInForce: 'in-force', hasDeadline: 'deadline', page: 'page' };

/** How long a reader rests in typing before the list answers, in milliseconds. */
const REST = 150;

/** The lists, by element: each with its form, its question, and the place to which Back returns. */
const lists = new Map();

/** The day of the reader: `2020-10-05`. */
const today = () => {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

// The question.

const questionIn = (address) => {
  const query = new URL(address).searchParams;
  return Object.fromEntries(Object.entries(ASKED).map(([key, name]) => [key, query.get(name) ?? '']));
};

const numbered = (question) => ({ ...question, page: Math.trunc(question.page) || 1 });

/** The address with the question; what is not asked is not in it, and the rest of the query stays as it is. */
const asking = (address, question) => addressWith(address, Object.fromEntries(Object.entries(ASKED)
  .map(([key, name]) => [name, question[key] && (key !== 'page' || question.page > 1) ? question[key] : undefined])));

const setAddress = (list, method) => {
  if (!isKept(list.element)) return;
  try {
    history[method](history.state, '', asking(location.href, list.question));
  } catch {
    // The browser refuses very many changes in a short time.
  }
};

// Links to letters.

const isHere = (list, href) => {
  const { page, shards } = list.catalogue.json;
  if (typeof page !== 'string') return !shards;
  const [here, there] = [location.href, href].map((address) => address.split(/[?#]/)[0]);
  return isKept(list.element) && here === there;
};

/** The view of the letter in the language. */
const viewOf = ({ loader }, id, language) => ({ ...loader.view(), letter: id, language, with: [] });

/** The address of the version: as the catalogue says, and in this page with the language. */
const addressIn = (list, card, language, version) => {
  const { json: { page }, base } = list.catalogue;
  if (typeof page !== 'string') return absolute(version.file, base);
  const address = absolute(page.replace('{id}', card.id), base);
  if (!language || !address || !isHere(list, address)) return address;
  return asking(addressOf(viewOf(list, card.id, language), false), {});
};

/** Opens the letter of the link: the page may do so itself, and elsewhere the link leads there. */
const follow = (list, link, event) => {
  const { listed: id, language } = link.dataset;
  const detail = { id, href: link.href, text: link.textContent, state: 'resolved' };
  if (!list.loader.dispatch('letter-reference-open', detail)) {
    event.preventDefault();
    return;
  }
  if (!isHere(list, link.href)) return;
  event.preventDefault();
  list.left = { address: location.href, height: window.scrollY };
  const { element, loader } = list;
  if (isKept(element)) {
    const view = viewOf(list, id, language ?? loader.view().language);
    loader.choose(view, pushed(asking(addressOf(view, false), {})));
    return;
  }
  if (language) element.setAttribute('lang', language);
  element.setAttribute('letter', id);
};

// Cards.

/** A link to the version; one that asks for its language opens it in that language, whatever the reader has had before. */
const link = (list, card, version, asksForLanguage, words) => {
  const { language } = version;
  const asked = asksForLanguage ? language : undefined;
  return create('a', {
    href: addressIn(list, card, asked, version), 'data-listed': card.id, 'data-language': asked, lang: language, hreflang: language, dir: directionOf(language),
  }, words);
};

const standing = (list, { standing: kind, by }) => create('span', { class: 'fact standing' },
  labelled(list.code, list.message(kind), list.nameOf(by) ?? by));

const facts = (list, card) => {
  const { code, message } = list;
  const deadline = nextDeadline(card, today());
  const due = deadline && create('span', { class: 'fact deadline' },
    labelled(code, message('deadline'), ''), create('time', { datetime: deadline }, dayIn(code, deadline)));
  const languages = card.versions.flatMap((version, at) => [
    at > 0 && ' · ', link(list, card, version, true, NAMES[version.language]),
  ]);
  const isSpecimen = card.versions.every(({ status }) => status === 'specimen');
  return create('p', { class: 'facts' },
    ...card.standing.map((effect) => standing(list, effect)),
    due,
    create('span', { class: 'fact' }, ...languages),
    isSpecimen && create('span', { class: 'fact' }, message('specimen')));
};

/** The version in the language, or else the one that most readers will understand, as the element chooses. */
const preferred = ({ versions }, code) => orderOfPreference(code)
  .map((wanted) => versions.find(({ language }) => language === wanted)).find(Boolean) ?? versions[0];

const entry = (list, card) => {
  const asked = list.question.language;
  const version = preferred(card, asked || list.loader.view().language || list.code);
  const { date } = card;
  const name = list.nameOf(card.id) ?? version.reference ?? card.id;
  const time = date && create('time', { datetime: date }, dayIn(list.code, date));
  return create('li', {},
    create('p', { class: 'head' }, create('span', { class: 'name' }, name), time),
    create('p', { class: 'subject' }, link(list, card, version, Boolean(asked), version.subject || name)),
    facts(list, card));
};

/** The cards under their years. */
const underYears = (list, cards) => {
  const parts = [];
  let year;
  for (const card of cards) {
    if (card.year !== year) {
      ({ year } = card);
      parts.push(create('h3', {}, year || list.words.undated), create('ul', {}));
    }
    parts.at(-1).append(entry(list, card));
  }
  return parts;
};

// What is shown.

const pageLink = (list, rel, page, words) => create('a', { rel, href: asking(location.href, { ...list.question, page }), 'data-page': page }, words);

const pages = (list, { page, pages: last }) => {
  const { words } = list;
  const label = words.page.replace('{n}', page).replace('{of}', last);
  return create('nav', { class: 'pages', 'aria-label': label },
    page > 1 && pageLink(list, 'prev', page - 1, words.newer),
    create('span', {}, label),
    page < last && pageLink(list, 'next', page + 1, words.older));
};

/** Why no letter is listed. */
const nothing = ({ words, choices: { count }, message }, isLost) => create('p', { class: 'nothing' },
  ...isLost ? [message('noCatalogue'), ' ', create('button', { type: 'button' }, message('retry'))] : count === 0 ? [words.none] : [words.noMatch, ' ', create('button', { type: 'reset' }, words.clear)]);

/** Shows what answers the question. */
const answer = async (list) => {
  const { box, source, question } = list;
  const found = await source.find(numbered(question), today()).catch(() => ({ count: 0, cards: [], isLost: true }));
  // The reader has asked for something else since, or for a letter.
  if (question !== list.question || lists.get(list.element) !== list) return;
  box.querySelector('.count').textContent = labelled(list.code, list.words.count, `${found.count}${found.isMore ? '+' : ''}`);
  box.querySelector('.found').replaceChildren(...found.cards.length > 0 ? underYears(list, found.cards) : [nothing(list, found.isLost)], ...found.pages > 1 ? [pages(list, found)] : []);
  return found;
};

const ask = async (list, question, method) => {
  list.question = question;
  setAddress(list, method);
  const found = await answer(list);
  if (found) list.loader.dispatch('letter-search', { ...numbered(question), count: found.count });
};

/** What the form asks. */
const questionOf = (form) => Object.fromEntries(Object.entries(ASKED).filter(([key]) => key !== 'page').map(([key, name]) => {
  const field = form.elements[name];
  return [key, field.type === 'checkbox' && !field.checked ? '' : field.value.trim()];
}));

const fillForm = ({ form, question }) => {
  for (const [key, name] of Object.entries(ASKED)) {
    const field = form.elements[name];
    if (field?.type === 'checkbox') field.checked = Boolean(question[key]);
    else if (field) field.value = question[key];
  }
};

const choice = (name, words, options, all) => create('label', {}, create('span', {}, words),
  create('select', { name }, create('option', { value: '' }, all), ...options.map(([value, label, lang]) => create('option', { value, lang }, label))));

const check = (name, words) => create('label', { class: 'check' }, create('input', { type: 'checkbox', name, value: '1' }), words);

/** The name of a series: that of one of its letters, without the number. */
const seriesName = (list, id) => (list.nameOf(id.replace(/\/(add|corr|rev)\/.*/, '')) ?? seriesOf(id)).replace(/\d[\d/‑-]*/, '…');

const formOf = (list) => {
  const { words, choices } = list;
  const years = choices.years.map((year) => [year, year]);
  const series = choices.series.map((id) => [seriesOf(id), seriesName(list, id)]);
  const languages = choices.languages.map((code) => [code, NAMES[code], code]);
  return create('form', { role: 'search', class: 'search' },
    create('label', { class: 'words' }, create('span', {}, words.search), create('input', { type: 'search', name: ASKED.text, autocomplete: 'off', spellcheck: 'false' })),
    create('div', { class: 'filters' },
      choice(ASKED.year, words.year, years, words.all),
      choice(ASKED.series, words.series, series, words.all),
      choice(ASKED.language, words.language, languages, words.all),
      check(ASKED.isInForce, words.isInForce),
      check(ASKED.hasDeadline, words.hasDeadline)));
};

const interfaceChoice = (list) => create('label', { class: 'interface' }, create('span', {}, list.message('interfaceLanguage')),
  create('select', {}, ...Object.entries(NAMES).map(([code, name]) => create('option', { value: code, lang: code, selected: code === list.code }, name))));

// What the reader does.

const listenTo = (list) => {
  const { box, form } = list;
  const { signal } = list.life;
  let timer;
  // The question of the page stays an entry of the history, and what is typed changes it.
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => ask(list, questionOf(form), 'replaceState'), REST);
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    ask(list, questionOf(form), 'replaceState');
  }, { signal });
  form.addEventListener('input', ({ target }) => {
    if (target.type === 'search') later();
    else ask(list, questionOf(form), 'pushState');
  }, { signal });
  box.addEventListener('click', (event) => {
    const [target] = event.composedPath();
    if (target.closest('button[type=button]')) answer(list);
    if (target.closest('button[type=reset]')) {
      ask(list, questionIn('about:blank'), 'pushState');
      fillForm(list);
      form.elements[ASKED.text].focus();
    }
    const pressed = target.closest('a');
    if (!pressed || !isPlainClick(event)) return;
    if (pressed.dataset.listed) follow(list, pressed, event);
    if (!pressed.dataset.page) return;
    event.preventDefault();
    ask(list, { ...list.question, page: pressed.dataset.page }, 'pushState').then(() => {
      const count = box.querySelector('.count');
      count.scrollIntoView();
      count.focus({ preventScroll: true });
    });
  }, { signal });
  window.addEventListener('popstate', () => {
    if (!isKept(list.element) || lists.get(list.element) !== list) return;
    list.question = questionIn(location.href);
    fillForm(list);
    answer(list);
  }, { signal });
};

/** Ends the list of the element: a letter is shown, or the element has left its page. */
export const end = (element) => {
  const list = lists.get(element);
  list?.life.abort();
  list?.box.replaceChildren();
  lists.delete(element);
  return list;
};

/** What each element has asked last, and where its reader was. */
const memory = new WeakMap();

/** The collections of cards, by catalogue. */
const sources = new WeakMap();

const sourceOf = (json) => {
  if (!sources.has(json)) sources.set(json, new Cards(json));
  return sources.get(json);
};

/** Shows the list in the box. `nameOf` gives the name of a letter in the language of the controls. */
export const show = async (element, loader, box, nameOf) => {
  const { catalogue, interface: code } = loader.state();
  const { catalogue: known, code: language } = lists.get(element) ?? {};
  // The newest letters of this catalogue are shown, and the others have come.
  if (catalogue.whole && catalogue.whole === known?.whole && code === language) return;
  const isChoosing = element.shadowRoot.activeElement?.matches('.interface select');
  const before = end(element) ?? memory.get(element);
  const list = {
    element, loader, box, catalogue, code, nameOf,
    words: WORDS[code],
    message: (name) => loader.message(code, name),
    question: isKept(element) ? questionIn(location.href) : before?.question ?? questionIn('about:blank'),
    left: before?.left,
    life: new AbortController(),
  };
  lists.set(element, list);
  memory.set(element, list);
  // Without its style sheet the list is plain.
  const { json } = catalogue;
  const making = !json.shards && (json.letters.length > 0 || !json.newest)
    ? sourceOf(json)
    : loader.files.moduleIn('shards.js', import('./shards.js')).then(({ sourceOfLarge }) => sourceOfLarge(list, { Cards, cardOf, sourceOf }));
  const [source, text] = await Promise.all([making, sheet(loader.files).catch(() => '')]);
  list.source = source;
  const choices = await source.choices();
  if (lists.get(element) !== list) return;
  try {
    adoptIn(element.shadowRoot, sheetIn(element.ownerDocument, 'list', text));
  } catch {
    // A browser that cannot adopt a sheet shows the list as the page does.
  }
  list.choices = choices;
  list.form = formOf(list);
  box.replaceChildren(create('section', { class: 'letters', part: 'letters', 'aria-label': list.words.title },
    create('header', {}, create('h2', {}, list.words.title), loader.offersInterface() && interfaceChoice(list)),
    choices.count > 0 && list.form,
    create('p', { class: 'count', role: 'status', tabindex: '-1' }),
    create('div', { class: 'found' })));
  if (isChoosing) box.querySelector('.interface select')?.focus();
  fillForm(list);
  // What cannot be chosen is not asked.
  if (choices.count > 0) list.question = { ...questionOf(list.form), page: list.question.page };
  listenTo(list);
  await answer(list);
  // Who comes back is where they were.
  if (list.left?.address === location.href) window.scrollTo(0, list.left.height);
  list.left = undefined;
  loader.dispatch('letter-list', {});
};
