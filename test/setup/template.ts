import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../src/db/open.ts';
import { prepareRecord } from '../../src/db/open-record.ts';
import { keepFirst } from './again.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A file with a migrated database that holds the starting record. */
    recordTemplate: string;
    /** A data folder with the same in it. */
    recordFolder: string;
  }
}

/** What the template is made from: when none of it has changed, neither has the template. */
const MADE_FROM = [
  'prisma',
  'src/db',
  'src/treaty',
  'package-lock.json',
  'test/setup/template.ts',
  'test/setup/again.ts',
];

/** What nobody makes a new database from need not be copied for each test, nor need a start take up again what was written. */
const SLIM = [
  'UPDATE pg_database SET datistemplate = false',
  'DROP DATABASE template0',
  'DROP DATABASE template1',
  'CHECKPOINT',
];

const filesUnder = (path: string): readonly string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .toSorted()
        .flatMap((name) => filesUnder(join(path, name)))
    : [path];

function digest(): string {
  const hash = createHash('sha256');
  for (const file of MADE_FROM.flatMap(filesUnder)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/** Makes the database that every test file begins with, once for all runs on the same sources: as a file and as a folder. */
export default async function setup(project: TestProject): Promise<void> {
  const place = join('node_modules', '.action5', `template-${digest()}`);
  if (!existsSync(place)) await make(place);
  project.provide('recordTemplate', join(place, 'record.tar'));
  project.provide('recordFolder', join(place, 'record'));
}

async function make(place: string): Promise<void> {
  const making = `${place}.${process.pid}`;
  const opened = await openDatabase({ folder: join(making, 'record'), address: () => 'a test' });
  if (!opened.ok) throw new Error(opened.problem);
  const { database } = opened;
  const first = Temporal.Instant.from('2019-11-18T08:00:00+01:00');
  const ready = await prepareRecord(database, { now: () => first }, true);
  if (!ready.ok) throw new Error(ready.problem);
  await keepFirst(database.db);
  for (const statement of SLIM) await database.db.$executeRawUnsafe(statement);
  const dump = await database.dump();
  if (dump === null) throw new Error('The embedded database can be dumped.');
  await database.close();
  writeFileSync(join(making, 'record.tar'), Buffer.from(await dump.arrayBuffer()));
  // Another run may have been making the same: the name appears only when all of it is there.
  if (existsSync(place)) rmSync(making, { recursive: true });
  else renameSync(making, place);
}
