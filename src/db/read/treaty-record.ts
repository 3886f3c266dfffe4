import type { TreatyRecord } from '../../treaty/facts.ts';
import type { Reader } from '../client.ts';

/**
 * All facts that the treaty's rules work on, in one query whatever is asked of them: the database itself writes the
 * facts as the rules name them, days as `YYYY-MM-DD`.
 */
export async function readTreatyRecord(db: Reader): Promise<TreatyRecord> {
  const [row] = await db.$queryRaw<[{ record: TreatyRecord }]>`
    SELECT json_build_object(
      'states', (
        SELECT coalesce(json_agg(json_build_object(
          'iso3', iso3, 'unName', "unName", 'shortName', "shortName", 'region', region,
          'signed', signed, 'deposited', deposited, 'kind', kind, 'withdrawn', withdrawn, 'source', source
        ) ORDER BY iso3), '[]') FROM "State"
      ),
      'events', (
        SELECT coalesce(json_agg(json_build_object(
          'state', iso3, 'article', article, 'event', event,
          'date', json_build_object('text', date, 'precision', precision),
          'until', until, 'meeting', meeting, 'confidence', confidence, 'show', show,
          'source', source, 'sourceDate', "sourceDate", 'note', note
        ) ORDER BY position), '[]') FROM "ObligationEvent"
      ),
      'meetings', (
        SELECT coalesce(json_agg(json_build_object(
          'code', code, 'name', name, 'type', type, 'plannedStart', "plannedStart", 'plannedEnd', "plannedEnd",
          'knownFrom', "knownFrom", 'actualStart', "actualStart", 'actualEnd', "actualEnd",
          'replacedBy', "replacedBy", 'place', place, 'source', source, 'note', note
        ) ORDER BY position), '[]') FROM "ConventionMeeting"
      ),
      'reports', (
        SELECT coalesce(json_agg(json_build_object(
          'state', iso3, 'kind', kind, 'year', year, 'event', event,
          'date', json_build_object('text', date, 'precision', precision),
          'asOf', "asOf", 'confidence', confidence, 'source', source
        ) ORDER BY id), '[]') FROM "Article7Report"
      ),
      'needs', (
        SELECT coalesce(json_agg(json_build_object(
          'state', iso3, 'theme', theme, 'reportingYear', "reportingYear", 'asOf', "asOf",
          'source', coalesce((
            SELECT of."fullTitle" FROM "RequestSource" kept JOIN "Source" of ON of.id = kept."sourceId"
            WHERE kept."requestId" = request.id ORDER BY kept.position LIMIT 1
          ), ''),
          'fromReport', "reportingYear" IS NOT NULL
        ) ORDER BY reference), '[]') FROM "AssistanceRequest" request
      )
    ) AS record`;
  return row.record;
}
