import { articleWords, kindWords } from '../../blocks/clock-words.ts';
import { longDate, shortDate } from '../../blocks/dates.ts';
import { sourceTitles } from '../../blocks/source-words.ts';
import { vagueWords } from '../../blocks/vague-date-words.ts';
import { counted } from '../../blocks/words.ts';
import type { Shape, Timeline, TimelineRow, TimelineSection } from '../../pictures/timeline.ts';
import type { Day } from '../../treaty/day.ts';
import type { Clock } from '../../treaty/facts.ts';
import { readStatuses } from '../../treaty/read-status.ts';
import { type Dates, forEveryone } from './compose.ts';
import type { Entry, Line } from './line.ts';

/** More rows than this are a list, not a picture. */
const MOST_ROWS = 40;

const SECTIONS: readonly { heading: string; holds(clock: Pick<Clock, 'article'>): boolean }[] = [
  { heading: 'Clearance (Article 4)', holds: ({ article }) => article === 4 },
  { heading: 'Stockpiles (Article 3)', holds: ({ article }) => article === 3 },
  { heading: 'Reports (Article 7)', holds: ({ article }) => article === 7 },
];

/** One date of one State with the request that could extend it. */
interface Dated {
  line: Line;
  entry: Entry;
  clock: Clock;
  request: Clock | null;
}

/** The dates of an answer along a line of time, as the picture shows them. */
export function timelineOf(dates: Dates, understood: string): Timeline {
  const { asOf, groups, unsaid } = dates;
  const lines = forEveryone(groups).flatMap(({ lines: own }) => own);
  const dated = joined(lines);
  const shown = dated.toSorted(inDateOrder).slice(0, MOST_ROWS);
  const requests = [...new Set(shown.flatMap(({ request }) => (isAhead(request, asOf) ? [request.due] : [])))];
  const titles = sourceTitles(
    [...new Set(lines.flatMap(({ clocks }) => clocks.flatMap(({ sources }) => sources)))],
    asOf,
  );
  return {
    title: 'Dates under the Convention on Cluster Munitions',
    subtitle: `${understood.charAt(0).toUpperCase()}${understood.slice(1)} · as of ${longDate(asOf)}`,
    asOf,
    asOfWords: shortDate(asOf),
    sections: SECTIONS.map(
      ({ heading, holds }): TimelineSection => ({
        heading,
        rows: shown.filter(({ clock }) => holds(clock)).map((each) => rowOf(each, asOf)),
      }),
    ).filter(({ rows }) => rows.length > 0),
    requestDays: requests.map((day) => ({ day, words: windowWords(day, shown) })),
    foot: [
      ...(dated.length > shown.length
        ? [
            `The first ${shown.length} of ${counted(dated.length, 'date')}, in date order; ask for less to see all of them in one picture.`,
          ]
        : []),
      ...(unsaid > 0 || forEveryone(groups).length < groups.length
        ? ['What a source alone says of reports, and dates of which nothing is on record, are told in words only.']
        : []),
      `Source: ${few(titles)}`,
    ],
  };
}

const MOST_SOURCES = 8;
const few = (titles: readonly string[]): string =>
  titles.length <= MOST_SOURCES
    ? titles.join('; ')
    : `${titles.slice(0, MOST_SOURCES).join('; ')}; ${titles.length - MOST_SOURCES} more`;

const isAhead = (request: Clock | null, asOf: Day): request is Clock =>
  request !== null && request.due >= asOf && request.status !== 'completed';

/** Each obligation with the request that could extend it; a request alone stands for the deadline it would extend. */
function joined(lines: readonly Line[]): readonly Dated[] {
  const key = ({ state, article, newRemnants }: Clock): string => `${state} ${article} ${newRemnants}`;
  const single = lines.flatMap((line): Dated[] => {
    if (line.everyone !== null) {
      const [clock] = line.clocks;
      const entry = { name: line.everyone, toBeConfirmed: false, extends: null, remark: line.remark };
      return clock === undefined ? [] : [{ line, entry, clock, request: null }];
    }
    return line.clocks.flatMap((clock, at) => {
      const entry = line.entries[at];
      return entry === undefined
        ? []
        : [{ line, entry, clock, request: clock.kind === 'extension_request' ? clock : null }];
    });
  });
  const requests = new Map(single.filter(({ request }) => request !== null).map((each) => [key(each.clock), each]));
  const others = single.filter(({ request }) => request === null);
  const obligations = new Set(others.filter(({ clock }) => clock.article !== 7).map(({ clock }) => key(clock)));
  return [
    ...others.map((each) =>
      each.clock.article === 7 ? each : { ...each, request: requests.get(key(each.clock))?.clock ?? null },
    ),
    ...[...requests.values()].filter(({ clock }) => !obligations.has(key(clock))),
  ];
}

/** The day that a row is about: for a request the deadline that it would extend. */
const dayOf = ({ clock }: Dated): Day => clock.extends ?? clock.due;

const inDateOrder = (a: Dated, b: Dated): number => {
  const [first, second] = [dayOf(a), dayOf(b)];
  return first < second ? -1 : first > second ? 1 : 0;
};

function rowOf(dated: Dated, asOf: Day): TimelineRow {
  const { clock, entry, request } = dated;
  const shape = shapeOf(dated, asOf);
  return {
    name: entry.name,
    due: dayOf(dated),
    shape,
    extendedFrom:
      clock.status !== 'completed' && clock.due > asOf && clock.originalDue < clock.due ? clock.originalDue : null,
    requestBy: isAhead(request, asOf) ? request.due : null,
    words: [shortDate(dayOf(dated)), ...besides(dated, shape)].join(' · '),
  };
}

function shapeOf({ clock, entry }: Dated, asOf: Day): Shape {
  if (clock.kind === 'extension_request') return entry.toBeConfirmed ? 'unconfirmed' : 'open';
  const statuses = readStatuses(clock, asOf);
  if (statuses.includes('to be confirmed')) return 'unconfirmed';
  return SHAPES.find((shape) => statuses.includes(shape)) ?? 'open';
}

const SHAPES = ['passed', 'completed', 'extended', 'open'] as const;

function besides({ line, clock, entry }: Dated, shape: Shape): readonly string[] {
  const { completed } = clock;
  const report = clock.article === 7;
  const what = report ? [kindWords(line)] : clock.newRemnants ? [articleWords(clock)] : [];
  switch (shape) {
    case 'completed': {
      const when = completed === null ? null : vagueWords(completed);
      return [...what, `${report ? 'on record' : 'completed'}${when === null ? '' : ` ${when}`}`];
    }
    case 'extended':
      return [...what, 'extended'];
    case 'passed':
      return [...what, report ? (entry.remark ?? 'passed') : 'passed, no outcome on record'];
    case 'unconfirmed':
      return [...what, clock.status === 'extended' ? 'extended, to be confirmed' : 'to be confirmed'];
    case 'open':
      return what;
  }
}

/** "Extension requests for the 2RC by 23 Feb 2020, if more time is needed". */
function windowWords(day: Day, shown: readonly Dated[]): string {
  const meetings = [...new Set(shown.flatMap(({ request }) => (request?.due === day ? [request.meeting ?? ''] : [])))];
  return `Extension requests for the ${meetings.join(' and ')} by ${shortDate(day)}, if more time is needed`;
}
