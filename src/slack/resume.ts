import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Inbox, Log, Unfinished } from '../desk/ports.ts';
import { notice } from '../desk/words.ts';
import type { Failures } from './failures.ts';
import { NOWHERE } from './modal-place.ts';
import { slashCommand, viewSubmission } from './payloads.ts';
import { whisper } from './whisper.ts';

const refusedFields = z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) });

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
 * now; who had used a command or a button, whose window Slack has long closed, is told to do it once more.
 */
export async function takeUpAgain(parts: ResumeParts): Promise<void> {
  for (const left of await parts.inbox.takeUp(parts.working)) {
    parts.log.warn({ kind: left.kind }, 'taking up again what an earlier run left unfinished');
    const failure = await parts.failures.watch(`taking up again ${left.key}`, () => finish(parts, left));
    await parts.inbox.finish(left.key, failure);
  }
}

async function finish({ bolt, client }: ResumeParts, { kind, payload }: Unfinished): Promise<void> {
  if (kind === 'event' || kind === 'submission') {
    let answer: unknown;
    await bolt.processEvent({
      body: Object(payload),
      ack: async (given: unknown) => {
        answer = given;
      },
    });
    const submitted = viewSubmission.safeParse(payload);
    const refused = refusedFields.safeParse(answer);
    if (submitted.success && refused.success) {
      const why = Object.values(refused.data.errors).join(' ');
      await tell(
        client,
        submitted.data.user.id,
        'The desk was restarted while you submitted a form, and could not keep it.',
        why,
      );
    }
    return;
  }
  const typed = slashCommand.safeParse(payload);
  if (!typed.success) return;
  const words = `/ccm ${typed.data.text}`;
  await tell(
    client,
    typed.data.user_id,
    `The desk was restarted while it worked on “${words}”.`,
    'Please type it once more.',
  );
}

const tell = (client: WebClient, person: string, first: string, second: string) =>
  whisper(client, { person, place: NOWHERE, responseUrl: null }, notice(first, second));
