// A page of Svelte.

import 'circular-letter/define';
import { mount, unmount } from 'svelte';
import { resolver, run } from './framework-host.js';
import Letter from './Letter.svelte.js';

let shown;

/** Mounts the component; what it shows is changed by the function that is returned with it. */
const mounted = (target, given) => {
  const letter = $state(given);
  const component = mount(Letter, { target, props: { letter, resolver } });
  return { component, change: (next) => Object.assign(letter, next) };
};

run(
  (target, given) => {
    if (shown) shown.change(given);
    else shown = mounted(target, given);
  },
  () => {
    if (shown) unmount(shown.component);
    shown = undefined;
  },
);
