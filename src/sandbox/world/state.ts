import { z } from 'zod';
import { keptGraph } from '../graph/kept.ts';
import type { SeenBlock } from '../protocol.ts';

const personShape = z.object({
  id: z.string(),
  name: z.string(),
  /** Slack's short name. */
  handle: z.string(),
  title: z.string(),
  zone: z.string(),
  locale: z.string(),
  /** A guest of several channels, or of one. */
  guest: z.enum(['no', 'multi', 'single']),
  /** The workspace they belong to; another than the sandbox's own comes in by Slack Connect. */
  team: z.string(),
});

const channelShape = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['channel', 'direct']),
  private: z.boolean(),
  topic: z.string(),
  /** Ids of persons, the bot's among them. */
  members: z.array(z.string()),
});

/** A file that was uploaded; its bytes are on the shelf. */
const fileShape = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  alt: z.string().nullable(),
  size: z.number(),
  author: z.string(),
  /** Seconds since 1970. */
  created: z.number(),
  /** Where it has been shared. */
  channels: z.array(z.string()),
});

const blocks = z.custom<SeenBlock[]>((value) => Array.isArray(value));

const saidShape = z.object({
  ts: z.string(),
  /** When it was said by the sandbox's clock, in milliseconds since 1970; null where `ts` says it. */
  at: z.number().nullable().default(null),
  channel: z.string(),
  by: z.enum(['person', 'app', 'slackbot']),
  author: z.string(),
  text: z.string(),
  blocks,
  /** Ids of files. */
  files: z.array(z.string()),
  /** What Slack calls the kind of message, where it is no ordinary one. */
  subtype: z.enum(['channel_join', 'file_share']).nullable(),
  /** Whom an ephemeral message is for. */
  only: z.string().nullable(),
  editedAt: z.string().nullable(),
  threadTs: z.string().nullable(),
  metadata: z.unknown(),
});

const words = z.custom<{ type: 'plain_text'; text: string }>((value) => typeof value === 'object' && value !== null);

const contentShape = z.object({
  type: z.enum(['modal', 'home']),
  title: words.optional(),
  submit: words.optional(),
  close: words.optional(),
  blocks,
  private_metadata: z.string(),
  callback_id: z.string(),
  external_id: z.string(),
  clear_on_close: z.boolean(),
  notify_on_close: z.boolean(),
});

const viewShape = z.object({
  id: z.string(),
  hash: z.string(),
  owner: z.string(),
  root: z.string(),
  previous: z.string().nullable(),
  content: contentShape,
  errors: z.record(z.string(), z.string()),
  trouble: z.string().nullable(),
  pending: z.boolean(),
});

const noticeShape = z.object({
  id: z.string(),
  error: z.string(),
  text: z.string(),
  channel: z.string().nullable(),
});

/** All that the stand-in keeps over a restart. */
export const worldShape = z.object({
  version: z.literal(2),
  clock: z.object({ now: z.string(), frozen: z.boolean() }).nullable(),
  lastTs: z.string(),
  people: z.array(personShape),
  channels: z.array(channelShape),
  said: z.record(z.string(), z.array(saidShape)),
  files: z.record(z.string(), fileShape),
  homes: z.record(z.string(), viewShape),
  modals: z.record(z.string(), z.array(viewShape)),
  /** By person, then channel: the last `ts` they have seen. */
  read: z.record(z.string(), z.record(z.string(), z.string())),
  notices: z.record(z.string(), z.array(noticeShape)),
  outlook: keptGraph.nullable().default(null),
});

export type Person = z.infer<typeof personShape>;
export type Channel = z.infer<typeof channelShape>;
export type KeptFile = z.infer<typeof fileShape>;
export type Said = z.infer<typeof saidShape>;
export type ViewContent = z.infer<typeof contentShape>;
export type KeptView = z.infer<typeof viewShape>;
export type WorldState = z.infer<typeof worldShape>;
