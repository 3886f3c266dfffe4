import { ErrorCode, WebClient } from '@slack/web-api';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Block, Message } from '../blocks/message.ts';
import type { Attempt, Courier, Found, Letterbox } from '../desk/courier.ts';
import type { SlackAccess } from '../desk/ground.ts';
import type { Log } from '../desk/ports.ts';
import { boltLogger } from './bolt-logger.ts';
import { fallbackOf } from './fallback.ts';
import { withTableIfAllowed } from './sender.ts';

/** The type of the metadata under which a message of the queue carries its delivery. */
const EVENT = 'action5_delivery';
const PAGE = 200;
const MOST_PAGES = 5;

const platform = z.object({ code: z.literal(ErrorCode.PlatformError), data: z.object({ error: z.string() }).loose() });
const limited = z.object({ code: z.literal(ErrorCode.RateLimitedError), retryAfter: z.number() });
const answered = z.object({ code: z.literal(ErrorCode.HTTPError), statusCode: z.number() });
const broken = z.object({ code: z.literal(ErrorCode.RequestError), original: z.unknown() });
const caused = z.object({ cause: z.object({ code: z.string() }) });

/** Slack says of these that part of the work may have been done. */
const HALF_DONE = ['internal_error', 'fatal_error'];
const WHILE_AWAY = [
  'service_unavailable',
  'request_timeout',
  'ratelimited',
  'team_added_to_org',
  // A token that an admin has to renew is no fault of the message.
  'invalid_auth',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'not_authed',
];
/** Errors before a connection stood: nothing was sent. */
const NOT_CONNECTED = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

/** What an error of a call means for whether the message arrived; a bug of ours is thrown again. */
function attemptIn(error: unknown): Exclude<Attempt, { kind: 'sent' }> {
  const refused = platform.safeParse(error);
  if (refused.success) {
    const code = refused.data.data.error;
    if (HALF_DONE.includes(code)) return { kind: 'unsure', error: code };
    return WHILE_AWAY.includes(code) ? { kind: 'later', error: code, afterMs: null } : { kind: 'never', error: code };
  }
  const waits = limited.safeParse(error);
  if (waits.success) return { kind: 'later', error: 'ratelimited', afterMs: waits.data.retryAfter * 1_000 };
  const page = answered.safeParse(error);
  if (page.success) {
    const { statusCode } = page.data;
    const said = `an answer ${statusCode} that is not Slack's`;
    return statusCode >= 500 ? { kind: 'unsure', error: said } : { kind: 'later', error: said, afterMs: null };
  }
  const cut = broken.safeParse(error);
  if (!cut.success) throw error;
  const cause = caused.safeParse(cut.data.original);
  const code = cause.success ? cause.data.cause.code : 'connection broken';
  return NOT_CONNECTED.includes(code) ? { kind: 'later', error: code, afterMs: null } : { kind: 'unsure', error: code };
}

async function attempt(call: Promise<{ channel?: string; ts?: string }>): Promise<Attempt> {
  try {
    const { channel, ts } = await call;
    return channel && ts
      ? { kind: 'sent', ref: { channel, ts } }
      : { kind: 'unsure', error: 'an answer without a reference' };
  } catch (error) {
    return attemptIn(error);
  }
}

const withTable = (message: Message, send: (blocks: Block[]) => Promise<Attempt>): Promise<Attempt> =>
  withTableIfAllowed(message, async (blocks) => {
    const made = await send(blocks);
    return { ...made, ok: made.kind === 'sent' };
  });

/** Its own client: it repeats nothing by itself, and its waiting never holds up an answer to a person. */
const clientFor = ({ botToken, apiUrl }: SlackAccess, log: Log): WebClient =>
  new WebClient(botToken, {
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    logger: boltLogger(log),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 15_000,
  });

const history = z.object({
  messages: z.array(
    z
      .object({
        ts: z.string(),
        metadata: z
          .object({ event_type: z.string(), event_payload: z.object({ delivery: z.string() }).loose() })
          .optional()
          .catch(undefined),
      })
      .loose(),
  ),
  response_metadata: z.object({ next_cursor: z.string().optional() }).loose().optional(),
});

/** The Courier on Slack. */
export function courierOf(access: SlackAccess, log: Log): Courier {
  const client = clientFor(access, log);
  const metadata = (delivery: string) => ({ event_type: EVENT, event_payload: { delivery } });

  async function search(
    { lane: channel, thread }: Letterbox,
    delivery: string,
    since: Temporal.Instant,
  ): Promise<Found> {
    const oldest = String(Math.floor(since.epochMilliseconds / 1_000) - 5);
    let cursor = '';
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const asked = {
        channel,
        oldest,
        limit: PAGE,
        include_all_metadata: true,
        ...(cursor === '' ? {} : { cursor }),
      };
      const page = history.parse(
        thread === null
          ? await client.conversations.history(asked)
          : await client.conversations.replies({ ...asked, ts: thread }),
      );
      const there = page.messages.find(({ metadata: kept }) => kept?.event_payload.delivery === delivery);
      if (there) return { kind: 'there', ref: { channel, ts: there.ts } };
      cursor = page.response_metadata?.next_cursor ?? '';
      if (cursor === '') return { kind: 'not_there' };
    }
    return { kind: 'cannot_look' };
  }

  return {
    post: ({ lane, thread }, message, delivery) =>
      withTable(message, (blocks) =>
        attempt(
          client.chat.postMessage({
            channel: lane,
            ...(thread === null ? {} : { thread_ts: thread }),
            text: fallbackOf(message),
            blocks,
            metadata: metadata(delivery),
            unfurl_links: false,
            unfurl_media: false,
          }),
        ),
      ),
    change: (ref, message) =>
      withTable(message, (blocks) => attempt(client.chat.update({ ...ref, text: fallbackOf(message), blocks }))),
    async find({ lane, thread }, delivery, since) {
      try {
        const channel = /^[UW]/.test(lane) ? (await client.conversations.open({ users: lane })).channel?.id : lane;
        return channel === undefined
          ? { kind: 'cannot_look' }
          : await search({ lane: channel, thread }, delivery, since);
      } catch (error) {
        // Without the permission or the channel it will never be found out.
        return { kind: attemptIn(error).kind === 'never' ? 'cannot_look' : 'later' };
      }
    },
  };
}
