import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Db, isDuplicate, type Tx } from '../../db/client.ts';
import { dateOf, timeOf } from '../../db/days.ts';
import { readSetting } from '../../db/read/settings.ts';
import type { Actor } from '../../desk/actor.ts';
import type { Ids } from '../../desk/ports.ts';
import { yearOf } from '../../treaty/day.ts';
import type { LogInput } from './input.ts';

/** What is written when a person logs a request or adds a source to one. */
export interface Entry {
  input: LogInput;
  actor: Actor;
  at: Temporal.Instant;
  /** The same for every delivery of one submission: it is written once. */
  submission: string;
  through: string;
  link: string | null;
  sharingBasis: string;
  handledBy: string | null;
}

const REPORT =
  /(?:(20\d{2})\s+(?:article 7|transparency)\s+report)|(?:(?:article 7|transparency)\s+report\s+(?:for\s+|of\s+)?(20\d{2}))/i;

/** The reporting year, where the source names itself a report of one. */
export function reportingYearOf(source: string): number | null {
  const [, before, after] = REPORT.exec(source) ?? [];
  return before || after ? Number(before ?? after) : null;
}

const counter = z.array(z.object({ last: z.number() })).length(1);

/** The next reference of a year; no number is given twice, and none is lost unless its transaction is. */
async function nextReference(tx: Tx, year: number): Promise<string> {
  const rows = await tx.$queryRaw`INSERT INTO "RequestCounter" ("year", "last") VALUES (${year}, 1)
    ON CONFLICT ("year") DO UPDATE SET "last" = "RequestCounter"."last" + 1 RETURNING "last"`;
  const [row] = counter.parse(rows);
  return `AR-${year}-${String(row?.last).padStart(3, '0')}`;
}

/** Runs `write` once for a submission: a second delivery, also one at the same moment, finds what the first wrote. */
export async function once<T>(find: () => Promise<T | null>, write: () => Promise<T>): Promise<T> {
  const found = await find();
  if (found !== null) return found;
  try {
    return await write();
  } catch (error) {
    const other = isDuplicate(error) ? await find() : null;
    if (other === null) throw error;
    return other;
  }
}

const sourceOf = ({ input, link, at }: Entry, id: string) => ({
  id,
  kind: reportingYearOf(input.source) === null ? 'statement' : 'article7_report',
  title: input.source,
  fullTitle: input.source,
  date: dateOf(input.date),
  reportingYear: reportingYearOf(input.source),
  link,
  text: input.asked,
  language: 'en',
  confidence: 'high',
  recordedAt: timeOf(at),
});

/** The reference of the request that a submission made or added to; null while it has done neither. */
export async function referenceOf(db: Db, submission: string): Promise<string | null> {
  const made = await db.assistanceRequest.findUnique({ where: { submission }, select: { reference: true } });
  if (made !== null) return made.reference;
  const added = await db.requestSource.findUnique({
    where: { submission },
    select: { request: { select: { reference: true } } },
  });
  return added?.request.reference ?? null;
}

/** Writes a request with its source, its history and the card that is due, in one transaction. */
export async function insertRequest(db: Db, ids: Ids, entry: Entry): Promise<string> {
  const { input, actor, at, submission, through, sharingBasis, handledBy } = entry;
  const [requestId, sourceId, historyId] = [ids.next(), ids.next(), ids.next()];
  return db.$transaction(async (tx) => {
    const reportingYear = reportingYearOf(input.source);
    const reference = await nextReference(tx, reportingYear ?? yearOf(input.date));
    await tx.source.create({ data: sourceOf(entry, sourceId) });
    await tx.assistanceRequest.create({
      data: {
        id: requestId,
        reference,
        iso3: input.state,
        theme: input.theme,
        kinds: [],
        description: input.asked,
        reportingYear,
        requestedOn: dateOf(input.date),
        asOf: dateOf(input.date),
        status: 'logged',
        sharing: input.sharing,
        sharingBasis,
        evidence: [],
        handledBy,
        note: '',
        submission,
        recordedAt: timeOf(at),
        recordedBy: actor.slackId,
      },
    });
    await tx.requestSource.create({ data: { id: ids.next(), requestId, sourceId, position: 1 } });
    await tx.requestHistory.create({
      data: {
        id: historyId,
        requestId,
        at: timeOf(at),
        by: actor.slackId,
        byName: actor.name,
        through,
        what: 'logged',
        after: 'logged',
        why: input.source,
      },
    });
    await cardIsDue(tx, ids, requestId, at);
    return reference;
  });
}

/** Adds a source to a request that is there, with its history, in one transaction. */
export async function addSource(db: Db, ids: Ids, reference: string, entry: Entry): Promise<string> {
  const { input, actor, at, submission, through } = entry;
  const sourceId = ids.next();
  return db.$transaction(async (tx) => {
    const request = await tx.assistanceRequest.findUniqueOrThrow({ where: { reference }, include: { sources: true } });
    await tx.source.create({ data: sourceOf(entry, sourceId) });
    await tx.requestSource.create({
      data: { id: ids.next(), requestId: request.id, sourceId, position: request.sources.length + 1, submission },
    });
    const first = request.description === '' && input.asked !== '';
    if (first) await tx.assistanceRequest.update({ where: { reference }, data: { description: input.asked } });
    await tx.requestHistory.create({
      data: {
        id: ids.next(),
        requestId: request.id,
        at: timeOf(at),
        by: actor.slackId,
        byName: actor.name,
        through,
        what: 'source added',
        before: null,
        after: input.source,
        why: input.asked === '' ? null : input.asked,
      },
    });
    await tx.requestCard.updateMany({
      where: { requestId: request.id },
      data: { state: 'due', attempts: 0, changedAt: timeOf(at) },
    });
    await cardIsDue(tx, ids, request.id, at);
    return reference;
  });
}

/** In the register channel, where one has been chosen, a card of the request is due. */
async function cardIsDue(tx: Tx, ids: Ids, requestId: string, at: Temporal.Instant): Promise<void> {
  const channel = await readSetting(tx, 'register_channel');
  if (channel === null) return;
  const there = await tx.requestCard.findUnique({ where: { requestId_channel: { requestId, channel } } });
  if (there === null)
    await tx.requestCard.create({
      data: { id: ids.next(), requestId, channel, state: 'due', attempts: 0, changedAt: timeOf(at) },
    });
}
