import { describe, expect, it } from 'vitest';
import { agendaOf, yearAhead } from '../../src/treaty/agenda.ts';
import { newRemnantsDeadline } from '../../src/treaty/article-4.ts';
import { clarificationDue } from '../../src/treaty/article-8.ts';
import { withdrawalInEffect } from '../../src/treaty/article-20.ts';
import { clocksOfState, clocksOn } from '../../src/treaty/clocks.ts';
import { factsToConfirm } from '../../src/treaty/confirm.ts';
import { day } from '../../src/treaty/day.ts';
import { declarationDue } from '../../src/treaty/declaration.ts';
import type { ObligationEvent, ReportFact, TreatyRecord } from '../../src/treaty/facts.ts';
import { obligationOf } from '../../src/treaty/obligation-of.ts';
import { factKey } from '../../src/treaty/unconfirmed.ts';
import { recordFromFiles } from '../setup/record-files.ts';

const record = recordFromFiles();
const recordWith = (...events: readonly Partial<ObligationEvent>[]): TreatyRecord => ({
  ...record,
  events: [...record.events, ...events.map((event, at) => ({ ...blank, id: `new-${at}`, ...event }))],
});
const blank: ObligationEvent = {
  id: 'new',
  state: 'LBN',
  article: 4,
  newRemnants: false,
  event: 'obligation',
  date: { text: '2021-06-30', precision: 'day' },
  until: null,
  meeting: null,
  confidence: 'high',
  show: true,
  source: 'a document',
  sourceDate: null,
  note: '',
};

describe('remnants that came to be after entry into force (Art. 4.1(b))', () => {
  const hostilities = { newRemnants: true, until: day('2031-06-30') };

  it('are due ten years after the end of the hostilities, beside and apart from those of Art. 4.1(a)', () => {
    expect(newRemnantsDeadline(day('2021-06-30'))).toBe('2031-06-30');
    expect(newRemnantsDeadline(day('2024-02-29'))).toBe('2034-02-28');
    const clearance = (asOf: string, on: TreatyRecord) =>
      clocksOfState(clocksOn(on, day(asOf)), 'LBN').filter(({ kind }) => kind === 'clearance');
    const both = clearance('2021-07-01', recordWith(hostilities));
    expect(both.map(({ newRemnants, due, status }) => [newRemnants, due, status])).toEqual([
      [false, '2021-05-01', 'uncertain'],
      [true, '2031-06-30', 'open'],
    ]);
    expect(both[1]?.basis).toBe('Art. 4.1(b): end of active hostilities 2021-06-30 + 10 years');
    expect(clearance('2021-06-29', recordWith(hostilities))).toHaveLength(1);
  });

  it('end without ending the other obligation', () => {
    const done = recordWith(hostilities, {
      newRemnants: true,
      event: 'completed',
      date: { text: '2022-03-01', precision: 'day' },
    });
    expect(obligationOf(done, 'LBN', 4, day('2022-06-01'), true)?.status).toBe('completed');
    expect(obligationOf(done, 'LBN', 4, day('2022-06-01'))?.status).toBe('extended');
  });
});

describe('completed and declared (Art. 4.1(c))', () => {
  const declaration = (on: TreatyRecord, state: string, asOf: string) => {
    const obligation = obligationOf(on, state, 4, day(asOf));
    const due = obligation && declarationDue(obligation, on.meetings, day(asOf));
    return due && [due.completed.text, due.meeting.code, due.on];
  };
  const declared = {
    state: 'HRV',
    event: 'declared' as const,
    date: { text: '2020-08-01', precision: 'day' as const },
  };

  it('are two dates: the declaration is due to the next meeting after the completion', () => {
    expect(declaration(record, 'HRV', '2020-07-31')).toEqual(['2020-07-10', '2RC', '2020-11-23']);
    expect(declaration(record, 'HRV', '2020-07-09')).toBeNull();
    expect(declaration(record, 'GNB', '2022-06-01')).toBeNull();
    expect(declaration(recordWith(declared), 'HRV', '2020-08-02')).toBeNull();
    const obligation = obligationOf(recordWith(declared), 'HRV', 4, day('2020-08-02'));
    expect(obligation?.ended?.date.text).toBe('2020-07-10');
    expect(obligation?.declared?.date.text).toBe('2020-08-01');
  });

  it('stand for one another where only the declaration is on record', () => {
    const only = recordWith({ ...declared, state: 'LBN' });
    expect(obligationOf(only, 'LBN', 4, day('2020-07-31'))?.status).toBe('open');
    expect(obligationOf(only, 'LBN', 4, day('2020-08-01'))?.status).toBe('completed');
  });
});

