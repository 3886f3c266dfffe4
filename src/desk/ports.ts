import type { Carried, Message } from '../blocks/message.ts';
import type { Mrkdwn } from '../blocks/mrkdwn.ts';

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
}

/** A file that the desk has made. */
export interface DeskFile {
  /** With its ending: "timeline-2019-11-18.png". */
  name: string;
  title: string;
  bytes: Uint8Array;
  /** What a picture shows, for those who do not see it; null for every other kind of file. */
  alt: string | null;
}

/** Into a channel or the thread of one of its messages, or to one person as a direct message. */
export type FilePlace = { channel: string; thread: string | null } | { person: string };

type ShareOutcome = { ok: true } | Extract<PostOutcome, { ok: false }>;

/** Gives files to Slack, with a few words that introduce them; a refusal is a value, never an exception. */
export interface Files {
  share(to: FilePlace, file: DeskFile, words: Mrkdwn): Promise<ShareOutcome>;
}

/** What was said of the treaty's dates: whom it was told to, and where it stands if it can still be changed. */
export interface Telling {
  carries: Carried;
  person: string | null;
  posted: { ref: MessageRef; message: Message } | null;
}

/** Remembers which messages carry which facts, so that a correction finds them. */
export interface Memory {
  remember(telling: Telling): Promise<void>;
}

/** New identifiers; in tests a counting one. */
export interface Ids {
  next(): string;
}

export type Arrival = 'event' | 'command' | 'action' | 'submission' | 'shortcut';

/** One thing that came in from Slack and has not been finished. */
export interface Unfinished {
  key: string;
  kind: Arrival;
  payload: unknown;
}

/** Keeps what comes in before anything is done about it, so that a crash loses nothing and a repetition does nothing twice. */
export interface Inbox {
  /** `seen`: a delivery with this key is already kept. */
  receive(arrival: { key: string; kind: Arrival; payload: unknown }): Promise<'new' | 'seen'>;
  /** Marks it done and forgets the payload; with a reference code when it ended in a fault. */
  finish(key: string, failure: string | null): Promise<void>;
  /** Takes, oldest first and never what another process has taken, what a process that died left undone; `working` is what the caller itself still works on. */
  takeUp(working: ReadonlySet<string>): Promise<readonly Unfinished[]>;
}

/** Where faults and events of operation are written; secrets and what people wrote never are. */
export interface Log {
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
}
