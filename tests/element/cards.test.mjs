import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cards, ON_A_PAGE, cardsOf, nextDeadline } from '../../src/element/cards.js';
import { WORDS } from '../../src/element/list-words.js';

const version = (language, subject, reference) => ({ language, file: `${language}.md`, subject, reference });

const CATALOGUE = {
  letters: [
    { id: 'sg/cl/2019/53', issuer: 'sg', date: '2019-12-09', versions: [version('en', 'Candidatures for the Council', 'CL-19/53')] },
    {
      id: 'sg/cl/2020/43', issuer: 'sg', date: '2020-10-05', postpones: ['sg/cl/2019/53'],
      versions: [version('fr', 'Assemblée mondiale de normalisation des télécommunications', 'CL-20/43'), version('ar', 'الجمعية العالمية لتقييس الاتصالات'), version('zh', '世界电信标准化全会')],
      dates: [{ kind: 'event', first: '2021-02-23', last: '2021-03-05' }],
    },
    {
      id: 'tsb/circular/2022/903', issuer: 'tsb', date: '2022-03-01', supersedes: ['tsb/circular/2022/901'],
      versions: [version('en', 'Workshop on 43 new cables'), version('ru', 'Семинар о новых кабелях')],
      dates: [{ kind: 'deadline', first: '2022-04-01', last: '2022-04-01' }, { kind: 'deadline', first: '2022-06-30', last: '2022-06-30' }],
    },
    { id: 'tsb/circular/2022/901', issuer: 'tsb', date: '2022-01-10', versions: [version('en', 'Workshop on cables')] },
    { id: 'br/cace/901/corr/1', issuer: 'br', date: '2022-01-10', versions: [version('es', 'Taller sobre espectro')] },
    { id: 'sg/cl/2018/12' },
  ],
};

const NOTHING = { text: '', year: '', series: '', language: '', isInForce: '', hasDeadline: '', page: 1 };
const find = async (question, today = '2022-05-01') => {
  const { cards } = await new Cards(CATALOGUE).find({ ...NOTHING, ...question }, today);
  return cards.map(({ id }) => id);
};

test('letters that are held are listed, the latest first', async () => {
  assert.deepEqual(await find({}), ['tsb/circular/2022/903', 'br/cace/901/corr/1', 'tsb/circular/2022/901', 'sg/cl/2020/43', 'sg/cl/2019/53']);
});

test('a letter is found by its number in any spelling', async () => {
  for (const text of ['20/43', 'CL-20/43', 'CL20-43', 'cl 20 / 43', 'CL‑20/43', '2020/43', 'С-20/43', 'No. 20/43', 'N° 20/43', '№ 20/43', 'Lettre circulaire CL-20/43', 'Циркулярное письмо 20/43', '٢٠/٤٣']) {
    assert.deepEqual(await find({ text }), ['sg/cl/2020/43'], text);
  }
  assert.deepEqual(await find({ text: 'TSB Circular 903' }), ['tsb/circular/2022/903']);
  assert.deepEqual(await find({ text: 'circulaire 903' }), ['tsb/circular/2022/903']);
  assert.deepEqual(await find({ text: 'CACE 901' }), ['br/cace/901/corr/1']);
  assert.deepEqual(await find({ text: '2020-10-05' }), ['sg/cl/2020/43']);
});

test('a number without a year finds the letters with it, and the subjects', async () => {
  assert.deepEqual(await find({ text: '43' }), ['tsb/circular/2022/903', 'sg/cl/2020/43']);
});

test('a subject is found in any language, without its accents', async () => {
  for (const text of ['assemblee', 'ASSEMBLÉE mondiale', 'telecommunications mondiale', 'الجمعيه', 'الجمعية العالمية', '世界电信']) {
    assert.deepEqual(await find({ text }), ['sg/cl/2020/43'], text);
  }
  assert.deepEqual(await find({ text: 'кабелях' }), ['tsb/circular/2022/903']);
});

test('an issuer is found by its name and its code', async () => {
  const ofTsb = ['tsb/circular/2022/903', 'tsb/circular/2022/901'];
  assert.deepEqual(await find({ text: 'TSB' }), ofTsb);
  assert.deepEqual(await find({ text: 'Bureau des radiocommunications' }), ['br/cace/901/corr/1']);
  assert.deepEqual(await find({ text: '总秘书处' }), ['sg/cl/2020/43', 'sg/cl/2019/53']);
});

test('words that no letter has find nothing', async () => {
  assert.deepEqual(await find({ text: 'satellites' }), []);
  assert.deepEqual(await find({ text: '20/44' }), []);
  assert.deepEqual(await find({ text: '?!' }), await find({}));
});

