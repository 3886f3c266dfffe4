import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Answer } from '../../src/questions/answer.ts';

const FOLDER = 'test/questions/corpus';
const OUTCOMES = ['answered', 'empty', 'no_data', 'ambiguous', 'not_understood', 'out_of_scope'] as const;

// What several questions are answered with on 18 November 2019.
const SETS: Readonly<Record<string, string>> = z
  .record(z.string(), z.string())
  .parse(JSON.parse(readFileSync(`${FOLDER}/sets.json`, 'utf8')));

const THEMES: Readonly<Record<string, string>> = {
  SD: 'STOCKPILE_DESTRUCTION',
  SC: 'SURVEY_AND_CLEARANCE',
  RRE: 'RISK_REDUCTION_EDUCATION',
  VA: 'VICTIM_ASSISTANCE',
  NI: 'NATIONAL_IMPLEMENTATION',
  TR: 'TRANSPARENCY',
  NC: 'NOT_COVERED',
};

const HELD = ['outcome', 'states', 'themes', 'count', 'dates', 'uncertain'] as const;

/** A question with what its answer must hold; what is `undefined` is not held. */
export interface Case {
  kind: string;
  ask: string;
  expected: Partial<Record<(typeof HELD)[number], unknown>>;
}

const wordsOf = (text: string): string[] => text.split(' ').filter((word) => word !== '');

function caseOf(kind: string, line: string): Case {
  const [ask = '', outcome = '', ...cells] = line.split('|').map((cell) => cell.trim());
  const [states, themes, count, dates, uncertain] = cells;
  const held = (cell: string | undefined): cell is string => cell !== undefined && cell !== '*';
  const codes = (cell: string): string[] => wordsOf(cell.replace(/@\w+/g, (name) => SETS[name] ?? name)).toSorted();
  const names = (cell: string): string[] => wordsOf(cell).map((code) => THEMES[code] ?? code);
  const isList = outcome === 'answered' || outcome === 'empty';
  return {
    kind,
    ask,
    expected: {
      outcome: z.enum(OUTCOMES).parse(outcome),
      ...(states === '*' ? {} : { states: codes(states ?? '') }),
      ...(isList && held(themes) && themes !== '' ? { themes: names(themes) } : {}),
      ...(isList && held(count) && count !== '' ? { count: count === 'null' ? null : Number(count) } : {}),
      ...(isList && held(dates) && dates !== '' ? { dates: wordsOf(dates) } : {}),
      ...(isList && held(uncertain) ? { uncertain: codes(uncertain) } : {}),
    },
  };
}

/** Every question of the corpus; the kind is the name of its file. */
export const CORPUS: readonly Case[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .flatMap((name) =>
    readFileSync(`${FOLDER}/${name}`, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => caseOf(name.replace('.txt', ''), line)),
  );

/** Every third question, chosen by its letters and by nobody: it is not looked at while the grammar is written. */
export function isHeldOut(ask: string): boolean {
  let hash = 2_166_136_261;
  for (const letter of ask) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return hash % 3 === 0;
}

/** What of `answer` differs from what is expected, in words; empty when nothing does. */
export const differences = ({ expected }: Case, answer: Answer): readonly string[] =>
  HELD.flatMap((field) => {
    if (expected[field] === undefined) return [];
    const [found, wanted] = [JSON.stringify(answer[field]), JSON.stringify(expected[field])];
    return found === wanted ? [] : [`${field} ${found} instead of ${wanted}`];
  });
