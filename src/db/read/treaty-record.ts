import type {
  Confidence,
  MeetingType,
  ObligationEventKind,
  Precision,
  StateFacts,
  TreatyRecord,
} from '../../treaty/facts.ts';
import type { Theme } from '../../treaty/theme.ts';
import type { Reader } from '../client.ts';
import { dayFrom } from '../days.ts';

/** All facts that the treaty's rules work on: five short queries, whatever is asked of them. */
export async function readTreatyRecord(db: Reader): Promise<TreatyRecord> {
  const states = await db.state.findMany({ orderBy: { iso3: 'asc' } });
  const events = await db.obligationEvent.findMany({ orderBy: { position: 'asc' } });
  const meetings = await db.conventionMeeting.findMany({ orderBy: { position: 'asc' } });
  const reports = await db.article7Report.findMany({ orderBy: { id: 'asc' } });
  const needs = await db.assistanceRequest.findMany({
    orderBy: { reference: 'asc' },
    select: {
      iso3: true,
      theme: true,
      reportingYear: true,
      asOf: true,
      sources: { select: { source: true }, orderBy: { position: 'asc' }, take: 1 },
    },
  });
  return {
    states: states.map((row) => ({
      iso3: row.iso3,
      unName: row.unName,
      shortName: row.shortName,
      region: row.region,
      signed: dayFrom(row.signed),
      deposited: dayFrom(row.deposited),
      kind: row.kind as StateFacts['kind'],
      withdrawn: dayFrom(row.withdrawn),
      source: row.source,
    })),
    events: events.map((row) => ({
      state: row.iso3,
      article: row.article === 3 ? 3 : 4,
      event: row.event as ObligationEventKind,
      date: { text: row.date, precision: row.precision as Precision },
      until: dayFrom(row.until),
      meeting: row.meeting,
      confidence: row.confidence as Confidence,
      show: row.show,
      source: row.source,
      sourceDate: dayFrom(row.sourceDate),
      note: row.note,
    })),
    meetings: meetings.map((row) => ({ ...row, type: row.type as MeetingType, knownFrom: dayFrom(row.knownFrom) })),
    reports: reports.map((row) => ({
      state: row.iso3,
      kind: row.kind === 'initial' ? 'initial' : 'annual',
      year: row.year,
      event: row.event === 'received' ? 'received' : 'overdue',
      date: { text: row.date, precision: row.precision as Precision },
      asOf: dayFrom(row.asOf),
      confidence: row.confidence as Confidence,
      source: row.source,
    })),
    needs: needs.map((row) => ({
      state: row.iso3,
      theme: row.theme as Theme,
      reportingYear: row.reportingYear,
      asOf: dayFrom(row.asOf),
      source: row.sources[0]?.source.fullTitle ?? '',
      fromReport: row.reportingYear !== null,
    })),
  };
}
