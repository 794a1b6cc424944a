// Gives the files of a bundle the number of their build: the first characters of a hash of all of them. The loader refuses files of another.
//
//   node tools/number-build.mjs FOLDER
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const [folder] = process.argv.slice(2);
const MARK = Buffer.from('~build');
const files = readdirSync(folder).filter((file) => /\.(js|css|wasm)$/.test(file)).sort();
const contents = files.map((file) => readFileSync(`${folder}/${file}`));
const hash = createHash('sha256');
for (const content of contents) hash.update(content);
const number = Buffer.from(BigInt(`0x${hash.digest('hex').slice(0, 12)}`).toString(36).padStart(10, '0').slice(-MARK.length));

for (const [index, file] of files.entries()) {
  const bytes = contents[index];
  let marks = 0;
  for (let at = bytes.indexOf(MARK); at >= 0; at = bytes.indexOf(MARK, at)) {
    number.copy(bytes, at);
    marks += 1;
  }
  if (marks > 0) writeFileSync(`${folder}/${file}`, bytes);
}
