/**
 * The local protocol between the sandbox's page and its server. Types only; nothing of it is part of Slack or of the desk.
 *
 * - `GET /?token=T` the page; the token becomes the cookie `sandbox-PORT` (HttpOnly, SameSite=Strict). `GET /assets/*` its files.
 * - `GET /sandbox/state?as=U…` -> `WorldView`, as that person may see it; without `as` the first person.
 * - `GET /sandbox/words?as=U…` -> `TypedWords`: what that person may type after the app's command, for the page to complete.
 * - `GET /sandbox/events` server-sent events: `event: changed`, `data: {"revision":7}`; the page then asks for the state.
 * - `POST /sandbox/file?as=U…&name=…` the bytes of a file that a person sends -> `ActAnswer` with its id, for a message to bring.
 *   `GET /files/F…/name` those bytes again; the desk gets them with its token and the scope files:read.
 * - `/sandbox/outlook` is told in outlook-protocol.ts.
 * - `POST /sandbox/act` an `Act` -> `ActAnswer`, once the desk has acknowledged or its three seconds are over.
 * - `POST /sandbox/clock` a `ClockMove` -> `ActAnswer`; `POST /sandbox/reset` -> `ActAnswer`; `POST /sandbox/fault` a `Fault` -> `ActAnswer`.
 *
 * Everything under /sandbox/ needs the cookie or the header `x-sandbox-token`, the sandbox's own Host and, where a browser sends one, its own
 * Origin; bodies are JSON with `content-type: application/json`. Refusals: 400 unreadable, 403 not allowed, 404 unknown; body `{ ok: false, error, shown }`.
 */
import type { KnownBlock, Option, PlainTextElement } from '@slack/types';
import type { OrderedFault } from './fault.ts';

export type { TypedWords } from '../desk/typed-words.ts';

/** A block as it was accepted; the server gave it a `block_id` where it had none. Its text is exactly as posted: entities and tokens included. */
export type SeenBlock = KnownBlock & { block_id: string };

export interface WorldView {
  /** Grows with every change. */
  revision: number;
  clock: SeenClock;
  team: { id: string; name: string };
  me: SeenPerson;
  /** The desk's own user. */
  bot: { id: string; name: string };
  /** Everyone but the bot, in the order in which the page offers them. */
  people: readonly SeenPerson[];
  /** The channels `me` is in, and for people of this workspace the direct message with the desk. */
  channels: readonly SeenChannel[];
  /** By channel, oldest first, replies of threads included; ephemeral ones only when they are for `me`. */
  messages: Readonly<Record<string, readonly SeenMessage[]>>;
  /** null until the desk has published one for `me`. */
  home: SeenHome | null;
  /** Open modals of `me`, the lowest first; the last one is on top. */
  modals: readonly SeenModal[];
  /** What Slack says to `me` when something failed, oldest first, until dismissed. */
  notices: readonly Notice[];
  /** None for people of another workspace: Slack does not offer them the app's. */
  commands: readonly SeenCommand[];
  shortcuts: readonly SeenShortcut[];
  /** What has been ordered to go wrong and has not yet, oldest first. */
  faults: readonly OrderedFault[];
  /** The methods of the Web API that can be made to fail. */
  methods: readonly string[];
  /** How many sockets the desk holds open; 0 while it is away. */
  connected: number;
}

export interface SeenClock {
  /** ISO 8601, UTC. */
  now: string;
  /** When false, it runs on with the machine's clock. */
  frozen: boolean;
  /** How often it has been moved since the sandbox started. */
  moves: number;
}

export interface SeenPerson {
  id: string;
  name: string;
  /** What they are at this desk, in a few words. */
  title: string;
  /** IANA name. */
  zone: string;
  locale: string;
  /** A guest of the workspace, shown as such. */
  guest: boolean;
  /** The other workspace they belong to, by name; null for people of this one. */
  elsewhere: string | null;
}

export interface SeenChannel {
  id: string;
  /** Without `#`; for a direct message the other's name. */
  name: string;
  kind: 'channel' | 'direct';
  private: boolean;
  /** Somebody from outside reads along: a guest, or a person of another workspace. */
  open: boolean;
  topic: string;
  /** Ids, the bot's included. */
  members: readonly string[];
  /** Messages since `me` last read it. */
  unread: number;
  /** The `ts` up to which `me` has read it; '0' when nothing yet. */
  readTo: string;
}

/** A file in a message. */
export interface SeenFile {
  id: string;
  name: string;
  title: string;
  /** What a picture shows, for those who do not see it. */
  alt: string | null;
  /** "PNG", "Excel Spreadsheet" */
  kind: string;
  /** Bytes. */
  size: number;
  /** Shown in the message itself. */
  picture: boolean;
  /** On this server. */
  url: string;
}

