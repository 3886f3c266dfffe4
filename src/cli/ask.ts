import { readFile } from 'node:fs/promises';
import { askAll } from '../features/answers/use-cases.ts';
import { type Answer, plainText } from '../questions/answer.ts';
import { answerJson } from '../questions/json.ts';
import { asOfGiven } from './as-of.ts';
import { AS_OF, DATA, type Given, JSON_OPTION, refuse, type Taken, type Terminal, type Verb } from './verb.ts';
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
async function questionsOf({ options: { batch }, words, terminal }: Given): Promise<Taken<readonly string[]>> {
  const text = words.join(' ');
  if (typeof batch !== 'string') {
    return text.trim() === ''
      ? { ok: false, problem: 'Give a question: action5 ask "which states need victim assistance?"' }
      : { ok: true, value: [text] };
  }
  if (words.length > 0) return { ok: false, problem: 'Give a question or --batch, not both.' };
  const read = batch === '-' ? textOf(terminal.input) : readFile(batch, 'utf8');
  return read.then(
    (lines) => ({ ok: true as const, value: linesOf(lines) }),
    (error: unknown) => ({
      ok: false as const,
      problem: `--batch: ${batch} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    }),
  );
}

/** One answer as it is printed: as JSON, in words, or in words on the one line that its question has in a batch. */
function printed(answer: Answer, { json, batch }: Given['options']): string {
  if (json) return JSON.stringify(answerJson(answer));
  return batch === undefined ? inWords(answer) : inWords(answer).replaceAll(/\s*\n\s*/g, ' ');
}

export const ask: Verb = {
  name: 'ask',
  usage: '[--as-of D] [--batch FILE|-] [--json] "question"',
  about: 'Answers a question from the record, with names and sources.',
  takesWords: true,
  options: {
    ...AS_OF,
    batch: { type: 'string', about: 'one question a line from this file, - for standard input; one answer a line' },
    ...JSON_OPTION,
    ...DATA,
  },
  async run(given) {
    const { options, terminal } = given;
    const asOf = asOfGiven(given);
    if (!asOf.ok) return refuse(terminal, asOf.problem);
    const asked = await questionsOf(given);
    if (!asked.ok) return refuse(terminal, asked.problem);
    return withRecord(given, async ({ db }) => {
      for (const answer of await askAll(db, asked.value, asOf.value, true)) terminal.out(printed(answer, options));
      return 0;
    });
  },
};
