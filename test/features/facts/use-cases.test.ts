import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/db/open.ts';
import { readTreatyRecord } from '../../../src/db/read/treaty-record.ts';
import type { RecordDesk } from '../../../src/db/record-desk.ts';
import type { Actor } from '../../../src/desk/actor.ts';
import { confirmFact } from '../../../src/features/facts/confirm.ts';
import type { EventInput } from '../../../src/features/facts/input.ts';
import { readFactList } from '../../../src/features/facts/list.ts';
import { readCorrection } from '../../../src/features/facts/read-correction.ts';
import { recordEvent, takeBack, undo } from '../../../src/features/facts/use-cases.ts';
import { clocksOfState, clocksOn } from '../../../src/treaty/clocks.ts';
import { day } from '../../../src/treaty/day.ts';
import { freshDatabase } from '../../setup/database.ts';
import { clockAt, instant } from '../../setup/instants.ts';
import { admin, guest, isu, montenegro } from '../people.ts';

let database: Database;
let desk: RecordDesk;
let counted = 0;
beforeAll(async () => {
  database = await freshDatabase();
  desk = {
    db: database.db,
    clock: clockAt('2019-11-19T10:12:00+01:00'),
    ids: { next: () => `id-${++counted}` },
    admins: [],
    poke: () => undefined,
  };
});
afterAll(() => database.close());

const completed = (state: string, change: Partial<EventInput> = {}): EventInput => ({
  state,
  article: 4,
  newRemnants: false,
  corrects: null,
  event: 'completed',
  date: { text: '2019-10-01', precision: 'day' },
  until: null,
  meeting: null,
  confidence: 'high',
  source: 'a document',
  reason: '',
  seen: [],
  ...change,
});
const at = (text: string) => instant(text);
const by = (actor: Actor, submission: string, when = '2019-11-19T10:12:00+01:00') => ({
  actor,
  at: at(when),
  submission,
});
const statusOf = async (state: string, knownAt: string | null = null, asOf = '2019-11-19') =>
  clocksOfState(
    clocksOn(await readTreatyRecord(database.db, knownAt === null ? null : at(knownAt)), day(asOf)),
    state,
  ).find(({ kind }) => kind === 'clearance')?.status;

describe('recording an event', () => {
  it('is refused to everybody but the ISU and admins, and to nobody’s own State', async () => {
    for (const actor of [guest, montenegro])
      expect(await recordEvent(desk, completed('LBN'), by(actor, 'r1'))).toEqual({ kind: 'not_allowed' });
    const own = { ...admin, state: 'LBN' };
    expect(await recordEvent(desk, completed('LBN'), by(own, 'r1'))).toEqual({ kind: 'own_state' });
    expect(await statusOf('LBN')).toBe('open');
  });

  it('is done once for one submission, also when it comes twice at the same time', async () => {
    const outcomes = await Promise.all([1, 2, 3].map(() => recordEvent(desk, completed('BIH'), by(isu, 's1'))));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(outcomes[0]?.kind).toBe('kept');
    expect(
      await database.db.obligationEvent.count({ where: { iso3: 'BIH', event: 'completed', source: 'a document' } }),
    ).toBe(1);
  });

  it('asks for a reason where the treaty speaks against it, and keeps the remark with it', async () => {
    const early = completed('CHL', { date: { text: '2011-05-01', precision: 'day' } });
    const warned = await recordEvent(desk, early, by(isu, 's2'));
    const words = [
      'The Convention is in force for the State from 1 June 2011 only (Art. 17).',
      'No obligation is on record by then: without one this shows nowhere, so please record the obligation first (Art. 4.1(a)).',
    ];
    expect(warned).toEqual({ kind: 'warned', warnings: words });
    expect((await recordEvent(desk, { ...early, seen: words }, by(isu, 's3'))).kind).toBe('warned');
    expect((await recordEvent(desk, { ...early, seen: words.slice(1), reason: 'it is so' }, by(isu, 's4'))).kind).toBe(
      'warned',
    );
    const kept = await recordEvent(desk, { ...early, seen: words, reason: 'it is so' }, by(isu, 's5'));
    if (kept.kind !== 'kept') throw new Error('It is kept.');
    expect(await database.db.obligationEvent.findUnique({ where: { id: kept.id } })).toMatchObject({
      warnings: words,
      reason: 'it is so',
    });
  });

  it('of an entry that was corrected meanwhile keeps nothing', async () => {
    const grant = await database.db.obligationEvent.findFirstOrThrow({
      where: { iso3: 'DEU', event: 'extension_granted' },
    });
    const correction = (until: string) =>
      completed('DEU', {
        event: 'extension_granted',
        corrects: grant.id,
        until: day(until),
        date: { text: '2019-09-04', precision: 'day' },
        reason: 'misread',
      });
    const [first, second] = await Promise.all([
      recordEvent(desk, correction('2025-07-31'), by(isu, 's6')),
      recordEvent(desk, correction('2025-07-30'), by(admin, 's7')),
    ]);
    // Both are earlier than what is on record: shown first, then one is kept and the other finds it gone.
    expect([first?.kind, second?.kind]).toEqual(['warned', 'warned']);
    const seen = first?.kind === 'warned' ? first.warnings : [];
    const outcomes = await Promise.all([
      recordEvent(desk, { ...correction('2025-07-31'), seen }, by(isu, 's8')),
      recordEvent(desk, { ...correction('2025-07-30'), seen }, by(admin, 's9')),
    ]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['gone', 'kept']);
  });
});

