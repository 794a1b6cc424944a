/**
 * The files of the programs, all of one build: a cache may answer with a file of another, whose functions and names do not
 * fit. Bundlers look for addresses where they are written, so each comes from there.
 */
import { BUILD } from './build.js';
import { program } from './integrity.js';

/**
 * What has been made of the file at the address, relative to this one, `build` being the one that it says it belongs to. A
 * file of another build is loaded once more, past the caches; `accept` throws where it cannot be used.
 */
const current = async (address, build, made, accept) => (
  build === BUILD ? made : (await import('./mixed.js')).again(address, BUILD, accept));

/** The module of the file. Not every browser says which module it could not import. */
export const moduleIn = async (name, importing) => {
  const module = await importing.catch((error) => {
    throw new Error(`${name}: ${error}`);
  });
  return current(name, module.build, module);
};

/** The text of a style sheet, which ends with its build in a comment; where a tool has taken that out, it is taken as it is. */
export const textAt = async (url) => {
  const text = await (await program(url)).text();
  return current(url, /!(.{6})\*\/\s*$/.exec(text)?.[1] ?? BUILD, text);
};

/** What loads files, for the modules that the loader does not contain. */
export const files = { current, moduleIn, program, textAt };
