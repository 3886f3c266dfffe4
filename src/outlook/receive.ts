import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CalendarSubscription } from '../desk/calendar-store.ts';
import type { Log } from '../desk/ports.ts';
import { type NoticeReply, readNotice } from './notices.ts';

/** Below the desk's public address. */
export const NOTICE_PATH = '/graph/notices';
const OURS = /^\/(?:.*\/)?graph\/notices$/;
/** A thousand notices in one; more is nobody's. */
const LARGEST_BODY = 1_000_000;

export interface ReceiveParts {
  subscription(): Promise<CalendarSubscription | null>;
  /** Done after the answer is given. */
  onWish(wish: Exclude<NoticeReply['wish'], 'nothing'>, hints: NoticeReply['hints']): void;
  log: Log;
}

/** Takes what comes from Graph on the desk's own port; false for what is sent elsewhere. */
export type Receive = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Takes Graph's notices: answered within the three seconds that Graph gives, worked on afterwards. */
export const receiverOf =
  ({ subscription, onWish, log }: ReceiveParts): Receive =>
  async (request, response) => {
    const asked = `http://desk.invalid${request.url ?? '/'}`;
    const url = URL.canParse(asked) ? new URL(asked) : null;
    if (url === null || request.method !== 'POST' || !OURS.test(url.pathname)) return false;
    const body = await bodyOf(request);
    if (body === null) {
      response.writeHead(413, { connection: 'close' }).end();
      return true;
    }
    const asksForToken = url.searchParams.has('validationToken');
    const read = readNotice({ query: url.searchParams, body }, asksForToken ? null : await subscription());
    const { status, text, wish, hints, forged } = read;
    response
      .writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' })
      .end(text);
    if (forged > 0) log.warn({ forged }, 'notices without the secret of the subscription');
    if (wish !== 'nothing') onWish(wish, hints);
    return true;
  };

/** Null when it is larger than any notice; what is left of it is then not read. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > LARGEST_BODY) return null;
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks).toString('utf8');
}
