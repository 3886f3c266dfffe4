import type { Tx } from '../../db/client.ts';
import { instantFrom, timeOf } from '../../db/days.ts';
import { holdRequest } from '../../db/hold.ts';
import type { RecordChange, RecordDesk } from '../../db/record-desk.ts';
import { may } from '../../desk/actor.ts';
import { sayCards } from './cards.ts';

export type UndoLoggingOutcome =
  | { kind: 'undone'; what: 'logged' | 'source added' }
  | { kind: 'too_late' }
  /** Something else was done with it since. */
  | { kind: 'overtaken' }
  | { kind: 'not_allowed' }
  | { kind: 'unknown' };

const UNDO_SECONDS = 60;

type By = Omit<RecordChange, 'submission'>;

/**
 * Takes back within a minute that a request was logged, or that a source was added to one, by who did it and while nothing
 * else was done with it since. A request that was taken back was never asked: it counts on no day.
 */
export async function undoLogging(desk: RecordDesk, reference: string, by: By): Promise<UndoLoggingOutcome> {
  const { actor, at } = by;
  if (!may(actor, 'log_request')) return { kind: 'not_allowed' };
  const outcome = await desk.db.$transaction(async (tx): Promise<UndoLoggingOutcome> => {
    await holdRequest(tx, reference);
    const request = await tx.assistanceRequest.findUnique({ where: { reference } });
    const newestFirst = [{ at: 'desc' as const }, { written: 'desc' as const }];
    const [last] =
      request === null
        ? []
        : await tx.requestHistory.findMany({ where: { requestId: request.id }, orderBy: newestFirst, take: 1 });
    if (request === null || last === undefined) return { kind: 'unknown' };
    const { what } = last;
    if (what !== 'logged' && what !== 'source added') return { kind: 'overtaken' };
    if (last.by !== actor.slackId) return { kind: 'not_allowed' };
    if (at.since(instantFrom(last.at)).total('seconds') > UNDO_SECONDS) return { kind: 'too_late' };
    if (what === 'logged') {
      const closed = { status: 'withdrawn', closedOn: request.asOf };
      await tx.assistanceRequest.update({ where: { reference }, data: closed });
    } else await takeSourceBack(tx, request);
    await tx.requestHistory.create({
      data: {
        ...{ id: desk.ids.next(), requestId: request.id, at: timeOf(at), undoes: last.id },
        ...{ by: actor.slackId, byName: actor.name, through: 'button', what: 'undone', before: what },
      },
    });
    await sayCards(tx, desk, reference, at);
    return { kind: 'undone', what };
  });
  desk.poke();
  return outcome;
}

/** The last source stands on record, but no longer with the request; nor do its words where they were the only ones. */
async function takeSourceBack(tx: Tx, { id, description }: { id: string; description: string }): Promise<void> {
  const sources = await tx.requestSource.findMany({
    where: { requestId: id },
    include: { source: { select: { text: true } } },
    orderBy: { position: 'desc' },
  });
  const [newest, ...others] = sources;
  if (newest === undefined || others.length === 0) return;
  await tx.requestSource.delete({ where: { id: newest.id } });
  const isItsOwn = description === newest.source.text && others.every(({ source }) => source.text === null);
  if (isItsOwn) await tx.assistanceRequest.update({ where: { id }, data: { description: '' } });
}
