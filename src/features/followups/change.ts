import { readFollowUps } from '../../db/read/follow-ups.ts';
import { readStates } from '../../db/read/states.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import { may } from '../../desk/actor.ts';
import type { Asking, Press } from '../../desk/describe.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { dayIn } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import { planFromFollowUp } from '../meetings/use-cases.ts';
import { CHOICES, keptMessage, listCard } from './card.ts';
import { laterModal, passModal } from './modal.ts';
import type { Typed } from './parse.ts';
import { finishFollowUp, membersOf, passFollowUp, postponeFollowUp } from './use-cases.ts';
import { doneMessage, refused } from './words.ts';

type Reader = Pick<Asking, 'actor' | 'at'>;

/** The reader's own follow-ups, or everybody's. */
export async function showList({ db }: RecordDesk, { actor, at }: Reader, all: boolean): Promise<Reply> {
  if (!may(actor, 'handle_request')) return say(refused('not_allowed'));
  const states = await readStates(db);
  const rows = await readFollowUps(db, all ? undefined : actor.slackId);
  const nameOf = (iso3: string): string => states.find((state) => state.iso3 === iso3)?.shortName ?? iso3;
  return say(listCard({ rows, all, today: dayIn(actor.zone, at), nameOf }));
}

/** "done F12", "later F12 10 Dec", "pass F12 @person": done at once, or asked for what is missing. */
export async function ofOne(
  desk: RecordDesk,
  { actor, at }: Reader,
  { kind, number, due, person, noSuchDay }: Extract<Typed, { number: number | null }>,
): Promise<Reply> {
  if (noSuchDay !== null && kind === 'later')
    return say(
      notice(`There is no ${noSuchDay} in the calendar.`, 'Nothing was changed. For example: later F12 10 Dec'),
    );
  const row = (await readFollowUps(desk.db)).find(({ reference }) => reference === `F${number}`);
  if (row === undefined) return say(refused('settled'));
  const by = { actor, at };
  if (kind === 'done') {
    const outcome = await finishFollowUp(desk, row.id, by);
    return say(outcome.kind === 'done' ? doneMessage(row.reference) : refused(outcome.kind));
  }
  if (kind === 'later' && due === null) return { kind: 'modal', modal: laterModal(row) };
  if (kind === 'pass' && person === null) return { kind: 'modal', modal: passModal(row, await membersOf(desk)) };
  const outcome =
    kind === 'later' && due !== null
      ? await postponeFollowUp(desk, row.id, due, by)
      : await passFollowUp(desk, row.id, person ?? '', by);
  if (outcome.kind !== 'done') return say(refused(outcome.kind));
  const mine = outcome.row?.owner.slackId === actor.slackId;
  return say(outcome.row ? keptMessage(outcome.row, dayIn(actor.zone, at), mine) : doneMessage(row.reference));
}

/** An entry of the menu beside a follow-up, "done …" with its id, or the button under a reminder. */
export async function ofMenu(desk: RecordDesk, { actor, at, value }: Press): Promise<Reply> {
  if (!may(actor, 'handle_request')) return say(refused('not_allowed'));
  const [what = '', id = ''] = value.split(' ');
  const row = (await readFollowUps(desk.db)).find((each) => each.id === id);
  if (row === undefined) return say(refused('settled'));
  if (what === CHOICES.later) return { kind: 'modal', modal: laterModal(row) };
  if (what === CHOICES.meet) return planFromFollowUp(desk, actor, id);
  if (what === CHOICES.pass) return { kind: 'modal', modal: passModal(row, await membersOf(desk)) };
  const outcome = await finishFollowUp(desk, id, { actor, at });
  return say(outcome.kind === 'done' ? doneMessage(row.reference) : refused(outcome.kind));
}
