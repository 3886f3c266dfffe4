import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, day } from '../../src/treaty/day.ts';
import { type MeetingFacts, OBLIGATION_EVENTS, type ObligationEvent } from '../../src/treaty/facts.ts';
import { countsFrom, obligationOn } from '../../src/treaty/obligation.ts';
import { obligationOf } from '../../src/treaty/obligation-of.ts';
import { endOf, startOf } from '../../src/treaty/vague-date.ts';
import { recordFromFiles } from '../setup/record-files.ts';
import { recordDay } from './days.ts';

const record = recordFromFiles();

const onRecord = (state: string, article: 3 | 4, asOf: string) => {
  const found = obligationOf(record, state, article, day(asOf));
  return found && { status: found.status, due: found.due, confidence: found.confidence, doubt: found.doubt };
};

const event = (
  kind: ObligationEvent['event'],
  text: string,
  change: Partial<ObligationEvent> = {},
): ObligationEvent => ({
  id: `${kind} ${text}`,
  state: 'XXX',
  article: 4,
  newRemnants: false,
  event: kind,
  date: {
    text,
    precision: text.length === 10 ? 'day' : text.length === 7 ? 'month' : text === '' ? 'unknown' : 'year',
  },
  until: null,
  meeting: null,
  confidence: 'high',
  show: true,
  source: '',
  sourceDate: null,
  note: '',
  ...change,
});

const until = (text: string): Pick<ObligationEvent, 'until'> => ({ until: day(text) });
const base = event('obligation', '2010-08-01', until('2020-08-01'));
const statusOn = (asOf: string, events: readonly ObligationEvent[], meetings: readonly MeetingFacts[] = []) => {
  const found = obligationOn(events, meetings, day(asOf));
  return found === null ? null : `${found.status} ${found.due}`;
};

describe('what the record says of an obligation', () => {
  it.each([
    ['DEU', 4, '2019-11-18', 'extended', '2025-08-01', 'high'],
    ['LAO', 4, '2019-11-18', 'extended', '2025-08-01', 'high'],
    ['HRV', 4, '2019-11-18', 'open', '2020-08-01', 'high'],
    ['MNE', 4, '2019-11-18', 'open', '2020-08-01', 'high'],
    ['GNB', 3, '2019-11-18', 'overdue', '2019-05-01', 'high'],
    ['BGR', 3, '2019-11-18', 'extended', '2021-04-01', 'medium'],
    ['ALB', 4, '2019-11-18', 'completed', '2020-08-01', 'medium'],
    ['PER', 3, '2019-11-18', 'open', '2021-03-01', 'high'],
    ['HRV', 4, '2020-07-09', 'open', '2020-08-01', 'high'],
    ['HRV', 4, '2020-07-10', 'completed', '2020-08-01', 'high'],
    ['HRV', 4, '2020-09-04', 'completed', '2020-08-01', 'high'],
    ['MNE', 4, '2020-09-04', 'completed', '2020-08-01', 'high'],
    ['GNB', 3, '2020-09-04', 'overdue', '2019-05-01', 'high'],
    ['GNB', 3, '2022-06-01', 'completed', '2019-05-01', 'high'],
    ['SVK', 3, '2023-09-01', 'completed', '2024-01-01', 'high'],
  ] as const)('is for %s under Article %i on %s: %s, %s', (state, article, asOf, status, due, confidence) => {
    expect(onRecord(state, article, asOf)).toEqual({ status, due, confidence, doubt: null });
  });

  it('follows one State through several extensions in a row', () => {
    const chile = (asOf: string) => {
      const found = obligationOf(record, 'CHL', 4, day(asOf));
      return `${found?.status} ${found?.due} ${found?.grants}`;
    };
    expect(chile('2020-11-24')).toBe('open 2021-06-01 0');
    expect(chile('2021-05-31')).toBe('extended 2022-06-01 1');
    // The grant of September 2021 counts from the end of that month; inside the month nobody can say.
    expect(chile('2021-09-15')).toBe('uncertain 2022-06-01 1');
    expect(chile('2021-09-30')).toBe('extended 2023-06-01 2');
    expect(chile('2022-09-02')).toBe('extended 2026-06-01 3');
    expect(obligationOf(record, 'CHL', 4, day('2022-09-02'))?.originalDue).toBe('2021-06-01');
  });

  it('is to be confirmed once a date has passed with a request pending', () => {
    // Bosnia and Herzegovina had asked in 2020 and was decided by silence procedure in March 2021.
    expect(onRecord('BIH', 4, '2021-03-01')).toMatchObject({ status: 'uncertain', doubt: 'vague_event' });
    expect(onRecord('BIH', 4, '2021-03-31')).toMatchObject({ status: 'extended', due: '2022-09-01' });
    expect(onRecord('SOM', 4, '2026-03-02')).toEqual({
      status: 'uncertain',
      due: '2026-03-01',
      confidence: 'high',
      doubt: 'request_pending',
    });
  });

  it('is never more than to be confirmed where a source doubts it', () => {
    for (const [state, article] of [
      ['COL', 4],
      ['MRT', 4],
      ['PSE', 4],
      ['CUB', 3],
      ['GIN', 3],
    ] as const)
      for (const asOf of ['2019-11-18', '2026-11-24'])
        expect(onRecord(state, article, asOf)).toMatchObject({ status: 'uncertain', doubt: 'low_confidence' });
  });

  it('is nothing where the row may not be shown', () => {
    for (const asOf of ['2019-11-18', '2020-11-02', '2026-11-24']) expect(onRecord('GBR', 4, asOf)).toBeNull();
    expect(statusOn('2015-01-01', [{ ...base, show: false }])).toBeNull();
    const hidden = event('completed', '2015-01-01', { show: false });
    expect(statusOn('2016-01-01', [base, hidden])).toBe('open 2020-08-01');
  });
});

