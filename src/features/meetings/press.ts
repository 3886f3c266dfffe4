import { md } from '../../blocks/mrkdwn.ts';
import { readMeeting } from '../../db/read/meetings.ts';
import { may } from '../../desk/actor.ts';
import type { Action, Press } from '../../desk/describe.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import { AGENDA, KEEP, MENU, OUTCOME, TAKE } from './card.ts';
import { openChange } from './change-form.ts';
import { hasCalendar, type MeetingsDesk } from './desk.ts';
import { historyModal } from './history-modal.ts';
import { invitationFile } from './ics.ts';
import { CANCEL, MAKE_AGAIN, SETTLE, UNDERSTOOD } from './notice-blocks.ts';
import type { By, MeetingOutcome } from './plan.ts';
import { fieldNamed, makeMeetingAgain, seePutBack, settleField } from './settle.ts';
import { showMeeting } from './show.ts';
import { cancelModal, inviteesModal, outcomeModal } from './small-forms.ts';
import { GO_ON } from './trouble.ts';
import { decideProposal, moveBack } from './use-cases.ts';
import { refused } from './words.ts';

const byOf = ({ actor, at }: Press): By => ({ actor, at, through: 'button' });

/** The card says what was done; a refusal is told to the person alone. */
const told = (outcome: MeetingOutcome): Reply =>
  outcome.kind === 'done' ? { kind: 'nothing' } : say(refused(outcome));

/** A window about one meeting, for those who work with meetings. */
async function windowOf(desk: MeetingsDesk, press: Press, what: string, id: string): Promise<Reply> {
  if (!may(press.actor, 'handle_request')) return say(refused({ kind: 'not_allowed' }));
  if (what === 'change') return openChange(desk, press, id);
  const row = await readMeeting(desk.db, id);
  const today = deskToday(desk.clock);
  if (row === null) return say(refused({ kind: 'gone' }));
  if (what === 'history') return { kind: 'modal', modal: await historyModal(desk.db, row) };
  if (what === 'invitees') return { kind: 'modal', modal: inviteesModal(row, today) };
  if (row.status === 'cancelled') return say(refused({ kind: 'gone' }));
  return { kind: 'modal', modal: what === 'outcome' ? outcomeModal(row, today) : cancelModal(row, today) };
}

/** Gives the calendar file to the person alone, who passes it on: the desk writes to nobody outside. */
async function giveFile(desk: MeetingsDesk, { actor, at }: Press, id: string): Promise<Reply> {
  if (!may(actor, 'handle_request')) return say(refused({ kind: 'not_allowed' }));
  const row = await readMeeting(desk.db, id);
  if (row === null || hasCalendar(desk)) return say(refused({ kind: 'over' }));
  const { email } = await desk.profiles.profileOf(row.organiser.slackId, actor.teamId);
  const text = invitationFile(row, email, at);
  if (text === null) return say(refused({ kind: 'over' }));
  const file = {
    name: `meeting-${row.reference}-${row.sequence}.ics`,
    title: row.title,
    bytes: new TextEncoder().encode(text),
    alt: null,
  };
  const what = row.status === 'cancelled' ? 'the cancellation' : row.sequence === 0 ? 'the invitation' : 'the change';
  const words = md`*${row.reference}*: ${what} as a calendar file, to be passed on to those invited.`;
  const shared = await desk.files.share({ person: actor.slackId }, file, words);
  return say(
    shared.ok
      ? notice('The calendar file is in your direct messages with the desk.', 'Nothing has been sent to those invited.')
      : notice(`Slack did not take the file (${shared.error}).`, 'Please try again in a minute. Nothing was changed.'),
  );
}

/** What stands on cards and notices. */
export function meetingActions(desk: MeetingsDesk): readonly Action[] {
  const decide =
    (take: boolean) =>
    async (press: Press): Promise<Reply> => {
      const [id = '', invitee = '', start = ''] = press.value.split(' ');
      return told(await decideProposal(desk, id, { invitee, start, take }, byOf(press)));
    };
  const settle =
    (keep: 'here' | 'there') =>
    async (press: Press): Promise<Reply> => {
      const [id = '', named = ''] = press.value.split(' ');
      const field = fieldNamed(named);
      return told(field === null ? { kind: 'over' } : await settleField(desk, id, { field, keep }, byOf(press)));
    };
  const title = 'The meeting';
  return [
    { id: TAKE, run: decide(true) },
    { id: KEEP, run: decide(false) },
    { id: AGENDA, opens: title, run: (press) => windowOf(desk, press, 'change', press.value) },
    { id: OUTCOME, opens: title, run: (press) => windowOf(desk, press, 'outcome', press.value) },
    { id: CANCEL, opens: title, run: (press) => windowOf(desk, press, 'cancel', press.value) },
    {
      id: MENU,
      async run(press) {
        const [what = '', id = '', movedAt = ''] = press.value.split(' ');
        if (what === 'file') return giveFile(desk, press, id);
        if (what === 'open') return showMeeting(desk, press.actor, id, press.at);
        return what === 'back' ? told(await moveBack(desk, id, movedAt, byOf(press))) : windowOf(desk, press, what, id);
      },
    },
    { id: SETTLE.here, run: settle('here') },
    { id: SETTLE.there, run: settle('there') },
    { id: MAKE_AGAIN, run: async (press) => told(await makeMeetingAgain(desk, press.value, byOf(press))) },
    {
      id: UNDERSTOOD,
      async run(press) {
        const [id = '', named = ''] = press.value.split(' ');
        const field = fieldNamed(named);
        return told(field === null ? { kind: 'over' } : await seePutBack(desk, id, field, byOf(press)));
      },
    },
    {
      id: GO_ON,
      async run({ actor }) {
        const calendar = desk.calendar?.() ?? null;
        if (!may(actor, 'handle_request') || calendar === null) return say(refused({ kind: 'not_allowed' }));
        await calendar.goOn();
        return say(notice('The desk goes on.', 'Of each meeting that is gone its card asks whether it is cancelled.'));
      },
    },
  ];
}
