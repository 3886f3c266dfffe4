import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataTable, fields, header, menu, option, section } from '../../src/blocks/build.ts';
import { clamp, LIMITS, lengthOf } from '../../src/blocks/limits.ts';
import { md } from '../../src/blocks/mrkdwn.ts';

describe("Slack's limits", () => {
  it('cuts by code points and never splits a character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const cut = clamp(text, limit);
        expect(lengthOf(cut)).toBeLessThanOrEqual(limit);
        expect(cut === text || cut.endsWith('…')).toBe(true);
      }),
    );
    expect(clamp('😀😀😀', 2)).toBe('😀…');
  });

  it('keeps every builder within them, whatever a person typed', () => {
    const long = 'ß😀'.repeat(5_000);
    expect(lengthOf(header(long).text.text)).toBe(LIMITS.headerText);
    expect(lengthOf(section(md`${long}`).text?.text ?? '')).toBe(LIMITS.sectionText);
    expect(fields(Array.from({ length: 12 }, () => md`${long}`)).fields).toHaveLength(LIMITS.fields);
    expect(lengthOf(option(long, long, long).value ?? '')).toBe(LIMITS.optionValue);
    expect(
      menu(
        'a',
        Array.from({ length: 9 }, (_, n) => option(`${n}`, `${n}`)),
      ).options,
    ).toHaveLength(LIMITS.overflowOptions);
  });

  it('leaves no cell of a table empty and no more rows than Slack takes', () => {
    const table = dataTable(
      'c',
      Array.from({ length: 300 }, () => ['a', '']),
    );
    expect(table.rows).toHaveLength(LIMITS.tableRows + 1);
    expect(table.rows[5]).toEqual([
      { type: 'raw_text', text: 'a' },
      { type: 'raw_text', text: '–' },
    ]);
  });
});
