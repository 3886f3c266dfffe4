import type { Actor } from './actor.ts';
import type { Clock } from './time.ts';
import type { TypedWords } from './typed-words.ts';

/** How to reach Slack: the tokens, and another address of its Web API where it is not Slack itself. */
export interface SlackAccess {
  botToken: string;
  appToken: string;
  apiUrl: string | null;
}

/** How to reach Outlook: one mailbox over Graph. */
export interface OutlookAccess {
  /** https alone, since a token goes with each request. */
  baseUrl: string;
  /** The certificate authority of another address than Microsoft's, PEM; null for those that the machine knows. */
  ca: string | null;
  token(): Promise<string>;
  mailbox: string;
  /** One of its calendars by id; null for its own. */
  calendar: string | null;
}

/** Outlook of the sandbox, and how it reaches the desk. */
export interface OutlookGround extends OutlookAccess {
  /** The address from which it believes the desk to be reached. */
  publicUrl: string;
  /** The desk listens for it on this port of 127.0.0.1. */
  listening(port: number): void;
}

/** What the sandbox gives the desk to stand on in place of Slack. */
export interface Ground {
  access: SlackAccess;
  outlook: OutlookGround;
  clock: Clock;
  /** The persons that the record knows from the start, with their roles. */
  people: readonly Pick<Actor, 'slackId' | 'teamId' | 'name' | 'zone' | 'roles' | 'state'>[];
  registerChannel: string;
  digestChannel: string;
  /** The address to open, with its key. */
  url: string;
  /** The same without the key. */
  address: string;
  /** What the person should know of the kept workspace; null when all is well. */
  remark: string | null;
  /** Calls `listener` each time a person has moved the clock. */
  onClockMoved(listener: () => void): void;
  /** Says what a person may type after `/ccm`, for the page to complete it. */
  offer(words: (slackId: string) => Promise<TypedWords>): void;
  close(): Promise<void>;
}

export type GroundOutcome = { ok: true; ground: Ground } | { ok: false; problem: string };
