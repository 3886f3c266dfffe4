import { describe, expect, it } from 'vitest';
import { day } from '../../src/treaty/day.ts';
import { UNDERSTOOD, WITHOUT_ANSWER } from './asked.ts';
import { answered, TODAY } from './record.ts';

describe.each(Object.entries(UNDERSTOOD))('questions about %s', (_, cases) => {
  it.each(cases)('$ask', ({ ask, ...expected }) => {
    const { outcome, states, themes, count, dates, uncertain } = answered(ask);
    expect({ outcome, states, themes, count, dates, uncertain }).toEqual(expected);
  });
});

describe.each(Object.entries(WITHOUT_ANSWER))('questions whose outcome is %s', (outcome, texts) => {
  it.each(texts)('%s', (text) => {
    const answer = answered(text);
    expect(answer.outcome).toBe(outcome);
    expect([answer.states, answer.dates, answer.uncertain, answer.count, answer.table]).toEqual([
      [],
      [],
      [],
      null,
      null,
    ]);
    expect(answer.lead).not.toBe('');
  });
});

describe('counts that depend on the day', () => {
  it('name both numbers of States Parties, and count those for which the Convention is in force', () => {
    for (const text of [
      'how many States Parties are there?',
      'number of states parties',
      'which states are States Parties?',
    ]) {
      const answer = answered(text);
      expect(answer.count).toBe(106);
      expect(answer.states).toHaveLength(106);
      expect(answer.lead + answer.rest).toContain(
        'The Convention is in force for 106 States Parties; 107 have deposited their instrument',
      );
    }
    expect(answered('how many States Parties are there as of 4 September 2020?').lead).toContain('108');
    expect(answered('how many States Parties are there?', day('2020-09-04')).rest).toContain('109');
  });

  it('tell those that have deposited from those for which it is in force', () => {
    const ratified = answered('how many states have ratified?');
    expect([ratified.count, ratified.states.includes('MDV')]).toEqual([107, true]);
    const inForce = answered('for which states is the Convention in force?');
    expect([inForce.count, inForce.states.includes('MDV')]).toEqual([106, false]);
  });

  it('tell those that have signed from the signatories', () => {
    const signed = answered('which states have signed?');
    expect(signed.count).toBe(108);
    expect(signed.rest).toContain('14 of them have not deposited an instrument');
  });
});

it('answers on the day asked for as it answers on that day', () => {
  expect(TODAY).toBe('2019-11-18');
  for (const text of ['which states need victim assistance', 'deadlines of Lebanon', 'is Nigeria a State Party']) {
    const then = answered(text, day('2023-09-01'));
    expect({ ...answered(`${text} as of 1 September 2023`), question: text }).toEqual(then);
  }
});
