import type { Option } from '@slack/types';
import { z } from 'zod';
import type { Fault } from '../fault.ts';
import type { Act, ClockMove, InputState } from '../protocol.ts';

const text = z.string().max(100_000);
const id = z.string().min(1).max(255);
/** Of a person, channel or file. */
const slackId = z.string().regex(/^[A-Z0-9]{2,40}$/);

const chosen = z.looseObject({ text: z.looseObject({ type: z.string(), text }), value: text.optional() });
const option = z.custom<Option>((given) => chosen.safeParse(given).success);
const pick = id.nullable();
const picks = z.array(id).max(1_000);

/** What a control may hold, by its type. */
const inputState = z.union([
  z.object({
    type: z.enum(['plain_text_input', 'email_text_input', 'url_text_input', 'number_input']),
    value: text.nullable(),
  }),
  z.object({
    type: z.enum(['static_select', 'external_select', 'radio_buttons', 'overflow']),
    selected_option: option.nullable(),
  }),
  z.object({
    type: z.enum(['multi_static_select', 'multi_external_select', 'checkboxes']),
    selected_options: z.array(option).max(1_000),
  }),
  z.object({ type: z.literal('datepicker'), selected_date: pick }),
  z.object({ type: z.literal('timepicker'), selected_time: pick }),
  z.object({ type: z.literal('datetimepicker'), selected_date_time: z.number().nullable() }),
  z.object({ type: z.literal('users_select'), selected_user: pick }),
  z.object({ type: z.literal('conversations_select'), selected_conversation: pick }),
  z.object({ type: z.literal('channels_select'), selected_channel: pick }),
  z.object({ type: z.literal('multi_users_select'), selected_users: picks }),
  z.object({ type: z.literal('multi_conversations_select'), selected_conversations: picks }),
  z.object({ type: z.literal('multi_channels_select'), selected_channels: picks }),
]) satisfies z.ZodType<InputState>;
const values = z.record(z.string(), z.record(z.string(), inputState));
const where = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), channel: slackId, ts: id }),
  z.object({ kind: z.literal('modal'), viewId: id }),
  z.object({ kind: z.literal('home') }),
]);
const at = { where, blockId: id, actionId: id };

/** What the page may send to `/sandbox/act`. */
export const actShape = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('command'),
    as: slackId,
    channel: slackId,
    command: id,
    text,
    threadTs: id.exactOptional(),
  }),
  z.object({
    act: z.literal('message'),
    as: slackId,
    channel: slackId,
    text,
    threadTs: id.exactOptional(),
    files: z.array(slackId).max(10).exactOptional(),
  }),
  z.object({
    act: z.literal('press'),
    as: slackId,
    ...at,
    input: inputState.exactOptional(),
    values: values.exactOptional(),
  }),
  z.object({ act: z.literal('submit'), as: slackId, viewId: id, values }),
  z.object({ act: z.literal('close'), as: slackId, viewId: id, all: z.boolean().exactOptional() }),
  z.object({ act: z.literal('suggest'), as: slackId, ...at, query: text }),
  z.object({
    act: z.literal('shortcut'),
    as: slackId,
    callbackId: id,
    channel: slackId.exactOptional(),
    ts: id.exactOptional(),
  }),
  z.object({ act: z.literal('openHome'), as: slackId }),
  z.object({ act: z.literal('openMessages'), as: slackId }),
  z.object({ act: z.literal('read'), as: slackId, channel: slackId }),
  z.object({ act: z.literal('dismiss'), as: slackId, noticeId: id }),
  z.object({ act: z.literal('hide'), as: slackId, channel: slackId, ts: id }),
  z.object({ act: z.literal('invite'), as: slackId, channel: slackId, person: slackId }),
]) satisfies z.ZodType<Act>;

const frozen = z.boolean().exactOptional();

/** What the page may send to `/sandbox/clock`. */
export const clockShape = z.union([
  z.object({ now: z.string().max(100), frozen }),
  z.object({ advance: z.enum(['hour', 'day', 'next-monday']), frozen }),
]) satisfies z.ZodType<ClockMove>;

const times = z.number().int().min(1).max(1_000).exactOptional();

/** What may be sent to `/sandbox/fault`. */
export const faultShape = z.discriminatedUnion('fault', [
  z.object({ fault: z.literal('late-acks'), milliseconds: z.number().int().min(0).max(600_000), times }),
  z.object({ fault: z.literal('lost-acks'), times }),
  z.object({
    fault: z.literal('broken'),
    method: id,
    status: z.union([z.literal(500), z.literal(502), z.literal(503)]),
    times,
  }),
  z.object({ fault: z.literal('refuse'), method: id, error: id, times }),
  z.object({ fault: z.literal('ratelimit'), method: id, retryAfter: z.number().int().min(1).max(3_600), times }),
  z.object({ fault: z.literal('answer-lost'), method: id, times }),
  z.object({
    fault: z.literal('disconnect'),
    reason: z.enum(['warning', 'refresh_requested', 'link_disabled', 'too_many_websockets']),
  }),
  z.object({ fault: z.literal('redeliver') }),
  z.object({ fault: z.literal('events-limited') }),
  z.object({ fault: z.literal('none') }),
]) satisfies z.ZodType<Fault>;
