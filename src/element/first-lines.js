/** The first lines of a letter of the catalogue, for the card of a reference to it; loaded with the first such card. */
import { catalogued } from './choice.js';
import { directionOf } from './languages.js';
import { attributesOf, childrenOf, isElement } from './tree.js';

/** The longest beginning that is shown, in characters. */
const LONGEST = 240;

const textOf = (node) => (isElement(node) ? childrenOf(node).map(textOf).join('') : node);

/** The beginning of the text, at the end of a word. */
const beginning = (text) => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/\s\S*$/, '')} …`);

/** Fills the place with the first paragraph of the letter that it names, in the language of the controls if there is one. */
export const fill = (place, loader) => {
  const { letter } = place.dataset;
  const { catalogue, interface: language } = loader.state();
  const { version } = catalogued(catalogue, letter, language);
  if (!version) return;
  loader.record(version, (record) => {
    const paragraph = record?.segments.find(({ kind }) => kind === 'paragraph');
    if (!paragraph || place.dataset.letter !== letter) return;
    const [node] = paragraph.nodes;
    place.lang = attributesOf(node).lang ?? record.letter.language ?? '';
    place.dir = directionOf(place.lang);
    place.textContent = beginning(textOf(node).trim());
  });
};
