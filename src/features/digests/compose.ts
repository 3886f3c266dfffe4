import { kindWords } from '../../blocks/clock-words.ts';
import { dateSeenFrom, daysSeenFrom, longDate } from '../../blocks/dates.ts';
import { type Mrkdwn, md } from '../../blocks/mrkdwn.ts';
import { counted, listed } from '../../blocks/words.ts';
import { factsToConfirm } from '../../treaty/confirm.ts';
import { addDays, addYears, type Day, mondayOf, yearOf } from '../../treaty/day.ts';
import { STEPS } from '../../treaty/request-moves.ts';
import { type DatesInWords, datesInWords } from '../deadlines/use-cases.ts';
import { type Draft, withinBudget } from './budget.ts';
import { changesIn } from './changes.ts';
import { confirmWords } from './confirm-words.ts';
import { lineMark } from './left-out.ts';
import { meetingLines } from './meetings.ts';
import { askedPart, minePart } from './mine.ts';
import { isWhole, narrowingWords } from './narrowing.ts';
import type { DigestFacts } from './read.ts';
import { requestsPart } from './requests-part.ts';

type PartName =
  | 'changed'
  | 'mine'
  | 'asked'
  | 'passed'
  | 'soon'
  | 'requests'
  | 'later'
  | 'meetings'
  | 'on_record'
  | 'confirm';

type DraftPart = Draft<PartName>;

/** One paragraph of the digest; what it is called stays with it. */
interface DigestPart extends Pick<DraftPart, 'name' | 'opens'> {
  text: Mrkdwn;
}

/** The week's digest as data. */
export interface Digest {
  monday: Day;
  asOf: Day;
  /** What stands under the heading: how much has passed, what comes next. */
  summary: string;
  /** In the order in which they are read; an empty one is not there. */
  parts: readonly DigestPart[];
  /** Deadlines that lie further on than a year. */
  beyond: { count: number; first: Day; last: Day } | null;
  /** How many lines the ISU leaves out; told to those who read the register. */
  leftOut: number;
  /** Nothing falls due within the week and nothing changed since the last digest: what comes next, in a line. */
  quiet: Mrkdwn | null;
  /** Ids of the facts that its dates rest on. */
  facts: readonly string[];
  /** For coordinators and the ISU, who confirm and correct from it. */
  forDesk: boolean;
  /** "only victim assistance · 120 days ahead"; empty where it tells everything. */
  narrowed: string;
}

/** Composes the digest of the week of `facts.asOf`; nothing in it but what the record holds. */
export function composeDigest(facts: DigestFacts): Digest {
  const { record, clocks, asOf } = facts;
  const monday = mondayOf(asOf);
  const { groups: all, furtherOn } = datesInWords(record, clocks, asOf, onlyOf(facts));
  const { groups, count: leftOut } = withoutLeftOut(all, facts);
  const of = (heading: DatesInWords['heading']): DatesInWords | null =>
    groups.find((group) => group.heading === heading) ?? null;
  const meetings = meetingLines(facts, monday);
  const changes = changesIn(facts);
  const parts: (DraftPart | null)[] = [
    changedPart(changes, facts),
    minePart(facts),
    askedPart(facts),
    part('passed', '*Passed, no outcome on record*', of('passed')),
    part('soon', '*Next 120 days*', of('soon')),
    ...groups.filter(({ heading }) => heading === 'requests').map((group) => requestsPart(group, facts)),
    part('later', `*Until ${longDate(addYears(asOf, 1))}*`, of('later')),
    meetingsPart(meetings),
    onRecord(facts),
    confirmPart(facts),
  ];
  return {
    monday,
    asOf,
    summary: summaryOf(groups, meetings.thisWeek, facts),
    parts: withinBudget(parts.filter((each) => each !== null)),
    beyond: furtherOn,
    leftOut: facts.audience === 'desk' ? leftOut : 0,
    quiet: isQuiet(facts, changes) ? quietLine(groups, asOf) : null,
    facts: groups.flatMap(({ lines }) => lines.flatMap((line) => line.facts)),
    forDesk: facts.audience === 'desk',
    narrowed: narrowingWords(facts.narrowing),
  };
}