test('filters are joined', async () => {
  assert.deepEqual(await find({ year: '2022' }), ['tsb/circular/2022/903', 'br/cace/901/corr/1', 'tsb/circular/2022/901']);
  assert.deepEqual(await find({ year: '2022', series: 'tsb/circular', isInForce: '1' }), ['tsb/circular/2022/903']);
  assert.deepEqual(await find({ language: 'es' }), ['br/cace/901/corr/1']);
  assert.deepEqual(await find({ series: 'sg/cl', text: 'council' }), ['sg/cl/2019/53']);
});

test('a deadline counts until its day is over', async () => {
  assert.deepEqual(await find({ hasDeadline: '1' }, '2022-06-30'), ['tsb/circular/2022/903']);
  assert.deepEqual(await find({ hasDeadline: '1' }, '2022-07-01'), []);
  const [card] = cardsOf(CATALOGUE);
  assert.equal(nextDeadline(card, '2022-01-01'), '2022-04-01');
  assert.equal(nextDeadline(card, '2022-05-01'), '2022-06-30');
});

test('a letter says what another one does to it', () => {
  const standing = Object.fromEntries(cardsOf(CATALOGUE).map((card) => [card.id, card.standing]));
  assert.deepEqual(standing['tsb/circular/2022/901'], [{ standing: 'supersededBy', by: 'tsb/circular/2022/903' }]);
  assert.deepEqual(standing['sg/cl/2019/53'], [{ standing: 'postponedBy', by: 'sg/cl/2020/43' }]);
  assert.deepEqual(standing['tsb/circular/2022/903'], []);
});

test('a catalogue that anybody made is read as far as it can be', async () => {
  const letters = [null, 7, { id: 3 }, { id: 'sg/cl/2020/1', versions: 'none' }, { id: 'sg/cl/2020/2', versions: [null, { language: 'xx', file: 'a' }, version('en', 5)], cites: 1, dates: [null] }];
  const { cards, count } = await new Cards({ letters }).find(NOTHING, '2022-01-01');
  assert.deepEqual([count, cards.map(({ id }) => id)], [1, ['sg/cl/2020/2']]);
  const odd = new Cards({ letters: [{ id: 'sg/cl/2020/4', issuer: 'constructor', date: '2020-10-05T09:00Z', dates: [{ kind: 'deadline', last: '2099-13-01' }], versions: [version('en', 'Odd')] }] });
  const [card] = (await odd.find({ ...NOTHING, text: 'odd' }, '2022-01-01')).cards;
  assert.deepEqual([card.date, card.year, card.deadlines], ['', '', []]);
  assert.deepEqual(await new Cards({ letters: 'no' }).choices(), { years: [], series: [], languages: [], count: 0 });
});

test('cards come in pages', async () => {
  const many = { letters: Array.from({ length: 2 * ON_A_PAGE + 1 }, (_, at) => ({ id: `sg/cl/2020/${at + 1}`, date: '2020-01-01', versions: [version('en', 'A letter')] })) };
  const cards = new Cards(many);
  const pageOf = async (page) => {
    const found = await cards.find({ ...NOTHING, page }, '2020-01-01');
    return [found.page, found.pages, found.count, found.cards.length, found.cards[0].id];
  };
  assert.deepEqual(await pageOf(1), [1, 3, 101, 50, 'sg/cl/2020/101']);
  assert.deepEqual(await pageOf(3), [3, 3, 101, 1, 'sg/cl/2020/1']);
  // A page that there is not is the last, or the first.
  assert.deepEqual(await pageOf(9), [3, 3, 101, 1, 'sg/cl/2020/1']);
  assert.deepEqual((await pageOf(-1)).slice(0, 2), [1, 3]);
});

test('what can be filtered by is what the letters have', async () => {
  const { years, series, languages, count } = await new Cards(CATALOGUE).choices();
  assert.deepEqual(years, ['2022', '2020', '2019']);
  assert.deepEqual(series, ['tsb/circular/2022/903', 'br/cace/901/corr/1', 'sg/cl/2020/43']);
  assert.deepEqual([languages, count], [['ar', 'zh', 'en', 'fr', 'ru', 'es'], 5]);
});

test('every language has every word of the list', () => {
  const names = Object.keys(WORDS.en);
  for (const [code, words] of Object.entries(WORDS)) {
    assert.deepEqual(Object.keys(words), names, code);
    assert.ok(Object.values(words).every(Boolean), code);
  }
});
