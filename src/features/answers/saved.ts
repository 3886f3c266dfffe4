import type { Temporal } from 'temporal-polyfill';
import type { Reader, Tx } from '../../db/client.ts';
import { timeOf } from '../../db/days.ts';
import type { Ids } from '../../desk/ports.ts';
import type { Answer } from '../../questions/answer.ts';
import type { Language } from '../../questions/lexicon/lexicon.ts';
import { parse, print } from '../../questions/print.ts';
import type { Day } from '../../treaty/day.ts';
import { askAllAgain } from './asking.ts';
import type { Kept } from './kept.ts';

/** As many as a form can show with a box each. */
export const MOST_SAVED = 10;

/** A question that a person keeps, with its answer of the day. */
export interface SavedAnswer {
  id: string;
  text: string;
  /** The answer in a sentence. */
  said: string;
  /** The States, number and dates of the answer, to compare with those that were seen. */
  mark: string;
  /** Whether it is another than the person has seen. */
  changed: boolean;
}

const markOf = ({ outcome, states, count, dates }: Answer): string => JSON.stringify([outcome, states, count, dates]);

const openOf = (db: Reader, person: string) =>
  db.savedQuestion.findMany({ where: { person, endedAt: null }, orderBy: [{ savedAt: 'asc' }, { id: 'asc' }] });

/** The questions that a person keeps, oldest first. */
export const savedBy = async (db: Reader, person: string): Promise<readonly { id: string; text: string }[]> =>
  (await openOf(db, person)).map(({ id, text }) => ({ id, text }));

/** Keeps a question for a person, who has seen its answer. */
export async function saveQuestion(
  tx: Tx,
  ids: Ids,
  { person, text, kept, answer }: { person: string; text: string; kept: Kept; answer: Answer },
  at: Temporal.Instant,
): Promise<'saved' | 'already' | 'too_many'> {
  const open = await openOf(tx, person);
  const question = print(kept.question);
  if (open.some((row) => row.question === question)) return 'already';
  if (open.length >= MOST_SAVED) return 'too_many';
  const { language } = kept;
  const row = { id: ids.next(), person, text, question, language, answer: markOf(answer), savedAt: timeOf(at) };
  await tx.savedQuestion.create({ data: row });
  return 'saved';
}

/** Lets go of the questions of a person that are not among `keep`. */
export const keepSavedOnly = (
  tx: Reader,
  person: string,
  keep: readonly string[],
  at: Temporal.Instant,
): Promise<unknown> =>
  tx.savedQuestion.updateMany({
    where: { person, endedAt: null, id: { notIn: [...keep] } },
    data: { endedAt: timeOf(at) },
  });

const isLanguage = (text: string): text is Language => text === 'en' || text === 'fr' || text === 'es';

/** What a member's questions are answered with on a day; one that the desk reads otherwise by now is left out. */
export async function savedAnswers(db: Reader, person: string, today: Day): Promise<readonly SavedAnswer[]> {
  const rows = (await openOf(db, person)).flatMap(({ language, question, ...row }) => {
    const read = parse(question);
    return read === null || !isLanguage(language) ? [] : [{ ...row, kept: { question: read, language } }];
  });
  if (rows.length === 0) return [];
  const answers = await askAllAgain(
    db,
    rows.map(({ kept }) => kept),
    today,
  );
  return rows.flatMap(({ id, text, answer: seen }, at): readonly SavedAnswer[] => {
    const answer = answers[at];
    if (answer === undefined) return [];
    const mark = markOf(answer);
    return [{ id, text, said: `${answer.lead}${answer.rest}`.replace(/\s+/g, ' '), mark, changed: mark !== seen }];
  });
}

/** Keeps what a person has been told in answer to their questions. */
export async function sawAnswers(tx: Tx, answers: readonly SavedAnswer[]): Promise<void> {
  for (const { id, mark, changed } of answers)
    if (changed) await tx.savedQuestion.update({ where: { id }, data: { answer: mark } });
}
