// A page of Vue that keeps words of its own in the element, and changes them while the letter is shown.

import 'circular-letter/define';
import { createApp, h, ref } from 'vue';

const words = ref('Loading');
const src = ref('/letters/cl-20-43/fr.md');
const app = createApp({ render: () => h('circular-letter', { src: src.value, 'ui-lang': 'en' }, words.value) });
app.config.compilerOptions.isCustomElement = (tag) => tag.includes('-');
app.mount('#place');
window.application = {
  say(text) {
    words.value = text;
  },
  show(address) {
    src.value = address;
  },
};
