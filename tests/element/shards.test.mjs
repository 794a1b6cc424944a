import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cards, cardOf } from '../../src/element/cards.js';
import { beginning, inShards, sourceOfLarge } from '../../src/element/shards.js';

const SITE = 'https://example.org/site/';

globalThis.document = { baseURI: SITE };

const NOTHING = { text: '', year: '', series: '', language: '', isInForce: '', hasDeadline: '', page: 1 };

/** A letter in a shard: one of three is a circular of the TSB, and one of ten is superseded. */
const inShard = (year, number) => ({
  id: number % 3 === 0 ? `tsb/circular/${year}/${number}` : `sg/cl/${year}/${number}`,
  folder: number % 3 === 0 ? `tsb-circular-${year}-${number}` : `cl-${year}-${number}`,
  date: `${year}-03-01`,
  languages: ['fr', 'ar', 'en'],
  language: 'en',
  subject: number === 7 ? 'Cables' : 'A letter',
  ...number % 10 === 0 && { standing: [{ standing: 'supersededBy', by: 'sg/cl/2024/1' }] },
});

const shardOf = (year, first, last) => Array.from({ length: last - first + 1 }, (_, at) => inShard(year, last - at));

const INDEX = {
  letters: [],
  count: 260,
  years: ['2024', '2023'],
  series: ['sg/cl/2024/100', 'tsb/circular/2024/99'],
  languages: ['ar', 'en', 'fr'],
  folders: [['sg/cl', 'cl'], ['tsb/circular', 'tsb-circular'], ['bdt/circular', 'bdt']],
  exceptions: [['sg/cl/2023/5', 'cl-2023-5--2']],
  shards: [['2024', 40, [0, 1]], ['2024', 60, [0, 1]], ['2023', 60, [0, 1]], ['2023', 100, [0, 1]]],
};

const FILES = {
  'index/en/2024-2.json': shardOf(2024, 61, 100),
  'index/en/2024-1.json': shardOf(2024, 1, 60),
  'index/en/2023-2.json': shardOf(2023, 101, 160),
  'index/en/2023-1.json': shardOf(2023, 1, 100),
  'letters/cl-2024-1/catalogue.json': { letters: [{ id: 'sg/cl/2024/1', versions: [{ language: 'fr', file: 'fr.html', record: 'fr.json' }] }, { id: 'bdt/circular/7', versions: [{ language: 'en', file: '../bdt-7/en.html' }] }] },
  'letters/bdt-30-add-1/catalogue.json': { letters: [{ id: 'bdt/circular/30/Add/1', versions: [] }] },
  'letters/cl-2023-5--2/catalogue.json': { letters: [{ id: 'sg/cl/2023/5', versions: [] }] },
};

/** What has been fetched since the test began. */
let fetched = [];
globalThis.fetch = async (address) => {
  const path = String(address).replace(SITE, '');
  fetched.push(path);
  return { ok: path in FILES, status: path in FILES ? 200 : 404, json: async () => FILES[path] };
};

const source = (json = INDEX) => {
  fetched = [];
  const list = { catalogue: { json, base: `${SITE}index.json` }, loader: { view: () => ({}) }, code: 'en', life: new AbortController() };
  return sourceOfLarge(list, { Cards, cardOf, sourceOf: () => assert.fail('it is no small one') });
};

const ids = ({ cards }) => cards.map(({ id }) => id);

test('the first page of a list needs the first shards alone', async () => {
  const cards = source();
  assert.equal((await cards.choices()).count, 260);
  const first = await cards.find(NOTHING, '2024-01-01');
  assert.deepEqual([first.count, first.pages, first.page, first.cards.length], [260, 6, 1, 50]);
  assert.deepEqual(fetched, ['index/en/2024-2.json', 'index/en/2024-1.json']);
  assert.deepEqual([ids(first)[0], ids(first)[49]], ['sg/cl/2024/100', 'tsb/circular/2024/51']);
  // What has come is not fetched again.
  await cards.find(NOTHING, '2024-01-01');
  assert.equal(fetched.length, 2);
});

