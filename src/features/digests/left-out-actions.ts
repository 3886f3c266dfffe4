import type { RecordDesk } from '../../db/record-desk.ts';
import type { Action, Submission } from '../../desk/describe.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { notice } from '../../desk/words.ts';
import { choicesFor, type LeaveOutcome, leaveOut, putBack } from './leave-out.ts';
import { LEAVE_OUT_TITLE, LINE, leaveOutModal, REASON } from './leave-out-modal.ts';
import { occurrenceIn } from './occurrence.ts';
import { LEAVE_OUT, PUT_BACK } from './preview-card.ts';
import { mayManage } from './use-cases.ts';

const WHY: Readonly<Record<Exclude<LeaveOutcome, 'done'>, string>> = {
  not_allowed: 'The ISU and the admins decide what a digest leaves out.',
  settled: 'This digest has gone out or is held, or somebody has decided about the line already.',
  no_such_line: 'The line is not in the digest any more.',
};

const told = (outcome: LeaveOutcome, done: string): Reply =>
  say(outcome === 'done' ? notice(done) : notice(WHY[outcome], 'Nothing was changed.'));

/** "Leave a line out" under a preview, and the way back. */
export function leftOutActions(desk: RecordDesk): readonly Action[] {
  return [
    {
      id: LEAVE_OUT,
      opens: LEAVE_OUT_TITLE,
      async run({ actor, value, at }) {
        if (!mayManage(actor)) return told('not_allowed', '');
        const occurrence = occurrenceIn(value);
        const choices = occurrence === null ? null : await choicesFor(desk, occurrence, at);
        if (choices === null) return told('settled', '');
        if (choices.length === 0) return say(notice('This digest has no line with a date that could be left out.'));
        return { kind: 'modal', modal: leaveOutModal(choices, value) };
      },
    },
    {
      id: PUT_BACK,
      run: async ({ actor, value, at }) =>
        told(await putBack(desk, actor, value, at), 'The line is back in the digest.'),
    },
  ];
}

export const leaveOutSubmission = (desk: RecordDesk): Submission => ({
  id: LEAVE_OUT,
  async submit({ actor, values, metadata, submission, at }) {
    const mark = values[LINE]?.[LINE];
    const reason = values[REASON]?.[REASON];
    if (typeof mark !== 'string') return { kind: 'errors', errors: { [LINE]: 'Please choose a line.' } };
    if (typeof reason !== 'string' || reason.trim() === '')
      return { kind: 'errors', errors: { [REASON]: 'Please say why.' } };
    const occurrence = occurrenceIn(metadata);
    const outcome =
      occurrence === null
        ? 'settled'
        : await leaveOut(desk, actor, occurrence, { mark, reason: reason.trim(), submission }, at);
    if (outcome !== 'done') return { kind: 'errors', errors: { [LINE]: `${WHY[outcome]} Nothing was changed.` } };
    return { kind: 'close', messages: [] };
  },
});
