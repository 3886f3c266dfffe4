import type { Temporal } from 'temporal-polyfill';
import type { Message } from '../blocks/message.ts';
import type { MessageRef } from './ports.ts';

/** What came of one attempt to send; a refusal is a value, never an exception. */
export type Attempt =
  | { kind: 'sent'; ref: MessageRef }
  /** It was not taken, and may be later; `afterMs` where Slack said how long to wait. */
  | { kind: 'later'; error: string; afterMs: number | null }
  /** The connection broke or a proxy answered: nobody here can say whether it arrived. */
  | { kind: 'unsure'; error: string }
  /** It will not be taken however often it is sent. */
  | { kind: 'never'; error: string };

/** A channel or a person, and in a channel the thread in which it is said. */
export interface Letterbox {
  lane: string;
  thread: string | null;
}

/** Sends what stands in the queue: each call is one attempt, and repeats nothing by itself. */
export interface Courier {
  /** The message carries `delivery`, so that it can be found again. */
  post(to: Letterbox, message: Message, delivery: string): Promise<Attempt>;
  change(ref: MessageRef, message: Message): Promise<Attempt>;
  /** Looks for the message of `delivery` among those said since an instant of the desk's clock. */
  find(to: Letterbox, delivery: string, since: Temporal.Instant): Promise<Found>;
}

/** `cannot_look`: the permission is not given, or there is too much to look through; `later`: not at this moment. */
export type Found = { kind: 'there'; ref: MessageRef } | { kind: 'not_there' | 'cannot_look' | 'later' };
