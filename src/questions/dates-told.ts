import { daysBetween } from '../treaty/day.ts';
import type { Clock, Iso3 } from '../treaty/facts.ts';
import { meetingDatesOn, meetingDaysOn } from '../treaty/meeting-dates.ts';
import type { Answer } from './answer.ts';
import { kindWithArticle } from './clock-words.ts';
import { isDoubtful } from './doubt.ts';
import type { Facts } from './facts.ts';
import { meetingOf } from './span-days.ts';
import { clockSentence } from './words.ts';

type Told = { answer: Partial<Answer>; clocks: readonly Clock[] };
const statesOf = (clocks: readonly Clock[]): readonly Iso3[] =>
  [...new Set(clocks.map(({ state }) => state))].toSorted();

/** How many days are left until a date; of several the next, and of those on one day all. */
export function daysLeft(all: readonly Clock[], { asOf, book, tongue }: Facts): Told {
  const { say } = tongue;
  const open = all.filter((clock) => clock.status !== 'completed' && !isDoubtful(clock));
  const obligations = open.filter(({ kind }) => kind === 'clearance' || kind === 'stockpile');
  const of = obligations.length > 0 ? obligations : open.filter(({ due }) => due >= asOf);
  const [first] = of;
  if (first === undefined)
    return {
      clocks: all,
      answer: {
        outcome: 'empty',
        uncertain: statesOf(all.filter(isDoubtful)),
        lead:
          all.length === 0
            ? say`No such date is on record`
            : all.map((clock) => say`${book.shortName(clock.state)}: ${clockSentence(clock, asOf, tongue)}`).join('; '),
        rest: '.',
        count: null,
      },
    };
  const same = of.filter(({ due }) => due === first.due);
  const days = daysBetween(asOf, first.due);
  const whose = same.map((clock) => `${book.shortName(clock.state)}, ${kindWithArticle(clock, tongue)}`).join('; ');
  return {
    clocks: same,
    answer: {
      states: statesOf(same),
      dates: [first.due],
      count: days < 0 ? null : days,
      lead:
        days < 0
          ? say`The date passed ${-days} days ago, no outcome on record`
          : days === 1
            ? say`1 day`
            : say`${days} days`,
      rest: say`: ${whose}, ${tongue.long(first.due)}.`,
    },
  };
}

/** The dates that are in doubt: an obligation that a source doubts, or whose outcome is pending. */
export function doubtful(all: readonly Clock[], { book, byProtocol, asOf, tongue }: Facts): Told {
  const { say } = tongue;
  const clocks = all.filter((clock) => isDoubtful(clock) && clock.kind !== 'extension_request');
  if (clocks.length === 0)
    return { clocks, answer: { outcome: 'empty', lead: say`No such date is in doubt`, rest: '.', count: 0 } };
  const lines = clocks
    .toSorted((a, b) => byProtocol(a.state, b.state))
    .map((clock) => `${book.shortName(clock.state)}, ${clockSentence(clock, asOf, tongue)}`);
  return {
    clocks,
    answer: {
      uncertain: statesOf(clocks),
      count: null,
      lead: say`To be confirmed`,
      rest: say`:\n${lines.join('\n')}.`,
    },
  };
}

/** Which meeting decides a request to extend, where it is known (Art. 3.5, 4.7). */
export function whoDecides(states: readonly Iso3[], facts: Facts, all: readonly Clock[]): Told {
  const { say, long, span, meetingName } = facts.tongue;
  const clocks = all.filter(({ kind, meeting }) => kind === 'extension_request' && meeting !== null);
  const [first] = clocks;
  const meeting = first?.meeting ? meetingOf(facts, first.meeting) : null;
  const names = states.map((state) => facts.book.shortName(state)).join(', ');
  if (first === undefined || meeting === null)
    return {
      clocks,
      answer: {
        outcome: 'empty',
        lead: say`Which meeting would decide for ${names} is not fixed yet`,
        rest: say`, or there is nothing to extend.`,
        count: null,
      },
    };
  const { start, end } = meetingDatesOn(meeting, facts.asOf);
  const days = meetingDaysOn(meeting, facts.asOf);
  return {
    clocks,
    answer: {
      states: statesOf(clocks),
      dates: days === null ? [] : [...new Set([days.first, days.last])],
      count: null,
      lead: meetingName(meeting.code, meeting.name),
      rest: say` (${[meeting.place, ...(start === null ? [] : [span(start, end)])].join(', ')}) would decide, by a majority of the States Parties present and voting (Art. ${first.article === 3 ? '3.5' : '4.7'}). Dates: ${
        days === null ? say`not on record` : say`${long(days.first)} to ${long(days.last)}`
      }.`,
    },
  };
}
