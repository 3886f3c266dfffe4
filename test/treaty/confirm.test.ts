import { describe, expect, it } from 'vitest';
import { clocksOn } from '../../src/treaty/clocks.ts';
import { factsToConfirm, type Stated } from '../../src/treaty/confirm.ts';
import { day } from '../../src/treaty/day.ts';
import { isTheme } from '../../src/treaty/theme.ts';
import { recordFromFiles, rowsOf } from '../setup/record-files.ts';

const record = recordFromFiles();
const stated: Stated[] = rowsOf('stated-figures').map((row) => ({
  asOf: day(row['as_of'] ?? ''),
  theme: isTheme(row['theme'] ?? '') ? (row['theme'] as Stated['theme']) : null,
  stated: Number(row['stated']),
  named: row['named'] ? Number(row['named']) : null,
  source: row['source'] ?? '',
}));
const facts = (asOf: string) => factsToConfirm(record, stated, day(asOf));
const inShort = (asOf: string) =>
  facts(asOf).map((fact) => (fact.kind === 'discrepancy' ? 'seven/six' : `${fact.kind} ${fact.state} ${fact.article}`));

describe('the facts for the ISU to confirm', () => {
  it('are eight on 18 November 2019', () => {
    expect(inShort('2019-11-18').toSorted()).toEqual([
      'low_confidence COL 4',
      'low_confidence CUB 3',
      'low_confidence GIN 3',
      'low_confidence MRT 4',
      'low_confidence PSE 4',
      'medium_grant BGR 3',
      'passed GNB 3',
      'seven/six',
    ]);
    expect(facts('2019-11-18').find(({ kind }) => kind === 'discrepancy')).toEqual({
      kind: 'discrepancy',
      theme: 'SURVEY_AND_CLEARANCE',
      stated: 7,
      named: 6,
      source: expect.stringContaining('concept note'),
    });
  });

  it('hold no discrepancy before the day of its source, and none where no names are given', () => {
    expect(inShort('2019-11-17')).not.toContain('seven/six');
    expect(
      factsToConfirm(
        record,
        stated.filter(({ named }) => named === null),
        day('2019-11-18'),
      ),
    ).toHaveLength(7);
  });

  it('hold a request pending past its date, and never a report or a date ahead', () => {
    expect(inShort('2026-11-24')).toContain('request_pending SOM 4');
    expect(inShort('2026-11-24').filter((line) => line.startsWith('request_pending'))).toHaveLength(8);
    for (const asOf of ['2019-11-18', '2021-10-01', '2026-11-24'])
      for (const fact of facts(asOf))
        if (fact.kind === 'passed' || fact.kind === 'request_pending') expect(fact.due < asOf).toBe(true);
  });

  it('are the same from clocks that are at hand', () => {
    const asOf = day('2019-11-18');
    expect(factsToConfirm(record, stated, asOf, clocksOn(record, asOf))).toEqual(facts('2019-11-18'));
    expect(factsToConfirm(record, [], asOf, [])).toEqual([]);
  });

  it('never name the United Kingdom, whose row may not be shown', () => {
    expect(JSON.stringify(['2019-11-18', '2020-12-01', '2026-11-24'].map(facts))).not.toContain('GBR');
  });
});
