import { divider, section } from '../../blocks/build.ts';
import { monthName } from '../../blocks/dates.ts';
import { meetingDates, townOf } from '../../blocks/meeting-words.ts';
import type { Block } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { may } from '../../desk/actor.ts';
import { firstDayOf, lastDayOf, zonedWords } from '../../desk/meeting-words.ts';
import { isZone } from '../../desk/schedule.ts';
import { DESK_ZONE } from '../../desk/time.ts';
import { addDays } from '../../treaty/day.ts';
import type { MeetingFacts } from '../../treaty/facts.ts';
import { meetingDatesOn, meetingDaysOn, meetingsKnownOn } from '../../treaty/meeting-dates.ts';
import type { Seen } from './seen.ts';
import { monthAfter } from './work-plan.ts';

const DAYS = 14;
const MONTHS = 3;

/** Meetings with a day within two weeks, then what the work plan and the calendar hold for the coming months. */
export function meetingsOf(seen: Seen): readonly Block[] {
  const { reader, record } = seen;
  const plans = may(reader.actor, 'read_register');
  const known = meetingsKnownOn(record.meetings, reader.today);
  const soon = known.filter((meeting) => {
    const days = meetingDaysOn(meeting, reader.today);
    return days !== null && days.last >= reader.today && days.first <= addDays(reader.today, DAYS);
  });
  const own = plannedSoon(seen);
  const first =
    soon.length === 0 && own.length > 0
      ? ''
      : soon.length === 0
        ? `Nothing dated in the next ${DAYS} days.`
        : `In the next ${DAYS} days: ${soon.map((meeting) => named(meeting, seen)).join('; ')}.`;
  const months = Array.from({ length: MONTHS + 1 }, (_, ahead) => monthAfter(reader.today.slice(0, 7), ahead));
  const later = months.flatMap((month) => {
    const parts = inMonth(
      month,
      known.filter((meeting) => !soon.includes(meeting)),
      plans,
      seen,
    );
    return parts.length === 0 ? [] : [`${monthName(month)}: ${parts.join('; ')}.`];
  });
  const title = plans ? 'Meetings and work plan' : 'Meetings';
  const lines = [...own, [first, ...later].filter(Boolean).join(' ')].filter(Boolean);
  return [section(md`*${title}*\n${lines.join('\n')}`), divider()];
}

/** What one month holds: lines of the work plan, and meetings that none of them names. */
function inMonth(month: string, meetings: readonly MeetingFacts[], plans: boolean, seen: Seen): readonly string[] {
  const { reader, workPlan } = seen;
  const here = meetings.filter((meeting) => {
    const start = meetingDatesOn(meeting, reader.today).start ?? '';
    return start.slice(0, 7) === month && start >= reader.today.slice(0, start.length);
  });
  const undated = here.filter((meeting) => meetingDaysOn(meeting, reader.today) === null);
  const dated = here.filter((meeting) => !undated.includes(meeting)).map((meeting) => named(meeting, seen));
  const planned = plans
    ? workPlan.filter(({ kind, when }) => kind === 'timeline' && when === month).map(({ short }) => short)
    : [];
  // The plan names a meeting in its own words; its month without a day is told once.
  const told = planned.map((short) =>
    undated.some((meeting) => isNamed(meeting, short)) ? `${short} (days not on record)` : short,
  );
  const untold = undated
    .filter((meeting) => !planned.some((short) => isNamed(meeting, short)))
    .map((meeting) => `${[meeting.name, town(meeting, seen)].filter(Boolean).join(', ')} (days not on record)`);
  return [...told, ...dated, ...untold];
}

const MOST = 5;

/** The meetings planned here for the coming two weeks, in the reader's own zone, then those of which the month alone is known. */
function plannedSoon({ meetings, reader }: Seen): readonly string[] {
  const { today, actor } = reader;
  const zone = isZone(actor.zone) ? actor.zone : DESK_ZONE;
  const dated = meetings.filter(
    ({ when, zone: its }) =>
      when.kind !== 'month' && lastDayOf(when, its) >= today && firstDayOf(when, its) <= addDays(today, DAYS),
  );
  const lines = dated
    .toSorted((a, b) => (firstDayOf(a.when, a.zone) < firstDayOf(b.when, b.zone) ? -1 : 1))
    .map(
      ({ reference, title, when, place }) =>
        `• ${[`${reference} ${title}`, zonedWords(when, zone, today), place].filter(Boolean).join(' · ')}`,
    );
  const more = lines.length > MOST ? [`• and ${lines.length - MOST} more: /ccm meetings`] : [];
  return [...lines.slice(0, MOST), ...more];
}

const isNamed = ({ name }: MeetingFacts, short: string): boolean =>
  /national directors/i.test(name) && /national directors/i.test(short);

const town = ({ place }: MeetingFacts, { record }: Seen): string =>
  townOf(place, new Set(record.states.map(({ shortName }) => shortName)));

const named = (meeting: MeetingFacts, seen: Seen): string =>
  [meeting.name, town(meeting, seen), meetingDates(meeting, seen.reader.today)].filter(Boolean).join(', ');
