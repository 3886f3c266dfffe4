import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Inbox, Log, Unfinished } from '../desk/ports.ts';
import type { Failures } from './failures.ts';
import { NOWHERE } from './modal-place.ts';
import { viewSubmission } from './payloads.ts';
import { askedOnceMore, type Told, windowOf } from './resume-words.ts';
import { whisper } from './whisper.ts';

export interface ResumeParts {
  bolt: App;
  inbox: Inbox;
  /** What this process itself works on. */
  working: ReadonlySet<string>;
  failures: Failures;
  client: WebClient;
  log: Log;
}

/**
 * Finishes what a process of the desk that died had taken and not finished. Questions and submissions are worked through
 * now, and what their windows would show is told; who had used a command, a button or a shortcut, whose window Slack has
 * long closed, is told to do it once more.
 */
export async function takeUpAgain(parts: ResumeParts): Promise<void> {
  for (const left of await parts.inbox.takeUp(parts.working)) {
    parts.log.warn({ kind: left.kind }, 'taking up again what an earlier run left unfinished');
    const failure = await parts.failures.watch(`taking up again ${left.key}`, () => finish(parts, left));
    await parts.inbox.finish(left.key, failure);
  }
}

async function finish({ bolt, client }: ResumeParts, { kind, payload }: Unfinished): Promise<void> {
  if (kind !== 'event' && kind !== 'submission') return tell(client, askedOnceMore(payload));
  let answer: unknown;
  await bolt.processEvent({
    body: Object(payload),
    ack: async (given: unknown) => {
      answer = given;
    },
  });
  const submitted = viewSubmission.safeParse(payload);
  if (submitted.success) await tell(client, windowOf(submitted.data, answer));
}

async function tell(client: WebClient, told: Told | null): Promise<void> {
  if (told === null) return;
  const { person, message } = told;
  const reached = await whisper(client, { person, place: NOWHERE, responseUrl: null }, message);
  if (!reached.ok) throw new Error(`No way to reach the person: ${reached.error}`);
}
