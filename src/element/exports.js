/** Files of a letter for other programs, made by the library (`exporter_bg.wasm`). */
import { program } from './integrity.js';
import { once } from './once.js';
import { styles, textAt } from './styles.js';

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
const exporter = once(async () => {
  const [{ initSync, write }, response] = await Promise.all([
    import('./exporter.js'), program(new URL('./exporter_bg.wasm', import.meta.url)),
  ]);
  initSync({ module: await WebAssembly.compile(await response.arrayBuffer()) });
  return write;
});

/** What a file of HTML needs besides the style sheet of the letter. */
const oneFile = once(() => textAt(new URL('./one-file.css', import.meta.url)));

/**
 * The text of the records of a letter in the format, of which the first is the version that is shown; undefined where the
 * letter has nothing for it. `date` is the number of the one date that a calendar gets.
 */
export const textOf = async (records, format, date) => {
  const write = await exporter();
  const sheets = format === 'html' ? await Promise.all([styles().then(([letter]) => letter), oneFile()]) : [];
  return write(records, format, date, sheets.join('\n'));
};
