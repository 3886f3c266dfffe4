import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { type ActOutcome, act, type CalendarAct, seen } from './acts.ts';
import { type AnswerParts, answer, SILENCE } from './answer.ts';
import { answerBatch } from './batch.ts';
import { makeCertificate } from './certificate.ts';
import { deltaOver } from './delta.ts';
import type { Habits } from './events.ts';
import { type GraphFaults, graphFaults } from './faults.ts';
import { type KeptGraph, keptOf } from './kept.ts';
import { lanesOf } from './lanes.ts';
import { type Mailbox, mailboxOf } from './mailbox.ts';
import { type GraphReply, type GraphRequest, refusal } from './reply.ts';
import { type Subscriptions, subscriptionsOf } from './subscriptions.ts';

export interface GraphOptions {
  mailbox: string;
  /** The only token that is taken. */
  token: string;
  /** The machine's milliseconds since 1970, of leases and limits; a test may move them. */
  now?(): number;
  /** The time that people in Outlook read on their clocks, in the same; without it, the machine's. */
  clock?(): number;
  /** What an earlier process has left. */
  kept?: KeptGraph | null;
  handshakeMs?: number;
  /** The way to a public address from here, as a proxy has it. */
  reach?(url: string): string;
}

/** The stand-in for Graph, listening on this machine alone. */
export interface RunningGraph {
  /** "https://127.0.0.1:…". */
  address: string;
  /** The certificate that a client has to trust. */
  ca: string;
  mailbox: Mailbox;
  faults: GraphFaults;
  subscriptions: Subscriptions;
  /** What a person does in Outlook. */
  act(act: CalendarAct): ActOutcome;
  seen(): Record<string, unknown>[];
  /** Requests that came, a batch as one; the most that were worked on at once. */
  counts(): { requests: number; most: number; refused: number };
  settings: Habits & { serviceMs: number; deliveries: number };
  /** What is to be kept for the next process. */
  keep(): KeptGraph;
  /** Calls `listener` each time something changes of what is kept. */
  onChange(listener: () => void): void;
  /** Begins again, with an empty mailbox. */
  reset(): void;
  close(): Promise<void>;
}

/** Starts the stand-in over https, with a certificate of its own. */
export async function startGraph({
  mailbox: owner,
  token,
  now = () => performance.timeOrigin + performance.now(),
  clock = now,
  kept = null,
  handshakeMs = 10_000,
  reach = (url) => url,
}: GraphOptions): Promise<RunningGraph> {
  const { key, cert } = await makeCertificate();
  const mailbox = mailboxOf(owner, clock, kept);
  const listeners: (() => void)[] = [];
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  mailbox.onChange(changed);
  const faults = graphFaults();
  const lanes = lanesOf(now);
  const settings: RunningGraph['settings'] = {
    duplicates: 'conflict',
    windowsAlone: false,
    serviceMs: 0,
    deliveries: 1,
  };
  const subscriptions = subscriptionsOf({
    mailbox,
    now,
    handshakeMs,
    reach,
    deliveries: () => settings.deliveries,
    before: kept?.subscriptions ?? [],
    changed,
  });
  let address = '';
  const delta = deltaOver(mailbox, faults, () => address);
  const parts: AnswerParts = {
    mailbox,
    delta,
    faults,
    lanes,
    subscriptions,
    habits: () => settings,
    serviceMs: () => settings.serviceMs,
  };
  const counted = { requests: 0 };

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = new URL(incoming.url ?? '/', address);
    const request = await readRequest(incoming, at);
    const outcome = incoming.headers.authorization === `Bearer ${token}` ? await route(request, at.pathname) : unknown;
    if (outcome === SILENCE) {
      incoming.socket.destroy();
      return;
    }
    const { status, headers, body } = outcome;
    response.writeHead(status, { ...(body === null ? {} : { 'content-type': 'application/json' }), ...headers });
    response.end(body === null ? undefined : JSON.stringify(body));
  }

  async function route(request: GraphRequest, path: string): Promise<GraphReply | typeof SILENCE> {
    if (!path.startsWith('/v1.0/')) return refusal(400, 'BadRequest', 'Invalid version.');
    counted.requests += 1;
    if (request.path !== '/$batch') return answer(parts, request);
    const fault = faults.take({ ...request, method: 'BATCH' }, 'status', 'silence');
    if (fault?.fault === 'silence') {
      if (fault.done) await answerBatch(parts, request);
      return SILENCE;
    }
    return answerBatch(parts, request);
  }

  const server = createServer({ key, cert }, (incoming, response) => {
    serve(incoming, response).catch(() => incoming.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  address = `https://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;
  return {
    address,
    ca: cert,
    mailbox,
    faults,
    subscriptions,
    act: (given) => act(mailbox, given),
    seen: () => seen(mailbox),
    counts: () => ({ ...counted, ...lanes.counts() }),
    settings,
    keep: () => keptOf(mailbox, subscriptions),
    onChange: (listener) => void listeners.push(listener),
    reset() {
      mailbox.clear();
      subscriptions.clear();
      faults.clear();
      delta.end();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const unknown = refusal(401, 'InvalidAuthenticationToken', 'Access token is empty or not known.');

async function readRequest(incoming: IncomingMessage, at: URL): Promise<GraphRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString('utf8');
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as const);
  return {
    method: incoming.method ?? 'GET',
    path: at.pathname.replace(/^\/v1\.0/, ''),
    query: at.searchParams,
    headers: Object.fromEntries(headers),
    body: text === '' ? undefined : JSON.parse(text),
  };
}
