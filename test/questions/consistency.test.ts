import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateInText, longDate } from '../../src/blocks/dates.ts';
import { plainText } from '../../src/questions/answer.ts';
import { addDays, type Day, day } from '../../src/treaty/day.ts';
import { THEME_WORDS, THEMES } from '../../src/treaty/theme.ts';
import { FORBIDDEN } from '../features/words.ts';
import { ALL_ASKED } from './asked.ts';
import { answered, book } from './record.ts';

const anyDay = fc.integer({ min: 0, max: 40 }).map((at) => addDays(day('2010-01-01'), at * 157));
const anyState = fc.constantFrom(...new Set([...book.states.values()].flat()));
const anyTheme = fc.constantFrom(...THEMES.map((theme) => THEME_WORDS[theme].name));

const anyQuestion = fc.oneof(
  fc.constantFrom(...ALL_ASKED),
  fc.tuple(anyState, anyTheme, fc.constantFrom('2018', '2019', '2021')).chain(([code, theme, year]) => {
    const name = book.shortName(code);
    return fc.constantFrom(
      `what does ${name} need?`,
      `does ${name} need ${theme}?`,
      `which states asked for ${theme} in ${year}?`,
      `deadlines of ${name}`,
      `${theme} deadlines in ${year}`,
      `deadlines in ${year}`,
      `extension requests before ${year}`,
      `initial reports due in ${year}`,
      `standing of ${name}`,
      `when did ${name} ratify?`,
      `is ${name} a State Party?`,
    );
  }),
);

describe('an answer on any day', () => {
  it('says in its text every State and every date that it gives as data', () => {
    fc.assert(
      fc.property(anyQuestion, anyDay, (text, today) => {
        const answer = answered(text, today);
        const said = plainText(answer);
        const roll = /all States Parties/i.test(said) ? [] : answer.states;
        for (const state of [...roll, ...answer.uncertain]) expect(said).toContain(book.shortName(state));
        const written = (date: Day): RegExp =>
          new RegExp(
            [longDate(date), dateInText(answer.asOf, date)].map((each) => each.replace(/[()]/g, '\\$&')).join('|'),
          );
        for (const date of answer.dates) expect(said).toMatch(written(date));
      }),
      { numRuns: 600, examples: [['deadlines in 2019', day('2018-08-07')]] },
    );
  });

  it('speaks of States as the desk does', () => {
    fc.assert(
      fc.property(anyQuestion, anyDay, (text, today) => {
        const answer = answered(text, today);
        fc.pre(answer.outcome === 'answered' || answer.outcome === 'empty');
        expect([answer.lead, answer.rest, ...answer.notes.map(({ lead, rest }) => lead + rest)].join('\n')).not.toMatch(
          FORBIDDEN,
        );
        expect(JSON.stringify(answer.table)).not.toMatch(FORBIDDEN);
        expect(plainText(answer)).not.toMatch(/undefined|null|NaN|\[object/);
      }),
      { numRuns: 600 },
    );
  });

  it('never gives a date to the United Kingdom that its hidden row would give', () => {
    for (const text of ['clearance deadlines', 'deadlines of the United Kingdom', 'clearance deadlines in 2020'])
      expect(JSON.stringify(answered(text))).not.toContain('1 November 2020');
  });

  it('asks for more time only if more time is needed', () => {
    fc.assert(
      fc.property(anyQuestion, anyDay, (text, today) => {
        for (const line of plainText(answered(text, today)).split(/[;\n]/))
          if (/extension request \(Art/i.test(line) && !/submitted/.test(line))
            expect(line).toContain('if more time is needed');
      }),
      { numRuns: 300 },
    );
  });

  it('says so in a list of such dates, alone or among others', () => {
    for (const text of ['extension requests before 2021', 'deadlines in 2020'])
      expect(plainText(answered(text))).toMatch(
        /Bosnia and Herzegovina, Chile(,| and) Lebanon( ·|,) extension request \(Art\. 4\)( ·|,) Sun 23 Feb 2020 \(last working day Fri 21 Feb 2020\), if more time is needed/,
      );
  });

  it('says why a State has no date', () => {
    const why = (text: string): string => answered(text).lead + answered(text).rest;
    expect(why('deadlines of Nigeria')).toBe('Nigeria: it is not a State Party, so the treaty sets it no date.');
    expect(why('deadlines of Lithuania as of 2026-01-01')).toBe(
      'Lithuania: it has withdrawn, so the treaty sets it no date.',
    );
    expect(why('clearance deadline of Maldives')).toBe(
      'Maldives: the Convention is not yet in force for it, and no such date is on record.',
    );
    expect(why('clearance deadline of Norway in 2030')).toBe('Norway: no such date of its lies in that time.');
    expect(why('stockpile deadline of Austria')).toBe('Austria: no such obligation or date is on record.');
  });

  it('offers only what it understands', () => {
    for (const text of ALL_ASKED)
      for (const suggestion of answered(text).suggestions) {
        const { outcome } = answered(suggestion);
        expect(`${suggestion}: ${['answered', 'empty'].includes(outcome)}`).toBe(`${suggestion}: true`);
      }
  });
});
