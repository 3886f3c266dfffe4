import { kindWithArticle } from '../../blocks/clock-words.ts';
import { dateSeenFrom, daysSeenFrom, longDate, shortDate } from '../../blocks/dates.ts';
import { join, type Mrkdwn, md } from '../../blocks/mrkdwn.ts';
import { counted } from '../../blocks/words.ts';
import type { Day } from '../../treaty/day.ts';
import { groupedBy } from '../../treaty/grouped.ts';
import type { Dates, Group } from './compose.ts';
import type { Line } from './line.ts';

/** More names than there are States Parties to be named beside each other. */
const MOST_NAMES = 110;

/** A State of a line by its short name, with what must be said of it alone: "Lebanon (1 May 2021; said at 8MSP it will ask)". */
interface Named {
  name: string;
  aside: string;
}

function namedIn({ entries, everyone, kind }: Line, { heading }: Group): readonly Named[] {
  if (everyone !== null) return [{ name: everyone, aside: '' }];
  const all = entries.map(({ name, extends: until, remark: said, toBeConfirmed }, at) => {
    const deadline = until === null ? null : `${at === 0 ? 'deadline ' : ''}${shortDate(until)}`;
    const doubt = toBeConfirmed && heading !== 'unconfirmed' ? 'to be confirmed' : null;
    const request = kind === 'extension_request' ? said : null;
    const inside = [[deadline, doubt].filter((part) => part !== null).join(', '), request].filter(Boolean).join('; ');
    return { name, aside: inside === '' ? '' : ` (${inside})` };
  });
  const more = all.length - MOST_NAMES;
  return more <= 0
    ? all
    : [...all.slice(0, MOST_NAMES), { name: counted(more, 'more State Party', 'more States Parties'), aside: '' }];
}

/** "Thu 28 Nov", "Sat 1 Aug 2020 (last working day Fri 31 Jul 2020)", "1 May 2019". */
export function dueWords({ due, lastWorkingDay }: Pick<Line, 'due' | 'lastWorkingDay'>, asOf: Day): string {
  const written = dateSeenFrom(asOf, due);
  return lastWorkingDay === null || written === shortDate(due)
    ? written
    : `${written} (last working day ${dateSeenFrom(asOf, lastWorkingDay)})`;
}

/** What the line is about: "clearance (Art. 4)"; a window for requests says that asking is the State's choice. */
const whatWords = (line: Line): string =>
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
    case 'listed':
    case 'silent':
      return md`• ${names} · ${kindWithArticle(line)} · ${dueWords(line, asOf)}${remark(line)}`;
    case 'passed':
      return md`• ${names} · ${kindWithArticle(line)} · ${shortDate(line.due)}, ${days}${remark(line)}`;
    default:
      return md`• ${names} · ${whatWords(line)} · ${dueWords(line, asOf)} · ${days}${remark(line)}`;
  }
}

const remark = ({ remark: said }: Line): string => (said === null ? '' : ` · ${said}`);

/** Reports of which a source alone says that they have not come, told together by what it says; in protocol order. */
export function listedWords({ lines }: Group, { byState }: Pick<Dates, 'byState'>): readonly Mrkdwn[] {
  const all = lines.flatMap((line) =>
    line.clocks.map((clock, at) => ({
      state: clock.state,
      name: line.entries[at]?.name ?? '',
      what: kindWithArticle(line),
      said: line.entries[at]?.remark ?? '',
    })),
  );
  const together = groupedBy(all, ({ what, said }) => `${what} ${said}`);
  return [...together.values()].map((own) => {
    const names = own.toSorted((a, b) => byState(a.state, b.state)).map(({ name }) => md`*${name}*`);
    const { what = '', said = '' } = own[0] ?? {};
    return md`• ${join(names, ', ')} · ${own.length === 1 ? what : what.replace('report', 'reports')} · ${said}`;
  });
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
    case 'listed':
      return md`*Not yet received, according to one source; to be confirmed* (the ISU has not confirmed it)`;
    case 'silent':
      return md`*Date passed, nothing on record* (what the desk has not recorded says nothing about the State)`;
    case 'completed':
      return md`*Completed*`;
  }
}
