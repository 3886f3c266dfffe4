import type { Temporal } from 'temporal-polyfill';
import { type Db, isDuplicate, type Tx } from '../../db/client.ts';
import { holdState } from '../../db/hold.ts';
import { readNeed, readNeeds } from '../../db/read/needs.ts';
import type { NeedRow } from '../../db/read/rows.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import { type Actor, may } from '../../desk/actor.ts';
import { deskToday } from '../../desk/time.ts';
import { isOpen } from '../../treaty/request-moves.ts';
import { sayCards } from './cards.ts';
import { unanswered } from './draft.ts';
import { handlerOf } from './handler.ts';
import type { LogInput } from './input.ts';
import { doneBy, type Entry, writeAddition, writeRequest } from './store.ts';

export type LogOutcome =
  | { kind: 'kept'; how: 'logged' | 'added'; reference: string }
  /** Open requests of the same State and theme, about which nothing has been decided yet; nothing was kept. */
  | { kind: 'existing'; open: readonly NeedRow[] }
  /** The request to add to is no longer open, or of another State or theme; nothing was kept. */
  | { kind: 'gone'; need: NeedRow | null; open: readonly NeedRow[] }
  | { kind: 'not_allowed' };

export interface Logging {
  actor: Actor;
  at: Temporal.Instant;
  submission: string;
  through: string;
  link: string | null;
  /** Nobody else reads along where it is logged: there the person has a card, too. */
  alone: boolean;
}

/**
 * Logs a request, or adds its source to the one chosen, in one transaction with its history and its cards. The same
 * submission does it once, however often and however closely together it comes. Of two persons who log the same need at
 * the same moment the second is shown what the first has logged.
 */
export async function logRequest(desk: RecordDesk, input: LogInput, logging: Logging): Promise<LogOutcome> {
  if (!may(logging.actor, 'log_request')) return { kind: 'not_allowed' };
  const { db, clock } = desk;
  const handledBy = await handlerOf(db, input.state.iso3, deskToday(clock));
  try {
    const outcome = await db.$transaction((tx) => decide(tx, desk, { ...logging, input, handledBy }));
    desk.poke();
    return outcome;
  } catch (error) {
    const done = isDuplicate(error) ? await doneBy(db, logging.submission) : null;
    if (done === null) throw error;
    return { kind: 'kept', ...done };
  }
}

async function decide(tx: Tx, desk: RecordDesk, entry: Entry & Logging): Promise<LogOutcome> {
  const { input, submission, at } = entry;
  const { ids } = desk;
  const { state, theme, decision } = input;
  await holdState(tx, state.iso3);
  const done = await doneBy(tx, submission);
  if (done !== null) return { kind: 'kept', ...done };
  const open = await openRequestsOf(tx, state.iso3, theme);
  if (decision?.kind === 'add') {
    const { reference } = decision;
    if (!open.some((need) => need.reference === reference))
      return { kind: 'gone', need: await readNeed(tx, reference), open };
    await writeAddition(tx, ids, entry, reference);
    await sayCards(tx, desk, reference, at);
    return { kind: 'kept', how: 'added', reference };
  }
  if (unanswered({ draft: { decision }, open }).length > 0) return { kind: 'existing', open };
  const reference = await writeRequest(tx, ids, entry);
  await sayCards(tx, desk, reference, at, entry.alone ? entry.actor : null);
  return { kind: 'kept', how: 'logged', reference };
}

export { cardOf } from './card-of.ts';
export { sayCards } from './cards.ts';
export { handedOver } from './handler.ts';
export { showHistory } from './show-history.ts';

/** The open requests of a State and theme, by reference. */
export const openRequestsOf = async (
  db: Db | Tx,
  state: string,
  theme: NeedRow['theme'],
): Promise<readonly NeedRow[]> =>
  (await readNeeds(db, { states: [state], themes: [theme] })).filter(({ status }) => isOpen(status));

/** Says on the cards of a State's requests under one theme that the date which they serve was corrected, in the transaction that corrects it. */
export async function sayCardsOf(
  tx: Tx,
  desk: Pick<RecordDesk, 'clock' | 'ids' | 'admins'>,
  of: { state: string; theme: NeedRow['theme'] },
  at: Temporal.Instant,
): Promise<void> {
  const requests = await tx.assistanceRequest.findMany({
    where: { iso3: of.state, theme: of.theme, cards: { some: {} } },
    select: { reference: true },
    orderBy: { reference: 'asc' },
  });
  for (const { reference } of requests) await sayCards(tx, desk, reference, at);
}

export { type LoggedNeed, logNeedsOf, withdrawNeedsOf } from './of-reports.ts';