describe('an extension that was not granted', () => {
  it('leaves the deadline as it was, and nothing pending', () => {
    const refused = recordWith(
      { event: 'extension_requested', date: { text: '2020-02-20', precision: 'day' } },
      { event: 'extension_not_granted', date: { text: '2020-11-27', precision: 'day' } },
    );
    const events = refused.events.filter(
      ({ id, state, event }) => id.startsWith('new') || (state === 'LBN' && event === 'obligation'),
    );
    const on = { ...refused, events };
    expect(obligationOf(on, 'LBN', 4, day('2020-11-26'))?.pending?.event).toBe('extension_requested');
    expect(obligationOf(on, 'LBN', 4, day('2020-11-27'))?.pending).toBeNull();
    expect(obligationOf(on, 'LBN', 4, day('2021-05-02'))).toMatchObject({ status: 'overdue', due: '2021-05-01' });
  });
});

describe('other periods of the treaty', () => {
  it('give 28 days for a request for clarification (Art. 8)', () => {
    expect(clarificationDue(day('2020-02-03'))).toBe('2020-03-02');
  });

  it('let a withdrawal take effect after six months, or at the end of an armed conflict (Art. 20.3)', () => {
    expect(withdrawalInEffect(day('2024-09-06'))).toBe('2025-03-06');
    expect(withdrawalInEffect(day('2024-08-31'))).toBe('2025-02-28');
    expect(withdrawalInEffect(day('2024-09-06'), { ended: null })).toBeNull();
    expect(withdrawalInEffect(day('2024-09-06'), { ended: day('2025-03-05') })).toBe('2025-03-06');
    expect(withdrawalInEffect(day('2024-09-06'), { ended: day('2025-06-01') })).toBe('2025-06-01');
    expect(record.states.find(({ iso3 }) => iso3 === 'LTU')?.withdrawn).toBe(withdrawalInEffect(day('2024-09-06')));
  });
});

describe('a report that fell due', () => {
  const gambia = (on: TreatyRecord, asOf: string) =>
    clocksOfState(clocksOn(on, day(asOf)), 'GMB').find(({ kind }) => kind === 'initial_report');
  const statement = (event: ReportFact['event'], on: string): ReportFact => ({
    id: event,
    state: 'GMB',
    kind: 'initial',
    year: null,
    event,
    date: { text: on, precision: 'day' },
    asOf: day(on),
    helpAsked: null,
    confidence: 'high',
    source: 'ISU',
  });
  const told = (...reports: readonly ReportFact[]): TreatyRecord => ({
    ...record,
    reports: [...record.reports, ...reports],
  });

  it('is silent until the ISU says something, and passed once it says not yet', () => {
    expect(gambia(record, '2019-11-28')).toMatchObject({ status: 'open', outstanding: null });
    expect(gambia(record, '2019-11-29')).toMatchObject({ status: 'uncertain', outstanding: null });
    const notYet = told(statement('not_yet', '2019-12-02'));
    expect(gambia(notYet, '2019-12-01')).toMatchObject({ status: 'uncertain', outstanding: null });
    expect(gambia(notYet, '2019-12-02')).toMatchObject({
      status: 'overdue',
      outstanding: 'confirmed',
      facts: ['not_yet'],
    });
    const received = told(statement('not_yet', '2019-12-02'), statement('received', '2019-12-20'));
    expect(gambia(received, '2019-12-20')).toMatchObject({
      status: 'completed',
      outstanding: null,
      facts: ['received'],
    });
  });

  it('stands among what has passed only by the ISU’s own word, never by a list or by silence', () => {
    const passed = (on: TreatyRecord, asOf: string) =>
      agendaOf(clocksOn(on, day(asOf)), yearAhead(day(asOf)), (a, b) => (a < b ? -1 : 1)).passed.flatMap(
        ({ kind, clocks }) => clocks.map(({ state }) => `${state} ${kind}`),
      );
    expect(passed(record, '2019-12-02')).toEqual(['GNB stockpile']);
    expect(passed(told(statement('not_yet', '2019-12-02')), '2019-12-02')).toEqual([
      'GNB stockpile',
      'GMB initial_report',
    ]);
  });

  it('is one that a list names, or doubted where another source speaks against it', () => {
    const initial = (state: string) =>
      clocksOfState(clocksOn(record, day('2019-11-18')), state).find(({ kind }) => kind === 'initial_report');
    expect(initial('BEN')).toMatchObject({ status: 'overdue', outstanding: 'listed' });
    expect(initial('SOM')).toMatchObject({ status: 'uncertain', outstanding: 'doubted' });
    expect(initial('LBN')).toMatchObject({ status: 'uncertain', outstanding: null });
  });

  it('of a year has not come once the ISU has marked the year complete, unless it is on record', () => {
    const complete: TreatyRecord = {
      ...record,
      years: [{ id: 'y', year: 2018, completeSince: day('2019-12-01'), source: 'list of UNODA' }],
    };
    const annual = (state: string, asOf: string) =>
      clocksOfState(clocksOn(complete, day(asOf)), state).find(
        ({ kind, year }) => kind === 'annual_report' && year === 2018,
      );
    expect(annual('AUT', '2019-11-30')).toMatchObject({ status: 'uncertain', outstanding: null });
    expect(annual('AUT', '2019-12-01')).toMatchObject({ status: 'overdue', outstanding: 'confirmed' });
    expect(annual('LBN', '2019-12-01')).toMatchObject({ status: 'completed', outstanding: null });
  });
});

