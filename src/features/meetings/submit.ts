import type { Filled } from '../../desk/describe.ts';
import { blockOf } from '../../desk/form-values.ts';
import type { Reply } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { ownMeetings } from './convention.ts';
import type { MeetingsDesk } from './desk.ts';
import { FIELD } from './form-fields.ts';
import { type People, particularsIn, peopleIn, repetitionIn } from './input.ts';
import { type KeptInPlan, keptInPlan } from './modal.ts';
import type { MeetingOutcome } from './plan.ts';
import { ownCard } from './show.ts';
import type { NewInvitee } from './store.ts';
import { planMeeting } from './use-cases.ts';
import { refusalWords } from './words.ts';

/** Members as the invitation needs them: by the address that Slack gives, else by who they are in Slack. */
export async function inviteesOf(
  { profiles }: MeetingsDesk,
  people: People,
  teamId: string,
): Promise<readonly NewInvitee[]> {
  const members = await Promise.all(
    people.members.map(async ({ slackId, optional }) => {
      const { name, email } = await profiles.profileOf(slackId, teamId);
      return { slackId, optional, name, address: email ?? '' };
    }),
  );
  return [...people.byAddress, ...members];
}

const FIELD_OF: Partial<Record<MeetingOutcome['kind'], string>> = { past: FIELD.day, too_many: FIELD.people };

/** A refusal at the field that it is about; the form stays as it was typed. */
export const refusedIn = (filled: Filled, outcome: Exclude<MeetingOutcome, { kind: 'done' }>): Reply => {
  const wanted = FIELD_OF[outcome.kind] ?? FIELD.title;
  const [first = wanted] = Object.keys(filled.values);
  const block = blockOf(filled.values, wanted);
  return { kind: 'errors', errors: { [block in filled.values ? block : first]: refusalWords(outcome) } };
};

/** Of the Convention's own meeting its name and dates as on record now. */
async function fixedOf(desk: MeetingsDesk, { convention }: KeptInPlan) {
  const own = (await ownMeetings(desk.db, deskToday(desk.clock))).find(({ code }) => code === convention);
  return own === undefined ? null : { title: own.name, when: own.when.kind === 'month' ? null : own.when };
}

/** Keeps the meeting that the form holds; what is wrong is named on its field, and nothing typed is lost. */
export async function submitPlan(desk: MeetingsDesk, filled: Filled): Promise<Reply> {
  const { actor, at, values, submission, place } = filled;
  const kept = keptInPlan(filled.metadata);
  const today = deskToday(desk.clock);
  const fixed = await fixedOf(desk, kept);
  const read = particularsIn(values, { zone: actor.zone, today, fixed });
  const repeats = read.ok ? repetitionIn(values, read.value) : null;
  const people = peopleIn(values);
  const errors = {
    ...(read.ok ? {} : read.errors),
    ...(repeats?.ok === false ? repeats.errors : {}),
    ...(people.ok ? {} : people.errors),
  };
  if (!read.ok || repeats?.ok !== true || !people.ok) return { kind: 'errors', errors };
  const meeting = {
    ...read.value,
    repeats: repeats.value,
    invitees: await inviteesOf(desk, people.value, actor.teamId),
    online: Object.values(values).some(
      (block) => Array.isArray(block[FIELD.online]) && block[FIELD.online]?.length !== 0,
    ),
    convention: fixed === null ? null : kept.convention,
    link: kept.link,
    followUp: kept.followUp,
  };
  const alone = place.kind !== 'channel';
  const outcome = await planMeeting(desk, meeting, { actor, at, submission, through: kept.through, alone });
  if (outcome.kind !== 'done') return refusedIn(filled, outcome);
  return { kind: 'close', messages: [await ownCard(desk, outcome, at)] };
}
