/**
 * The other programs that show a letter: what their pages contain.
 *
 * Each is used as its documentation says, with its files on the same server. `npm/` has the packages.
 */

/** The files of the packages that the pages load. */
export const PACKAGE_FILES = [
  'zero-md/dist/index.min.js',
  'marked/lib/marked.esm.js',
  'marked-base-url/src/index.js',
  'marked-highlight/src/index.js',
  'marked-gfm-heading-id/lib/index.umd.js',
  'marked-alert/dist/index.js',
  'dompurify/dist/purify.es.mjs',
  'github-markdown-css/github-markdown.css',
  '@highlightjs/cdn-assets/styles/github.min.css',
  '@highlightjs/cdn-assets/styles/github-dark.min.css',
  'katex/dist/katex.min.css',
  'pdfjs-dist/build/pdf.min.mjs',
  'pdfjs-dist/build/pdf.worker.min.mjs',
];

const MARKDOWN_SHEET = '<link rel="stylesheet" href="npm/github-markdown-css/github-markdown.css">';

/** The sheet breaks long words, which browsers do not. */
const MARKDOWN_STYLE = { at: '.markdown-body', property: 'overflow-wrap', value: 'break-word' };

const ZERO_MD = {
  body: '<zero-md src="letter/fr.md"></zero-md>',
  probe: { host: 'zero-md', style: MARKDOWN_STYLE, settled: 'zero-md-rendered' },
};

/**
 * zero-md takes its modules and style sheets from a content delivery network, unless it is told where they are. There each module is a
 * bundle: so the one that imports another is taken as the bundle that its package has.
 */
export const zeroMd = {
  ...ZERO_MD,
  head: `<script type="module">
import ZeroMd, { STYLES } from './npm/zero-md/dist/index.min.js';
const sheet = (file, media = 'all') => \`<link rel="stylesheet" href="npm/\${file}" media="\${media}">\`;
STYLES.MARKDOWN = sheet('github-markdown-css/github-markdown.css');
STYLES.HIGHLIGHT_LIGHT = sheet('@highlightjs/cdn-assets/styles/github.min.css');
STYLES.HIGHLIGHT_PREFERS_DARK = sheet('@highlightjs/cdn-assets/styles/github-dark.min.css', '(prefers-color-scheme:dark)');
STYLES.KATEX = sheet('katex/dist/katex.min.css');
customElements.define('zero-md', class extends ZeroMd {
  load() {
    return super.load({
      marked: async () => new (await import('./npm/marked/lib/marked.esm.js')).Marked({ async: true }),
      markedBaseUrl: async () => (await import('./npm/marked-base-url/src/index.js')).baseUrl,
      markedHighlight: async () => (await import('./npm/marked-highlight/src/index.js')).markedHighlight,
      markedGfmHeadingId: async () => {
        await import('./npm/marked-gfm-heading-id/lib/index.umd.js');
        return markedGfmHeadingId.gfmHeadingId;
      },
      markedAlert: async () => (await import('./npm/marked-alert/dist/index.js')).default,
    });
  }
});
</script>`,
};

/** The least that zero-md can be: its base class with one parser and one sheet. All its modules are fetched at the same time. */
export const zeroMdBase = {
  ...ZERO_MD,
  head: `<script type="module">
import { STYLES, ZeroMdBase } from './npm/zero-md/dist/index.min.js';
import { marked } from './npm/marked/lib/marked.esm.js';
customElements.define('zero-md', class extends ZeroMdBase {
  async load() {
    this.template = STYLES.HOST + '${MARKDOWN_SHEET}';
  }
  async parse({ text }) {
    return marked.parse(text);
  }
});
</script>`,
};

/** What an author writes without an element: a parser and a sanitizer. The sheet is that of zero-md. */
export const byHand = {
  head: MARKDOWN_SHEET,
  body: `<main class="markdown-body"></main>
<script type="module">
import { marked } from './npm/marked/lib/marked.esm.js';
import DOMPurify from './npm/dompurify/dist/purify.es.mjs';
const answer = await fetch('letter/fr.md');
document.querySelector('main').innerHTML = DOMPurify.sanitize(marked.parse(await answer.text()));
</script>`,
  probe: { host: 'main', style: MARKDOWN_STYLE },
};

/**
 * Of pdf.js's own style sheet, the page has the rules that place the text over the picture. The words are found in that text; what a reader
 * sees is the picture, so both must be there.
 */
export const pdfJs = {
  head: `<style>
#page { position: relative; }
.textLayer { position: absolute; inset: 0; overflow: clip; line-height: 1; --text-scale-factor: var(--total-scale-factor); }
.textLayer :is(span, br) { position: absolute; color: transparent; white-space: pre; transform-origin: 0 0; }
.textLayer > * { font-size: calc(var(--text-scale-factor) * var(--font-height)); transform: rotate(var(--rotate, 0deg)) scaleX(var(--scale-x, 1)); }
</style>`,
  body: `<div id="page"><canvas></canvas><div class="textLayer"></div></div>
<script type="module">
import * as pdfjs from './npm/pdfjs-dist/build/pdf.min.mjs';
pdfjs.GlobalWorkerOptions.workerSrc = 'npm/pdfjs-dist/build/pdf.worker.min.mjs';
const page = await (await pdfjs.getDocument({ url: 'letter/fr.pdf' }).promise).getPage(1);
const viewport = page.getViewport({ scale: 1.5 });
const canvas = document.querySelector('canvas');
const container = document.querySelector('.textLayer');
Object.assign(canvas, { width: viewport.width, height: viewport.height });
document.querySelector('#page').style.setProperty('--total-scale-factor', viewport.scale);
const text = new pdfjs.TextLayer({ textContentSource: page.streamTextContent(), container, viewport });
await Promise.all([page.render({ canvas, viewport }).promise, text.render()]);
canvas.dataset.drawn = '';
</script>`,
  probe: {
    host: '.textLayer',
    style: { at: '.textLayer', property: 'position', value: 'absolute' },
    needs: 'canvas[data-drawn]',
  },
};
