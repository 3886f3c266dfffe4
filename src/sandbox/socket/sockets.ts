import type { IncomingMessage, Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { addressOf } from '../http/requests.ts';
import type { SandboxIds } from '../ids.ts';
import { ackShape, type Envelope } from './envelope.ts';

const MOST_SOCKETS = 10;
const GOODBYE_MS = 1_000;
const ANSWER_MS = 1_000;

type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

/** The desk's open connections. */
export interface Sockets {
  /** A path with a ticket that opens one socket, once. */
  ticket(): string;
  open(): number;
  /** How many answer at this moment; those that do not within a second are away, whatever they seem. */
  answering(): Promise<number>;
  /** Sends to any one socket; false when there is none. */
  send(envelope: Envelope): boolean;
  onAck(tell: (envelopeId: string, payload: unknown) => void): void;
  /** Tells every socket to reconnect, as Slack does; those told get nothing more. */
  disconnect(reason: DisconnectReason): void;
  /** Says goodbye to every socket and waits a little for them to leave. */
  close(): Promise<void>;
}

interface SocketParts {
  ids: SandboxIds;
  appId: string;
  /** Whether a request names this server itself. */
  admits(request: IncomingMessage): boolean;
}

/** Socket Mode's server side on the sandbox's own HTTP server; `changed` is told when a socket comes or goes. */
export function socketsOn(server: Server, { ids, appId, admits }: SocketParts, changed: () => void): Sockets {
  const accepting = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const live: WebSocket[] = [];
  const told = new Set<WebSocket>();
  let acked: (envelopeId: string, payload: unknown) => void = () => undefined;
  let turn = 0;

  const leave = (socket: WebSocket): void => {
    const at = live.indexOf(socket);
    if (at >= 0) live.splice(at, 1);
    told.delete(socket);
    changed();
  };

  function welcome(socket: WebSocket): void {
    socket.on('error', () => socket.terminate());
    if (live.length >= MOST_SOCKETS) {
      socket.send(
        JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets', debug_info: { host: 'sandbox' } }),
      );
      socket.close();
      return;
    }
    live.push(socket);
    socket.on('close', () => leave(socket));
    socket.on('message', (data) => {
      const ack = ackShape.safeParse(readable(String(data)));
      if (ack.success) acked(ack.data.envelope_id, ack.data.payload);
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: live.length,
        debug_info: { host: 'sandbox', build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: appId },
      }),
    );
    changed();
  }

  server.on('upgrade', (request, raw, head) => {
    const url = addressOf(request, 'http://127.0.0.1');
    const ticket = url?.searchParams.get('ticket') ?? '';
    raw.on('error', () => raw.destroy());
    if (!admits(request) || url?.pathname !== '/link/' || !tickets.delete(ticket)) {
      raw.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    accepting.handleUpgrade(request, raw, head, welcome);
  });

  return {
    ticket() {
      const ticket = ids.secret();
      tickets.add(ticket);
      return `/link/?ticket=${ticket}&app_id=${appId}`;
    },
    open: () => live.length,
    async answering() {
      const asked = live.filter((socket) => !told.has(socket));
      return (await Promise.all(asked.map(answers))).filter(Boolean).length;
    },
    send(envelope) {
      const ready = live.filter((socket) => socket.readyState === socket.OPEN && !told.has(socket));
      turn += 1;
      const socket = ready[turn % Math.max(1, ready.length)];
      if (socket === undefined) return false;
      socket.send(JSON.stringify(envelope));
      return true;
    },
    onAck(tell) {
      acked = tell;
    },
    disconnect(reason) {
      for (const socket of live) {
        told.add(socket);
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'sandbox' } }));
      }
    },
    async close() {
      const leaving = [...live];
      const gone = leaving.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
      for (const socket of leaving) socket.close(1001);
      const cut = setTimeout(() => {
        for (const socket of leaving) socket.terminate();
      }, GOODBYE_MS);
      await Promise.all(gone);
      clearTimeout(cut);
      accepting.close();
    },
  };
}

/** Whether a socket answers a ping. */
const answers = (socket: WebSocket): Promise<boolean> =>
  new Promise((resolve) => {
    const end = (does: boolean): void => {
      clearTimeout(cut);
      socket.off('pong', yes).off('close', no);
      resolve(does);
    };
    const yes = (): void => end(true);
    const no = (): void => end(false);
    const cut = setTimeout(no, ANSWER_MS);
    socket.once('pong', yes).once('close', no);
    socket.ping(undefined, undefined, (error) => {
      if (error) no();
    });
  });

function readable(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
