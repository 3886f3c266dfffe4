import { z } from 'zod';
import { context, option, plain, section } from '../../blocks/build.ts';
import { input, radiosOf, selectOf, textInput } from '../../blocks/inputs.ts';
import { LIMITS } from '../../blocks/limits.ts';
import type { Message, Modal } from '../../blocks/message.ts';
import { channelLink, md, unescapeText } from '../../blocks/mrkdwn.ts';
import type { ViewValues } from '../../desk/describe.ts';
import { DESK_ZONE } from '../../desk/time.ts';
import { everyWeek } from './card.ts';
import type { Schedule, Subscription } from './subscriptions.ts';

export const SCHEDULE = 'digests:schedule';
export const CHANNEL = 'channel';
export const ZONE = 'zone';
const FIELDS = { audience: 'audience', day: 'day', time: 'time', on: 'on' } as const;

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((name, at) =>
  option(name, String(at + 1)),
);
const AUDIENCES = [
  option('Dates, meetings and reports: for any channel', 'facts'),
  option('With requests, owners and what is to be confirmed', 'desk', 'Only for a channel without guests'),
];
const ON = [option('Goes out by itself', 'on'), option('Paused', 'paused')];

/** Where and when the weekly digest goes out; filled in with how it does now. */
export function scheduleModal(now: Subscription | null): Modal {
  return {
    type: 'modal',
    callback_id: SCHEDULE,
    title: plain('Weekly digest', LIMITS.modalTitle),
    submit: plain('Keep', LIMITS.modalTitle),
    close: plain('Cancel', LIMITS.modalTitle),
    blocks: [
      input(
        { label: 'Channel' },
        {
          type: 'conversations_select',
          action_id: CHANNEL,
          ...(now === null ? {} : { initial_conversation: now.channel }),
          filter: { include: ['private', 'public'], exclude_bot_users: true },
        },
      ),
      input({ label: 'What it says' }, radiosOf(FIELDS.audience, AUDIENCES, now?.audience ?? 'facts')),
      input({ label: 'Day' }, selectOf(FIELDS.day, DAYS, String(now?.weekly.weekday ?? 1), 'Choose a day')),
      input(
        { label: 'Time' },
        { type: 'timepicker', action_id: FIELDS.time, initial_time: now?.weekly.time ?? '08:00' },
      ),
      input(
        { label: 'Time zone', hint: 'As in Europe/Zurich, Europe/Podgorica, America/New_York.' },
        textInput(ZONE, { value: now?.weekly.zone ?? DESK_ZONE, most: 60 }),
      ),
      input({ label: 'Whether it goes out' }, radiosOf(FIELDS.on, ON, now?.paused ? 'paused' : 'on')),
      context(
        md`One message a week. The first one waits for an admin's yes; the ISU sees each on Friday at 14:00 and may hold it. Invite the desk to the channel first: \`/invite @Action5\`.`,
      ),
    ],
  };
}

const filled = z.object({
  channel: z.string(),
  audience: z.enum(['facts', 'desk']),
  weekday: z.coerce.number().int().min(1).max(7),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  zone: z.string().trim(),
  on: z.enum(['on', 'paused']),
});

/** What the form holds, or what is wrong on which field. */
export function scheduleFrom(
  values: ViewValues,
): { ok: true; schedule: Schedule } | { ok: false; errors: Record<string, string> } {
  const held = (block: string): unknown => values[block]?.[block] ?? '';
  const parsed = filled.safeParse({
    channel: held(CHANNEL),
    audience: held(FIELDS.audience),
    weekday: held(FIELDS.day),
    time: held(FIELDS.time),
    zone: held(ZONE),
    on: held(FIELDS.on),
  });
  if (!parsed.success || parsed.data.channel === '')
    return { ok: false, errors: { [CHANNEL]: 'Please choose a channel, a day and a time.' } };
  const { channel, audience, weekday, time, zone, on } = parsed.data;
  return { ok: true, schedule: { channel, audience, weekly: { weekday, time, zone }, paused: on === 'paused' } };
}

/** After the schedule was kept: what happens now. */
export function keptMessage({ channel, weekly, paused }: Schedule): Message {
  const said = paused
    ? md`*The digest for ${channelLink(channel)} is paused.* Nothing is posted until it is set going again.`
    : md`*The digest goes to ${channelLink(channel)} ${everyWeek(weekly)}* (${weekly.zone}), beginning with the next one.`;
  return { text: unescapeText(said.text.replace(/\*/g, '')), blocks: [section(said)] };
}
