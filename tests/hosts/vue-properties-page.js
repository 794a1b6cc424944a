// A page of Vue that gives the element a function before it is defined, and hears its events.

import { createApp, h, reactive } from 'vue';
import { resolver, run } from './framework-host.js';

let app;
const letter = reactive({});
const render = () => h('circular-letter', {
  src: letter.src, lang: letter.lang, 'ui-lang': letter.lang, '.resolver': resolver, onLetterLoad: letter.shown,
});

run(
  (place, { src, lang, shown }) => {
    Object.assign(letter, { src, lang, shown });
    if (app) return;
    app = createApp({ render });
    app.config.compilerOptions.isCustomElement = (tag) => tag.includes('-');
    app.mount(place);
    import('circular-letter/define');
  },
  () => {
    app?.unmount();
    app = undefined;
  },
);
