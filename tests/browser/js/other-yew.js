// Another application of Yew: a viewer with the names by which all others mark what they handle, in an element of its own.

import { compose } from './composition.js';
import { Loader } from './loader.js';
import { Presenter } from './presenter.js';
import { create } from './viewer.js';

const { init, Viewer } = create();
await init();
const outer = document.getElementById('outer');
outer.attachShadow({ mode: 'open' });
window.other = Viewer.start(outer, new Loader(new Presenter(outer), compose));
