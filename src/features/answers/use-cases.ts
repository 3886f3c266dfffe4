import type { Reader } from '../../db/client.ts';
import type { Answer } from '../../questions/answer.ts';
import { answerTo, answerWithout } from '../../questions/reply-to.ts';
import { understand } from '../../questions/understand.ts';
import type { Day } from '../../treaty/day.ts';
import { readFacts } from './facts.ts';

/** Answers texts one by one, each as if it were asked alone; the record is read once. `register` says whether unpublished requests may enter. */
export async function askAll(
  db: Reader,
  texts: readonly string[],
  today: Day,
  register: boolean,
): Promise<readonly Answer[]> {
  const { book, factsOn } = await readFacts(db, register);
  return texts.map((text) => {
    const reading = understand(text, book, today);
    if (reading.kind !== 'understood') return answerWithout(text, reading, book, today);
    return answerTo(text, reading.question, factsOn(reading.question.asOf ?? today));
  });
}

/** Answers one text. */
export async function ask(db: Reader, text: string, today: Day, register: boolean): Promise<Answer> {
  const [answer] = await askAll(db, [text], today, register);
  if (answer === undefined) throw new Error('One text has one answer.');
  return answer;
}
