// Weighs the release bundle in dist/ as it is transferred, in brotli, and compares it with budget.json: the files of a line together,
// or each of them where a page loads only one (`each`).
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
for (const [name, { files, bytes, each }] of Object.entries(budget)) {
  const most = bytes ?? each;
  const weights = files.map(weight);
  const weighed = each ? Math.max(...weights) : weights.reduce((sum, one) => sum + one, 0);
  const parts = files.map((file, index) => `${file} ${weights[index]}`).join(each ? ', ' : ' + ');
  console.log(`size: ${name}: ${parts} ${each ? '; the largest has' : '='} ${weighed} bytes in brotli, of ${most}`);
  if (weighed > most) {
    console.error(`error: ${name} weighs ${weighed - most} bytes more than its budget`);
    failed = true;
  }
}
process.exit(failed ? 1 : 0);
