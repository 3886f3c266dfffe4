import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../db/client.ts';
import { dateOf, timeOf } from '../../db/days.ts';
import { asJson, asJsonOrNull } from '../../db/json.ts';
import type { InviteeRow, MeetingNotice, MeetingRow, MeetingWhen, Moved } from '../../db/read/meetings.ts';
import type { Answer, Invitee, MeetingField } from '../../desk/calendar.ts';
import type { Ids } from '../../desk/ports.ts';

/** Who changes a meeting, when, and through what. */
export interface Written {
  by: string;
  byName: string;
  through: string;
  at: Temporal.Instant;
  /** The same submission writes its line once. */
  submission?: string;
}

const instantColumn = (text: string): Date => timeOf(Temporal.Instant.from(text));

/** The columns in which a time is kept. */
export const whenColumns = (when: MeetingWhen) => ({
  whenKind: when.kind,
  startsAt: when.kind === 'timed' ? instantColumn(when.start) : null,
  endsAt: when.kind === 'timed' ? instantColumn(when.end) : null,
  firstDay: when.kind === 'days' ? dateOf(when.first) : null,
  lastDay: when.kind === 'days' ? dateOf(when.last) : null,
  month: when.kind === 'month' ? when.month : null,
});

/** One line of a history. */
export interface Line {
  what: string;
  before?: string | null | undefined;
  after?: string | null | undefined;
}

/** Writes a line of the meeting's history. */
export async function keepLine(
  tx: Tx,
  ids: Ids,
  meetingId: string,
  { what, before = null, after = null }: Line,
  { by, byName, through, at, submission }: Written,
): Promise<void> {
  const line = { id: ids.next(), meetingId, at: timeOf(at), by, byName, through, what, before, after };
  await tx.meetingHistory.create({ data: { ...line, submission: submission ?? null } });
}

/** Gives it another time, and keeps when it was before, unless that was a month alone; `by`: null where it was moved in Outlook. */
export async function writeWhen(
  tx: Tx,
  { id, when: from }: Pick<MeetingRow, 'id' | 'when'>,
  when: MeetingWhen,
  { by, at }: { by: string | null; at: Temporal.Instant },
): Promise<void> {
  const moved: Moved | null = from.kind === 'month' ? null : { from, by, at: at.toString() };
  await tx.meeting.update({ where: { id }, data: { ...whenColumns(when), moved: asJsonOrNull(moved) } });
}

/** Somebody to be invited; the address is empty where only the person in Slack is known. */
export type NewInvitee = Invitee & { slackId: string | null };

/** By what invitees are told apart: the address, whatever its capitals, else the person in Slack. */
export const inviteeKey = ({ address, slackId }: Pick<NewInvitee, 'address' | 'slackId'>): string =>
  address.trim() === '' ? `slack:${slackId ?? ''}` : address.trim().toLowerCase();

/** Puts these in the place of all who were invited; who stays keeps what they have answered, and who they are in Slack. */
export async function writeInvitees(
  tx: Tx,
  ids: Ids,
  { id, invitees }: Pick<MeetingRow, 'id' | 'invitees'>,
  next: readonly NewInvitee[],
): Promise<void> {
  const before = new Map(invitees.map((each) => [inviteeKey(each), each]));
  await tx.meetingInvitee.deleteMany({ where: { meetingId: id } });
  await insertInvitees(
    tx,
    ids,
    id,
    next.map((each) => ({ ...each, was: before.get(inviteeKey(each)) })),
  );
}

/** Writes who is invited, each once. */
export async function insertInvitees(
  tx: Tx,
  ids: Ids,
  meetingId: string,
  invitees: readonly (NewInvitee & { was?: InviteeRow | undefined })[],
): Promise<void> {
  const once = [...new Map(invitees.map((each) => [inviteeKey(each), each])).values()];
  await tx.meetingInvitee.createMany({
    data: once.map(({ address, name, optional, slackId, was }, position) => ({
      id: ids.next(),
      meetingId,
      position,
      address: address.trim(),
      name,
      optional,
      slackId: slackId ?? was?.slackId ?? null,
      answer: was?.answer ?? 'none',
      proposes: asJsonOrNull(was?.proposes ?? null),
      kept: asJsonOrNull(was?.kept ?? null),
    })),
  });
}

/** Keeps what invitees have answered in Outlook; who is not invited here is passed over. */
export async function writeAnswers(
  tx: Tx,
  { invitees }: Pick<MeetingRow, 'invitees'>,
  answers: readonly Answer[],
): Promise<void> {
  const given = new Map(answers.map((each) => [each.address.trim().toLowerCase(), each]));
  for (const invitee of invitees) {
    const answer = given.get(inviteeKey(invitee));
    if (answer === undefined) continue;
    const proposes = asJsonOrNull(answer.proposes);
    await tx.meetingInvitee.update({ where: { id: invitee.id }, data: { answer: answer.answer, proposes } });
  }
}

type Undated<Notice> = Notice extends { at: unknown } ? Omit<Notice, 'at'> : never;

/** A notice before it is put up. */
export type NewNotice = Undated<MeetingNotice>;

/** Puts up what a person has to see or decide; an earlier one of the same kind and field gives way. */
export async function putNotice(tx: Tx, meetingId: string, notice: NewNotice, at: Temporal.Instant): Promise<void> {
  const { kind, ...rest } = notice;
  const key = { meetingId, kind, field: 'field' in notice ? notice.field : '' };
  const what = asJson(rest);
  await tx.meetingNotice.upsert({
    where: { meetingId_kind_field: key },
    create: { ...key, what, at: timeOf(at) },
    update: { what, at: timeOf(at) },
  });
}

/** Takes down what is no longer to be seen or decided. */
export async function takeNotice(
  tx: Tx,
  meetingId: string,
  kind: MeetingNotice['kind'],
  field: MeetingField | '' = '',
): Promise<void> {
  await tx.meetingNotice.deleteMany({ where: { meetingId, kind, field } });
}