/** The regions or States of a narrowed digest: what all of them owe is not told as owed by all States Parties. */
const onlyOf = ({ narrowing: { regions, states } }: DigestFacts) => ({
  regions,
  ...(states === null || states.length === 0 ? {} : { states }),
});

/** The groups without the lines that the ISU leaves out, and how many those are. */
function withoutLeftOut(groups: readonly DatesInWords[], { leftOut = [] }: DigestFacts) {
  const marks = new Set(leftOut.map(({ line }) => line));
  const kept = groups.map((group) => ({ ...group, lines: group.lines.filter((line) => !marks.has(lineMark(line))) }));
  const count = (all: readonly DatesInWords[]): number => all.reduce((sum, { lines }) => sum + lines.length, 0);
  return { groups: kept.filter(({ lines }) => lines.length > 0), count: count(groups) - count(kept) };
}

/** The lines with a date that a digest of these facts has. */
export const linesOf = (facts: DigestFacts): readonly DatesInWords['lines'][number][] =>
  withoutLeftOut(datesInWords(facts.record, facts.clocks, facts.asOf, onlyOf(facts)).groups, facts).groups.flatMap(
    ({ lines }) => lines,
  );

/** Nothing changed since the last digest, and nothing has passed since then that it had not told. */
const isQuiet = ({ since, clocks, followUps = [], asked = [] }: DigestFacts, changes: readonly Mrkdwn[]): boolean =>
  since !== null &&
  followUps.length === 0 &&
  !asked.some(({ changed }) => changed) &&
  changes.length === 0 &&
  !clocks.some(({ status, due, article }) => status === 'overdue' && article !== 7 && due >= since.day);

const MOST_CHANGES = 12;

function changedPart(changes: readonly Mrkdwn[], { since, asOf }: DigestFacts): DraftPart | null {
  if (since === null || changes.length === 0) return null;
  const heading = longDate(since.day).replace(` ${yearOf(asOf)}`, '');
  const rest = changes.length - MOST_CHANGES;
  return {
    name: 'changed',
    heading: title(`Changed since ${heading}`),
    lines: changes.slice(0, MOST_CHANGES),
    foot: rest > 0 ? md`• and ${rest} more: Full list` : null,
  };
}

/** "Philippines, initial report, Sat 28 Dec, 26 days"; null when something falls due within seven days. */
function quietLine(groups: readonly DatesInWords[], asOf: Day): Mrkdwn | null {
  const ahead = groups
    .filter(({ heading }) => heading === 'soon' || heading === 'later' || heading === 'requests')
    .flatMap(({ lines }) => lines)
    .toSorted((a, b) => a.due.localeCompare(b.due));
  const [next] = ahead;
  if (next !== undefined && next.due < addDays(asOf, 7)) return null;
  if (next === undefined) return md`Nothing lies ahead within a year`;
  const names = next.names.length === 0 ? 'all States Parties' : listed(next.names.slice(0, 3));
  return md`Next: *${names}*, ${kindWords({ kind: next.what, year: null })}, ${dateSeenFrom(asOf, next.due)}, ${daysSeenFrom(asOf, next.due)}`;
}

const part = (name: PartName, heading: string, group: DatesInWords | null): DraftPart | null =>
  group === null ? null : { name, heading: title(heading), lines: group.lines.map(({ text }) => text), foot: null };

const title = (text: string): Mrkdwn => md`*${text.replace(/^\*|\*$/g, '')}*`;

