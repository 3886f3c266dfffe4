import { readFile } from 'node:fs/promises';
import { askAll } from '../features/answers/use-cases.ts';
import { type Answer, plainText } from '../questions/answer.ts';
import { answerJson } from '../questions/json.ts';
import { dayOf } from './as-of.ts';
import { AS_OF, DATA, type Given, JSON_OPTION, type Terminal, type Verb } from './verb.ts';
import { withRecord } from './with-record.ts';

const inWords = (answer: Answer): string =>
  [
    plainText(answer),
    ...(answer.understood === '' ? [] : [`Understood: ${answer.understood}`]),
    ...(answer.suggestions.length === 0 ? [] : [`Try: ${answer.suggestions.join(' · ')}`]),
  ].join('\n');

async function textOf(input: Terminal['input']): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of input) parts.push(typeof part === 'string' ? Buffer.from(part) : part);
  return Buffer.concat(parts).toString('utf8');
}

/** The lines of a batch: a byte order mark and CRLF are tolerated, a last line break ends the last line. */
function linesOf(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** The questions that were given: words of the command, or one a line of a file or of standard input. */
async function questionsOf({
  options,
  words,
  terminal,
}: Given): Promise<{ ok: true; texts: readonly string[] } | { ok: false; problem: string }> {
  const { batch } = options;
  if (typeof batch !== 'string') {
    const text = words.join(' ');
    return text === ''
      ? { ok: false, problem: 'Give a question: action5 ask "which states need victim assistance?"' }
      : { ok: true, texts: [text] };
  }
  if (words.length > 0) return { ok: false, problem: 'Give a question or --batch, not both.' };
  const read = batch === '-' ? textOf(terminal.input) : readFile(batch, 'utf8');
  return read.then(
    (text) => ({ ok: true as const, texts: linesOf(text) }),
    (error: unknown) => ({
      ok: false as const,
      problem: `${batch} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    }),
  );
}

export const ask: Verb = {
  name: 'ask',
  usage: '[--as-of D] [--batch FILE|-] [--json] "question"',
  about: 'Answers a question from the record, with names and sources.',
  options: {
    ...AS_OF,
    batch: { type: 'string', about: 'one question a line from this file, - for standard input; one answer a line' },
    ...JSON_OPTION,
    ...DATA,
  },
  async run(given) {
    const asked = await questionsOf(given);
    if (!asked.ok) {
      given.terminal.err(asked.problem);
      return 2;
    }
    return withRecord(given, async ({ db }, clock) => {
      const asOf = dayOf('as-of', given.options['as-of'], clock);
      if (!asOf.ok) {
        given.terminal.err(asOf.problem);
        return 2;
      }
      const answers = await askAll(db, asked.texts, asOf.day, true);
      for (const answer of answers)
        given.terminal.out(given.options['json'] ? JSON.stringify(answerJson(answer)) : inWords(answer));
      return 0;
    });
  },
};
