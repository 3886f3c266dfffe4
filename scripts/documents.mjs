// Writes what is made from the code: .env.example, the manifest, and the README's tables between their marks.
// With --check it writes nothing and fails when something is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { register } from 'tsx/esm/api';

register();
const { generated } = await import('../test/setup/documents.ts');
const check = process.argv.includes('--check');
let outOfDate = false;
for (const [file, text] of Object.entries(await generated())) {
  if (readFileSync(file, { encoding: 'utf8', flag: 'a+' }) === text) continue;
  if (check) {
    process.stderr.write(`${file} is out of date: npm run documents\n`);
    outOfDate = true;
  } else writeFileSync(file, text);
}
// Said outright: the embedded database leaves an exit code of its own behind.
process.exit(outOfDate ? 1 : 0);
