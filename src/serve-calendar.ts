import type { Db } from './db/client.ts';
import type { Clock } from './desk/time.ts';
import { feedUnder } from './features/calendar/use-cases.ts';
import type { Route } from './serve.ts';

const PATH = /^\/(?:.*\/)?calendar\/([A-Za-z0-9_-]{32})\.ics$/;

/** The calendar of the treaty's dates under secret addresses; to be asked by whoever knows one. */
export const calendarRoute =
  (desk: { db: Db; clock: Clock; admins: readonly string[] }): Route =>
  async (request, response) => {
    const [, secret] = PATH.exec((request.url ?? '').split('?')[0] ?? '') ?? [];
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const feed = secret === undefined || !reads ? null : await feedUnder(desk, secret);
    if (feed === null) return false;
    const headers = { etag: feed.etag, 'cache-control': 'private, max-age=3600' };
    if (request.headers['if-none-match']?.split(/\s*,\s*/).includes(feed.etag)) {
      response.writeHead(304, headers).end();
      return true;
    }
    response.writeHead(200, { ...headers, 'content-type': 'text/calendar; charset=utf-8' });
    response.end(request.method === 'HEAD' ? undefined : feed.text);
    return true;
  };
