import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/db/open.ts';
import { readRecordedEvents } from '../../../src/db/read/recorded-events.ts';
import { readTreatyRecord } from '../../../src/db/read/treaty-record.ts';
import type { RecordDesk } from '../../../src/db/record-desk.ts';
import type { EventInput } from '../../../src/features/facts/input.ts';
import { recordEvent } from '../../../src/features/facts/use-cases.ts';
import { readStateOn } from '../../../src/features/states/read.ts';
import { sourcesCard } from '../../../src/features/states/sources.ts';
import { clocksOfState, clocksOn } from '../../../src/treaty/clocks.ts';
import { addDays, day } from '../../../src/treaty/day.ts';
import { OBLIGATION_EVENTS } from '../../../src/treaty/facts.ts';
import { freshDatabase } from '../../setup/database.ts';
import { clockAt } from '../../setup/instants.ts';
import { isu } from '../people.ts';
import { readable } from '../words.ts';

let database: Database;
let desk: RecordDesk;
let counted = 0;
const next = () => `id-${String(++counted).padStart(5, '0')}`;
beforeAll(async () => {
  database = await freshDatabase();
  desk = {
    db: database.db,
    clock: clockAt('2021-01-18T10:12:00+01:00'),
    ids: { next },
    admins: [],
    poke: () => undefined,
  };
});
afterAll(() => database.close());

const TODAY = day('2021-01-18');
const record = (input: EventInput) =>
  recordEvent(desk, input, { actor: isu, at: desk.clock.now(), submission: next() });
const event = (change: Partial<EventInput>): EventInput => ({
  state: 'LBN',
  article: 4,
  newRemnants: false,
  corrects: null,
  event: 'extension_granted',
  date: { text: '2020-11-27', precision: 'day' },
  until: null,
  meeting: null,
  confidence: 'high',
  source: 'letter of the Permanent Mission',
  reason: '',
  seen: [],
  ...change,
});
const on = (text: string): EventInput['date'] => ({ text, precision: 'day' });

describe('what speaks against the treaty', () => {
  it.each([
    [
      'an event before entry into force',
      event({ state: 'TCD', event: 'completed', date: on('2013-08-31') }),
      'The Convention is in force for the State from 1 September 2013 only (Art. 17).',
    ],
    [
      'an extension longer than the article allows',
      event({ state: 'BIH', until: day('2026-03-02') }),
      'Longer than the article allows from 1 March 2021 on: at most until 1 March 2026 (Art. 4.5).',
    ],
    [
      'an extension of stockpile destruction longer than four years',
      event({ state: 'PER', article: 3, until: day('2025-03-02') }),
      'Longer than the article allows from 1 March 2021 on: at most until 1 March 2025 (Art. 3.3).',
    ],
    [
      'an extension after completion',
      event({ state: 'HRV', until: day('2021-08-01') }),
      'The obligation is on record as ended 10 Jul 2020 (Art. 4.5).',
    ],
    [
      'a grant without a request',
      event({ state: 'IRQ', until: day('2024-01-01') }),
      'No request is on record before it (Art. 4.5).',
    ],
    [
      'a deadline moved backwards',
      event({ state: 'DEU', until: day('2025-01-01') }),
      'Earlier than the date now on record, 1 August 2025 (Art. 4.5).',
    ],
  ])('as %s, is warned about by article, kept only with a reason, and stays visible', async (_, input, words) => {
    const first = await record(input);
    if (first.kind !== 'warned') throw new Error(`It was not warned about: ${first.kind}`);
    expect(first.warnings).toContain(words);
    const seen = first.warnings;
    expect((await record({ ...input, seen })).kind).toBe('warned');
    expect((await record({ ...input, reason: 'so it was' })).kind).toBe('warned');
    const kept = await record({ ...input, seen, reason: 'so it was decided' });
    if (kept.kind !== 'kept') throw new Error(`It was not kept: ${kept.kind}`);
    const card = await readStateOn(database.db, input.state, TODAY);
    if (card === null) throw new Error('The State is on record.');
    const events = await readRecordedEvents(database.db, input.state);
    const shown = readable(sourcesCard(card, isu, { events, reports: [] }).blocks);
    expect(shown).toContain(`reason: so it was decided · kept with a remark: ${first.warnings.join(' ')}`);
    const rule = await readTreatyRecord(database.db);
    expect(rule.events.map(({ id }) => id)).toContain(kept.id);
  });

  it('counts once it is kept: the dates follow what was recorded, not what the article would have allowed', async () => {
    const dueOf = async (state: string, kind: string) =>
      clocksOfState(clocksOn(await readTreatyRecord(database.db), TODAY), state).find((clock) => clock.kind === kind)
        ?.due;
    expect(await dueOf('BIH', 'clearance')).toBe('2026-03-02');
    expect(await dueOf('PER', 'stockpile')).toBe('2025-03-02');
    expect(await dueOf('DEU', 'clearance')).toBe('2025-01-01');
  });
});

describe('what a State could really do', () => {
  it('is never refused: any event on any day is kept, at once or with the reason that the desk asks for', async () => {
    const anyEvent = fc.record({
      state: fc.constantFrom('AFG', 'GNB', 'LBN', 'MNE', 'LTU', 'USA', 'GMB', 'PSE'),
      article: fc.constantFrom<3 | 4>(3, 4),
      event: fc.constantFrom(...OBLIGATION_EVENTS),
      at: fc.integer({ min: 0, max: 4_400 }),
      length: fc.integer({ min: -900, max: 5_000 }),
    });
    await fc.assert(
      fc.asyncProperty(anyEvent, async ({ at, length, ...of }) => {
        const date = addDays(day('2008-12-03'), at);
        const until = ['extension_granted', 'obligation'].includes(of.event) ? addDays(date, length) : null;
        const input = event({ ...of, date: on(date), until });
        const first = await record(input);
        const outcome =
          first.kind === 'warned' ? await record({ ...input, seen: first.warnings, reason: 'so it was' }) : first;
        expect(outcome.kind).toBe('kept');
        // The record can still be read, on any day.
        for (const asOf of [date, TODAY])
          expect(clocksOn(await readTreatyRecord(database.db), asOf).length).toBeGreaterThan(0);
      }),
      { numRuns: 12 },
    );
  });
});
