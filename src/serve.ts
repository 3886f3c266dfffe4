import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Log } from './desk/ports.ts';

/** Answers what is its own; false, and nothing done, for what is not. */
export type Route = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** What the desk serves on a port of its own. */
export interface Served {
  port: number;
  close(): Promise<void>;
}

/** Who sends slower than this is cut off. */
const LONGEST_REQUEST_MS = 10_000;

/** Listens for what is meant for the desk from outside, and answers with nothing else than the routes have; `host` null for every address. */
export async function serve(routes: readonly Route[], port: number, log: Log, host: string | null): Promise<Served> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const route of routes) if (await route(request, response)) return;
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('There is nothing here.\n');
  };
  const server = createServer({ requestTimeout: LONGEST_REQUEST_MS, headersTimeout: LONGEST_REQUEST_MS });
  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => {
      // Whoever hung up before the end of the request waits for no answer.
      if (request.destroyed && !request.complete) return;
      log.error({ error: String(error) }, 'what was asked from outside could not be answered');
      if (!response.headersSent) response.writeHead(503);
      response.end();
    });
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen({ port, ...(host === null ? {} : { host }) }, listening);
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
