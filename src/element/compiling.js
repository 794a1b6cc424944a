/** Compiles the modules of WebAssembly, and links them with their scripts. */

export const compile = async (response) => {
  // Servers that do not know the type give it another, and with parameters it is none.
  const isKnown = response.headers.get('content-type') === 'application/wasm';
  return isKnown ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
};

/**
 * Links the module with its script, whose `initSync` does that; `files` is that of the loader, `url` the address of the module.
 * A module from another build does not fit (`tools/short-names.mjs`), and is fetched past the caches.
 */
export const link = async (files, initSync, module, url) => {
  try {
    initSync({ module });
  } catch (error) {
    if (!(error instanceof WebAssembly.LinkError || error instanceof TypeError)) throw error;
    await files.current(url, undefined, undefined, (other) => initSync({ module: other }));
  }
};