describe('what the ISU is asked to confirm', () => {
  const keys = (asOf: string, on: TreatyRecord = record) => factsToConfirm(on, [], day(asOf)).map(factKey);

  it('comes by consequence: what touches the coming year, then the rest by date', () => {
    expect(keys('2019-11-18')).toEqual([
      'medium_grant BGR 3 2021-04-01',
      'passed GNB 3 2019-05-01',
      'low_confidence MRT 4 2022-08-01',
      'low_confidence GIN 3 2023-04-01',
      'low_confidence CUB 3 2024-10-01',
      'low_confidence PSE 4 2025-07-01',
      'low_confidence COL 4 2026-03-01',
    ]);
  });

  it('is first of all the eight requests without an outcome, where the desk begins in November 2026', () => {
    const begun = { ...record, begun: day('2026-11-24') };
    const first = keys('2026-11-24', begun).slice(0, 8);
    expect(first.map((key) => key.split(' ').slice(0, 2).join(' '))).toEqual([
      'request_pending IRQ',
      'request_pending TCD',
      'request_pending DEU',
      'request_pending LAO',
      'request_pending AFG',
      'request_pending SOM',
      'request_pending LBN',
      'request_pending CHL',
    ]);
    expect(keys('2026-11-24', begun).filter((key) => key.includes('_due'))).toEqual([]);
  });

  it('is a report that fell due while the desk kept the record, and never an older one', () => {
    expect(keys('2019-11-28')).not.toContain('report_due GMB initial 2019-11-28');
    expect(keys('2019-11-29')).toContain('report_due GMB initial 2019-11-28');
    expect(keys('2020-04-30').filter((key) => key.startsWith('year_due'))).toEqual([]);
    expect(keys('2020-05-01').filter((key) => key.startsWith('year_due'))).toEqual(['year_due 2019']);
    expect(keys('2019-11-29', { ...record, begun: day('2019-11-29') }).filter((key) => key.includes('_due'))).toEqual(
      [],
    );
    expect(keys('2019-11-29', { ...record, begun: null }).filter((key) => key.includes('_due'))).toEqual([]);
  });

  it('is not asked again once it is confirmed as it stands, until something about it changes', () => {
    const confirmed = { ...record, confirmed: ['passed GNB 3 2019-05-01'] };
    expect(keys('2019-11-18', confirmed)).not.toContain('passed GNB 3 2019-05-01');
    expect(keys('2019-11-18', confirmed)).toHaveLength(6);
    expect(keys('2019-11-18', { ...record, confirmed: ['passed GNB 3 2019-05-02'] })).toHaveLength(7);
  });
});
