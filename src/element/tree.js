/**
 * The trees of letters, as records hold them: a text is a string, an element an array of its tag, its attributes (an
 * object, absent if there are none) and its children. This form is known as JsonML.
 */

/** The most segments that the browser lays out at once. */
const MOST_AT_ONCE = 1000;

/** Segments of a longer letter that the browser lays out, or skips, together. */
export const IN_STRETCH = 50;

const isAttributes = (item) => typeof item === 'object' && item !== null && !Array.isArray(item);

export const isElement = (node) => Array.isArray(node);
export const attributesOf = (node) => (isAttributes(node[1]) ? node[1] : {});
export const childrenOf = (node) => node.slice(isAttributes(node[1]) ? 2 : 1);

export const isLong = (segments) => segments.length > MOST_AT_ONCE;

/**
 * The nodes of a letter, given by segment: those of a long one in stretches, so that what is out of sight can be skipped.
 */
export const arranged = (segments, isLongLetter = isLong(segments)) => {
  if (!isLongLetter) return segments.flat();
  const stretches = [];
  for (let start = 0; start < segments.length; start += IN_STRETCH) {
    stretches.push(['div', { class: 'stretch' }, ...segments.slice(start, start + IN_STRETCH).flat()]);
  }
  return stretches;
};
