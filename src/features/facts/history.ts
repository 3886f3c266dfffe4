import type { Reader } from '../../db/client.ts';
import { factsKnownTo, type Recorded } from '../../db/read/recorded.ts';
import { type RecordedEvent, readRecordedEvents } from '../../db/read/recorded-events.ts';
import {
  type RecordedReport,
  type RecordedYear,
  readRecordedReports,
  readRecordedYears,
} from '../../db/read/recorded-reports.ts';
import { readTreatyRecord } from '../../db/read/treaty-record.ts';
import type { TreatyRecord } from '../../treaty/facts.ts';
import { standing } from '../../treaty/kept.ts';

/** The record with all that was ever recorded of obligations and reports, to be looked at as it was. */
export interface RecordHistory {
  now: TreatyRecord;
  /** In the order in which they were recorded. */
  events: readonly RecordedEvent[];
  reports: readonly RecordedReport[];
  years: readonly RecordedYear[];
}

export const readRecordHistory = async (db: Reader): Promise<RecordHistory> => ({
  now: await readTreatyRecord(db),
  events: await readRecordedEvents(db),
  reports: await readRecordedReports(db),
  years: await readRecordedYears(db),
});

/** The record as a message knew it. */
export const knownTo = (
  { now, events, reports, years }: RecordHistory,
  said: Parameters<typeof factsKnownTo>[0],
): TreatyRecord => ({
  ...now,
  events: factsKnownTo(said, events),
  reports: factsKnownTo(said, reports),
  years: factsKnownTo(said, years),
});

/** The facts just before and just after one of them was recorded, or was taken back. */
export function aroundChange<T extends Recorded>(
  all: readonly T[],
  changed: T,
  what: 'recorded' | 'taken_back',
): { before: readonly T[]; after: readonly T[] } {
  const at = what === 'taken_back' && changed.takenBack !== null ? changed.takenBack.at : changed.recordedAt;
  const index = all.indexOf(changed);
  const until = (end: number, own: boolean): readonly T[] => {
    const known = all.filter(
      (fact, place) =>
        fact.recordedAt.epochMilliseconds <= at.epochMilliseconds && (what === 'taken_back' || place < end),
    );
    const gone = known.filter(({ id, takenBack }) =>
      id === changed.id ? own : takenBack !== null && takenBack.at.epochMilliseconds <= at.epochMilliseconds,
    );
    return standing(known, new Set(gone.map(({ id }) => id)));
  };
  return what === 'recorded'
    ? { before: until(index, false), after: until(index + 1, false) }
    : { before: until(all.length, false), after: until(all.length, true) };
}
