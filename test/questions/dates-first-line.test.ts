import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/questions/answer.ts';
import { answered } from './record.ts';

const first = (text: string): string => plainText(answered(text)).split('\n')[0] ?? '';

describe('the first line of an answer about dates', () => {
  it('is of all dates the next one and what has passed, with the count at its end', () => {
    expect(first('when are the deadlines?')).toBe(
      'Next: Gambia, initial report (Art. 7), Thu 28 Nov. Passed, no outcome on record: Guinea-Bissau, stockpiles (Art. 3), 1 May 2019. In all 130 dates of 107 States.',
    );
  });

  it.each([
    [
      'clearance deadlines in 2021',
      'Clearance (Art. 4): Bosnia and Herzegovina, 1 March 2021; Lebanon, 1 May 2021; Chile, 1 June 2021.',
    ],
    [
      'clearance deadlines in 2020',
      'Clearance (Art. 4): Croatia and Montenegro, Sat 1 Aug 2020 (last working day Fri 31 Jul 2020).',
    ],
    ['which states have stockpile deadlines?', 'Guinea-Bissau, Peru, Bulgaria, South Africa and Slovakia: five dates.'],
    [
      'initial reports due in 2012',
      'Ghana, Netherlands, Lithuania, Mozambique, Portugal, Bulgaria, Costa Rica, Botswana, Grenada, Cook Islands, Senegal, Afghanistan and five more: 17 dates.',
    ],
    ['how many states have clearance deadlines in 2021?', 'Three dates of three States.'],
    [
      'deadlines of Lebanon',
      'Lebanon, next: extension request (Art. 4), by Sun 23 Feb 2020 (last working day Fri 21 Feb 2020) for the 2RC, if more time is needed.',
    ],
    [
      'deadlines of Guinea-Bissau',
      'Guinea-Bissau, next: annual report for 2019 (Art. 7), Thu 30 Apr 2020. Stockpiles (Art. 3), 1 May 2019, passed, no outcome on record.',
    ],
    ['clearance deadline of Chad', 'Chad: clearance (Art. 4), 1 September 2023.'],
  ])('names before it counts: %s', (text, line) => {
    expect(first(text)).toBe(line);
  });

  it('is followed by all that the table shows, a line for each date', () => {
    const answer = answered('when are the deadlines?');
    const lines = plainText(answer).split('\n');
    expect(lines).toContain('• Gambia · initial report (Art. 7) · Thu 28 Nov');
    expect(lines).toContain('• Philippines · initial report (Art. 7) · Sat 28 Dec (last working day Fri 27 Dec)');
    expect(lines).toContain('• Germany, Lao PDR · clearance (Art. 4) · 1 August 2025, extended');
    expect(answer.table?.rows[2]).toEqual([
      'Philippines',
      'initial report (Art. 7)',
      'Sat 28 Dec (last working day Fri 27 Dec)',
    ]);
  });

  it('is alone where it has told everything', () => {
    expect(answered('clearance deadlines in 2021')).toMatchObject({ table: null, list: [] });
  });
});

it('names in the caption what the answer says', () => {
  expect(answered('who asked for both clearance and VA?').table?.caption).toBe(
    'States Parties that asked for help with both survey and clearance and victim assistance, 2018 reports',
  );
  expect(answered('who asked for clearance or VA?').table?.caption).toContain('clearance or victim assistance');
});
