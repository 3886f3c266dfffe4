import { z } from 'zod';

const person = z.object({ id: z.string(), team_id: z.string().optional() });
const channel = z.object({ id: z.string() });

const chosen = z.object({ value: z.string() });

/** The state of one input as Slack sends it; only the kinds that the desk's modals use. */
const input = z
  .object({
    type: z.string(),
    value: z.string().nullish(),
    selected_option: chosen.nullish(),
    selected_options: z.array(chosen).nullish(),
    selected_date: z.string().nullish(),
    selected_time: z.string().nullish(),
    selected_user: z.string().nullish(),
    selected_users: z.array(z.string()).nullish(),
    selected_conversation: z.string().nullish(),
    selected_channel: z.string().nullish(),
  })
  .loose();

const state = z.object({ values: z.record(z.string(), z.record(z.string(), input)) });

const view = z.object({
  id: z.string(),
  hash: z.string().default(''),
  type: z.string(),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  state: state.optional(),
});

export const slashCommand = z.object({
  command: z.string(),
  text: z.string().default(''),
  user_id: z.string(),
  team_id: z.string(),
  channel_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string(),
});

const message = z.object({
  ts: z.string(),
  text: z.string().default(''),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  thread_ts: z.string().optional(),
});

export const blockActions = z.object({
  type: z.literal('block_actions'),
  user: person,
  team: z.object({ id: z.string() }).nullish(),
  trigger_id: z.string(),
  response_url: z.string().optional(),
  channel: channel.optional(),
  container: z.object({ is_ephemeral: z.boolean().optional() }).loose().optional(),
  message: message.optional(),
  view: view.optional(),
  actions: z.array(input.extend({ action_id: z.string(), action_ts: z.string(), block_id: z.string() })).min(1),
});

export const viewSubmission = z.object({
  type: z.literal('view_submission'),
  user: person,
  team: z.object({ id: z.string() }).nullish(),
  view,
});

export const suggestion = z.object({
  type: z.literal('block_suggestion'),
  user: person,
  team: z.object({ id: z.string() }).nullish(),
  action_id: z.string(),
  value: z.string(),
});

export const shortcut = z.object({
  type: z.enum(['shortcut', 'message_action']),
  callback_id: z.string(),
  user: person,
  team: z.object({ id: z.string() }).nullish(),
  trigger_id: z.string(),
  action_ts: z.string().optional(),
  response_url: z.string().optional(),
  channel: channel.optional(),
  message: message.optional(),
});

export const event = z.object({
  type: z.literal('event_callback'),
  event_id: z.string(),
  team_id: z.string(),
  event: z
    .object({
      type: z.string(),
      subtype: z.string().optional(),
      user: z.unknown(),
      bot_id: z.string().optional(),
      text: z.string().default(''),
      channel: z.string().optional(),
      channel_type: z.string().optional(),
      ts: z.string().optional(),
      thread_ts: z.string().optional(),
      tab: z.string().optional(),
    })
    .loose(),
});

export type InputState = z.infer<typeof input>;
export type ViewState = z.infer<typeof state>;
export type BlockActions = z.infer<typeof blockActions>;
export type ViewSubmission = z.infer<typeof viewSubmission>;
