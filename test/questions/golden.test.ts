import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerJson } from '../../src/questions/json.ts';
import { answered } from './record.ts';

const FOLDER = 'test/questions/golden';
const golden = z.array(z.looseObject({ question: z.string(), outcome: z.string() }));

describe.each(readdirSync(FOLDER))('the stable answers of %s', (file) => {
  const answers = golden.parse(JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')));

  it.each(answers)('$question', (expected) => {
    expect(answerJson(answered(expected.question))).toEqual(expected);
    expect(file).toBe(`${expected.outcome}.json`);
  });
});

it('stand for every outcome', () => {
  expect(readdirSync(FOLDER)).toEqual(
    ['ambiguous', 'answered', 'empty', 'no_data', 'not_understood', 'out_of_scope'].map((outcome) => `${outcome}.json`),
  );
});

it('have these fields, in this order', () => {
  expect(Object.keys(answerJson(answered('which states need victim assistance?')))).toEqual([
    'question',
    'outcome',
    'understood',
    'asOf',
    'states',
    'themes',
    'count',
    'dates',
    'uncertain',
    'text',
    'sources',
    'suggestions',
    'language',
  ]);
});
