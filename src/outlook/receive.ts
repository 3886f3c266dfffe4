import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { CalendarSubscription } from '../desk/calendar-store.ts';
import type { Log } from '../desk/ports.ts';
import { type Knock, type NoticeReply, readNotice } from './notices.ts';

/** Below the desk's public address. */
export const NOTICE_PATH = '/graph/notices';
/** A thousand notices in one; more is nobody's. */
const LARGEST_BODY = 1_000_000;

export interface NoticePort {
  port: number;
  close(): Promise<void>;
}

export interface NoticePortParts {
  port: number;
  subscription(): Promise<CalendarSubscription | null>;
  /** Done after the answer is given. */
  onWish(wish: Exclude<NoticeReply['wish'], 'nothing'>, hints: NoticeReply['hints']): void;
  log: Log;
}

/** Listens for Graph's notices: answered within the three seconds that Graph gives, worked on afterwards. */
export async function listenForNotices({ port, subscription, onWish, log }: NoticePortParts): Promise<NoticePort> {
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://desk.invalid');
    const body = url.pathname === NOTICE_PATH && request.method === 'POST' ? await bodyOf(request) : null;
    if (body === null) {
      response.writeHead(404).end();
      return;
    }
    const { status, text, wish, hints, forged } = await answer({ query: url.searchParams, body });
    response
      .writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' })
      .end(text);
    if (forged > 0) log.warn({ forged }, 'notices without the secret of the subscription');
    if (wish !== 'nothing') onWish(wish, hints);
  }
  const answer = async (knock: Knock): Promise<NoticeReply> =>
    readNotice(knock, knock.query.has('validationToken') ? null : await subscription());
  const server = createServer((request, response) => {
    serve(request, response).catch((error) => {
      log.error({ error: String(error) }, 'a notice could not be taken');
      // Graph sends it again.
      if (!response.headersSent) response.writeHead(503).end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  const bound = server.address();
  return {
    port: typeof bound === 'object' && bound !== null ? bound.port : port,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Null when it is larger than any notice. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST_BODY) return null;
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks).toString('utf8');
}
