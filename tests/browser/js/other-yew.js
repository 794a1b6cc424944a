// Another application of Yew: a viewer with the names by which all others mark what they handle, in an element of its own.

import { Loader } from './loader.js';

const outer = document.getElementById('outer');
outer.attachShadow({ mode: 'open' });
const loader = new Loader(outer, console.error);
loader.start();
loader.needViewer();
window.other = { stop: () => loader.stop() };
