// A page of jQuery, which replaces what is in an element as a whole.

import 'circular-letter/define';
import $ from 'jquery';
import { resolver, run } from './framework-host.js';

run(
  (place, { src, lang, shown }) => {
    const there = $(place).children('circular-letter');
    if (there.length > 0) return there.attr({ src, lang, 'ui-lang': lang });
    $(place).html($('<circular-letter>', { src, lang, 'ui-lang': lang }).on('letter-load', ({ originalEvent }) => shown(originalEvent)));
    // `prop` calls a function, and sets what it returns.
    $(place).children().prop('resolver', () => resolver);
  },
  (place) => $(place).empty(),
);
