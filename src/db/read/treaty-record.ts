import { Temporal } from 'temporal-polyfill';
import { DESK_ZONE, dayIn } from '../../desk/time.ts';
import type { ObligationEvent, ReportFact, ReportYearFact, TreatyRecord } from '../../treaty/facts.ts';
import { type Kept, standing } from '../../treaty/kept.ts';
import type { Reader } from '../client.ts';

/** The facts as the database gives them: with those that were corrected or taken back since. */
interface Rows extends Omit<TreatyRecord, 'events' | 'reports' | 'years' | 'begun' | 'confirmed'> {
  events: readonly (ObligationEvent & Kept)[];
  reports: readonly (ReportFact & Kept)[];
  years: readonly (ReportYearFact & Kept)[];
  answers: readonly (Kept & { fact: string })[];
  takenBack: readonly string[];
  begun: string | null;
}

/**
 * All facts that the treaty's rules work on, in one query whatever is asked of them: the database itself writes the
 * facts as the rules name them, days as `YYYY-MM-DD`. Everyone may read them: of requests only those that a State has
 * published are among them, without the words of who logged them. With `knownAt` as the desk knew them at that instant: what was
 * recorded later is not there, and what was corrected or taken back later is as it was.
 */
export async function readTreatyRecord(db: Reader, knownAt: Temporal.Instant | null = null): Promise<TreatyRecord> {
  const { events, reports, years, answers, takenBack, begun, ...rows } = await readRows(db, knownAt);
  const gone = new Set(takenBack);
  return {
    ...rows,
    events: standing(events, gone),
    reports: standing(reports, gone),
    years: standing(years, gone),
    begun: begun === null ? null : dayIn(DESK_ZONE, Temporal.Instant.from(begun)),
    confirmed: standing(answers, gone).map(({ fact }) => fact),
  };
}

async function readRows(db: Reader, knownAt: Temporal.Instant | null): Promise<Rows> {
  const known = knownAt === null ? 'infinity' : knownAt.toString();
  const [row] = await db.$queryRaw<[{ record: Rows }]>`
    WITH moment AS (SELECT ${known}::timestamptz AS known)
    SELECT json_build_object(
      'states', (
        SELECT coalesce(json_agg(json_build_object(
          'iso3', iso3, 'unName', "unName", 'shortName', "shortName", 'region', region,
          'signed', signed, 'deposited', deposited, 'kind', kind, 'withdrawn', withdrawn, 'source', source
        ) ORDER BY iso3), '[]') FROM "State" WHERE "recordedAt" <= known
      ),
      'events', (
        SELECT coalesce(json_agg(json_build_object(
          'id', id, 'corrects', corrects,
          'state', iso3, 'article', article, 'newRemnants', "newRemnants", 'event', event,
          'date', json_build_object('text', date, 'precision', precision),
          'until', until, 'meeting', meeting, 'confidence', confidence, 'show', show,
          'source', source, 'sourceDate', "sourceDate", 'note', note
        ) ORDER BY position, id), '[]') FROM "ObligationEvent" WHERE "recordedAt" <= known
      ),
      'meetings', (
        SELECT coalesce(json_agg(json_build_object(
          'code', code, 'name', name, 'type', type, 'plannedStart', "plannedStart", 'plannedEnd', "plannedEnd",
          'knownFrom', "knownFrom", 'actualStart', "actualStart", 'actualEnd', "actualEnd",
          'replacedBy', "replacedBy", 'place', place, 'presidency', presidency, 'source', source, 'note', note
        ) ORDER BY position), '[]') FROM "ConventionMeeting" WHERE "recordedAt" <= known
      ),
      'reports', (
        SELECT coalesce(json_agg(json_build_object(
          'id', id, 'corrects', corrects,
          'state', iso3, 'kind', kind, 'year', year, 'event', event,
          'date', json_build_object('text', date, 'precision', precision),
          'asOf', "asOf", 'helpAsked', "helpAsked", 'confidence', confidence, 'source', source
        ) ORDER BY "recordedAt", id), '[]') FROM "Article7Report" WHERE "recordedAt" <= known
      ),
      'years', (
        SELECT coalesce(json_agg(json_build_object(
          'id', id, 'corrects', NULL, 'year', year, 'completeSince', "completeSince", 'source', source
        ) ORDER BY "recordedAt", id), '[]') FROM "ReportYear" WHERE "recordedAt" <= known
      ),
      'answers', (
        SELECT coalesce(json_agg(json_build_object('id', id, 'corrects', NULL, 'fact', fact) ORDER BY "recordedAt", id), '[]')
        FROM "FactAnswer" WHERE answer = 'confirmed' AND "recordedAt" <= known
      ),
      'takenBack', (SELECT coalesce(json_agg("factId"), '[]') FROM "Retraction" WHERE at <= known),
      'begun', (SELECT min("loadedAt") FROM "RecordLoad" WHERE "loadedAt" <= known),
      'needs', (
        SELECT coalesce(json_agg(json_build_object(
          'state', iso3, 'theme', theme, 'reportingYear', "reportingYear", 'asOf', "asOf",
          'source', coalesce((
            SELECT CASE WHEN of.kind = 'meeting_document' THEN of."fullTitle"
              ELSE request."reportingYear" || ' Article 7 report' END FROM "RequestSource" kept JOIN "Source" of ON of.id = kept."sourceId"
            WHERE kept."requestId" = request.id ORDER BY kept.position LIMIT 1
          ), ''),
          'fromReport', "reportingYear" IS NOT NULL
        ) ORDER BY reference), '[]') FROM "AssistanceRequest" request
        WHERE sharing = 'published' AND "recordedAt" <= known AND NOT (status = 'withdrawn' AND "leftStatus" IS NULL)
      )
    ) AS record FROM moment`;
  return row.record;
}
