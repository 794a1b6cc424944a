// Weighs the release bundle in dist/ as it is transferred, in brotli, and compares it with budget.json.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const budget = JSON.parse(readFileSync('budget.json', 'utf8'));

const weight = (file) => {
  const bytes = readFileSync(`dist/${file}`);
  return brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;
};

let failed = false;
for (const [name, { files, bytes: most }] of Object.entries(budget)) {
  const weights = files.map((file) => [file, weight(file)]);
  const total = weights.reduce((sum, [, bytes]) => sum + bytes, 0);
  const parts = weights.map(([file, bytes]) => `${file} ${bytes}`).join(' + ');
  console.log(`size: ${name}: ${parts} = ${total} bytes in brotli, of ${most}`);
  if (total > most) {
    console.error(`error: ${name} weighs ${total - most} bytes more than its budget`);
    failed = true;
  }
}
process.exit(failed ? 1 : 0);
