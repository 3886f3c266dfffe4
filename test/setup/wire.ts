import { createServer, type IncomingHttpHeaders, request as requestTo } from 'node:http';
import { type RawData, WebSocket, WebSocketServer } from 'ws';

/** Something that the desk has sent to Slack, word for word. */
export interface Sent {
  /** A method of the Web API, `response_url`, or `ack` for the content of an acknowledgement. */
  to: string;
  body: string;
}

/** A call of the Web API, with Slack's answer. */
export interface Call {
  method: string;
  args: Readonly<Record<string, string>>;
  ok: boolean;
  error: string | null;
}

/** An envelope that the desk was sent over a socket. */
export interface Envelope {
  envelope_id: string;
  type: string;
  payload: unknown;
}

/** What lies between the desk and the stand-in: it hears everything, and can hand the desk a thing twice. */
export interface Wire {
  /** For `slackApiUrl`. */
  apiUrl: string;
  calls: readonly Call[];
  sent: readonly Sent[];
  /** The envelopes delivered, oldest first. */
  delivered: readonly Envelope[];
  /** Gives the desk an envelope of its own; resolves with the content of its acknowledgement. */
  deliver(envelope: Omit<Envelope, 'envelope_id'> & Readonly<Record<string, unknown>>): Promise<unknown>;
  /** Gives the desk any frame, without waiting for an answer. */
  frame(content: object): void;
  /** From now on answers to `response_url` fail with this status; null lets them through again. */
  breakAnswers(status: number | null): void;
  /** Sockets that the desk holds open. */
  open(): number;
  close(): Promise<void>;
}

interface Passed {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

const bodyOf = async (stream: AsyncIterable<Uint8Array>): Promise<string> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};

/** Passes a request on to the stand-in; null when it broke the connection instead of answering. */
function pass(to: URL, method: string, headers: IncomingHttpHeaders, body: string): Promise<Passed | null> {
  return new Promise((resolve) => {
    const { host: _host, connection: _connection, ...kept } = headers;
    const asking = requestTo(to, { method, headers: { ...kept, connection: 'close' } }, (answer) => {
      void bodyOf(answer).then((text) =>
        resolve({ status: answer.statusCode ?? 500, headers: answer.headers, body: text }),
      );
    });
    asking.on('error', () => resolve(null));
    asking.end(body);
  });
}

const read = (text: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
};

/** Lays the wire in front of the stand-in at `address` (`http://127.0.0.1:4310`). */
export async function layWire(address: string): Promise<Wire> {
  const calls: Call[] = [];
  const sent: Sent[] = [];
  const delivered: Envelope[] = [];
  const sockets = new Set<WebSocket>();
  const mine = new Map<string, (payload: unknown) => void>();
  let broken: number | null = null;
  let counted = 0;
  let here = '';

  const server = createServer((request, response) => {
    void (async () => {
      const body = await bodyOf(request);
      const path = request.url ?? '/';
      const method = /^\/api\/([\w.]+)/.exec(path)?.[1];
      sent.push({ to: method ?? 'response_url', body: method === undefined ? body : decoded(body) });
      if (method === undefined && broken !== null) return void response.writeHead(broken).end('broken');
      const passed = await pass(new URL(path, address), request.method ?? 'POST', request.headers, body);
      if (passed === null) return void request.socket.destroy();
      const answer = read(passed.body);
      if (method !== undefined)
        calls.push({
          method,
          args: Object.fromEntries(new URLSearchParams(body)),
          ok: answer['ok'] === true,
          error:
            typeof answer['error'] === 'string'
              ? answer['error']
              : passed.status === 200
                ? null
                : String(passed.status),
        });
      const { 'content-length': _length, connection: _connection, ...headers } = passed.headers;
      response.writeHead(passed.status, headers);
      response.end(method === 'apps.connections.open' ? passed.body.replace(wsOf(address), wsOf(here)) : passed.body);
    })();
  });

  const accepting = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, raw, head) => {
    const beyond = new WebSocket(new URL(request.url ?? '/', wsOf(address)));
    const waiting: string[] = [];
    beyond.on('error', () => raw.destroy());
    accepting.handleUpgrade(request, raw, head, (socket) => {
      const onward = (data: RawData): void => {
        const text = String(data).replaceAll(`${address}/response/`, `${here}/response/`);
        const { envelope_id, type, payload } = read(text);
        if (typeof envelope_id === 'string') delivered.push({ envelope_id, type: String(type), payload });
        sockets.add(socket);
        socket.send(text);
      };
      beyond.on('message', onward);
      beyond.on('close', () => socket.close());
      beyond.on('open', () => {
        for (const text of waiting.splice(0)) beyond.send(text);
      });
      socket.on('close', () => {
        sockets.delete(socket);
        beyond.close();
      });
      socket.on('message', (data) => {
        const text = String(data);
        const { envelope_id, payload } = read(text);
        if (payload !== undefined) sent.push({ to: 'ack', body: JSON.stringify(payload) });
        const answered = mine.get(String(envelope_id));
        if (answered) return answered(payload);
        if (beyond.readyState === WebSocket.OPEN) beyond.send(text);
        else waiting.push(text);
      });
    });
  });

  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const port = server.address();
  here = `http://127.0.0.1:${typeof port === 'object' && port ? port.port : 0}`;

  const frame = (content: object): void => {
    const [socket] = sockets;
    if (socket === undefined) throw new Error('The desk holds no socket open.');
    socket.send(JSON.stringify(content));
  };
  return {
    apiUrl: `${here}/api/`,
    calls,
    sent,
    delivered,
    frame,
    deliver(envelope) {
      counted += 1;
      const envelope_id = `wire-${counted}`;
      return new Promise((resolve) => {
        mine.set(envelope_id, resolve);
        frame({ accepts_response_payload: true, ...envelope, envelope_id });
      });
    },
    breakAnswers: (status) => {
      broken = status;
    },
    open: () => sockets.size,
    async close() {
      for (const socket of sockets) socket.terminate();
      server.closeAllConnections();
      accepting.close();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}

const wsOf = (address: string): string => address.replace('http', 'ws');

/** A form body with its values readable; what is JSON inside of it stays so. */
const decoded = (body: string): string => JSON.stringify(Object.fromEntries(new URLSearchParams(body)));
