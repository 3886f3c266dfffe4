import type { Filled } from '../../desk/describe.ts';
import { blockOf, choicesOf, textOf } from '../../desk/form-values.ts';
import type { Reply } from '../../desk/reply.ts';
import type { MeetingsDesk } from './desk.ts';
import { FIELD } from './form-fields.ts';
import { peopleIn } from './input.ts';
import type { MeetingOutcome } from './plan.ts';
import { REMOVE, TEXT } from './small-forms.ts';
import { inviteesOf } from './submit.ts';
import { cancelMeeting, changeInvitees, keepOutcome } from './use-cases.ts';
import { changedNotice, refusalWords, refused } from './words.ts';

const byOf = ({ actor, at, submission }: Filled) => ({ actor, at, submission, through: 'form' });

const told = (outcome: MeetingOutcome): Reply => ({
  kind: 'close',
  messages: [outcome.kind === 'done' ? changedNotice(outcome.reference) : refused(outcome)],
});

export const submitCancel = async (desk: MeetingsDesk, filled: Filled): Promise<Reply> =>
  told(await cancelMeeting(desk, filled.metadata, textOf(filled.values, TEXT), byOf(filled)));

export async function submitOutcome(desk: MeetingsDesk, filled: Filled): Promise<Reply> {
  const outcome = textOf(filled.values, TEXT);
  if (outcome === '')
    return { kind: 'errors', errors: { [blockOf(filled.values, TEXT)]: 'Please say what came of it.' } };
  const kept = await keepOutcome(desk, filled.metadata, outcome, byOf(filled));
  // What was typed is not lost.
  if (kept.kind === 'done') return told(kept);
  return { kind: 'errors', errors: { [blockOf(filled.values, TEXT)]: refusalWords(kept) } };
}

export async function submitInvitees(desk: MeetingsDesk, filled: Filled): Promise<Reply> {
  const { values, metadata, actor } = filled;
  const people = peopleIn(values);
  if (!people.ok) return { kind: 'errors', errors: people.errors };
  const add = await inviteesOf(desk, people.value, actor.teamId);
  const remove = choicesOf(values, REMOVE);
  if (add.length + remove.length === 0)
    return {
      kind: 'errors',
      errors: { [blockOf(values, FIELD.people)]: 'Nobody is added or taken out: choose people, or close the window.' },
    };
  const outcome = await changeInvitees(desk, metadata, { add, remove }, byOf(filled));
  if (outcome.kind === 'done') return told(outcome);
  return { kind: 'errors', errors: { [blockOf(values, FIELD.addresses)]: refusalWords(outcome) } };
}
