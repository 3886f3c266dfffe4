import type { IncomingMessage, ServerResponse } from 'node:http';
import { respondTo } from '../respond.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Rates } from '../web-api/rates.ts';
import { serveWebApi } from '../web-api/serve.ts';
import type { Doorman } from './doorman.ts';
import { serveFile, takeUpload } from './files.ts';
import { serveLocal } from './local.ts';
import { servePage } from './page.ts';
import { addressOf, bodyOf, sendJson, sendText } from './requests.ts';

interface Served {
  sandbox: Sandbox;
  rates: Rates;
  doorman: Doorman;
  folder: string | null;
  reset(): Promise<void>;
}

/** What there is to serve; null while the sandbox is being put together. */
export interface Routes {
  current: Served | null;
}

async function answer(request: IncomingMessage, response: ServerResponse, served: Served): Promise<void> {
  const { sandbox, rates, doorman, folder, reset } = served;
  if (!doorman.ownHost(request)) return sendText(response, 403, 'This is not my name.');
  const url = addressOf(request, sandbox.address());
  if (url === null) return sendText(response, 400, 'This is no address.');
  if (url.pathname.startsWith('/sandbox/')) return serveLocal(request, response, { sandbox, doorman, url, reset });
  const secret = /^\/response\/([A-Za-z0-9]+)$/.exec(url.pathname)?.[1];
  const method = /^\/api\/([A-Za-z.]+)$/.exec(url.pathname)?.[1];
  const upload = /^\/upload\/([A-Za-z0-9]+)$/.exec(url.pathname)?.[1];
  if (upload !== undefined && request.method === 'POST') return takeUpload(request, response, sandbox, upload);
  if (url.pathname.startsWith('/files/') && request.method === 'GET')
    return serveFile(request, response, { sandbox, doorman, url });
  if (secret === undefined && method === undefined) return servePage(request, response, { folder, doorman, url });
  const body = await bodyOf(request);
  if (body === null) return sendText(response, 413, 'Too long.');
  if (method !== undefined) return serveWebApi(request, response, { sandbox, rates, name: method, body });
  const { status, answer: said } = respondTo(sandbox, secret ?? '', body);
  if (status === 200) return sendText(response, 200, 'ok');
  return sendJson(response, status, said);
}

/** Answers any request; a fault of the sandbox itself is told to `failed` and ends in 500. */
export async function route(
  request: IncomingMessage,
  response: ServerResponse,
  { current }: Routes,
  failed: (error: unknown) => void,
): Promise<void> {
  try {
    if (current === null) sendText(response, 503, 'The sandbox is starting.');
    else await answer(request, response, current);
  } catch (error) {
    // Whoever hung up before the end of the request waits for no answer.
    if (request.destroyed && !request.complete) return;
    failed(error);
    if (!response.headersSent) sendText(response, 500, 'The sandbox has a fault.');
    else response.destroy();
  }
}
