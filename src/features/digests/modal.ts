import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { context, option, plain, section } from '../../blocks/build.ts';
import { dateSeenFrom } from '../../blocks/dates.ts';
import { input, radiosOf } from '../../blocks/inputs.ts';
import { LIMITS } from '../../blocks/limits.ts';
import type { Message, Modal } from '../../blocks/message.ts';
import { channelLink, join, type Mrkdwn, md, unescapeText } from '../../blocks/mrkdwn.ts';
import { listed } from '../../blocks/words.ts';
import type { ViewValues } from '../../desk/describe.ts';
import { textOf } from '../../desk/form-values.ts';
import { nextOccurrence, type Weekly } from '../../desk/schedule.ts';
import { DESK_ZONE, dayIn, timeIn } from '../../desk/time.ts';
import { THEME_WORDS } from '../../treaty/theme.ts';
import { everyWeek } from './card.ts';
import { hasNoDates } from './narrowing.ts';
import { onlyFields, onlyFrom, weeklyFields, weeklyFrom } from './schedule-fields.ts';
import type { Only, Schedule, Subscription } from './subscriptions.ts';

export const SCHEDULE = 'digests:schedule';
export const CHANNEL = 'channel';
const FIELDS = { audience: 'audience', on: 'on' } as const;

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
      ...weeklyFields(now?.weekly ?? { weekday: 1, time: '08:00', zone: DESK_ZONE }),
      ...onlyFields(now?.only ?? { themes: [], regions: [], horizon: null }),
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
  on: z.enum(['on', 'paused']),
});

/** What the form holds, or what is wrong on which field. */
export function scheduleFrom(
  values: ViewValues,
): { ok: true; schedule: Schedule } | { ok: false; errors: Record<string, string> } {
  const held = (block: string): string => textOf(values, block);
  const parsed = filled.safeParse({ channel: held(CHANNEL), audience: held(FIELDS.audience), on: held(FIELDS.on) });
  const weekly = weeklyFrom(values);
  if (!parsed.success || parsed.data.channel === '' || weekly === null)
    return { ok: false, errors: { [CHANNEL]: 'Please choose a channel, a day and a time.' } };
  const { channel, audience, on } = parsed.data;
  return { ok: true, schedule: { channel, audience, weekly, only: onlyFrom(values), paused: on === 'paused' } };
}

/** After the schedule was kept: what happens now. */
export function keptMessage({ channel, weekly, only, paused }: Schedule, at: Temporal.Instant): Message {
  const said = paused
    ? md`*The digest for ${channelLink(channel)} is paused.* Nothing is posted until it is set going again.`
    : md`*The digest goes to ${channelLink(channel)} ${everyWeek(weekly)}* (${weekly.zone}), beginning with the next one: ${nextWords(weekly, at)}.`;
  return withoutDates(said, only);
}

/** After one was begun for another channel: those that go out as before, and the way to stop them. */
export function besidesMessage(channels: readonly string[]): Message {
  const names = channels.map(channelLink);
  const said = md`*The digest for ${join(names, ', ')} goes out as before, too.* To move it, pause the one that is not needed: \`/ccm digest list\``;
  return { text: unescapeText(said.text.replace(/[*`]/g, '')), blocks: [section(said)] };
}

/** "Mon 25 Nov, 08:00": when the next one goes out. */
export function nextWords(weekly: Weekly, at: Temporal.Instant): string {
  const next = nextOccurrence(weekly, at);
  const { zone } = weekly;
  return `${dateSeenFrom(dayIn(zone, at), dayIn(zone, next))}, ${timeIn(zone, next)}`;
}

/** What was said, and of themes without dates what comes instead. */
export function withoutDates(said: Mrkdwn, { themes }: Only): Message {
  const text = unescapeText(said.text.replace(/\*/g, ''));
  if (!hasNoDates(themes)) return { text, blocks: [section(said)] };
  const names = listed(themes.map((theme) => THEME_WORDS[theme].name));
  const instead = `The Convention sets no dates for ${names}: the digest tells changes in requests, meetings and reports.`;
  return { text: `${text} ${instead}`, blocks: [section(said), context(md`${instead}`)] };
}