test('any page is found by the counts', async () => {
  const cards = source();
  const fourth = await cards.find({ ...NOTHING, page: 4 }, '2024-01-01');
  assert.deepEqual([ids(fourth)[0], ids(fourth)[49]], ['sg/cl/2023/110', 'sg/cl/2023/61']);
  const last = await cards.find({ ...NOTHING, page: 9 }, '2024-01-01');
  assert.deepEqual([last.page, ids(last)], [6, shardOf(2023, 1, 10).map(({ id }) => id)]);
  const ofYear = await cards.find({ ...NOTHING, year: '2023', page: 2 }, '2024-01-01');
  assert.deepEqual([ofYear.count, ids(ofYear)[0]], [160, 'sg/cl/2023/110']);
});

test('a card has the addresses of all versions, and the words of one', async () => {
  const { cards: [card] } = await source().find({ ...NOTHING, text: '2024/10' }, '2024-01-01');
  assert.deepEqual(card.versions.map(({ language, file }) => [language, file]), ['ar', 'en', 'fr'].map((code) => [code, `${SITE}letters/cl-2024-10/${code}.html`]));
  assert.deepEqual(card.versions.map(({ subject }) => subject), [undefined, 'A letter', undefined]);
  assert.deepEqual(card.standing, [{ standing: 'supersededBy', by: 'sg/cl/2024/1' }]);
});

test('a number behind a year is looked up in the shards of the year', async () => {
  const found = await source().find({ ...NOTHING, text: 'CL-24/8' }, '2024-01-01');
  assert.deepEqual([ids(found), found.count], [['sg/cl/2024/8'], 1]);
  // Besides the first shard, with which most lists begin.
  assert.ok(fetched.slice(1).every((path) => path.includes('/2024-')), fetched.join());
});

test('a search goes back through the shards', async () => {
  const cards = source();
  const found = await cards.find({ ...NOTHING, text: 'cables' }, '2024-01-01');
  assert.deepEqual([ids(found), found.count], [['sg/cl/2024/7', 'sg/cl/2023/7'], 2]);
  const inForce = await cards.find({ ...NOTHING, isInForce: '1' }, '2024-01-01');
  assert.ok(inForce.cards.length === 50 && !ids(inForce).includes('sg/cl/2024/100'));
  const ofSeries = await cards.find({ ...NOTHING, series: 'tsb/circular', page: 2 }, '2024-01-01');
  assert.deepEqual([ofSeries.count, ids(ofSeries)[0]], [86, 'tsb/circular/2023/108']);
});

test('a search ends with a page that is full, and says that there may be more', async () => {
  const years = Array.from({ length: 10 }, (_, at) => String(2019 - at));
  for (const year of years) FILES[`index/en/${year}-1.json`] = shardOf(year, 1, 20);
  const cards = source({ ...INDEX, count: 200, shards: years.map((year) => [year, 20, [0, 1]]) });
  const first = await cards.find({ ...NOTHING, text: 'letter' }, '2024-01-01');
  assert.deepEqual([first.cards.length, first.count, first.isMore, first.pages, fetched.length], [50, 114, true, 3, 6]);
  const last = await cards.find({ ...NOTHING, text: 'letter', page: 3 }, '2024-01-01');
  assert.deepEqual([last.cards.length, last.count, last.isMore, last.pages], [50, 190, false, 4]);
});

test('a shard that cannot be fetched is fetched again when it is asked for again', async () => {
  const cards = source();
  const whole = FILES['index/en/2023-2.json'];
  delete FILES['index/en/2023-2.json'];
  const get = globalThis.fetch;
  globalThis.fetch = async () => { throw new TypeError('no network'); };
  await assert.rejects(cards.find({ ...NOTHING, year: '2023' }, '2024-01-01'));
  FILES['index/en/2023-2.json'] = whole;
  globalThis.fetch = get;
  assert.equal((await cards.find({ ...NOTHING, year: '2023' }, '2024-01-01')).cards.length, 50);
});

