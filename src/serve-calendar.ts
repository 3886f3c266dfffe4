import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Db } from './db/client.ts';
import type { Log } from './desk/ports.ts';
import type { Clock } from './desk/time.ts';
import { feedUnder } from './features/calendar/use-cases.ts';

/** What the desk serves on a port of its own. */
export interface Served {
  port: number;
  close(): Promise<void>;
}

const PATH = /^\/(?:.*\/)?calendar\/([A-Za-z0-9_-]{32})\.ics$/;

/** Serves the calendar of the treaty's dates under secret addresses, and nothing else; to be asked by whoever knows one. */
export async function serveCalendar(desk: { db: Db; clock: Clock; log: Log }, port: number): Promise<Served> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, secret] = PATH.exec((request.url ?? '').split('?')[0] ?? '') ?? [];
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const feed = secret === undefined || !reads ? null : await feedUnder(desk, secret);
    if (feed === null) {
      response
        .writeHead(reads ? 404 : 405, { 'content-type': 'text/plain; charset=utf-8' })
        .end('There is nothing here.\n');
      return;
    }
    const headers = { etag: feed.etag, 'cache-control': 'private, max-age=3600' };
    if (request.headers['if-none-match']?.split(/\s*,\s*/).includes(feed.etag)) {
      response.writeHead(304, headers).end();
      return;
    }
    response.writeHead(200, { ...headers, 'content-type': 'text/calendar; charset=utf-8' });
    response.end(request.method === 'HEAD' ? undefined : feed.text);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      desk.log.error({ error: String(error) }, 'the calendar could not be served');
      if (!response.headersSent) response.writeHead(503);
      response.end();
    });
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, listening);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
