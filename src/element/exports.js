/** Files of a letter for other programs, made by the library (`exporter_bg.wasm`). */
import { compile, link } from './compiling.js';
import { once } from './once.js';
import { styles } from './styles.js';

/** The formats, each with the end of its file names and its type. */
export const FORMATS = {
  bibtex: ['.bib', 'application/x-bibtex'],
  ris: ['.ris', 'application/x-research-info-systems'],
  csl: ['.csl.json', 'application/vnd.citationstyles.csl+json'],
  ics: ['.ics', 'text/calendar'],
  vcf: ['.vcf', 'text/vcard'],
  vcf3: ['.vcf', 'text/vcard'],
  text: ['.txt', 'text/plain'],
  html: ['.html', 'text/html'],
  markdown: ['.md', 'text/markdown'],
};

/** The exporter. Bundlers look for modules and addresses in this form. */
const exporter = once(async (files) => {
  const url = new URL('./exporter_bg.wasm', import.meta.url);
  const [{ initSync, write }, module] = await Promise.all([
    files.moduleIn('exporter.js', import('./exporter.js')), files.program(url).then(compile),
  ]);
  await link(files, initSync, module, url);
  return write;
});

/** The text of a style sheet without the build that it ends with: a file is the same in each. */
const withoutBuild = (text) => text.replace(/\/\*!.{6}\*\/\s*$/, '');

/** What a file of HTML needs besides the style sheet of the letter. */
const oneFile = once((files) => files.textAt(new URL('./one-file.css', import.meta.url)));

/**
 * The text of the records of a letter in the format, of which the first is the version that is shown; undefined where the
 * letter has nothing for it; `files` is that of the loader. `date` is the number of the one date that a calendar gets.
 */
export const textOf = async (files, records, format, date) => {
  const write = await exporter(files);
  const sheets = format === 'html' ? await Promise.all([styles().then(([letter]) => letter), oneFile(files)]) : [];
  return write(records, format, date, sheets.map(withoutBuild).join('\n'));
};
