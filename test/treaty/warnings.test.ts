import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addYears, day } from '../../src/treaty/day.ts';
import type { ObligationEvent, TreatyRecord } from '../../src/treaty/facts.ts';
import { type Proposed, warningsFor } from '../../src/treaty/warnings.ts';
import { recordFromFiles } from '../setup/record-files.ts';

const record = recordFromFiles();

const proposed = (
  state: string,
  article: 3 | 4,
  event: ObligationEvent['event'],
  on: string,
  change: Partial<Proposed> = {},
): Proposed => ({
  id: 'new',
  corrects: null,
  state,
  article,
  newRemnants: false,
  event,
  date: { text: on, precision: on.length === 10 ? 'day' : on.length === 7 ? 'month' : 'year' },
  until: null,
  meeting: null,
  confidence: 'high',
  show: true,
  source: 'a document',
  sourceDate: null,
  note: '',
  ...change,
});

const until = (text: string): Partial<Proposed> => ({ until: day(text) });
const said = (event: Proposed, on: TreatyRecord = record): readonly string[] =>
  warningsFor(event, on).map(({ kind, article }) => `${kind} (${article})`);
const recordWith = (...events: readonly ObligationEvent[]): TreatyRecord => ({
  ...record,
  events: [...record.events, ...events],
});

