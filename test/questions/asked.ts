import { readFileSync } from 'node:fs';
import { z } from 'zod';

const list = z
  .string()
  .default('')
  .transform((text) => text.split(' ').filter((word) => word !== ''));

const CASES = z.array(
  z.strictObject({
    ask: z.string(),
    outcome: z.enum(['answered', 'empty', 'no_data']),
    states: list,
    themes: list,
    count: z.number().nullable().default(null),
    dates: list,
    uncertain: list,
  }),
);
const REFUSALS = z.record(z.enum(['ambiguous', 'no_data', 'out_of_scope', 'not_understood']), z.array(z.string()));

const file = (name: string): unknown => JSON.parse(readFileSync(`test/questions/cases/${name}.json`, 'utf8'));

/** Questions that are understood, with what the answer to each must be on 18 November 2019. */
export const UNDERSTOOD = {
  needs: CASES.parse(file('needs')),
  deadlines: CASES.parse(file('deadlines')),
  standing: CASES.parse(file('standing')),
};

/** Questions without an answer, by outcome. */
export const WITHOUT_ANSWER = REFUSALS.parse(file('without-answer'));

/** All of them as they are typed. */
export const ALL_ASKED: readonly string[] = [
  ...Object.values(UNDERSTOOD)
    .flat()
    .map(({ ask }) => ask),
  ...Object.values(WITHOUT_ANSWER).flat(),
];
