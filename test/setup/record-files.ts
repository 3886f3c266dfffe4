import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { type Day, day, parseDay } from '../../src/treaty/day.ts';
import type {
  Confidence,
  MeetingFacts,
  NeedFact,
  ObligationEvent,
  Precision,
  ReportFact,
  StateFacts,
  TreatyRecord,
} from '../../src/treaty/facts.ts';
import type { Theme } from '../../src/treaty/theme.ts';

type Row = Record<string, string>;

/** The rows of one file of the starting record, as text. */
export const rowsOf = (name: string): Row[] =>
  parse(readFileSync(`prisma/record/${name}.csv`, 'utf8'), { columns: true, bom: true });

const text = (row: Row, column: string): string => row[column] ?? '';
const dayOrNull = (row: Row, column: string): Day | null => parseDay(text(row, column));
const orNull = (row: Row, column: string): string | null => text(row, column) || null;

const state = (row: Row): StateFacts => ({
  iso3: text(row, 'iso3'),
  unName: text(row, 'name_official_un'),
  shortName: text(row, 'short_name'),
  region: text(row, 'region'),
  signed: dayOrNull(row, 'signature_date'),
  deposited: dayOrNull(row, 'ratification_date'),
  kind: (orNull(row, 'kind') as StateFacts['kind']) ?? null,
  withdrawn: dayOrNull(row, 'withdrawn_date'),
  source: text(row, 'source'),
});

/** The starting record read straight from its files, for tests of the pure rules; the loader is tested against it. */
export function recordFromFiles(): TreatyRecord {
  const events: ObligationEvent[] = rowsOf('obligation-events').map((row, at) => ({
    id: `event-${at + 1}`,
    state: text(row, 'iso3'),
    article: text(row, 'article') === '3' ? 3 : 4,
    newRemnants: false,
    event: text(row, 'event') as ObligationEvent['event'],
    date: { text: text(row, 'date'), precision: text(row, 'precision') as Precision },
    until: dayOrNull(row, 'until'),
    meeting: orNull(row, 'meeting'),
    confidence: text(row, 'confidence') as Confidence,
    show: text(row, 'show') === 'yes',
    source: text(row, 'source'),
    sourceDate: null,
    note: text(row, 'note'),
  }));
  const meetings: MeetingFacts[] = rowsOf('meetings').map((row) => ({
    code: text(row, 'code'),
    name: text(row, 'name'),
    type: text(row, 'type') as MeetingFacts['type'],
    plannedStart: orNull(row, 'planned_start'),
    plannedEnd: orNull(row, 'planned_end'),
    knownFrom: dayOrNull(row, 'known_from'),
    actualStart: orNull(row, 'actual_start'),
    actualEnd: orNull(row, 'actual_end'),
    replacedBy: text(row, 'replaced_by')
      .split(';')
      .map((code) => code.trim())
      .filter((code) => code !== ''),
    place: text(row, 'place'),
    presidency: text(row, 'presidency'),
    source: text(row, 'source'),
    note: text(row, 'note'),
  }));
  const reports: ReportFact[] = rowsOf('article7-reports').map((row, at) => ({
    id: `report-${at + 1}`,
    state: text(row, 'iso3'),
    kind: text(row, 'kind') as ReportFact['kind'],
    year: text(row, 'year') ? Number(text(row, 'year')) : null,
    event: text(row, 'event') as ReportFact['event'],
    date: { text: text(row, 'date'), precision: text(row, 'precision') as Precision },
    asOf: day(text(row, 'as_of')),
    helpAsked: null,
    confidence: text(row, 'confidence') as Confidence,
    source: text(row, 'source'),
  }));
  const needs: NeedFact[] = rowsOf('needs-2018').map((row) => ({
    state: text(row, 'iso3'),
    theme: text(row, 'theme') as Theme,
    reportingYear: Number(text(row, 'reporting_year')),
    asOf: day(text(row, 'as_of')),
    source: text(row, 'source'),
    fromReport: true,
  }));
  const states = ['states-parties', 'signatories-not-party', 'states-not-party'].flatMap((file) =>
    rowsOf(file).map(state),
  );
  return { states, events, meetings, reports, years: [], needs, begun: day('2019-11-18'), confirmed: [] };
}
