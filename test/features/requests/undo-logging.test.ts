import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readHistory } from '../../../src/db/read/history.ts';
import { readNeed } from '../../../src/db/read/needs.ts';
import { readableNeeds } from '../../../src/db/read/readable-needs.ts';
import type { RecordDesk } from '../../../src/db/record-desk.ts';
import type { Decision } from '../../../src/features/requests/draft.ts';
import { undoLogging } from '../../../src/features/requests/undo-logging.ts';
import { logRequest } from '../../../src/features/requests/use-cases.ts';
import { day } from '../../../src/treaty/day.ts';
import { freshDatabase } from '../../setup/database.ts';
import { clockAt } from '../../setup/instants.ts';
import { isu, montenegro } from '../people.ts';

let desk: RecordDesk;
let close: () => Promise<void>;
beforeAll(async () => {
  const database = await freshDatabase();
  close = () => database.close();
  const ids = { next: () => randomUUID() };
  desk = { db: database.db, clock: clockAt('2019-11-18T09:00:00+01:00'), ids, poke: () => undefined };
});
afterAll(() => close());

const at = (seconds: number) => desk.clock.now().add({ seconds });

async function log(iso3: string, decision: Decision | null = null): Promise<string> {
  const input = {
    ...{ state: { iso3, name: iso3 }, theme: 'SURVEY_AND_CLEARANCE' as const, asked: 'a survey', source: 'a letter' },
    ...{ date: day('2019-11-15'), reportingYear: null, sharing: 'private' as const, where: '', decision },
  };
  const logging = {
    actor: montenegro,
    at: at(0),
    submission: randomUUID(),
    through: '/ccm log',
    link: null,
    alone: false,
  };
  const outcome = await logRequest(desk, input, logging);
  if (outcome.kind !== 'kept') throw new Error(outcome.kind);
  return outcome.reference;
}

it('takes back within a minute that a request was logged, by who logged it: it was never asked', async () => {
  // Neither a signatory nor a State not party is refused.
  const reference = await log('FIN');
  expect(await undoLogging(desk, reference, { actor: isu, at: at(1) })).toEqual({ kind: 'not_allowed' });
  expect(await undoLogging(desk, reference, { actor: montenegro, at: at(61) })).toEqual({ kind: 'too_late' });
  expect(await undoLogging(desk, reference, { actor: montenegro, at: at(60) })).toEqual({
    kind: 'undone',
    what: 'logged',
  });
  const need = await readNeed(desk.db, reference);
  expect(need).toMatchObject({ status: 'withdrawn', leftStatus: null, closedOn: '2019-11-15' });
  expect(need && readableNeeds([{ ...need, sharing: 'published' }], false)).toEqual([]);
  expect((await readHistory(desk.db, reference)).map(({ what }) => what)).toEqual(['logged', 'undone']);
  expect(await undoLogging(desk, reference, { actor: montenegro, at: at(2) })).toEqual({ kind: 'overtaken' });
});

it('takes a source back from a request with the words that it alone had brought, and leaves the request', async () => {
  const before = await readNeed(desk.db, 'AR-2018-005');
  const reference = await log('LBN', { kind: 'add', reference: 'AR-2018-005' });
  expect((await readNeed(desk.db, reference))?.description).toBe('a survey');
  expect(await undoLogging(desk, reference, { actor: montenegro, at: at(5) })).toEqual({
    kind: 'undone',
    what: 'source added',
  });
  expect(await readNeed(desk.db, reference)).toEqual(before);
});

it('undoes nothing where something else was done since, or nothing of that name was logged', async () => {
  const reference = await log('USA');
  await log('USA', { kind: 'add', reference });
  const written = await desk.db.requestHistory.findFirstOrThrow({ where: { what: 'source added' } });
  expect(written.by).toBe(montenegro.slackId);
  expect(await undoLogging(desk, 'AR-2018-010', { actor: montenegro, at: at(1) })).not.toMatchObject({
    kind: 'undone',
  });
  expect(await undoLogging(desk, 'AR-1999-001', { actor: montenegro, at: at(1) })).toEqual({ kind: 'unknown' });
});
