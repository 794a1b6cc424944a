/**
 * A small React application around the component of a recipe. Scenarios work it from outside: `application.show()` renders it,
 * `application.leave()` takes it out.
 */
import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';

/** What stands in the element until the letter is there, for the component that takes HTML. */
export const INSIDE = '<p><a href="/cl-20-43.pdf">PDF</a></p>';

export const run = (Letter) => {
  const place = document.getElementById('place');
  let root;
  const loaded = [];
  // Made once, as the recipe advises.
  const onShown = (src) => loaded.push(src);
  const tree = ({ strict, ...what }) => {
    const letter = <Letter {...what} pdf="/cl-20-43.pdf" html={INSIDE} onShown={onShown} />;
    return strict ? <StrictMode>{letter}</StrictMode> : letter;
  };
  window.application = {
    /** The addresses that the component has been told of. */
    loaded,
    /** Renders the component, or renders it again with something else. */
    show(what) {
      root ??= createRoot(place);
      root.render(tree(what));
    },
    /** Takes over what a server has rendered. */
    takeOver(what) {
      root = hydrateRoot(place, tree(what), { onRecoverableError: (error) => console.error(error) });
    },
    leave() {
      root?.unmount();
      root = undefined;
    },
  };
};
