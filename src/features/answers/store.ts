import { Temporal } from 'temporal-polyfill';
import type { Db } from '../../db/client.ts';
import { timeOf } from '../../db/days.ts';
import type { Place } from '../../desk/describe.ts';
import { parse, print } from '../../questions/print.ts';
import type { Question } from '../../questions/question.ts';

/** How long a question can be followed up without being asked again. */
const KEPT_MINUTES = 30;

/** The conversation that a text belongs to: its thread, the direct message, or one person's commands in a channel. */
export function conversationOf({ kind, channel, thread, public: shared }: Place, person: string): string {
  if (kind === 'direct') return `direct ${channel}`;
  return shared && thread !== null ? `thread ${channel} ${thread}` : `person ${person} ${channel}`;
}

/** The question that was understood last in a conversation, by the desk's clock; null when it is too long ago. */
export async function questionBefore(db: Db, key: string, at: Temporal.Instant): Promise<Question | null> {
  const kept = await db.conversation.findUnique({ where: { key } });
  if (kept === null) return null;
  const age = at.epochMilliseconds - kept.at.getTime();
  return age < 0 || age > Temporal.Duration.from({ minutes: KEPT_MINUTES }).total('milliseconds')
    ? null
    : parse(kept.question);
}

/** Keeps what was understood, for what follows it. */
export async function keepQuestion(db: Db, key: string, question: Question, at: Temporal.Instant): Promise<void> {
  const kept = { question: print(question), at: timeOf(at) };
  await db.conversation.upsert({ where: { key }, create: { key, ...kept }, update: kept });
}
