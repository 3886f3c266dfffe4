import {
  AuthenticationHandler,
  Client,
  type Context,
  type Middleware,
  ResponseType,
} from '@microsoft/microsoft-graph-client';
import { Agent, fetch } from 'undici';
import { z } from 'zod';
import type { Recorder } from './recorder.ts';

export interface GraphAccess {
  /** "https://graph.microsoft.com"; https alone, since a token goes with each request. */
  baseUrl: string;
  /** The certificate authority of another address; null for those that the machine knows. */
  ca: string | null;
  token(): Promise<string>;
}

export interface Asked {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the version, each part of it encoded; or a whole link that Graph gave. */
  path: string;
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
}

export type Answered =
  | { kind: 'answer'; status: number; headers: ReadonlyMap<string, string>; body: unknown }
  /** No answer came, in time or at all: nobody can say what was done. */
  | { kind: 'silence'; text: string };

/** Asks Graph once: nothing is repeated, redirected or thrown. */
export interface Wire {
  ask(asked: Asked): Promise<Answered>;
  /** Whether a link is Graph's own, so that the token may go there. */
  owns(link: string): boolean;
  close(): Promise<void>;
  /** Cuts off what has not been answered. */
  cut(): Promise<void>;
}

const VERSION = 'v1.0';

/** Graph over https through Microsoft's client, without its retries, and with a limit of time on each request. */
export function wireTo(access: GraphAccess, record: Recorder, timeoutMs: number): Wire {
  const base = new URL(access.baseUrl);
  if (base.protocol !== 'https:') throw new Error('Graph is reached over https alone.');
  const dispatcher = new Agent(access.ca === null ? {} : { connect: { ca: access.ca } });
  const last: Middleware = {
    async execute(context: Context) {
      context.response = await send(context, dispatcher, record, timeoutMs);
    },
  };
  const client = Client.initWithMiddleware({
    baseUrl: `${base.origin}/`,
    defaultVersion: VERSION,
    customHosts: new Set([base.hostname]),
    middleware: [new AuthenticationHandler({ getAccessToken: () => access.token() }), last],
  });
  const owns = (link: string): boolean => {
    const url = URL.canParse(link) ? new URL(link) : null;
    return url !== null && url.origin === base.origin && url.pathname.startsWith(`/${VERSION}/`) && url.username === '';
  };
  return {
    owns,
    async ask({ method, path, headers = {}, body }) {
      if (path.includes('://') && !owns(path)) throw new Error('A link that is not of Graph was about to be followed.');
      const refusal = await withoutToken(access);
      if (refusal !== null) return refusal;
      const request = client
        .api(path)
        .headers({ ...headers })
        .responseType(ResponseType.RAW);
      try {
        const response = await {
          GET: () => request.get(),
          POST: () => request.post(body),
          PATCH: () => request.patch(body),
          DELETE: () => request.delete(),
        }[method]();
        return await readAnswer(response);
      } catch (error) {
        return { kind: 'silence', text: error instanceof Error ? error.message : String(error) };
      }
    },
    close: () => dispatcher.close(),
    cut: () => dispatcher.destroy(),
  };
}

const init = z.object({
  method: z.string(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.string().optional(),
});

/** Why there is no token: Microsoft's own word for it (an expired secret is AADSTS7000222), or nothing that can be said. */
async function withoutToken(access: GraphAccess): Promise<Answered | null> {
  try {
    await access.token();
    return null;
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const code = /AADSTS\d+/.exec(text)?.[0];
    if (code === undefined) return { kind: 'silence', text };
    return { kind: 'answer', status: 401, headers: new Map(), body: { error: { code, message: text } } };
  }
}

/** The last link of the client's chain: one request on the wire, one line in the record. */
async function send(context: Context, dispatcher: Agent, record: Recorder, timeoutMs: number): Promise<Response> {
  const { method, headers = {}, body } = init.parse(context.options);
  const url = z.string().parse(context.request);
  const response = await fetch(url, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
    dispatcher,
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  });
  const text = await response.text();
  const answer = { status: response.status, headers: Object.fromEntries(response.headers), text };
  await record({ method, url, headers, body: body ?? null, answer });
  // The client knows the platform's own Response; a body is not allowed beside 204.
  return new Response(text === '' ? null : text, { status: response.status, headers: answer.headers });
}

async function readAnswer(response: unknown): Promise<Answered> {
  if (!(response instanceof Response)) return { kind: 'silence', text: 'The answer cannot be read.' };
  const text = await response.text();
  return { kind: 'answer', status: response.status, headers: new Map(response.headers), body: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
