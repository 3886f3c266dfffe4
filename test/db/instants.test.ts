import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runScript } from '../setup/child.ts';
import { emptyFolder } from '../setup/folder.ts';
import { startPostgres, type TestServer } from '../setup/postgres.ts';
import { recordFromFiles } from '../setup/record-files.ts';
import { DAYS, INSTANTS } from '../setup/times.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

/** What a process in Auckland has kept in the database at `place`, as that database says it. */
async function keptIn(place: string): Promise<Record<string, unknown>> {
  const child = runScript('test/setup/store-times.ts', [place], { TZ: 'Pacific/Auckland' });
  const said: unknown = JSON.parse(await child.line());
  expect(await child.ended).toBe(0);
  return Object(said);
}

const folder = emptyFolder();

test('the PostgreSQL of these tests keeps the time of Zurich', async () => {
  expect(await server.settingOf('TimeZone')).toBe('Europe/Zurich');
});

describe.each([
  ['PGlite', async () => folder],
  ['a PostgreSQL that keeps the time of Zurich', () => server.newDatabase()],
] as const)('a desk whose computer stands in Auckland, on %s', (_, place) => {
  let kept: Record<string, unknown>;
  beforeAll(async () => {
    kept = await keptIn(await place());
  });

  test('keeps every instant to the millisecond, as it happened, and reads the same', () => {
    expect(kept['process']).toBe('Pacific/Auckland');
    const plain = INSTANTS.map((text) => Temporal.Instant.from(text));
    expect(kept['instants']).toEqual(plain.map((at) => at.toString({ smallestUnit: 'millisecond' })));
    expect(kept['instantsRead']).toEqual(plain.map((at) => at.toString()));
  });

  test('leaves no timer behind that a process would wait for', () => {
    expect(kept['left']).toEqual([]);
  });

  test('keeps every day as the day it is, and holds a role on that day alone', () => {
    expect(kept['days']).toEqual(DAYS);
    expect(kept['daysRead']).toEqual(DAYS);
    expect(kept['roles']).toEqual(DAYS.flatMap(() => [0, 1, 0]));
  });

  test('loads the dates of the starting record as they stand in its files, at the instant of its clock', () => {
    const byCode = recordFromFiles().states.toSorted((a, b) => (a.iso3 < b.iso3 ? -1 : 1));
    expect(kept['states']).toEqual(byCode);
    expect(kept['loaded']).toEqual(['2019-11-18 07:00:00']);
    expect(kept['begun']).toBe('2019-11-18');
  });
});
