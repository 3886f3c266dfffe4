// Makes an empty embedded database at the path given, whole or not at all; prepare.mjs has it made once, in a process of its own.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';

const [place = ''] = process.argv.slice(2);
const making = `${place}.${process.pid}`;
mkdirSync(making, { recursive: true, mode: 0o700 });
await (await PGlite.create(making)).close();
// Another start may have been making the same.
if (existsSync(place)) rmSync(making, { recursive: true });
else renameSync(making, place);
process.exit(0);
