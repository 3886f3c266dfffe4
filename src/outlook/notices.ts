import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { CalendarSubscription } from '../desk/calendar-store.ts';
import type { Hint } from './sync.ts';

/** What came to the address for notices. */
export interface Knock {
  query: URLSearchParams;
  body: string;
}

export interface NoticeReply {
  status: number;
  text: string;
  /** What is to be done once it is answered; nothing for what is not Graph's own. */
  wish: 'nothing' | 'look' | 'renew' | 'subscribe';
  /** The events that were named. */
  hints: readonly Hint[];
  /** How many notices did not carry the secret. */
  forged: number;
}

const shape = z.object({
  value: z
    .array(
      z.object({
        subscriptionId: z.string(),
        clientState: z.string().nullish(),
        changeType: z.string().nullish(),
        resourceData: z.object({ id: z.string(), '@odata.etag': z.string() }).nullish().catch(null),
        lifecycleEvent: z.enum(['reauthorizationRequired', 'subscriptionRemoved', 'missed']).nullish(),
      }),
    )
    .min(1),
});

const LONGEST_TOKEN = 1_000;
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether the secret is the one that was given; as fast for a wrong one as for the right one. An empty one never is. */
function isSecret(given: string, kept: string): boolean {
  const same = timingSafeEqual(digest(given), digest(kept));
  return same && kept !== '';
}

/** Answers Graph's handshake with the token as text, and its notices at once: they only say that it is time to look. */
export function readNotice({ query, body }: Knock, subscription: CalendarSubscription | null): NoticeReply {
  const token = query.get('validationToken');
  if (token !== null)
    return token.length <= LONGEST_TOKEN ? plain(200, token) : plain(400, 'The validation token is too long.');
  const parsed = shape.safeParse(asJson(body));
  if (!parsed.success) return plain(400, 'This is not a notice.');
  const genuine = parsed.data.value.filter(
    ({ subscriptionId, clientState }) =>
      subscription !== null &&
      isSecret(clientState ?? '', subscription.clientState) &&
      subscriptionId === subscription.id,
  );
  const events = genuine.map(({ lifecycleEvent }) => lifecycleEvent ?? null);
  const wish = events.includes('subscriptionRemoved')
    ? 'subscribe'
    : events.includes('reauthorizationRequired')
      ? 'renew'
      : genuine.length > 0
        ? 'look'
        : 'nothing';
  const hints = genuine.map(({ changeType, resourceData }) => ({
    id: resourceData?.id ?? '',
    etag: changeType === 'deleted' ? null : (resourceData?.['@odata.etag'] ?? ''),
  }));
  return { status: 202, text: '', wish, hints, forged: parsed.data.value.length - genuine.length };
}

const plain = (status: number, text: string): NoticeReply => ({ status, text, wish: 'nothing', hints: [], forged: 0 });

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
