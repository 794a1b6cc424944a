/**
 * The hashes that the page gives for files, in its import maps (`integrity`). Browsers apply them to modules alone: for
 * what is fetched, the loader has the browser check them.
 */

/** The absolute address, without a name and a password: browsers fetch nothing with them, and a page's own may have them. */
export const fetchable = (address, base = document.baseURI) => Object.assign(new URL(address, base), { username: '', password: '' }).href;

/** The hash for the address; undefined if the page gives none. */
export const hashOf = (address) => {
  for (const { textContent } of document.querySelectorAll('script[type=importmap]')) {
    try {
      for (const [key, hash] of Object.entries(JSON.parse(textContent).integrity)) {
        if (fetchable(key) === address) return hash;
      }
    } catch {
      // It is no import map, or gives no hashes.
    }
  }
  return undefined;
};

/** The response with a file of the programs. Not every browser names what it could not fetch. */
export const program = async (address) => {
  // What some bundlers write begins with the path.
  const href = fetchable(address);
  const response = await fetch(href, { integrity: hashOf(href) }).catch((error) => {
    throw new Error(`${href}: ${error}`);
  });
  if (!response.ok) throw new Error(`${href}: ${response.status}`);
  return response;
};
