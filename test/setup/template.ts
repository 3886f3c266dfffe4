import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { TestProject } from 'vitest/node';
import { prepareRecord } from '../../src/db/open-record.ts';
import { emptyDatabase } from './empty-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A file with a migrated database that holds the starting record. */
    recordTemplate: string;
  }
}

/** What the template is made from: when none of it has changed, neither has the template. */
const MADE_FROM = ['prisma', 'src/db', 'src/treaty', 'package-lock.json', 'test/setup/template.ts'];

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

/** Makes the database that every test file begins with, once for all runs on the same sources. */
export default async function setup(project: TestProject): Promise<void> {
  const file = join('node_modules', '.action5', `template-${digest()}.tar`);
  if (!existsSync(file)) await make(file);
  project.provide('recordTemplate', file);
}

async function make(file: string): Promise<void> {
  const database = await emptyDatabase();
  const first = Temporal.Instant.from('2019-11-18T08:00:00+01:00');
  const ready = await prepareRecord(database, { now: () => first }, true);
  if (!ready.ok) throw new Error(ready.problem);
  const dump = await database.dump();
  if (dump === null) throw new Error('The embedded database can be dumped.');
  await database.close();
  mkdirSync(dirname(file), { recursive: true });
  // Another run may be making the same: the name appears only when the file is whole.
  writeFileSync(`${file}.${process.pid}`, Buffer.from(await dump.arrayBuffer()));
  renameSync(`${file}.${process.pid}`, file);
}
