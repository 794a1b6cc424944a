// A page with a letter as HTML minifiers leave it, with everything on that they offer, in target/hosts/minified.html.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { minify } from 'html-minifier-terser';

const letter = execFileSync('cargo', [
  'run', '--quiet', '--offline', '--package', 'circulars', '--', 'page', 'letters/cl-20-43/fr.md', '--catalogue', 'letters/catalogue.json',
], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const page = `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>A page</title>
  <script src="/watch.js"></script>
  <script type="module" src="/circular-letter.js"></script>
</head>
<body>
  <main>
    <circular-letter src="/letters/cl-20-43/{lang}.md" languages="fr en" lang="fr" ui-lang="en">
${letter}
    </circular-letter>
  </main>
</body>
</html>
`;
writeFileSync('target/hosts/minified.html', await minify(page, {
  collapseBooleanAttributes: true, collapseWhitespace: true, decodeEntities: true, minifyCSS: true, minifyJS: true, removeAttributeQuotes: true,
  removeComments: true, removeEmptyAttributes: true, removeOptionalTags: true, removeRedundantAttributes: true,
  removeScriptTypeAttributes: true, sortAttributes: true, sortClassName: true, useShortDoctype: true,
}));
