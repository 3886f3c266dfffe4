import type { Reader } from '../../db/client.ts';
import type { Answer } from '../../questions/answer.ts';
import type { Facts } from '../../questions/facts.ts';
import { bookIn } from '../../questions/names.ts';
import { answerTo, answerWithout } from '../../questions/reply-to.ts';
import { TONGUES } from '../../questions/tongue/tongues.ts';
import { readText } from '../../questions/understand.ts';
import type { Day } from '../../treaty/day.ts';
import { readFacts } from './facts.ts';

/** An answer, and what the treaty's dates in it may rest on. */
export interface Answered {
  answer: Answer;
  facts: Pick<Facts, 'clocks' | 'states' | 'book' | 'tongue'>;
}

/** Answers texts one by one, each as if it were asked alone; the record is read once. `register` says whether unpublished requests may enter. */
export async function askAll(
  db: Reader,
  texts: readonly string[],
  today: Day,
  register: boolean,
): Promise<readonly Answer[]> {
  return (await answered(db, texts, today, register)).map(({ answer }) => answer);
}

async function answered(
  db: Reader,
  texts: readonly string[],
  today: Day,
  register: boolean,
): Promise<readonly Answered[]> {
  const { book, factsOn } = await readFacts(db, register);
  return texts.map((text) => {
    const { reading, language } = readText(text, book, today);
    if (reading.kind !== 'understood') {
      const tongue = TONGUES[language];
      const answer = answerWithout(text, reading, { book: bookIn(book, tongue), asOf: today, tongue });
      return { answer, facts: { clocks: [], states: [], book, tongue } };
    }
    const facts = factsOn(reading.question.asOf ?? today, language);
    return { answer: answerTo(text, reading.question, facts), facts };
  });
}

/** Answers one text. */
export async function ask(db: Reader, text: string, today: Day, register: boolean): Promise<Answered> {
  const [answer] = await answered(db, [text], today, register);
  if (answer === undefined) throw new Error('One text has one answer.');
  return answer;
}