describe('two dates on every fact', () => {
  it('tell what is true, and what was known: neither is lost by a correction or by its undoing', async () => {
    const kept = await recordEvent(desk, completed('AFG'), by(isu, 's10', '2019-11-19T10:12:00+01:00'));
    if (kept.kind !== 'kept') throw new Error('It is kept.');
    expect(await statusOf('AFG')).toBe('completed');
    expect(await statusOf('AFG', null, '2019-09-30')).toBe('open');
    expect(await statusOf('AFG', '2019-11-19T10:11:59.999+01:00')).toBe('open');
    expect(await statusOf('AFG', '2019-11-19T10:12:00+01:00')).toBe('completed');
    expect(await undo(desk, kept.id, { actor: isu, at: at('2019-11-19T10:13:00+01:00') })).toEqual({ kind: 'too_old' });
    expect(await undo(desk, kept.id, { actor: montenegro, at: at('2019-11-19T10:12:30+01:00') })).toEqual({
      kind: 'not_allowed',
    });
    expect(await undo(desk, kept.id, { actor: isu, at: at('2019-11-19T10:12:59+01:00') })).toEqual({
      kind: 'taken_back',
      id: kept.id,
    });
    expect(await statusOf('AFG')).toBe('open');
    expect(await statusOf('AFG', '2019-11-19T10:12:30+01:00')).toBe('completed');
    expect(await takeBack(desk, kept.id, 'again', { actor: isu, at: at('2019-11-20T10:00:00+01:00') })).toEqual({
      kind: 'gone',
    });
    expect(await takeBack(desk, 'nothing', 'again', { actor: isu, at: at('2019-11-20T10:00:00+01:00') })).toEqual({
      kind: 'gone',
    });
  });

  it('are kept by the database itself, which refuses to change or delete a fact', async () => {
    await expect(database.db.obligationEvent.updateMany({ data: { confidence: 'high' } })).rejects.toThrow(
      /append-only/,
    );
    await expect(database.db.obligationEvent.deleteMany()).rejects.toThrow(/append-only/);
    await expect(database.db.retraction.deleteMany()).rejects.toThrow(/append-only/);
    await expect(database.db.$executeRaw`TRUNCATE "Article7Report" CASCADE`).rejects.toThrow(/append-only/);
  });

  it('of what was said: a message counts as carrying the old value only where it gave it', async () => {
    const lebanon = (await readTreatyRecord(database.db)).events.find(
      ({ state, event }) => state === 'LBN' && event === 'obligation',
    );
    const said = (id: string, asOf: string, when: string, facts: readonly string[]) =>
      database.db.said.create({
        data: { id, kind: 'answer', asOf: new Date(asOf), at: new Date(when), person: 'UMNE', facts: [...facts] },
      });
    const facts = [lebanon?.id ?? ''];
    await said('before', '2019-11-18', '2019-11-18T10:00:00Z', facts);
    await said('as of a day before it was true', '2019-09-30', '2019-11-18T10:00:00Z', facts);
    await said('after', '2019-11-19', '2019-11-19T12:00:00Z', facts);
    await said('of another State', '2019-11-18', '2019-11-18T10:00:00Z', ['event-1']);
    const kept = await recordEvent(desk, completed('LBN'), by(isu, 's11'));
    const correction = kept.kind === 'kept' ? await readCorrection(database.db, kept.id) : null;
    expect(correction?.difference).toMatchObject({ old: '1 May 2021', now: 'completed 1 Oct 2019' });
    expect(correction?.told.map(({ id }) => id)).toEqual(['before']);
  });
});

describe('confirming a fact', () => {
  it('makes an unclear obligation a sure one, by its source', async () => {
    const list = await readFactList(database.db, day('2019-11-19'), null);
    const key = 'low_confidence COL 4 2026-03-01';
    const kept = await confirmFact(desk, list, key, 'letter of the ministry', by(isu, 's12'));
    expect(kept).toMatchObject({ kind: 'kept', answer: null });
    expect(await statusOf('COL')).toBe('open');
    expect(await statusOf('COL', '2019-11-19T10:11:00+01:00')).toBe('uncertain');
    const again = await readFactList(database.db, day('2019-11-19'), null);
    expect(await confirmFact(desk, again, key, 'letter of the ministry', by(admin, 's13'))).toEqual({ kind: 'gone' });
  });

  it('is refused to those who do not keep the record, and for one’s own State', async () => {
    const list = await readFactList(database.db, day('2019-11-19'), null);
    const key = 'low_confidence CUB 3 2024-10-01';
    expect(await confirmFact(desk, list, key, 'x', by(montenegro, 's14'))).toEqual({ kind: 'not_allowed' });
    expect(await confirmFact(desk, list, key, 'x', by({ ...admin, state: 'CUB' }, 's15'))).toEqual({
      kind: 'own_state',
    });
  });
});
