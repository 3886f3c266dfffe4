import { describe, expect, it } from 'vitest';
import { longestStockpileExtension } from '../../src/treaty/article-3.ts';
import { longestClearanceExtension } from '../../src/treaty/article-4.ts';
import { clocksOn } from '../../src/treaty/clocks.ts';
import { addDays, type Day, day } from '../../src/treaty/day.ts';
import { extensionBasis } from '../../src/treaty/extension-basis.ts';
import { recordFromFiles } from '../setup/record-files.ts';

const record = recordFromFiles();
const [anyEvent] = record.events;
if (anyEvent === undefined) throw new Error('The record has events.');
const granted = { ...anyEvent, meeting: '9MSP' };

const basis = (article: 3 | 4, replaced: Day, due: Day, grants = 1): string =>
  extensionBasis(article, { granted, grants, replaced, due });

describe('what an extension rests on', () => {
  it('is Article 3.3 for up to four years, the further ones in exceptional circumstances', () => {
    const deadline = day('2019-10-01');
    expect(longestStockpileExtension(deadline)).toBe('2023-10-01');
    expect(basis(3, deadline, day('2023-10-01'))).toBe('; extended under Art. 3.3 until 2023-10-01 (9MSP)');
    expect(basis(3, deadline, day('2021-04-01'), 2)).toBe(
      '; extended again, in exceptional circumstances, under Art. 3.3 until 2021-04-01 (9MSP)',
    );
  });

  it('is Article 4.5 for up to five years, and Article 4.8 for each renewal', () => {
    const deadline = day('2020-08-01');
    expect(longestClearanceExtension(deadline)).toBe('2025-08-01');
    expect(basis(4, deadline, day('2025-08-01'))).toBe('; extended under Art. 4.5 until 2025-08-01 (9MSP)');
    expect(basis(4, deadline, day('2025-08-01'), 2)).toBe('; extended under Art. 4.8 until 2025-08-01 (9MSP)');
  });

  it('says when it is longer than the article allows or moves nothing, and refuses neither', () => {
    const deadline = day('2020-08-01');
    expect(basis(4, deadline, addDays(day('2025-08-01'), 1))).toMatch(/; Art\. 4\.5 allows up to 2025-08-01$/);
    expect(basis(3, deadline, addDays(day('2024-08-01'), 1))).toMatch(/; Art\. 3\.3 allows up to 2024-08-01$/);
    expect(basis(4, deadline, deadline)).toMatch(/; not later than the deadline it replaced, 2020-08-01$/);
  });

  it('stands with the clock, counted from the deadline that the grant replaced', () => {
    const chile = clocksOn(record, day('2022-09-02')).find(
      ({ state, kind }) => state === 'CHL' && kind === 'clearance',
    );
    expect(chile?.basis).toBe(
      'Art. 4.1(a): entry into force 2011-06-01 + 10 years; extended under Art. 4.8 until 2026-06-01 (10MSP)',
    );
    const bulgaria = clocksOn(record, day('2022-09-02')).find(
      ({ state, kind }) => state === 'BGR' && kind === 'stockpile',
    );
    expect(bulgaria?.basis).toContain('extended again, in exceptional circumstances, under Art. 3.3 until 2023-12-31');
  });

  it('is in no grant of the record longer than the treaty allows', () => {
    for (let asOf = day('2019-01-01'); asOf < '2026-12-01'; asOf = addDays(asOf, 60))
      for (const clock of clocksOn(record, asOf)) {
        expect(clock.basis).not.toContain('allows up to');
        expect(clock.basis).not.toContain('not later than');
      }
  });
});
