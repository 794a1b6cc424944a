// Checks the records of all fixtures against package/record.schema.json.
//
//   node tests/records/schema.mjs COMMAND FILE.md...

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';

const [command, ...files] = process.argv.slice(2);
const schema = JSON.parse(readFileSync(new URL('../../package/record.schema.json', import.meta.url)));
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, strictTypes: false, strictTuples: false }).compile(schema);

let wrong = 0;
let checked = 0;
for (const file of files) {
  let record;
  try {
    record = execFileSync(command, ['record', file], { maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    // An empty file has no record.
    if (/ is empty\n$/.test(error.stderr)) continue;
    throw error;
  }
  checked += 1;
  if (validate(JSON.parse(record))) continue;
  wrong += 1;
  for (const { instancePath, message, params } of validate.errors.slice(0, 5)) {
    console.error(`error: ${file}: ${instancePath || '/'} ${message} ${JSON.stringify(params)}`);
  }
}
console.log(`${checked} records checked, ${wrong} wrong`);
if (wrong > 0 || checked === 0) process.exit(1);
