import { z } from 'zod';

export type EnvelopeKind = 'slash_commands' | 'interactive' | 'events_api';

/** What Slack sends over the socket. */
export interface Envelope {
  envelope_id: string;
  type: EnvelopeKind;
  payload: unknown;
  accepts_response_payload: boolean;
  retry_attempt?: number;
  retry_reason?: string;
}

/** How a delivery ended: acknowledged with its payload, not within three seconds, or nobody was there to take it. */
export type Delivery = { kind: 'acked'; payload: unknown } | { kind: 'timeout' } | { kind: 'nobody' };

export const ackShape = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

export const ACK_MS = 3_000;
