/**
 * What becomes of a file that is of another build than the one that needs it: it is loaded once more, past the caches; loaded
 * when that happens.
 */
import { compile } from './compiling.js';
import { fetchable, hashOf } from './integrity.js';

const here = import.meta.url;

/** What readers are told where that does not help. */
const NOTICES = {
  ar: 'جرى تحديث عارض الرسائل. أعِد تحميل الصفحة.',
  zh: '信函查看器已更新。请重新加载页面。',
  en: 'The letter viewer has been updated. Reload the page.',
  fr: 'La visionneuse de lettres a été mise à jour. Rechargez la page.',
  ru: 'Средство просмотра писем обновлено. Перезагрузите страницу.',
  es: 'El visor de cartas se ha actualizado. Vuelva a cargar la página.',
};

const fetched = async (url) => {
  const response = await fetch(url, { cache: 'reload' });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
};

/** For each kind of file, what is made of it, with the build that it says it is of. */
const LOAD = {
  async js(url) {
    const module = await import(/* webpackIgnore: true */ /* @vite-ignore */ url);
    // The texts of a language end with it.
    return [module, module.build ?? module.default?.slice(-6)];
  },
  async css(url) {
    const text = await (await fetched(url)).text();
    return [text, /!(.{6})\*\/\s*$/.exec(text)?.[1]];
  },
  async wasm(url) {
    return [await compile(await fetched(url))];
  },
};

/**
 * The file at the address, which may be relative to this one, of the build, or one that `accept` does not throw at.
 *
 * @throws {Error} with the `reason` for `letter-error`, if it cannot be had
 */
export const again = async (address, build, accept) => {
  const href = fetchable(address, here);
  try {
    // With a hash by the page, the file is what the page wants it to be.
    if (hashOf(href)) throw new Error('the page has a hash for it');
    const past = new URL(href);
    past.search += `${past.search ? '&' : '?'}${build}`;
    const [found, its] = await LOAD[past.pathname.split('.').at(-1)](past.href);
    if (accept) accept(found);
    else if (its !== build) throw new Error(`it is of build ${its}`);
    return found;
  } catch (error) {
    const mixed = new Error(`${href} does not fit the file that needs it, which is of build ${build}: ${error}`);
    throw Object.assign(mixed, { reason: 'mixed-versions', notices: NOTICES });
  }
};
