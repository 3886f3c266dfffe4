import { readFileSync } from 'node:fs';
import { deskOf } from '../../src/app.ts';
import type { Catalog } from '../../src/desk/catalog.ts';
import { machineClock } from '../../src/desk/time.ts';
import { envExample, manifestFile, readmeParts, withParts } from '../../src/documents.ts';
import { emptyDatabase } from './empty-database.ts';

/** The catalogue of the whole desk, made without Slack and without a record. */
export async function wholeCatalog(): Promise<Catalog> {
  const database = await emptyDatabase();
  const refused = async () => ({ ok: false as const, error: 'offline', retry: false });
  const outbox = { post: refused };
  const { catalog } = deskOf({
    database,
    clock: machineClock,
    ids: { next: () => '' },
    outbox,
    files: { share: refused },
    profiles: {
      profileOf: async (slackId, teamId) => ({
        slackId,
        teamId,
        name: slackId,
        zone: 'UTC',
        email: null,
        outside: false,
        known: false,
      }),
    },
    rooms: { roomOf: async () => ({ known: false, error: 'offline' }) },
    admins: [],
    calendar: () => null,
    poke: () => undefined,
  });
  await database.close();
  return catalog;
}

/** Every file that is made from the code, as it must be. */
export async function generated(): Promise<Record<string, string>> {
  const catalog = await wholeCatalog();
  return {
    '.env.example': envExample(),
    'manifests/socket-mode.json': manifestFile(catalog),
    'README.md': withParts(readFileSync('README.md', 'utf8'), readmeParts(catalog)),
  };
}
