// Compiles the Svelte application of tests/hosts into target/svelte/.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compile, compileModule } from 'svelte/compiler';

const [from, to] = ['tests/hosts/svelte', 'target/svelte'];
const sourceOf = (name) => readFileSync(`${from}/${name}`, 'utf8');

mkdirSync(to, { recursive: true });
writeFileSync(`${to}/Letter.svelte.js`, compile(sourceOf('Letter.svelte'), { filename: 'Letter.svelte', generate: 'client' }).js.code);
writeFileSync(`${to}/svelte-page.js`, compileModule(sourceOf('page.svelte.js'), { filename: 'page.svelte.js', generate: 'client' }).js.code);
copyFileSync('tests/hosts/framework-host.js', `${to}/framework-host.js`);
