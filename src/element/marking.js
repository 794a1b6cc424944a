/** Marks where versions differ, in the trees of those that are side by side. */
import { attributesOf, childrenOf, isElement } from './tree.js';

const withChildren = (node, children) => [...node.slice(0, node.length - childrenOf(node).length), ...children];

const textOf = (node) => (isElement(node) ? childrenOf(node).map(textOf).join('') : node);

/** A text without the differences of spaces. */
const plain = (text) => text.replace(/\s/g, ' ');

/** The nodes with the characters from `start` to `end` of their text marked: in an element other than a span, by a mark of its own. */
const within = (nodes, start, end, number) => {
  let at = 0;
  let one;
  const marked = (node) => {
    if (one) return one.push(node) && [];
    one = ['mark', { class: 'differs', 'data-difference': number }, node];
    return [one];
  };
  return nodes.flatMap((node) => {
    const [from, to] = [Math.max(start - at, 0), end - at];
    const { length } = textOf(node);
    at += length;
    if (from >= length || to <= 0) return [node];
    if (!isElement(node)) return [node.slice(0, from), ...marked(node.slice(from, to)), node.slice(to)].filter(Boolean);
    const isWhole = node[0] === 'span' && !from && to >= length;
    if (isWhole) return marked(node);
    one = undefined;
    return [withChildren(node, within(childrenOf(node), from, to, number))];
  });
};

/** Whether both characters are of one number. */
const belong = (one, other) => /\d\d/.test(`${one}${other}`);

/** Where the words first stand in the text of the nodes, not as a part of a longer number; -1 if they do not. */
const placeOf = (nodes, words) => {
  const [text, wanted] = [plain(nodes.map(textOf).join('')), plain(words)];
  const isPart = (at) => belong(text[at - 1], wanted[0]) || belong(text[at + wanted.length], wanted.at(-1));
  let at = text.indexOf(wanted);
  while (at >= 0 && isPart(at)) at = text.indexOf(wanted, at + 1);
  return at;
};

/** The passage with the words marked; as a whole, if they do not stand in it. */
const marked = (nodes, words, number) => {
  const start = words ? placeOf(nodes, words) : -1;
  if (start >= 0) return within(nodes, start, start + words.length, number);
  return nodes.map((node) => [node[0], { ...attributesOf(node), 'data-difference': number }, ...childrenOf(node)]);
};

/** The nodes of each segment with the marks in them: the number of the difference, its segments, and the words that differ. */
export const withMarks = (segments, marks) => {
  const result = [...segments];
  for (const { number, segments: [start, end], words } of marks) {
    for (const word of words.length ? new Set(words) : [undefined]) {
      const found = result.slice(start, end).findIndex((nodes) => word && placeOf(nodes, word) >= 0);
      const at = start + Math.max(found, 0);
      if (at < end) result[at] = marked(result[at], word, String(number));
    }
  }
  return result;
};
