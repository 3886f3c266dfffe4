import type { Message } from '../blocks/message.ts';

/** Where a message was posted, so that it can be changed in place. */
export interface MessageRef {
  channel: string;
  ts: string;
}

export type Address = { channel: string } | { person: string };

export type PostOutcome =
  | { ok: true; ref: MessageRef }
  /** `retry`: the same may work later (network, rate limit, Slack's own error). */
  | { ok: false; error: string; retry: boolean };

/** Posts what the desk says outside of a reply. Implemented for Slack; a refusal is a value, never an exception. */
export interface Outbox {
  post(to: Address, message: Message): Promise<PostOutcome>;
  update(ref: MessageRef, message: Message): Promise<PostOutcome>;
}

/** New identifiers; in tests a counting one. */
export interface Ids {
  next(): string;
}
