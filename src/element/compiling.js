/** Compiles the modules of WebAssembly, and links them with their scripts. */

export const compile = async (response) => {
  // Servers that do not know the type give it another.
  const isKnown = response.headers.get('content-type')?.startsWith('application/wasm');
  return isKnown ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
};

/**
 * Links the module with its script, whose `initSync` does that; `files` is that of the loader. A module from another build
 * does not fit (`tools/short-names.mjs`), and is fetched past the caches.
 */
export const link = async (files, initSync, module, address) => {
  try {
    initSync({ module });
  } catch {
    await files.current(address, undefined, undefined, (other) => initSync({ module: other }));
  }
};