describe('what is looked at before an event is kept', () => {
  it('is nothing for what the treaty foresees', () => {
    const request = proposed('BIH', 4, 'extension_requested', '2020-02-20');
    expect(said(request)).toEqual([]);
    expect(
      said(proposed('BIH', 4, 'extension_granted', '2020-11-27', until('2022-09-01')), recordWith(request)),
    ).toEqual([]);
    expect(said(proposed('LBN', 4, 'completed', '2020-10-01'))).toEqual([]);
    expect(said(proposed('LBN', 4, 'obligation', '2011-05-01', until('2021-05-01')))).toEqual([]);
  });

  it('is an event before the Convention is in force for the State (Art. 17), and one after a withdrawal (Art. 20.3)', () => {
    expect(said(proposed('LBN', 4, 'completed', '2011-04-30'))).toEqual([
      'before_entry_into_force (Art. 17)',
      'no_obligation (Art. 4.1(a))',
    ]);
    expect(said(proposed('USA', 4, 'completed', '2019-01-01'))[0]).toBe('not_a_party (Art. 17)');
    expect(said(proposed('LTU', 3, 'obligation', '2025-03-06'))).toEqual(['after_withdrawal (Art. 20.3)']);
    expect(said(proposed('LTU', 3, 'obligation', '2025-03-05'))).toEqual([]);
  });

  it('is an extension that is longer than the article allows', () => {
    const asked = proposed('LBN', 4, 'extension_requested', '2020-02-20');
    const granted = (text: string) =>
      said(proposed('LBN', 4, 'extension_granted', '2020-11-27', until(text)), recordWith(asked));
    expect(granted('2026-05-01')).toEqual([]);
    expect(granted('2026-05-02')).toEqual(['longer_than_allowed (Art. 4.5)']);
    const askedPeru = proposed('PER', 3, 'extension_requested', '2020-02-20');
    const peru = (text: string) =>
      said(proposed('PER', 3, 'extension_granted', '2020-11-27', until(text)), recordWith(askedPeru));
    expect(peru('2025-03-01')).toEqual([]);
    expect(peru('2025-03-02')).toEqual(['longer_than_allowed (Art. 3.3)']);
  });

  it('is that a second extension under Article 3 is exceptional, and that one under Article 4 is a renewal', () => {
    expect(said(proposed('BGR', 3, 'extension_granted', '2020-12-01', until('2022-10-01')))).toEqual([
      'exceptional (Art. 3.3)',
    ]);
    expect(said(proposed('DEU', 4, 'extension_granted', '2024-10-01', until('2030-08-02')))).toEqual([
      'longer_than_allowed (Art. 4.8)',
    ]);
    expect(said(proposed('DEU', 4, 'extension_granted', '2024-10-01', until('2030-08-01')))).toEqual([]);
  });

  it('is an extension after the completion, and a grant without a request', () => {
    expect(said(proposed('HRV', 4, 'extension_granted', '2020-11-27', until('2021-08-01')))).toEqual([
      'after_completion (Art. 4.5)',
      'no_request (Art. 4.5)',
    ]);
    expect(said(proposed('HRV', 4, 'extension_requested', '2020-02-20'))).toEqual(['after_submission_date (Art. 4.6)']);
    expect(said(proposed('HRV', 4, 'extension_requested', '2020-07-31'))[0]).toBe('after_completion (Art. 4.5)');
    expect(said(proposed('PER', 3, 'extension_not_granted', '2020-01-15'))).toEqual(['no_request (Art. 3.3)']);
  });

  it('is a deadline that moves backwards, also by a correction', () => {
    const bulgaria = record.events.find(({ state, event }) => state === 'BGR' && event === 'extension_granted');
    const correction = (text: string) =>
      warningsFor(
        proposed('BGR', 3, 'extension_granted', '2019-09-04', { ...until(text), corrects: bulgaria?.id ?? '' }),
        record,
      );
    expect(correction('2020-10-01')).toEqual([{ kind: 'backwards', article: 'Art. 3.3', from: '2021-04-01' }]);
    expect(correction('2021-04-01')).toEqual([]);
    expect(correction('2021-05-01')).toEqual([]);
    expect(correction('2019-09-01')).toEqual([{ kind: 'backwards', article: 'Art. 3.3', from: '2021-04-01' }]);
    expect(said(proposed('DEU', 4, 'extension_granted', '2024-10-01', until('2025-01-01')))).toContain(
      'backwards (Art. 4.5)',
    );
  });

  it('is a deadline of an obligation that the treaty computes otherwise', () => {
    const moved = proposed('PER', 3, 'obligation', '2013-03-01', until('2022-03-01'));
    expect(warningsFor(moved, record)).toEqual([
      { kind: 'not_as_computed', article: 'Art. 3.2', computed: '2021-03-01' },
    ]);
    const hostilities = { ...until('2031-06-30'), newRemnants: true };
    expect(said(proposed('LBN', 4, 'obligation', '2021-06-30', hostilities))).toEqual([]);
    expect(said(proposed('LBN', 4, 'obligation', '2021-06-30', { ...hostilities, ...until('2031-07-01') }))).toEqual([
      'not_as_computed (Art. 4.1(b))',
    ]);
    expect(said(proposed('LBN', 4, 'completed', '2022-01-01', { newRemnants: true }))).toEqual([
      'no_obligation (Art. 4.1(b))',
    ]);
  });

  it('is a request after the day it was due, told only of a day that is known', () => {
    expect(warningsFor(proposed('LBN', 4, 'extension_requested', '2020-02-24'), record)).toEqual([
      { kind: 'after_submission_date', article: 'Art. 4.6', submitBy: '2020-02-23', meeting: '2RC' },
    ]);
    expect(said(proposed('PER', 3, 'extension_requested', '2020-02-24'))).toEqual(['after_submission_date (Art. 3.5)']);
    expect(said(proposed('LBN', 4, 'extension_requested', '2020-02'))).toEqual([]);
    expect(
      said(proposed('LBN', 4, 'extension_requested', '2021-05-02'), {
        ...record,
        events: record.events.filter(({ event }) => event === 'obligation'),
      }),
    ).toEqual(['after_deadline (Art. 4.6)']);
  });

  it('is a declaration or a reopening of what was never completed', () => {
    expect(said(proposed('LBN', 4, 'declared', '2020-11-25'))).toEqual(['nothing_completed (Art. 4.1(c))']);
    expect(said(proposed('HRV', 4, 'declared', '2020-11-25'))).toEqual([]);
    expect(said(proposed('HRV', 4, 'reopened', '2020-11-25'))).toEqual([]);
  });

  it('never is the length of an extension of at most four or five years from the deadline it follows', () => {
    const anyDays = fc.integer({ min: 1, max: 6 * 366 });
    fc.assert(
      fc.property(fc.constantFrom(3 as const, 4 as const), anyDays, (article, days) => {
        const state = article === 3 ? 'PER' : 'LBN';
        const deadline = article === 3 ? day('2021-03-01') : day('2021-05-01');
        const end = addDays(deadline, days);
        const grant = proposed(state, article, 'extension_granted', '2020-02-20', { until: end });
        const tooLong = end > addYears(deadline, article === 3 ? 4 : 5);
        expect(warningsFor(grant, record).some(({ kind }) => kind === 'longer_than_allowed')).toBe(tooLong);
      }),
    );
  });
});
