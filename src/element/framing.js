/** What the viewer uses of the frame, in the module that the loader has. */

/** The exports of `frame.js`, which the loader gives. */
export let framing;

export const setFraming = (module) => {
  framing = module;
};