export interface SeenMessage {
  /** Its id, which orders messages. */
  ts: string;
  /** When it was said by the sandbox's clock, in milliseconds since 1970: earlier than its `ts` once that clock was moved back. */
  at: number;
  channel: string;
  author: { kind: 'person' | 'app' | 'slackbot'; id: string; name: string };
  text: string;
  blocks: readonly SeenBlock[];
  files: readonly SeenFile[];
  /** Somebody came into the channel; no ordinary message. */
  joined: boolean;
  /** Only `me` sees it. */
  ephemeral: boolean;
  edited: boolean;
  /** The first message of its thread; null outside threads and for that first message itself. */
  threadTs: string | null;
  replies: number;
  permalink: string;
}

export interface SeenHome {
  id: string;
  hash: string;
  blocks: readonly SeenBlock[];
}

export interface SeenModal {
  id: string;
  /** Changes with every update: inputs whose block and action ids stay keep what was typed. */
  hash: string;
  callbackId: string;
  title: PlainTextElement;
  submit: PlainTextElement | null;
  close: PlainTextElement | null;
  blocks: readonly SeenBlock[];
  /** By block_id, from the desk or from Slack's own checks. */
  errors: Readonly<Record<string, string>>;
  /** A submission waits for its acknowledgement. */
  pending: boolean;
  /** Slack's words over the whole modal, such as "We had some trouble connecting. Try again?" */
  trouble: string | null;
}

export interface Notice {
  id: string;
  /** Slack's code, such as `operation_timeout`. */
  error: string;
  text: string;
  /** The channel or view it belongs to; null for the whole window. */
  channel: string | null;
}

export interface SeenCommand {
  command: string;
  description: string;
  usageHint: string;
}

export interface SeenShortcut {
  callbackId: string;
  name: string;
  description: string;
  type: 'global' | 'message';
}

/** The state of one control, in Slack's own shape (`view.state.values`). */
export type InputState =
  | { type: 'plain_text_input' | 'email_text_input' | 'url_text_input' | 'number_input'; value: string | null }
  | { type: 'static_select' | 'external_select' | 'radio_buttons' | 'overflow'; selected_option: Option | null }
  | { type: 'multi_static_select' | 'multi_external_select' | 'checkboxes'; selected_options: Option[] }
  | { type: 'datepicker'; selected_date: string | null }
  | { type: 'timepicker'; selected_time: string | null }
  | { type: 'datetimepicker'; selected_date_time: number | null }
  | { type: 'users_select'; selected_user: string | null }
  | { type: 'conversations_select'; selected_conversation: string | null }
  | { type: 'channels_select'; selected_channel: string | null }
  | { type: 'multi_users_select'; selected_users: string[] }
  | { type: 'multi_conversations_select'; selected_conversations: string[] }
  | { type: 'multi_channels_select'; selected_channels: string[] };

/** By block_id, then action_id. What a person left alone may be missing: the server then takes the initial value. */
export type InputValues = Record<string, Record<string, InputState>>;

export type Where =
  | { kind: 'message'; channel: string; ts: string }
  | { kind: 'modal'; viewId: string }
  | { kind: 'home' };

/** One thing a person does; `as` is their id. */
export type Act =
  /** `text` after the command, as typed; mentions as `@Name` or `<@U…>`. In a thread Slack refuses it. */
  | { act: 'command'; as: string; channel: string; command: string; text: string; threadTs?: string }
  /** A message as typed. `@Name`, `#channel` and `<@U…>` become mentions; everything else is escaped, as Slack does. */
  | { act: 'message'; as: string; channel: string; text: string; threadTs?: string; files?: string[] }
  /** A button, or another control that has changed; `input` is left out for buttons, `values` are the other inputs around it. */
  | {
      act: 'press';
      as: string;
      where: Where;
      blockId: string;
      actionId: string;
      input?: InputState;
      values?: InputValues;
    }
  | { act: 'submit'; as: string; viewId: string; values: InputValues }
  /** Closes the modal on top, or all of them. */
  | { act: 'close'; as: string; viewId: string; all?: boolean }
  /** Choices for an external select; answers with `options` or `groups`. */
  | { act: 'suggest'; as: string; where: Where; blockId: string; actionId: string; query: string }
  /** A global shortcut, or with `channel` and `ts` a message shortcut. */
  | { act: 'shortcut'; as: string; callbackId: string; channel?: string; ts?: string }
  | { act: 'openHome'; as: string }
  | { act: 'openMessages'; as: string }
  /** The person has seen the channel up to now. */
  | { act: 'read'; as: string; channel: string }
  | { act: 'dismiss'; as: string; noticeId: string }
  /** Takes away a message that only this person sees. */
  | { act: 'hide'; as: string; channel: string; ts: string }
  /** Brings somebody into a channel. */
  | { act: 'invite'; as: string; channel: string; person: string };

export interface OptionGroup {
  label: PlainTextElement;
  options: readonly Option[];
}

/** `ok: false` when Slack itself refused, or the desk did not answer in time; `shown` is what the person reads (also in the state). */
export type ActAnswer =
  | { ok: true; options?: readonly Option[]; groups?: readonly OptionGroup[]; file?: string }
  | { ok: false; error: string; shown: string };

/** `now`: ISO 8601 with zone or offset. `frozen` may come with either. */
export type ClockMove =
  | { now: string; frozen?: boolean }
  | { advance: 'hour' | 'day' | 'next-monday'; frozen?: boolean };
