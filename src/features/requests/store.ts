import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Reader, Tx } from '../../db/client.ts';
import { dateOf, timeOf } from '../../db/days.ts';
import type { Actor } from '../../desk/actor.ts';
import type { Ids } from '../../desk/ports.ts';
import { yearOf } from '../../treaty/day.ts';
import type { Iso3 } from '../../treaty/facts.ts';
import type { LogInput } from './input.ts';
import { sourceKindOf } from './source-kind.ts';
import { basisOf, sourceTitle } from './wording.ts';

/** What is written when a person logs a request or adds a source to one. */
export interface Entry {
  input: LogInput;
  actor: Actor;
  at: Temporal.Instant;
  /** The same for every delivery of one submission: it is written once. */
  submission: string;
  through: string;
  link: string | null;
  handledBy: Iso3 | null;
}

/** What a submission has already done; null while it has done nothing. */
export async function doneBy(
  db: Reader,
  submission: string,
): Promise<{ how: 'logged' | 'added'; reference: string } | null> {
  const made = await db.assistanceRequest.findUnique({ where: { submission }, select: { reference: true } });
  if (made !== null) return { how: 'logged', reference: made.reference };
  const added = await db.requestSource.findUnique({
    where: { submission },
    select: { request: { select: { reference: true } } },
  });
  return added === null ? null : { how: 'added', reference: added.request.reference };
}

const counter = z.array(z.object({ last: z.number() })).length(1);

/** The next reference of a year; no number is given twice, and none is lost unless its transaction is. */
async function nextReference(tx: Tx, year: number): Promise<string> {
  const rows = await tx.$queryRaw`INSERT INTO "RequestCounter" ("year", "last") VALUES (${year}, 1)
    ON CONFLICT ("year") DO UPDATE SET "last" = "RequestCounter"."last" + 1 RETURNING "last"`;
  const [row] = counter.parse(rows);
  return `AR-${year}-${String(row?.last).padStart(3, '0')}`;
}

/** Writes a request with its source and its history; returns its reference. */
export async function writeRequest(tx: Tx, ids: Ids, entry: Entry): Promise<string> {
  const { input, actor, at, submission, handledBy } = entry;
  const requestId = ids.next();
  const reference = await nextReference(tx, input.reportingYear ?? yearOf(input.date));
  await tx.assistanceRequest.create({
    data: {
      id: requestId,
      reference,
      iso3: input.state.iso3,
      theme: input.theme,
      kinds: [...(input.kinds ?? [])],
      description: input.asked,
      reportingYear: input.reportingYear,
      requestedOn: dateOf(input.date),
      asOf: dateOf(input.date),
      status: 'logged',
      sharing: input.sharing,
      sharingBasis: basisOf(input, actor.name, at),
      evidence: [...(input.evidence ?? [])],
      handledBy,
      note: '',
      submission,
      recordedAt: timeOf(at),
      recordedBy: actor.slackId,
    },
  });
  await writeSource(tx, ids, entry, { requestId, position: 1, submission: null });
  await writeHistory(tx, ids, entry, requestId, 'logged', 'logged');
  return reference;
}

/** Adds a source to a request that is there, with its history; returns its reference. */
export async function writeAddition(tx: Tx, ids: Ids, entry: Entry, reference: string): Promise<string> {
  const { input, submission } = entry;
  const request = await tx.assistanceRequest.findUniqueOrThrow({ where: { reference }, include: { sources: true } });
  await writeSource(tx, ids, entry, { requestId: request.id, position: request.sources.length + 1, submission });
  if (request.description === '' && input.asked !== '')
    await tx.assistanceRequest.update({ where: { reference }, data: { description: input.asked } });
  await writeHistory(tx, ids, entry, request.id, 'source added', sourceTitle(input));
  return reference;
}

async function writeSource(
  tx: Tx,
  ids: Ids,
  { input, link, at }: Entry,
  place: { requestId: string; position: number; submission: string | null },
): Promise<void> {
  const sourceId = ids.next();
  await tx.source.create({
    data: {
      id: sourceId,
      kind: sourceKindOf(input.source),
      title: sourceTitle(input),
      fullTitle: input.source,
      date: dateOf(input.date),
      reportingYear: input.reportingYear,
      link,
      text: input.asked === '' ? null : input.asked,
      // Undetermined: nobody is asked for the language, and none is guessed.
      language: 'und',
      confidence: 'high',
      recordedAt: timeOf(at),
    },
  });
  await tx.requestSource.create({ data: { id: ids.next(), sourceId, ...place } });
}

const writeHistory = (
  tx: Tx,
  ids: Ids,
  { input, actor, at, through }: Entry,
  requestId: string,
  what: string,
  after: string,
): Promise<unknown> =>
  tx.requestHistory.create({
    data: {
      id: ids.next(),
      requestId,
      at: timeOf(at),
      by: actor.slackId,
      byName: actor.name,
      through,
      what,
      after,
      why: what === 'logged' ? sourceTitle(input) : input.asked === '' ? null : input.asked,
    },
  });
