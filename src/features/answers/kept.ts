import type { Language } from '../../questions/lexicon/lexicon.ts';
import { parse, print } from '../../questions/print.ts';
import type { Question } from '../../questions/question.ts';
import type { Day } from '../../treaty/day.ts';

/** A question as it was understood, with its language: what a button asks again, of the day it was answered for. */
export interface Kept {
  question: Question;
  language: Language;
}

const LANGUAGES: readonly Language[] = ['en', 'fr', 'es'];

/** A question as the value of a button. */
export const written = ({ question, language }: Kept, asOf: Day): string =>
  `${language} ${print({ ...question, asOf })}`;

/** The question of a button; null where an older desk wrote something else there. */
export function readKept(value: string): Kept | null {
  const language = LANGUAGES.find((each) => value.startsWith(`${each} `));
  const question = language === undefined ? null : parse(value.slice(3));
  return language === undefined || question === null ? null : { question, language };
}
