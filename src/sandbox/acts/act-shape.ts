import { z } from 'zod';
import type { Fault } from '../fault.ts';
import type { Act, ClockMove, InputState } from '../protocol.ts';

const text = z.string().max(100_000);
const id = z.string().min(1).max(255);

const inputState = z.custom<InputState>(
  (value) => typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string',
);
const values = z.record(z.string(), z.record(z.string(), inputState));
const where = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), channel: id, ts: id }),
  z.object({ kind: z.literal('modal'), viewId: id }),
  z.object({ kind: z.literal('home') }),
]);
const at = { where, blockId: id, actionId: id };

/** What the page may send to `/sandbox/act`. */
export const actShape = z.discriminatedUnion('act', [
  z.object({ act: z.literal('command'), as: id, channel: id, command: id, text, threadTs: id.exactOptional() }),
  z.object({
    act: z.literal('message'),
    as: id,
    channel: id,
    text,
    threadTs: id.exactOptional(),
    files: z.array(id).max(10).exactOptional(),
  }),
  z.object({
    act: z.literal('press'),
    as: id,
    ...at,
    input: inputState.exactOptional(),
    values: values.exactOptional(),
  }),
  z.object({ act: z.literal('submit'), as: id, viewId: id, values }),
  z.object({ act: z.literal('close'), as: id, viewId: id, all: z.boolean().exactOptional() }),
  z.object({ act: z.literal('suggest'), as: id, ...at, query: text }),
  z.object({
    act: z.literal('shortcut'),
    as: id,
    callbackId: id,
    channel: id.exactOptional(),
    ts: id.exactOptional(),
  }),
  z.object({ act: z.literal('openHome'), as: id }),
  z.object({ act: z.literal('openMessages'), as: id }),
  z.object({ act: z.literal('read'), as: id, channel: id }),
  z.object({ act: z.literal('dismiss'), as: id, noticeId: id }),
  z.object({ act: z.literal('hide'), as: id, channel: id, ts: id }),
  z.object({ act: z.literal('invite'), as: id, channel: id, person: id }),
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
