// Compares the recipes of docs/embedding.md with the files of tests/hosts, which must contain them word for word.
import { readFileSync } from 'node:fs';

const RECIPES = {
  'React 19': ['react.jsx', 'react-effect.jsx'],
  'SharePoint Framework web part': ['sharepoint-web-part.ts'],
  'WordPress block': ['circular-letter-block.php', 'block.json', 'render.php', 'index.js', 'index.asset.php']
    .map((file) => `circular-letter-block/${file}`),
  'Another Yew application': ['yew/index.html', 'yew/src/letter.rs'],
  Frames: ['letter.html', 'around.html', 'frame.js'].map((file) => `frame/${file}`),
};

const page = readFileSync('docs/embedding.md', 'utf8');
let failed = false;
for (const [heading, files] of Object.entries(RECIPES)) {
  const section = page.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
  // Without a language, it is a list of files.
  const written = [...section.matchAll(/^```\w+\n(.*?)^```$/gms)].map(([, code]) => code);
  if (written.length !== files.length) {
    console.error(`error: “${heading}” has ${written.length} pieces of code, and tests/hosts has ${files.length}`);
    failed = true;
  }
  for (const [at, file] of files.entries()) {
    // Of the page of an application of Yew, the recipe has two lines.
    if (readFileSync(`tests/hosts/${file}`, 'utf8').includes(written[at])) continue;
    console.error(`error: tests/hosts/${file} is not what “${heading}” says; let the two say the same`);
    failed = true;
  }
}
process.exit(failed ? 1 : 0);
