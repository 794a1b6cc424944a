/**
 * Defines <circular-letter>, a viewer for the circular letters of the ITU:
 *
 *   <circular-letter src="letters/cl-20-43/fr.md" lang="fr">Shown until the letter is loaded.</circular-letter>
 */
import { define } from './element.js';

define();
export { CircularLetter } from './element.js';
