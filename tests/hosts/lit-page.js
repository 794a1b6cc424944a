// A page of Lit.

import 'circular-letter/define';
import { html, nothing, render } from 'lit';
import { resolver, run } from './framework-host.js';

run(
  (place, { src, lang, shown }) => render(
    html`<circular-letter src=${src} lang=${lang} ui-lang=${lang} .resolver=${resolver} @letter-load=${shown}></circular-letter>`,
    place,
  ),
  (place) => render(nothing, place),
);