function summaryOf(groups: readonly DatesInWords[], thisWeek: readonly string[], { asOf }: DigestFacts): string {
  const passed = groups.filter(({ heading }) => heading === 'passed').flatMap(({ lines }) => lines);
  const [next] = groups
    .filter(({ heading }) => heading === 'soon' || heading === 'later')
    .flatMap(({ lines }) => lines);
  const windows = groups.flatMap(({ meeting }) =>
    meeting === null ? [] : [`extension requests for the ${meeting.code}: ${daysSeenFrom(asOf, meeting.due)}`],
  );
  const dates = passed.reduce((sum, { names }) => sum + names.length, 0);
  return [
    ...(dates > 0 ? [`${counted(dates, 'date')} passed without an outcome on record`] : []),
    ...(next
      ? [
          `next: ${next.names[0] ?? 'all States Parties'}${next.names.length > 1 ? ` and ${next.names.length - 1} more` : ''}, ${daysSeenFrom(asOf, next.due)}`,
        ]
      : []),
    ...windows,
    thisWeek.length === 0 ? 'no meeting dated this week' : `${counted(thisWeek.length, 'meeting')} this week`,
  ].join(' · ');
}

function meetingsPart({ thisWeek, undated, ahead }: ReturnType<typeof meetingLines>): DraftPart | null {
  if (thisWeek.length + undated.length + ahead.length === 0) return null;
  const first = `This week: ${thisWeek.length === 0 ? 'none dated' : thisWeek.join('; ')}.${undated.length === 0 ? '' : ` Still without a day: ${undated.join('; ')}.`}`;
  const then = ahead.length === 0 ? [] : [md`Ahead: ${ahead.join(' · ')}`];
  return { name: 'meetings', heading: title('Meetings'), lines: [md`${first}`, ...then], foot: null };
}

function onRecord({ figures, needs, audience, asOf, narrowing }: DigestFacts): DraftPart | null {
  if (!isWhole(narrowing) && narrowing.themes.length === 0) return null;
  const lines: string[] = [];
  const years = [
    ...new Set(
      figures.flatMap(({ reportingYear, named, theme }) =>
        named === null && theme === null && reportingYear !== null ? [reportingYear] : [],
      ),
    ),
  ];
  for (const year of isWhole(narrowing) ? years.filter((each) => each >= yearOf(asOf) - 2) : []) {
    const total = figures.find(
      (figure) => figure.reportingYear === year && figure.named === null && figure.theme === null,
    );
    const known = new Set(needs.filter(({ reportingYear }) => reportingYear === year).map(({ state }) => state)).size;
    if (total)
      lines.push(
        `Reports for ${year}: ${total.stated} in, ${known} known by name (those that asked); nobody is shown as late.`,
      );
  }
  if (audience === 'desk' && needs.length > 0) lines.push(requestsLine(needs));
  return lines.length === 0
    ? null
    : { name: 'on_record', heading: title('On record'), lines: lines.map((line) => md`${line}`), foot: null };
}

function requestsLine(needs: DigestFacts['needs']): string {
  const states = new Set(needs.map(({ state }) => state)).size;
  const years = [...new Set(needs.map(({ reportingYear }) => reportingYear))];
  const [year] = years;
  const from = years.length === 1 && year ? ` (${year} reports)` : '';
  const relayed = needs.filter(
    ({ status }) => (STEPS as readonly string[]).indexOf(status) >= STEPS.indexOf('relayed'),
  ).length;
  const unowned = needs.filter(({ owner, handledBy }) => owner === null && handledBy === null).length;
  return `Requests: ${needs.length} from ${counted(states, 'State')}${from} · ${relayed === 0 ? 'none' : relayed} relayed · ${unowned === 0 ? 'every one has an owner' : `${unowned} without an owner`}.`;
}

function confirmPart(facts: DigestFacts): DraftPart | null {
  if (facts.audience !== 'desk' || !isWhole(facts.narrowing)) return null;
  const open = factsToConfirm(facts.record, facts.figures, facts.asOf, facts.clocks);
  if (open.length === 0) return null;
  const touching = confirmWords(open, facts);
  const said = md`*For the ISU to confirm: ${counted(open.length, 'fact')}.*${touching === '' ? '' : ` ${touching}`}`;
  return { name: 'confirm', heading: null, lines: [said], foot: null };
}

export const yearsOf = ({ first, last }: { first: Day; last: Day }): string =>
  yearOf(first) === yearOf(last) ? String(yearOf(first)) : `${yearOf(first)}–${yearOf(last)}`;
