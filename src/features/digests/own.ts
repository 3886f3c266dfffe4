import { dateSeenFrom } from '../../blocks/dates.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { readPeople } from '../../db/read/people.ts';
import { type Actor, may } from '../../desk/actor.ts';
import type { Filled } from '../../desk/describe.ts';
import { blockOf, byAction, choicesOf, textOf } from '../../desk/form-values.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { dayIn, deskToday } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import { parseDay } from '../../treaty/day.ts';
import { keepSavedOnly, savedBy } from '../answers/use-cases.ts';
import { isMember } from '../following/use-cases.ts';
import { mayNot, setAway } from '../people/use-cases.ts';
import { everyWeek } from './card.ts';
import { nextWords, withoutDates } from './modal.ts';
import { OWN, preferencesModal } from './own-modal.ts';
import type { DigestDesk } from './readers.ts';
import { onlyFrom, weeklyFrom, ZONE } from './schedule-fields.ts';
import { readSubscriptions } from './subscriptions.ts';
import { subscribeOwn } from './use-cases.ts';

/** The form of what reaches a member by itself. */
export async function openPreferences(desk: DigestDesk, actor: Actor): Promise<Reply> {
  if (!may(actor, 'read_register')) return say(await mayNot(desk, 'have the desk write to them'));
  const people = await readPeople(desk.db, deskToday(desk.clock));
  const own = (await readSubscriptions(desk.db)).find(({ channel }) => channel === actor.slackId) ?? null;
  const away = people.find(({ slackId }) => slackId === actor.slackId)?.away ?? null;
  const others = people.filter((person) => isMember(person) && person.slackId !== actor.slackId);
  const saved = await savedBy(desk.db, actor.slackId);
  return { kind: 'modal', modal: preferencesModal({ own, zone: actor.zone, away, saved, others }) };
}

/** Keeps it; what is wrong is named on its field, and what was typed stays. */
export async function submitPreferences(desk: DigestDesk, { actor, values, at }: Filled): Promise<Reply> {
  const wrong = (field: string, words: string): Reply => ({
    kind: 'errors',
    errors: { [blockOf(values, field)]: words },
  });
  const what = textOf(values, OWN.what);
  const weekly = weeklyFrom(values);
  if (weekly === null) return wrong(ZONE, 'Please choose a day, a time and a time zone.');
  const typed = textOf(values, OWN.awayUntil);
  const until = typed === '' ? null : parseDay(typed);
  const standIn = textOf(values, OWN.standIn);
  if (until !== null && until < dayIn(actor.zone, at)) return wrong(OWN.awayUntil, 'This day has passed.');
  if (until !== null && standIn === '') return wrong(OWN.standIn, 'Please choose who stands in for you.');
  const only = onlyFrom(values);
  const audience = what === 'mine' ? 'mine' : 'desk';
  const schedule = { channel: actor.slackId, audience, weekly, only, paused: what === 'none' } as const;
  const outcome = await subscribeOwn(desk, actor, schedule, at);
  if (outcome === 'not_allowed')
    return { kind: 'close', messages: [await mayNot(desk, 'have the desk write to them')] };
  if (outcome !== 'kept') return wrong(ZONE, 'There is no such time zone. For example: Europe/Zurich');
  if (byAction(values).has(OWN.saved)) await keepSavedOnly(desk.db, actor.slackId, choicesOf(values, OWN.saved), at);
  const gone = await setAway(desk, actor, until === null ? null : { until, standIn }, at);
  if (!gone.ok) return wrong(OWN.standIn, gone.problem);
  const absent =
    until === null ? '' : ` Until ${dateSeenFrom(dayIn(actor.zone, at), until)} your reminders go to who stands in.`;
  const message =
    what === 'none'
      ? notice(`You have no digest of your own.${absent}`, 'The one in the channel goes out as before.')
      : withoutDates(
          md`*Your digest comes ${everyWeek(weekly)}* (${weekly.zone}), beginning with the next one: ${nextWords(weekly, at)}.${absent}`,
          only,
        );
  return { kind: 'close', messages: [message] };
}
