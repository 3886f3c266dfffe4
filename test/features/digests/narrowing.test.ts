import { describe, expect, it } from 'vitest';
import { digestCard } from '../../../src/features/digests/card.ts';
import { composeDigest } from '../../../src/features/digests/compose.ts';
import { clocksWithin, type Narrowing, WHOLE } from '../../../src/features/digests/narrowing.ts';
import { clocksOn } from '../../../src/treaty/clocks.ts';
import { day } from '../../../src/treaty/day.ts';
import { recordFromFiles } from '../../setup/record-files.ts';
import { readable } from '../words.ts';

const ASOF = day('2019-11-18');
const record = recordFromFiles();
const all = clocksOn(record, ASOF);

/** The digest of 18 November 2019 as a channel or person reads it that narrowed it. */
function digest(only: Partial<Narrowing>): string {
  const narrowing = { ...WHOLE, ...only };
  const clocks = clocksWithin(all, narrowing, record, ASOF);
  const facts = { record, clocks, needs: [], figures: [], workPlan: [], since: null };
  const composed = composeDigest({ ...facts, asOf: ASOF, audience: 'facts', narrowing });
  return readable(digestCard(composed, null, { kind: 'told' }).blocks);
}

describe('a digest that looks less far ahead', () => {
  it('tells thirty days, and what has passed', () => {
    const text = digest({ horizon: 30 });
    expect(text).toContain('• *Gambia* · initial report (Art. 7) · Thu 28 Nov · 10 days');
    expect(text).toContain('*Guinea-Bissau* · stockpiles (Art. 3) · 1 May 2019');
    expect(text).not.toMatch(/Philippines|Extension requests for|Until 18 November 2020|Maldives|beyond 12 months/);
    expect(text).toContain(' · 30 days ahead · ');
  });

  it('tells a hundred and twenty, with the requests that are due by then', () => {
    const text = digest({ horizon: 120 });
    expect(text).toContain('*Philippines*');
    expect(text).toContain('*Extension requests for the Second Review Conference*');
    expect(text).not.toMatch(/Maldives|Croatia/);
    expect(text).not.toContain('Open the');
  });
});

describe('a digest of one region', () => {
  it('tells the dates of its States alone, and what all of them owe as theirs', () => {
    const text = digest({ regions: ['Africa'] });
    expect(text).toContain('*Gambia*');
    expect(text).toContain('*Guinea-Bissau*');
    expect(text).toContain('• *All States Parties in Africa* · annual report for 2019 (Art. 7)');
    expect(text).not.toMatch(/Philippines|Maldives|Croatia|Lebanon|Peru/);
    expect(text).toContain(' · only Africa · ');
  });
});

describe('a digest of one theme', () => {
  it('tells the dates of its article alone', () => {
    const text = digest({ themes: ['SURVEY_AND_CLEARANCE'] });
    expect(text).toContain('*Lebanon*');
    expect(text).toContain('*Croatia*');
    expect(text).not.toMatch(/Gambia|Guinea-Bissau|Peru|annual report/);
    expect(text).toContain('only survey and clearance');
  });
});
