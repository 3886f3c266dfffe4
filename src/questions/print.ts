import { QUESTION, type Question } from './question.ts';

/** A question as text that is kept: with a conversation, on a button, among saved questions. */
export const print = (question: Question): string => JSON.stringify(question);

/** The question that was printed; null where the text is none, or one of an older shape. */
export function parse(text: string): Question | null {
  try {
    const read = QUESTION.safeParse(JSON.parse(text));
    return read.success ? (read.data as Question) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
