import type { Faults } from '../faults.ts';
import type { SandboxIds } from '../ids.ts';
import type { Machine } from '../machine.ts';
import { DESK_APP, TEAM } from '../world/cast.ts';
import { ACK_MS, type Delivery, type EnvelopeKind } from './envelope.ts';
import type { Sockets } from './sockets.ts';

/** When an event that was not acknowledged comes again: at once, after a minute, after five. */
const RETRY_AFTER_MS = [0, 60_000, 300_000];

/** Sends to the desk and waits for its acknowledgement. */
export interface Deliver {
  /** A command or an interaction: sent once, never again. */
  ask(kind: Exclude<EnvelopeKind, 'events_api'>, payload: unknown): Promise<Delivery>;
  /** An event: sent again up to three times while it is not acknowledged. Resolves with how the first sending ended. */
  tell(payload: unknown): Promise<Delivery>;
  /** Slack's own word that events were too many: sent once, and nobody need acknowledge it. */
  limited(): void;
  /** The last event once more, as it was; false when there was none. */
  again(): Promise<boolean>;
}

export interface DeliverParts {
  sockets: Sockets;
  machine: Machine;
  ids: SandboxIds;
  faults: Faults;
}

export function deliverOver({ sockets, machine, ids, faults }: DeliverParts): Deliver {
  const waiting = new Map<string, (delivery: Delivery) => void>();
  let lastEvent: unknown = null;

  sockets.onAck((envelopeId, payload) => {
    const settle = (): void => waiting.get(envelopeId)?.({ kind: 'acked', payload });
    const fault = waiting.has(envelopeId) ? faults.onAck() : null;
    if (fault === null) settle();
    else if (fault !== 'lost') machine.later(fault, settle);
  });

  function send(type: EnvelopeKind, payload: unknown, retry: { attempt: number } | null): Promise<Delivery> {
    const id = ids.secret();
    return new Promise((resolve) => {
      const end = (delivery: Delivery): void => {
        cancel();
        waiting.delete(id);
        resolve(delivery);
      };
      const cancel = machine.later(ACK_MS, () => end({ kind: 'timeout' }));
      waiting.set(id, end);
      const sent = sockets.send({
        envelope_id: id,
        type,
        payload,
        accepts_response_payload: type !== 'events_api',
        ...(type === 'events_api' ? { retry_attempt: retry?.attempt ?? 0, retry_reason: retry ? 'timeout' : '' } : {}),
      });
      if (!sent) end({ kind: 'nobody' });
    });
  }

  const eventsLimited = () => ({
    token: 'sandbox-verification',
    team_id: TEAM.id,
    minute_rate_limited: Math.floor(machine.now() / 60_000) * 60,
    api_app_id: DESK_APP.app,
    type: 'app_rate_limited',
  });

  function retry(payload: unknown, attempt: number): void {
    const wait = RETRY_AFTER_MS[attempt - 1];
    if (wait === undefined) return;
    const sendAgain = async (): Promise<void> => {
      const delivery = await send('events_api', payload, { attempt });
      if (delivery.kind !== 'acked') retry(payload, attempt + 1);
    };
    machine.later(wait, () => void sendAgain());
  }

  return {
    ask: (kind, payload) => send(kind, payload, null),
    async tell(payload) {
      lastEvent = payload;
      const delivery = await send('events_api', payload, null);
      if (delivery.kind !== 'acked') retry(payload, 1);
      return delivery;
    },
    limited() {
      void send('events_api', eventsLimited(), null);
    },
    async again() {
      if (lastEvent === null) return false;
      await send('events_api', lastEvent, { attempt: 1 });
      return true;
    },
  };
}