describe('the fold over the events of an obligation', () => {
  it('begins with the obligation itself', () => {
    expect(statusOn('2010-07-31', [base])).toBeNull();
    expect(statusOn('2010-08-01', [base])).toBe('open 2020-08-01');
    expect(statusOn('2015-01-01', [event('completed', '2012-01-01')])).toBeNull();
  });

  it('does not call a deadline past on its own day', () => {
    expect(statusOn('2020-08-01', [base])).toBe('open 2020-08-01');
    expect(statusOn('2020-08-02', [base])).toBe('overdue 2020-08-01');
    const granted = event('extension_granted', '2019-09-04', until('2025-08-01'));
    expect(statusOn('2025-08-01', [base, granted])).toBe('extended 2025-08-01');
    expect(statusOn('2025-08-02', [base, granted])).toBe('overdue 2025-08-01');
  });

  it('takes the events as they are dated, in whatever order they are recorded', () => {
    const events = [
      base,
      event('extension_requested', '2019-01-15'),
      event('extension_granted', '2019-09-04', until('2025-08-01')),
      event('extension_requested', '2024-09-13'),
      event('completed', '2025-07-01'),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), recordDay, (shuffled, asOf) => {
        expect(obligationOn(shuffled, [], asOf)).toEqual(obligationOn(events, [], asOf));
      }),
    );
  });

  it('puts a request before its grant, and the end last, when all carry one day', () => {
    const on = '2019-09-04';
    const granted = event('extension_granted', on, until('2025-08-01'));
    const found = obligationOn([base, granted, event('extension_requested', on)], [], day('2026-01-01'));
    expect(found?.pending).toBeNull();
    expect(found?.status).toBe('overdue');
    expect(statusOn(on, [base, event('completed', on), granted])).toBe('completed 2025-08-01');
  });

  it('knows a request as pending until a later grant answers it', () => {
    const asked = [base, event('extension_requested', '2019-01-15')];
    expect(obligationOn(asked, [], day('2019-11-18'))?.pending?.date.text).toBe('2019-01-15');
    expect(statusOn('2019-11-18', asked)).toBe('open 2020-08-01');
    expect(statusOn('2020-08-02', asked)).toBe('uncertain 2020-08-01');
    const granted = [...asked, event('extension_granted', '2019-09-04', until('2021-08-01'))];
    expect(obligationOn(granted, [], day('2019-11-18'))?.pending).toBeNull();
    expect(statusOn('2021-08-02', granted)).toBe('overdue 2021-08-01');
    expect(statusOn('2021-08-02', [...granted, event('extension_requested', '2021-01-01')])).toBe(
      'uncertain 2021-08-01',
    );
  });

  it('counts a vague date from the end of its period, and cannot tell inside it', () => {
    const done = event('completed', '2018-07');
    expect(statusOn('2018-06-30', [base, done])).toBe('open 2020-08-01');
    expect(statusOn('2018-07-01', [base, done])).toBe('uncertain 2020-08-01');
    expect(statusOn('2018-07-30', [base, done])).toBe('uncertain 2020-08-01');
    expect(statusOn('2018-07-31', [base, done])).toBe('completed 2020-08-01');
    const inYear = event('extension_granted', '2019', until('2025-08-01'));
    expect(statusOn('2018-12-31', [base, inYear])).toBe('open 2020-08-01');
    expect(statusOn('2019-06-01', [base, inYear])).toBe('uncertain 2020-08-01');
    expect(statusOn('2019-12-31', [base, inYear])).toBe('extended 2025-08-01');
  });

  it('is not made doubtful by a vague request while the deadline lies ahead, nor by a review', () => {
    expect(statusOn('2020-03-15', [base, event('extension_requested', '2020-03')])).toBe('open 2020-08-01');
    expect(statusOn('2020-08-15', [base, event('extension_requested', '2020-08')])).toBe('uncertain 2020-08-01');
    expect(statusOn('2020-09-15', [base, event('review', '2020-09')])).toBe('overdue 2020-08-01');
  });

  it('counts a vague request from the meeting that considered it, where that was earlier', () => {
    const meeting = record.meetings.filter(({ code }) => code === '10MSP');
    const asked = event('extension_requested', '2022', { meeting: '10MSP' });
    expect(countsFrom(asked, meeting)).toBe('2022-08-30');
    expect(countsFrom(asked, [])).toBe('2022-12-31');
    expect(countsFrom(event('extension_requested', '2022-05', { meeting: '10MSP' }), meeting)).toBe('2022-05-31');
    expect(countsFrom(event('extension_requested', '2022-09-15', { meeting: '10MSP' }), meeting)).toBe('2022-09-15');
    expect(countsFrom(event('extension_granted', '2022', { meeting: '10MSP' }), meeting)).toBe('2022-12-31');
  });

  it('lets a completion without a date hold from the date of its source, and nothing else without one', () => {
    const undated = event('completed', '', { sourceDate: day('2017-09-04') });
    expect(statusOn('2017-09-03', [base, undated])).toBe('open 2020-08-01');
    expect(statusOn('2017-09-04', [base, undated])).toBe('completed 2020-08-01');
    expect(statusOn('2030-01-01', [base, event('completed', '')])).toBe('overdue 2020-08-01');
    const grant = event('extension_granted', '', { ...until('2025-08-01'), sourceDate: day('2017-09-04') });
    expect(statusOn('2021-01-01', [base, grant])).toBe('overdue 2020-08-01');
  });

  it('opens again what was completed, with the grants it had', () => {
    const events = [
      base,
      event('extension_granted', '2012-01-01', until('2022-08-01')),
      event('completed', '2015-01-01'),
      event('reopened', '2018-01-01'),
    ];
    expect(statusOn('2016-01-01', events)).toBe('completed 2022-08-01');
    expect(statusOn('2018-01-01', events)).toBe('extended 2022-08-01');
    expect(statusOn('2022-08-02', events)).toBe('overdue 2022-08-01');
    expect(statusOn('2022-08-02', [...events, event('completed', '2021-01-01')])).toBe('completed 2022-08-01');
  });

  it('takes a confirmation that there is no obligation as an end, and doubt of low confidence before it', () => {
    expect(statusOn('2022-06-01', [base, event('no_obligation_confirmed', '2022-05-01')])).toBe('completed 2020-08-01');
    expect(statusOn('2022-06-01', [base, event('completed', '2019-05-01', { confidence: 'low' })])).toBe(
      'uncertain 2020-08-01',
    );
  });

  it('is never refused a grant that shortens, follows a completion or was not asked for', () => {
    const shorter = event('extension_granted', '2015-01-01', until('2018-08-01'));
    expect(statusOn('2016-01-01', [base, shorter])).toBe('extended 2018-08-01');
    expect(statusOn('2016-01-01', [base, event('completed', '2014-01-01'), shorter])).toBe('completed 2018-08-01');
  });

  const anyEvent: fc.Arbitrary<ObligationEvent> = fc
    .record({
      kind: fc.constantFrom(...OBLIGATION_EVENTS),
      at: recordDay,
      size: fc.constantFrom(4, 7, 10),
      years: fc.integer({ min: 0, max: 6 }),
      confidence: fc.constantFrom('high' as const, 'medium' as const, 'low' as const),
      show: fc.boolean(),
    })
    .map(({ kind, at, size, years, confidence, show }) =>
      event(kind, at.slice(0, size), {
        confidence,
        show,
        until: kind === 'extension_granted' ? addDays(at, 365 * years) : null,
      }),
    );

  it('never hears of what comes after its day, unless it stands inside the period of a vague date', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 8 }), anyEvent, recordDay, (events, later, asOf) => {
        const begins = startOf(later.date);
        fc.pre(begins !== null && begins > asOf);
        expect(obligationOn([base, ...events, later], [], asOf)).toEqual(obligationOn([base, ...events], [], asOf));
      }),
      { numRuns: 500 },
    );
  });

  it('is made doubtful inside the period of a vague date, never decided by it', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 8 }), anyEvent, recordDay, (events, later, asOf) => {
        const [begins, ends] = [startOf(later.date), endOf(later.date)];
        fc.pre(begins !== null && ends !== null && begins <= asOf && asOf < ends);
        const [without, with_] = [
          [base, ...events],
          [base, ...events, later],
        ].map((each) => obligationOn(each, [], asOf));
        if (without?.status !== with_?.status) expect(with_?.status).toBe('uncertain');
        expect(with_?.due).toBe(without?.due);
      }),
      { numRuns: 500 },
    );
  });

  it('never shows what must not be shown, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 10 }), recordDay, (events, asOf) => {
        const shown = events.filter(({ show }) => show);
        expect(obligationOn([base, ...events], [], asOf)).toEqual(obligationOn([base, ...shown], [], asOf));
      }),
      { numRuns: 300 },
    );
  });

  it('says overdue only of a deadline that has passed, undoubted, with nothing asked, granted or ended since', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 8 }), recordDay, (events, asOf: Day) => {
        const found = obligationOn([base, ...events], [], asOf);
        if (found?.status !== 'overdue') return;
        expect(found.due < asOf).toBe(true);
        expect(found.confidence).not.toBe('low');
        expect(found.pending).toBeNull();
        expect(found.ended).toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});
