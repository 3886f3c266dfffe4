/**
 * The local protocol between the sandbox's page and its server. Types only; nothing of it is part of Slack or of the desk.
 *
 * - `GET /?token=T` the page; the token becomes the cookie `sandbox-PORT` (HttpOnly, SameSite=Strict). `GET /assets/*` its files.
 * - `GET /sandbox/state?as=U…` -> `WorldView`, as that person may see it; without `as` the first person.
 * - `GET /sandbox/events` server-sent events: `event: changed`, `data: {"revision":7}`; the page then asks for the state.
 * - `POST /sandbox/act` an `Act` -> `ActAnswer`, once the desk has acknowledged or its three seconds are over.
 * - `POST /sandbox/clock` a `ClockMove` -> `ActAnswer`; `POST /sandbox/reset` -> `ActAnswer`; `POST /sandbox/fault` a `Fault` -> `ActAnswer`.
 *
 * Everything under /sandbox/ needs the cookie or the header `x-sandbox-token`, the sandbox's own Host and, where a browser sends one, its own
 * Origin; bodies are JSON with `content-type: application/json`. Refusals: 400 unreadable, 403 not allowed, 404 unknown; body `{ ok: false, error, shown }`.
 */
import type { KnownBlock, Option, PlainTextElement } from '@slack/types';

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
  /** The channels `me` is in, and the direct message with the desk. */
  channels: readonly SeenChannel[];
  /** By channel, oldest first, replies of threads included; ephemeral ones only when they are for `me`. */
  messages: Readonly<Record<string, readonly SeenMessage[]>>;
  /** null until the desk has published one for `me`. */
  home: SeenHome | null;
  /** Open modals of `me`, the lowest first; the last one is on top. */
  modals: readonly SeenModal[];
  /** What Slack says to `me` when something failed, oldest first, until dismissed. */
  notices: readonly Notice[];
  commands: readonly SeenCommand[];
  shortcuts: readonly SeenShortcut[];
  /** How many sockets the desk holds open; 0 while it is away. */
  connected: number;
}

export interface SeenClock {
  /** ISO 8601, UTC. */
  now: string;
  /** When false, it runs on with the machine's clock. */
  frozen: boolean;
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
}

export interface SeenChannel {
  id: string;
  /** Without `#`; for a direct message the other's name. */
  name: string;
  kind: 'channel' | 'direct';
  private: boolean;
  /** A guest is in it. */
  open: boolean;
  topic: string;
  /** Ids, the bot's included. */
  members: readonly string[];
  /** Messages since `me` last read it. */
  unread: number;
}

export interface SeenMessage {
  ts: string;
  channel: string;
  author: { kind: 'person' | 'app' | 'slackbot'; id: string; name: string };
  text: string;
  blocks: readonly SeenBlock[];
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
  | { act: 'message'; as: string; channel: string; text: string; threadTs?: string }
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
  | { act: 'dismiss'; as: string; noticeId: string };

export interface OptionGroup {
  label: PlainTextElement;
  options: readonly Option[];
}

/** `ok: false` when Slack itself refused, or the desk did not answer in time; `shown` is what the person reads (also in the state). */
export type ActAnswer =
  | { ok: true; options?: readonly Option[]; groups?: readonly OptionGroup[] }
  | { ok: false; error: string; shown: string };

/** `now`: ISO 8601 with zone or offset. `frozen` may come with either. */
export type ClockMove =
  | { now: string; frozen?: boolean }
  | { advance: 'hour' | 'day' | 'next-monday'; frozen?: boolean };

/** Something that goes wrong on purpose, the next `times` times (once by default). */
export type Fault =
  /** Acknowledgements that reach Slack late, or never. */
  | { fault: 'late-acks'; milliseconds: number; times?: number }
  | { fault: 'lost-acks'; times?: number }
  /** The method answers with an HTTP status and a page of HTML, as a proxy would. */
  | { fault: 'broken'; method: string; status: 500 | 502 | 503; times?: number }
  | { fault: 'refuse'; method: string; error: string; times?: number }
  | { fault: 'ratelimit'; method: string; retryAfter: number; times?: number }
  /** The method takes effect, and the connection breaks before the answer. */
  | { fault: 'answer-lost'; method: string; times?: number }
  | { fault: 'disconnect'; reason: 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets' }
  /** The last event once more, with its event_id. */
  | { fault: 'redeliver' }
  | { fault: 'none' };
