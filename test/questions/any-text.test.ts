import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_QUESTION, understand } from '../../src/questions/understand.ts';
import { ALL_ASKED } from './asked.ts';
import { answered, book, TODAY } from './record.ts';

const WITHOUT = ['ambiguous', 'no_data', 'out_of_scope', 'not_understood'];

/** Milliseconds of this process for one reading, the quickest of some runs: what else the machine does is not counted. */
function timeOf(text: string): number {
  const runs = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    understand(text, book, TODAY);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
  return Math.min(...runs);
}

describe('any text', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \t\n '],
    ['punctuation', '???!!!...;;;'],
    ['an emoji', '🎉🎉'],
    ['emoji and words', '🙏 please 🙏 help 🙏'],
    ['Arabic', 'ما هي الدول التي تحتاج إلى مساعدة الضحايا؟'],
    ['German', 'Welche Staaten brauchen Hilfe für Opfer?'],
    ['two languages at once', 'which États need la limpieza'],
    ['words turned about', '\u202Ewhich states need victim assistance\u202C not'],
    ['everybody', '<!channel> who needs help <!here>'],
    ['a mention', '<@U1> needs clearance'],
    ['SQL', '\'; DROP TABLE "AssistanceRequest"; --'],
    ['code', 'function (a) { return a ?? [b].map((c) => c); }'],
    ['a pattern', '(a+)+$ ^.*[a-z]{1,99}'],
    ['markup', '*bold* _italic_ `code` <https://example.org|link>'],
    ['a path', '../../etc/passwd'],
    ['a word of the language', '__proto__ constructor toString hasOwnProperty'],
    ['numbers', '0 1 2 3 -1 1e99 NaN'],
    ['letters that only look alike', 'which states need сlеаrаnсе?'],
    ['one word many times', 'states '.repeat(70)],
    ['five thousand characters', 'which states need victim assistance? '.repeat(140)],
    ['one word of five thousand letters', 'a'.repeat(5_000)],
  ])('is answered honestly: %s', (_, text) => {
    const answer = answered(text);
    expect(answer.outcome).toBe('not_understood');
    expect(answer.lead).not.toBe('');
    expect(answer.suggestions.length).toBeGreaterThan(0);
  });

  it('is read through what cannot be seen', () => {
    const plain = answered('which states need victim assistance?');
    for (const text of [
      'which\u200B states need vic\u200Btim assist\u00ADance?',
      '\uFEFFwhich states need victim assistance?',
      'which\u00A0states need victim\u3000assistance?',
      'ｗｈｉｃｈ states need victim assistance?',
      '  Which   STATES,\nneed "victim assistance"?!  ',
    ])
      expect({ ...answered(text), question: plain.question }).toEqual(plain);
  });

  it('with thirty States is answered State by State', () => {
    const names = [...new Set([...book.states.values()].flatMap((codes) => (codes.length === 1 ? codes : [])))]
      .slice(0, 30)
      .map((code) => book.shortName(code));
    const answer = answered(`needs of ${names.join(', ')}`);
    expect(answer.outcome).toBe('answered');
    for (const name of names) expect(answer.lead + answer.rest).toContain(name);
  });

  it('of up to its longest is read, and a longer one is told so', () => {
    const padded = (size: number): string => 'which states need victim assistance'.padEnd(size, ' ');
    expect(answered(padded(LONGEST_QUESTION)).outcome).toBe('answered');
    expect(answered(padded(LONGEST_QUESTION + 1)).lead).toBe('This is longer than the 500 characters of a question');
  });

  const words = fc.constantFrom(
    ...ALL_ASKED.flatMap((text) => text.split(' ')),
    ...[
      'Lebanon',
      'Congo',
      'Guinea',
      'LBN',
      'not',
      '2018',
      '30 February 2020',
      'as of',
      '<!channel>',
      '<@U1>',
      '\u202E',
      "'",
    ],
  );
  const anyText = fc.oneof(
    fc.string({ maxLength: 600, unit: 'binary' }),
    fc.string({ maxLength: 200, unit: 'grapheme' }),
    fc.array(words, { maxLength: 14 }).map((each) => each.join(' ')),
    fc.constantFrom(...ALL_ASKED),
  );

  it('has one outcome, and names nothing where it has no answer', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const answer = answered(text);
        expect(['answered', 'empty', ...WITHOUT]).toContain(answer.outcome);
        expect(answer.lead).not.toBe('');
        expect(answer.question).toBe(text);
        if (WITHOUT.includes(answer.outcome)) expect([answer.states, answer.dates]).toEqual([[], []]);
        if (answer.outcome === 'answered' || answer.outcome === 'empty') expect(answer.understood).not.toBe('');
        expect(answer.states).toEqual([...new Set(answer.states)].toSorted());
        expect(answer.dates).toEqual([...new Set(answer.dates)].toSorted());
        expect(answer.uncertain.filter((state) => answer.states.includes(state))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is read the same way each time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(understand(text, book, TODAY)).toEqual(understand(text, book, TODAY));
      }),
      { numRuns: 100 },
    );
  });

  it('is read in less than a millisecond as people ask, and quickly at its worst', () => {
    const times = ALL_ASKED.map(timeOf).toSorted((a, b) => a - b);
    expect(times[Math.floor(times.length / 2)]).toBeLessThan(1);
    const worst = [
      Array.from({ length: 50 }, (_, at) => `unknown${at}`).join(' '),
      'Republc of '.repeat(45),
      'a b c d e '.repeat(50),
      'philippinas '.repeat(41),
      '(((((((((('.repeat(50),
      '1 2 3 4 5 '.repeat(50),
    ];
    for (const text of worst) expect(timeOf(text.slice(0, LONGEST_QUESTION))).toBeLessThan(100);
  });
});
