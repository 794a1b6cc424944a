// The marks of differences between versions, as trees.

import assert from 'node:assert';
import { test } from 'node:test';
import { withMarks } from '../../src/element/marking.js';

const mark = (...children) => ['mark', { class: 'differs', 'data-difference': '1' }, ...children];
const marked = (nodes, words) => withMarks([nodes], [{ number: 1, segments: [0, 1], words: [words] }])[0];

test('words across a span are one mark', () => {
  const span = ['span', { class: 'identifier' }, '5 October'];
  assert.deepStrictEqual(marked([['p', 'on ', span, ' 2020 at'] ], '5 October 2020'), [['p', 'on ', mark(span, ' 2020'), ' at']]);
});

test('words across another element are marked in their order, in it and around it', () => {
  assert.deepStrictEqual(
    marked([['p', 'le 1', ['sup', 'er'], ' octobre 2020 ici']], '1er octobre 2020'),
    [['p', 'le ', mark('1'), ['sup', mark('er')], mark(' octobre 2020'), ' ici']],
  );
});

test('words within a longer number are not the words', () => {
  assert.deepStrictEqual(marked([['p', 'CL-120 and CL-12']], 'CL-12'), [['p', 'CL-120 and ', mark('CL-12')]]);
});

test('a passage without the words is marked as a whole', () => {
  assert.deepStrictEqual(marked([['p', { id: 'p1' }, 'Text']], 'other'), [['p', { id: 'p1', 'data-difference': '1' }, 'Text']]);
});
