/**
 * The pages that are compared. All show the same letter.
 *
 * They are in one folder of the server, beside `dist/` (the bundle), `letter/` (the letter in all its forms) and `npm/` (other programs).
 */
import { byHand, pdfJs, zeroMd, zeroMdBase } from './others.mjs';

/** What the page with preload lines asks for early: the files of the bundle that the first word needs, and the text. */
export const PRELOADS = [
  'dist/frame.js', 'dist/working.js', 'dist/reader.js', 'dist/letter.css', 'dist/controls.css', 'dist/reader_bg.wasm', 'letter/fr.md',
];

const LOADER = '<script type="module" src="dist/circular-letter.js"></script>';
const SHEET = '<link rel="stylesheet" href="dist/letter.css">';

/** `letter.css`, and the sheet that the element adds, make the article a container with this name. */
const LETTER = { host: 'circular-letter', style: { at: 'article', property: 'container-name', value: 'letter' } };
const ELEMENT = { ...LETTER, settled: 'letter-load', refused: 'letter-error' };

/**
 * @typedef {object} Page
 * @property {string} name for the command line, and of the file
 * @property {string} title for a table
 * @property {string} about what the page is, as Markdown
 * @property {object} probe what readable.js waits for, without the words
 * @property {string} path where the server has it
 * @property {string} [html] unless the bundle has the page
 */

/**
 * Lists the pages, the reference first.
 * @param {{ article: string, preloads: string[] }} letter the letter as `circulars page` writes it; addresses
 * @returns {Page[]}
 */
export function pagesOf({ article, preloads }) {
  return [...ownPages(article, preloads), ...otherPages()].map((page) => ({
    path: `/${page.name}.html`,
    html: page.path ? undefined : documentOf(page),
    ...page,
  }));
}

function ownPages(article, preloads) {
  const tag = (attributes, content = '') => `<circular-letter ${attributes} lang="fr">${content}</circular-letter>`;
  return [
    {
      name: 'static',
      title: 'HTML, no script',
      about: 'the letter as `circulars page` writes it, with `letter.css`. Nothing with this look can be readable earlier.',
      head: SHEET,
      body: `<circular-letter>${article}</circular-letter>`,
      probe: LETTER,
    },
    {
      name: 'page',
      title: 'HTML in the element',
      about: 'the same inside `<circular-letter src="fr.md">`, with the script of the element.',
      head: SHEET + LOADER,
      body: tag('src="letter/fr.md"', article),
      probe: ELEMENT,
    },
    {
      name: 'record',
      title: 'element, record',
      about: '`<circular-letter src="fr.json">`; the record is what `circulars record` writes.',
      head: LOADER,
      body: tag('src="letter/fr.json"'),
      probe: ELEMENT,
    },
    {
      name: 'markdown',
      title: 'element, Markdown',
      about: '`<circular-letter src="fr.md">`.',
      head: LOADER,
      body: tag('src="letter/fr.md"'),
      probe: ELEMENT,
    },
    {
      name: 'preload',
      title: 'element, Markdown, preload lines',
      about: `the same, with lines in the head that ask early for ${preloads.map((address) => `\`${address}\``).join(', ')}.`,
      head: LOADER + preloads.map(preload).join('\n'),
      body: tag('src="letter/fr.md"'),
      probe: ELEMENT,
    },
    {
      name: 'standalone',
      title: 'standalone page',
      about: '`index.html` of the bundle, with its catalogue, for a reader of the language of the letter in it.',
      path: '/dist/index.html?lang=fr',
      probe: ELEMENT,
    },
  ];
}

function otherPages() {
  return [
    {
      name: 'zero-md',
      title: 'zero-md',
      about: '`<zero-md src="fr.md">` with all that it loads by default: parser, extensions and four style sheets.',
      ...zeroMd,
    },
    {
      name: 'zero-md-base',
      title: 'zero-md, base class',
      about: 'the same element with nothing but marked and one style sheet.',
      ...zeroMdBase,
    },
    {
      name: 'marked',
      title: 'marked, DOMPurify',
      about: 'a script that fetches the Markdown and puts it into the page as sanitized HTML, with the same style sheet.',
      ...byHand,
    },
    {
      name: 'pdf',
      title: 'pdf.js',
      about: 'the first page of the letter as a PDF, which Chromium has printed: drawn on a canvas, with the layer of text.',
      ...pdfJs,
    },
  ];
}

/** The icon is there because a browser asks for one otherwise, and the connection is shared. */
function documentOf({ head, body }) {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lettre circulaire CL-20/43</title>
<link rel="icon" href="data:,">
${head}
</head>
<body>
${body}
</body>
</html>
`;
}

/** The line with which a page asks early for a file that a script will want. */
function preload(address) {
  if (/\.m?js$/.test(address)) return `<link rel="modulepreload" href="${address}">`;
  return `<link rel="preload" href="${address}" as="fetch" crossorigin>`;
}
