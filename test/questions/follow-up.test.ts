import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followUp } from '../../src/questions/follow-up.ts';
import { parse, print } from '../../src/questions/print.ts';
import type { Question } from '../../src/questions/question.ts';
import { RULES } from '../../src/questions/rules.ts';
import { readText } from '../../src/questions/understand.ts';
import { day } from '../../src/treaty/day.ts';
import { THEMES } from '../../src/treaty/theme.ts';
import { CORPUS } from './corpus.ts';
import { answeredAs, book, TODAY } from './record.ts';

function asked(text: string): Question {
  const { reading } = readText(text, book, TODAY);
  if (reading.kind !== 'understood') throw new Error(`Not understood: ${text}`);
  return reading.question;
}

/** The answer to the last of some texts, each of which follows the one before it. */
function conversation(first: string, ...others: readonly string[]) {
  let question = asked(first);
  let language = readText(first, book, TODAY).language;
  for (const text of others) {
    const next = followUp(text, question, book, TODAY);
    if (next === null) return null;
    ({ question, language } = next);
  }
  return answeredAs(others.at(-1) ?? first, question, language);
}

const VA = 'which states need victim assistance?';

describe('a follow-up', () => {
  it.each([
    [[VA, 'and for RRE?'], 'AFG IRQ LBN MNE SOM'],
    [[VA, 'And Chad?'], 'TCD'],
    [[VA, 'and for RRE?', 'in Africa'], 'SOM'],
    [[VA, 'only those before 2021'], 'MNE'],
    [[VA, 'what about clearance?', 'and Lebanon?'], 'LBN'],
    [['clearance deadlines in 2021', 'and in 2022?'], 'AFG'],
    [['clearance deadlines in 2021', 'and stockpiles?'], 'BGR PER'],
    [['deadlines of Lebanon', 'And Chad?'], 'TCD'],
    [['is Chad a State Party?', 'and Lebanon?'], 'LBN'],
    [['who coordinates victim assistance?', 'and clearance?'], 'AFG SWE'],
    [
      ["quels États ont besoin d'assistance aux victimes ?", "et pour l'éducation aux risques ?"],
      'AFG IRQ LBN MNE SOM',
    ],
    [['¿qué Estados necesitan asistencia a las víctimas?', '¿y para limpieza?'], 'AFG LAO LBN MNE PSE TCD'],
  ])('changes what it names and keeps the rest: %j', (texts, states) => {
    const [first = '', ...others] = texts;
    expect(conversation(first, ...others)?.states.join(' ')).toBe(states);
  });

  it('is answered in its own language', () => {
    expect(conversation(VA, "et pour l'éducation aux risques ?")?.lead).toBe(
      "Cinq États parties ont demandé une aide pour l'éducation à la réduction des risques",
    );
  });

  it('asks for another day', () => {
    expect(conversation('clearance deadlines', 'as of 1 January 2021')?.asOf).toBe('2021-01-01');
  });

  it.each(['and the weather?', 'and xyzzy?', 'and Congo?', 'how much money?', '', 'and', 'yes'])(
    'is none where it says something else: “%s”',
    (text) => expect(conversation(VA, text)).toBeNull(),
  );
});

describe('a printed question', () => {
  const theme = fc.constantFrom(...THEMES);
  const state = fc.constantFrom('AFG', 'LBN', 'TCD', 'LAO');
  const date = fc.constantFrom(day('2019-11-18'), day('2021-03-01'), day('2022-12-31'));
  const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { nil: null });
  const span = fc.record({
    from: maybe(date),
    until: maybe(date),
    meeting: maybe(fc.record({ side: fc.constantFrom('before' as const, 'after' as const), code: fc.string() })),
  });
  const needs = fc.record({
    themes: fc.array(theme),
    combine: fc.constantFrom('all' as const, 'any' as const, 'only' as const),
    exclude: fc.array(theme),
    year: maybe(fc.integer({ min: 2010, max: 2030 })),
    status: maybe(fc.constantFrom('open' as const, 'verified' as const)),
    unowned: fc.boolean(),
    owned: fc.boolean(),
    olderThan: maybe(fc.nat(500)),
    amount: maybe(fc.record({ least: fc.nat(5), most: maybe(fc.nat(5)) })),
  });
  const dated = fc.record({
    kinds: maybe(fc.array(fc.constantFrom('clearance' as const, 'initial_report' as const))),
    themes: fc.array(theme),
    span,
    only: maybe(fc.constantFrom('passed' as const, 'doubtful' as const)),
    decidedAt: maybe(fc.string()),
  });
  const states = fc.array(state);
  const questions: fc.Arbitrary<Question> = fc.oneof(
    fc.record({
      about: fc.constant('needs' as const),
      asOf: maybe(date),
      asked: needs,
      states,
      without: states,
      region: maybe(fc.constantFrom('Africa' as const, 'Asia' as const)),
      form: fc.constantFrom('list' as const, 'yes_no' as const, 'count_requests' as const),
    }),
    fc.record({
      about: fc.constant('deadlines' as const),
      asOf: maybe(date),
      dated,
      states,
      without: states,
      region: maybe(fc.constantFrom('Africa' as const, 'Asia' as const)),
      pick: maybe(fc.constantFrom('next' as const, 'last' as const)),
      form: fc.constantFrom('dates' as const, 'states' as const, 'days' as const),
    }),
    fc.record({
      about: fc.constant('states' as const),
      asOf: maybe(date),
      filters: fc.array(
        fc.oneof(
          fc.record({ is: fc.constant('asked' as const), not: fc.boolean(), asked: needs }),
          fc.record({ is: fc.constant('dated' as const), not: fc.boolean(), dated }),
          fc.record({ is: fc.constant('among' as const), not: fc.boolean(), states }),
        ),
      ),
      form: fc.constantFrom('list' as const, 'count' as const),
    }),
    fc.record({ about: fc.constant('rules' as const), asOf: maybe(date), rule: fc.constantFrom(...RULES) }),
  );

  it('is read again as the same question, whatever it asks', () => {
    fc.assert(
      fc.property(questions, (question) => {
        expect(parse(print(question))).toEqual(question);
      }),
    );
    for (const { ask } of CORPUS) {
      const { reading } = readText(ask, book, TODAY);
      if (reading.kind === 'understood') expect(parse(print(reading.question))).toEqual(reading.question);
    }
  });

  it.each(['', '{', '[]', '{"about":"needs"}', '{"about":"weather","asOf":null}'])('is none of “%s”', (text) =>
    expect(parse(text)).toBeNull(),
  );
});