/** What a loader is given about the letters, one after the other: each catalogue, and what has been fetched for it. */
const about = async (...ids) => {
  fetched = [];
  const given = [];
  let done;
  const catalogue = inShards(INDEX, `${SITE}index.json`, (json) => {
    given.push([json, fetched]);
    fetched = [];
    if (!json?.newest) done();
  }, {});
  for (const id of ids) {
    const there = new Promise((resolve) => { done = resolve; });
    catalogue.about(id);
    await there;
  }
  return given;
};

test('the page of a letter needs one slice, whose folder follows from its id', async () => {
  const [[{ letters, shards }, files]] = await about('sg/cl/2024/1');
  assert.deepEqual(files, ['letters/cl-2024-1/catalogue.json']);
  assert.equal(shards, INDEX.shards);
  assert.deepEqual(letters.map(({ versions: [{ file, record }] }) => [file, record]), [
    [`${SITE}letters/cl-2024-1/fr.html`, `${SITE}letters/cl-2024-1/fr.json`], [`${SITE}letters/bdt-7/en.html`, undefined],
  ]);
  assert.deepEqual((await about('bdt/circular/30/Add/1'))[0][1], ['letters/bdt-30-add-1/catalogue.json']);
  assert.deepEqual((await about(' sg/cl/2023/5 '))[0][1], ['letters/cl-2023-5--2/catalogue.json']);
  // The site holds no such letter.
  assert.deepEqual((await about('sg/cl/2024/999'))[0][0].letters, []);
  assert.deepEqual((await about('br/cr/7'))[0].map((given) => given.letters ?? given), [[], []]);
});

test('while another letter is on its way, nothing is said about it', async () => {
  const [first, coming, second] = await about('sg/cl/2024/1', 'sg/cl/2023/5');
  assert.equal(first[0].letters.length, 2);
  assert.deepEqual([coming[0].letters, Boolean(coming[0].newest)], [[], true]);
  assert.deepEqual(second[0].letters.map(({ id }) => id), ['sg/cl/2023/5']);
  // What one slice has of another letter is enough until its own has come.
  assert.equal((await about('sg/cl/2024/1', 'bdt/circular/7')).length, 2);
});

test('the first page of a catalogue that begins with its newest letters needs no other letters', async () => {
  const letters = [{ id: 'sg/cl/2020/43', date: '2020-10-05', versions: [{ language: 'fr', file: 'fr.md', subject: 'Assemblée mondiale' }], standing: [{ standing: 'correctedBy', by: 'sg/cl/2020/43/corr/1' }] }];
  const newest = { count: 201, years: ['2020'], series: ['sg/cl/2020/43'], languages: ['fr'], letters };
  const asked = [];
  const whole = Promise.resolve('whole');
  const sourceOf = (json) => ({ find: async (question) => asked.push([json, question]) });
  const cards = sourceOfLarge({ catalogue: { json: { newest, letters: [] }, whole } }, { Cards, cardOf, sourceOf });
  assert.equal((await cards.choices()).count, 201);
  const first = await cards.find(NOTHING, '2020-01-01');
  assert.deepEqual([first.count, first.pages, first.page, asked.length], [201, 5, 1, 0]);
  assert.deepEqual([first.cards[0].year, first.cards[0].standing], ['2020', [{ standing: 'correctedBy', by: 'sg/cl/2020/43/corr/1' }]]);
  for (const question of [{ ...NOTHING, page: 2 }, { ...NOTHING, text: '43' }, { ...NOTHING, isInForce: '1' }]) await cards.find(question, '2020-01-01');
  assert.deepEqual(asked.map(([json, { page, text, isInForce }]) => [json, page, text, isInForce]), [['whole', 2, '', ''], ['whole', 1, '43', ''], ['whole', 1, '', '1']]);
});

test('the beginning of a large catalogue is given as soon as it has come', async () => {
  const begun = [];
  const bytesOf = (text) => new TextEncoder().encode(text);
  await beginning(bytesOf('{"newest":{"count":300},\n"letters":[{"id":"sg'), (json) => begun.push(json));
  assert.deepEqual(begun, [{ newest: { count: 300 }, letters: [] }]);
  for (const other of ['{"letters":[],"shards":[]}\n', '# A letter\n', '{"newest":{"count":3']) assert.equal(beginning(bytesOf(other), () => assert.fail(other)), undefined);
});
