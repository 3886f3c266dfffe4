import { type Actor, may } from '../../desk/actor.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { mayNot } from '../people/use-cases.ts';
import { draftFromFollowUp } from './begin.ts';
import { ownMeetings } from './convention.ts';
import type { MeetingsDesk } from './desk.ts';
import type { Draft } from './draft.ts';
import { planModal } from './modal.ts';

type PlanDesk = Pick<MeetingsDesk, 'db' | 'clock' | 'admins'>;

/** Opens the form in which a meeting is planned; for those who work with meetings. */
export async function openPlan(desk: PlanDesk, actor: Actor, begin: () => Promise<Draft>): Promise<Reply> {
  if (!may(actor, 'handle_request')) return say(await mayNot(desk, 'plan meetings'));
  const draft = await begin();
  const ahead = await ownMeetings(desk.db, deskToday(desk.clock));
  const own = ahead.find(({ code }) => code === draft.convention);
  const beside = own === undefined ? null : { words: `${own.name} · ${own.words}`, exact: own.when.kind !== 'month' };
  return {
    kind: 'modal',
    modal: planModal(draft, { meetings: ahead.filter(({ code }) => code !== draft.convention), own: beside }),
  };
}

/** The same, filled in from something that is to be done. */
export const planFromFollowUp = (desk: PlanDesk, actor: Actor, id: string): Promise<Reply> =>
  openPlan(desk, actor, () => draftFromFollowUp(desk.db, id, actor));
