import type { PlainTextOption } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import type { Block } from '../blocks/message.ts';
import type { Day } from '../treaty/day.ts';
import type { Ability, Actor } from './actor.ts';
import type { Profile } from './profile.ts';
import type { Reply } from './reply.ts';

/** Where something was typed or pressed. */
export interface Place {
  kind: 'channel' | 'direct' | 'home' | 'modal';
  /** Slack channel id; empty in a modal or on App Home. */
  channel: string;
  /** The message to answer under, for a mention. */
  thread: string | null;
  /** True when what is said there is read by others: a mention in a channel gets the public half only. */
  public: boolean;
}

/** What a person typed after the verb, and where. */
export interface Asking {
  actor: Actor;
  /** Entities decoded once, blanks trimmed; never longer than Slack lets through. */
  text: string;
  place: Place;
  at: Temporal.Instant;
}

/** One verb of `/ccm`. Singular and plural are the same verb. */
export interface Command {
  verb: string;
  /** Other words for it, the plural among them. */
  also: readonly string[];
  /** What may follow the verb: "[State] [theme]". */
  usage: string;
  /** One that works on the starting record. */
  example: string;
  about: string;
  /** Whether help shows it among the first eight or under "more". */
  shown: 'first' | 'more';
  /** Help leaves it out for those who may not; `run` refuses them in any case, with words. */
  needs?: Ability;
  /** Answered to the person alone: where others read along, in a thread, only that it is not answered there. */
  alone?: true;
  /** Title of the modal that it opens, at most 24 characters; the router opens it at once and fills it when `run` answers. */
  opens?: string;
  run(asking: Asking): Promise<Reply>;
}

/** A button, menu or select that was used. */
export interface Press {
  actor: Actor;
  /** The button's value or the chosen option's value; empty when there is none. */
  value: string;
  place: Place;
  at: Temporal.Instant;
  /** The message it stands in, and the first message of its thread; null for one that only the person sees. */
  message: { channel: string; ts: string; thread: string | null } | null;
  /** The open view it stands in, with what has been typed so far. */
  view: { id: string; metadata: string; values: ViewValues } | null;
}

export interface Action {
  /** The action_id, `feature:what`. */
  id: string;
  /** As for commands. */
  opens?: string;
  /** As for submissions, where it stands in a window. */
  carries?: z.ZodType;
  run(press: Press): Promise<Reply>;
}

/** What a modal held when submitted: by block id, then by action id; null for what was left empty. */
export type ViewValues = Readonly<Record<string, Readonly<Record<string, ViewValue>>>>;
export type ViewValue = string | readonly string[] | null;

export interface Filled {
  actor: Actor;
  values: ViewValues;
  metadata: string;
  /** Where the modal was opened. */
  place: Place;
  at: Temporal.Instant;
  /** The same for every delivery of the same submission. */
  submission: string;
}

/** Receives the submissions of modals with this callback_id; answers within Slack's three seconds, after its commit. */
export interface Submission {
  id: string;
  /** What its window carries beside its fields; one that an older desk opened is given back with what was typed in it. */
  carries?: z.ZodType;
  submit(filled: Filled): Promise<Reply>;
}

/** Feeds an external select while a person types. */
export interface Options {
  action: string;
  options(query: string, actor: Actor): Promise<readonly PlainTextOption[]>;
}

/** A message or global shortcut. */
export interface Shortcut {
  id: string;
  kind: 'message' | 'global';
  /** At most 24 characters. */
  name: string;
  about: string;
  opens: string;
  run(use: ShortcutUse): Promise<Reply>;
}

export interface ShortcutUse {
  actor: Actor;
  at: Temporal.Instant;
  /** The message it was used on: its text with entities decoded, author, place and time stamp. */
  message: { text: string; author: string | null; channel: string; ts: string; permalink: string | null } | null;
}

/** A part of App Home; `order` is its place from the top. */
export interface HomeSection {
  order: number;
  blocks(reader: HomeReader): Promise<readonly Block[]>;
}

export interface HomeReader {
  actor: Actor;
  at: Temporal.Instant;
  today: Day;
}

/** Answers free text that begins with no verb. One feature offers it. */
export interface FreeText {
  answer(asking: Asking): Promise<Reply>;
}

/** What a feature does by itself when its time has come; called each minute, at the start, and when the clock was moved. */
export interface Clockwork {
  name: string;
  /** Decides what has fallen due by `at`; the same instant again, or several processes at once, decide it once. */
  run(at: Temporal.Instant): Promise<void>;
}

/** Somebody came into a channel in which the desk is. */
export interface Joining {
  channel: string;
  person: Profile;
  /** Who brought them in; null where Slack does not say. */
  inviter: string | null;
  at: Temporal.Instant;
}

/** What one feature offers. */
export interface Feature {
  name: string;
  commands?: readonly Command[];
  actions?: readonly Action[];
  submissions?: readonly Submission[];
  options?: readonly Options[];
  shortcuts?: readonly Shortcut[];
  home?: readonly HomeSection[];
  freeText?: FreeText;
  clockwork?: readonly Clockwork[];
  /** Told of everybody who comes into a channel. */
  joined?: readonly ((joining: Joining) => Promise<void>)[];
}
