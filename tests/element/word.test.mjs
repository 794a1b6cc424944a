import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import ar from '../../src/page/word-ar.js';
import en from '../../src/page/word-en.js';
import es from '../../src/page/word-es.js';
import fr from '../../src/page/word-fr.js';
import ru from '../../src/page/word-ru.js';
import zh from '../../src/page/word-zh.js';

const WORDS = { ar, zh, en, fr, ru, es };

/** The names in JSON of the variants of an enum in the source of a crate: `Self::Deleted => "deleted"`. */
const namesIn = (file) => {
  const source = readFileSync(new URL(`../../crates/word/src/${file}`, import.meta.url), 'utf8');
  return [...source.matchAll(/Self::\w+(?:\(.*?\))? => "([a-z-]+)",/g)].map(([, name]) => name);
};

test('every language has words for all that a receipt may say', () => {
  const names = namesIn('receipt.rs');
  assert.ok(names.includes('deleted') && names.includes('unknown-element'), names.join());
  for (const [code, { dropped, remarks }] of Object.entries(WORDS)) {
    const said = { ...dropped, ...remarks };
    assert.deepEqual(names.filter((name) => !said[name]), [], code);
    assert.deepEqual(Object.keys(said).filter((name) => !names.includes(name)), [], code);
  }
});

test('every language has the same words', () => {
  const keys = (value, path = '') => (typeof value === 'object' ? Object.entries(value).flatMap(([key, inner]) => keys(inner, `${path}.${key}`)) : [path]);
  for (const [code, words] of Object.entries(WORDS)) assert.deepEqual(keys(words), keys(WORDS.en), code);
});
