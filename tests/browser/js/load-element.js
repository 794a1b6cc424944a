// Loads the element, as a page of XHTML does it.

import('/circular-letter.js');
