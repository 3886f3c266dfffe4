import { kindWithArticle } from '../../blocks/clock-words.ts';
import { dateSeenFrom, daysSeenFrom, longDate, shortDate } from '../../blocks/dates.ts';
import { join, type Mrkdwn, md } from '../../blocks/mrkdwn.ts';
import { counted } from '../../blocks/words.ts';
import type { Day } from '../../treaty/day.ts';
import type { Dates, Group, Line } from './compose.ts';

const MOST_NAMES = 40;

/** A State of a line by its short name, with what must be said of it alone: "Lebanon (1 May 2021; said at 8MSP it will ask)". */
interface Named {
  name: string;
  aside: string;
}

function namedIn({ entries, everyone }: Line, { heading }: Group): readonly Named[] {
  if (everyone) return [{ name: 'All States Parties', aside: '' }];
  const all = entries.map(({ name, extends: until, remark, toBeConfirmed }, at) => {
    const deadline = until === null ? null : `${at === 0 ? 'deadline ' : ''}${shortDate(until)}`;
    const doubt = toBeConfirmed && heading !== 'unconfirmed' ? 'to be confirmed' : null;
    const inside = [[deadline, doubt].filter((part) => part !== null).join(', '), remark].filter(Boolean).join('; ');
    return { name, aside: inside === '' ? '' : ` (${inside})` };
  });
  const more = all.length - MOST_NAMES;
  return more <= 0
    ? all
    : [...all.slice(0, MOST_NAMES), { name: counted(more, 'more State Party', 'more States Parties'), aside: '' }];
}

/** The States of a line in a row, for a cell of a table. */
export const namesOf = (line: Line, group: Group): string =>
  namedIn(line, group)
    .map(({ name, aside }) => `${name}${aside}`)
    .join(', ');

/** "Thu 28 Nov", "Sat 1 Aug 2020 (last working day Fri 31 Jul 2020)", "1 May 2019". */
export function dueWords({ due, lastWorkingDay }: Pick<Line, 'due' | 'lastWorkingDay'>, asOf: Day): string {
  const written = dateSeenFrom(asOf, due);
  return lastWorkingDay === null || written === shortDate(due)
    ? written
    : `${written} (last working day ${dateSeenFrom(asOf, lastWorkingDay)})`;
}

/** What the line is about: "clearance (Art. 4)"; a window for requests says that asking is the State's choice. */
export const whatWords = (line: Line): string =>
  line.kind === 'extension_request' ? `${kindWithArticle(line)}, if more time is needed` : kindWithArticle(line);

/** "• *Gambia* · initial report (Art. 7) · Thu 28 Nov · 10 days". */
export function bullet(line: Line, group: Group, asOf: Day): Mrkdwn {
  const names = join(
    namedIn(line, group).map(({ name, aside }) => md`*${name}*${aside}`),
    ', ',
  );
  const days = daysSeenFrom(asOf, line.due);
  switch (group.heading) {
    case 'requests':
      return md`• ${line.article === 4 ? 'Clearance' : 'Stockpiles'} (Art. ${line.article}): ${names}${remark(line)}`;
    case 'completed':
      return md`• ${names} · ${kindWithArticle(line)}${remark(line)}`;
    case 'unconfirmed':
    case 'silent':
      return md`• ${names} · ${kindWithArticle(line)} · ${dueWords(line, asOf)}${remark(line)}`;
    case 'passed':
      return md`• ${names} · ${kindWithArticle(line)} · ${shortDate(line.due)}, ${days}${remark(line)}`;
    default:
      return md`• ${names} · ${whatWords(line)} · ${dueWords(line, asOf)} · ${days}${remark(line)}`;
  }
}

const remark = ({ remark: said }: Line): string => (said === null ? '' : ` · ${said}`);

/** Report dates that have passed and of which nothing is on record, told without naming a State for the desk's own silence. */
export function silenceOf({ lines }: Group, { byState }: Dates): readonly Mrkdwn[] {
  const initial = lines.filter(({ kind }) => kind === 'initial_report');
  const clocks = initial.flatMap((line) =>
    line.clocks.map((clock, at) => ({ clock, name: line.entries[at]?.name ?? '' })),
  );
  const listed = clocks
    .filter(({ clock }) => clock.status === 'overdue')
    .toSorted((a, b) => byState(a.clock.state, b.clock.state))
    .map(({ name }) => name);
  const rest = clocks.length - listed.length;
  return [
    ...(rest > 0
      ? [
          md`• Initial reports (Art. 7): of ${counted(rest, 'State Party', 'States Parties')} the desk holds no receipt.`,
        ]
      : []),
    ...(listed.length > 0
      ? [
          md`• Initial reports not yet received, by the list of the ISU from before November 2019: ${listed.join(', ')}.`,
        ]
      : []),
    ...lines
      .filter(({ kind }) => kind === 'annual_report')
      .map(
        (line) =>
          md`• Annual reports for ${line.year ?? ''} (Art. 7, ${shortDate(line.due)}): ${line.remark ?? 'no receipt on record'}; of the others the desk holds no receipt.`,
      ),
  ];
}

/** The heading of a group, as the digest writes it. */
export function headingOf({ heading, meeting }: Group, { asOf, from, span: { until } }: Dates): Mrkdwn {
  switch (heading) {
    case 'passed':
      return md`*Passed, no outcome on record*`;
    case 'soon':
      return md`*Next 120 days*`;
    case 'requests':
      return meeting === null
        ? md`*Extension requests*`
        : md`*Extension requests for the ${meeting.name}* · by ${dueWords(meeting, asOf)} · ${daysSeenFrom(asOf, meeting.due)} · only if more time is needed`;
    case 'later':
      return from !== null && from > asOf
        ? md`*From ${longDate(from)} until ${longDate(until)}*`
        : md`*Until ${longDate(until)}*`;
    case 'beyond':
      return md`*After ${longDate(until)}*`;
    case 'unconfirmed':
      return md`*To be confirmed* (a source doubts it, or a request is on record and its outcome is not)`;
    case 'silent':
      return md`*Date passed, nothing on record* (what the desk has not recorded says nothing about the State)`;
    case 'completed':
      return md`*Completed*`;
  }
}
