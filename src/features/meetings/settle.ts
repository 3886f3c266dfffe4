import { readMeeting } from '../../db/read/meetings.ts';
import { may } from '../../desk/actor.ts';
import type { MeetingField } from '../../desk/calendar.ts';
import type { MeetingsDesk } from './desk.ts';
import { FIELD_NAMES } from './field-words.ts';
import { FIELDS } from './fields.ts';
import type { By, MeetingOutcome } from './plan.ts';
import { keepLine, takeNotice } from './store.ts';
import { change } from './use-cases.ts';
import { writtenBy } from './write.ts';

/** The field that is written in a button's value; null where there is none of that name. */
export const fieldNamed = (text: string): MeetingField | null => FIELDS.find((field) => field === text) ?? null;

/**
 * A person has chosen between what stands here and what stands in Outlook. The calendar is told first; then the notice is taken
 * down. `over`: the two values are no longer those that were shown, or somebody else has chosen.
 */
export async function settleField(
  desk: MeetingsDesk,
  id: string,
  { field, keep }: { field: MeetingField; keep: 'here' | 'there' },
  by: By,
): Promise<MeetingOutcome> {
  if (!may(by.actor, 'handle_request')) return { kind: 'not_allowed' };
  const row = await readMeeting(desk.db, id);
  const stands = row?.notices.some((notice) => notice.kind === 'disputed' && notice.field === field) ?? false;
  const calendar = desk.calendar?.() ?? null;
  if (!stands || calendar === null) return { kind: 'over' };
  if ((await calendar.settle(id, field, keep)) === 'over') return { kind: 'over' };
  return change(desk, id, by, async (tx) => {
    await takeNotice(tx, id, 'disputed', field);
    const what = `${FIELD_NAMES[field]}: ${keep === 'here' ? 'what stood here was chosen' : 'Outlook’s was chosen'}`;
    await keepLine(tx, desk.ids, id, { what }, writtenBy(by));
    return null;
  });
}

/** Deleted in Outlook and wanted again: it is made there once more. */
export async function makeMeetingAgain(desk: MeetingsDesk, id: string, by: By): Promise<MeetingOutcome> {
  if (!may(by.actor, 'handle_request')) return { kind: 'not_allowed' };
  const calendar = desk.calendar?.() ?? null;
  if (calendar === null || (await calendar.makeAgain(id)) === 'over') return { kind: 'over' };
  return change(desk, id, by, async (tx) => {
    await takeNotice(tx, id, 'deleted');
    await keepLine(tx, desk.ids, id, { what: 'to be made again in Outlook' }, writtenBy(by));
    return null;
  });
}

/** Somebody has seen that it was put back. */
export const seePutBack = (desk: MeetingsDesk, id: string, field: MeetingField, by: By): Promise<MeetingOutcome> =>
  change(desk, id, by, async (tx) => {
    await takeNotice(tx, id, 'put_back', field);
    return null;
  });
