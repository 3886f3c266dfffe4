import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStartingRecord } from '../../src/db/starting-record/read.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'record-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What is said of the starting record when `from` in obligation-events.csv reads `to`. */
function problemWith(from: string, to: string): string {
  cpSync('prisma/record', folder, { recursive: true });
  const file = join(folder, 'obligation-events.csv');
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`The record does not hold "${from}".`);
  writeFileSync(file, text.replace(from, to));
  const read = readStartingRecord(folder);
  return read.ok ? '' : read.problem;
}

describe('the deadlines of the starting record', () => {
  it('are eight and ten years after entry into force', () => {
    expect(readStartingRecord('prisma/record').ok).toBe(true);
  });

  it('are refused when Article 3.2 or 4.1(a) does not give them', () => {
    expect(
      problemWith('LBN,4,obligation,2011-05-01,day,2021-05-01', 'LBN,4,obligation,2011-05-01,day,2021-05-02'),
    ).toBe(
      'obligation-events.csv: the deadline of LBN under Article 4 is 2021-05-02; Article 4.1(a) gives 2021-05-01. Nothing was loaded.',
    );
    expect(problemWith('PER,3,obligation,2013-03-01,day,2021-03-01', 'PER,3,obligation,2013-03-01,day,')).toBe(
      'obligation-events.csv: the deadline of PER under Article 3 is missing; Article 3.2 gives 2021-03-01. Nothing was loaded.',
    );
    expect(
      problemWith(
        'COL,4,obligation_unclear,2016-03-01,day,2026-03-01',
        'COL,4,obligation_unclear,2016-03-01,day,2027-03-01',
      ),
    ).toContain('Article 4.1(a) gives 2026-03-01');
  });

  it('belong to States Parties', () => {
    expect(problemWith('LBN,4,obligation,', 'USA,4,obligation,')).toBe(
      'obligation-events.csv: USA has an obligation and is no State Party. Nothing was loaded.',
    );
  });

  it('may be moved by a grant to any day', () => {
    expect(
      problemWith(
        'DEU,4,extension_granted,2019-09-04,day,2025-08-01',
        'DEU,4,extension_granted,2019-09-04,day,2026-01-01',
      ),
    ).toBe('');
  });
});
