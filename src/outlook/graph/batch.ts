import { z } from 'zod';
import { type Patience, waitFor } from './patience.ts';
import type { Answered, Asked, Wire } from './wire.ts';

/** Graph takes no more in one request; it works on four of them at once. */
const MOST = 20;
const ATTEMPTS = 6;

const shape = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.number().int(),
      headers: z.record(z.string(), z.string()).nullish(),
      body: z.unknown().optional(),
    }),
  ),
});

interface Waiting {
  asked: Asked;
  at: number;
  attempts: number;
  /** The machine's milliseconds before which Graph does not want it. */
  notBefore: number;
}

/** Sends many requests, twenty at a time and one batch after the other, so that a mailbox never has more than four under way. */
export interface Batch {
  /** Each is answered once, in any order; a member without an answer is told as silence. */
  send(all: readonly Asked[], onAnswer: (at: number, answer: Answered) => Promise<void>): Promise<void>;
  /** The answers in the order of what was asked. */
  all(asked: readonly Asked[]): Promise<readonly Answered[]>;
}

const SILENT: Answered = { kind: 'silence', text: 'There was no answer to this part of the batch.' };

async function tellAll(
  answers: readonly (readonly [number, Answered])[],
  onAnswer: (at: number, answer: Answered) => Promise<void>,
): Promise<void> {
  for (const [at, answer] of answers) await onAnswer(at, answer);
}

export function batchOver(wire: Wire, patience: Patience): Batch {
  const now = (): number => patience.now().epochMilliseconds;

  /** One batch: what each member was answered; all the same where the batch as a whole was. */
  async function exchange(members: readonly Waiting[]): Promise<readonly Answered[]> {
    const requests = members.map(({ asked: { method, path, headers = {}, body } }, at) => ({
      id: String(at + 1),
      method,
      url: `/${path.replace(/^\//, '')}`,
      headers: { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(body === undefined ? {} : { body }),
    }));
    const outer = await wire.ask({ method: 'POST', path: '$batch', body: { requests } });
    if (outer.kind === 'silence' || outer.status !== 200) return members.map(() => outer);
    const parsed = shape.safeParse(outer.body);
    const answers = parsed.success ? parsed.data.responses : [];
    return requests.map(({ id }): Answered => {
      const found = answers.find((each) => each.id.toLowerCase() === id);
      if (found === undefined) return SILENT;
      const headers = new Map(Object.entries(found.headers ?? {}).map(([name, text]) => [name.toLowerCase(), text]));
      return { kind: 'answer', status: found.status, headers, body: found.body };
    });
  }

  /** The moment from which it may be sent again; null when its answer stands. */
  function again(answer: Answered, attempts: number): number | null {
    if (answer.kind === 'silence' || attempts >= ATTEMPTS) return null;
    const retryAfter = answer.headers.get('retry-after');
    if (answer.status !== 429 && !(answer.status === 503 && retryAfter !== undefined)) return null;
    const ms = waitFor(retryAfter, patience.now());
    return ms === null ? null : now() + ms;
  }

  async function send(all: readonly Asked[], onAnswer: (at: number, answer: Answered) => Promise<void>): Promise<void> {
    let telling: Promise<void> = Promise.resolve();
    let waiting: readonly Waiting[] = all.map((asked, at) => ({ asked, at, attempts: 1, notBefore: 0 }));
    while (waiting.length > 0) {
      if (patience.ended?.()) {
        await telling;
        return tellAll(
          waiting.map(({ at }) => [at, SILENT]),
          onAnswer,
        );
      }
      const ready = waiting.filter(({ notBefore }) => notBefore <= now()).slice(0, MOST);
      if (ready.length === 0) {
        await patience.wait(Math.max(1, Math.min(...waiting.map(({ notBefore }) => notBefore)) - now()));
        continue;
      }
      const [answers] = await Promise.all([exchange(ready), telling]);
      const rest = waiting.filter((each) => !ready.includes(each));
      const repeated: Waiting[] = [];
      const told: [number, Answered][] = [];
      for (const [place, member] of ready.entries()) {
        const answer = answers[place] ?? SILENT;
        const notBefore = again(answer, member.attempts);
        if (notBefore === null) told.push([member.at, answer]);
        else repeated.push({ ...member, attempts: member.attempts + 1, notBefore });
      }
      waiting = [...rest, ...repeated];
      // While the next batch is under way; never more than one is sent before its answers are kept.
      telling = tellAll(told, onAnswer);
      telling.catch(() => undefined);
    }
    await telling;
  }

  return {
    send,
    async all(asked) {
      const answers: Answered[] = asked.map(() => SILENT);
      await send(asked, async (at, answer) => {
        answers[at] = answer;
      });
      return answers;
    },
  };
}
