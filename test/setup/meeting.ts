import type { Db } from '../../src/db/client.ts';
import { timeOf } from '../../src/db/days.ts';
import type { MeetingWhen } from '../../src/db/read/meetings.ts';
import type { Ids } from '../../src/desk/ports.ts';
import { insertInvitees, type NewInvitee, whenColumns } from '../../src/features/meetings/store.ts';
import { instant } from './instants.ts';

export const ORGANISER = 'U0ORGANISER';

interface Kept {
  id: string;
  title?: string;
  when?: MeetingWhen;
  invitees?: readonly NewInvitee[];
  convention?: string | null;
  status?: 'planned' | 'held' | 'cancelled';
}

/** Thursday 21 November 2019, 10:00 to 11:00 in Zurich. */
export const THURSDAY: MeetingWhen = { kind: 'timed', start: '2019-11-21T09:00:00Z', end: '2019-11-21T10:00:00Z' };

/** Puts a meeting on record as it stands, without the desk's own way to it. */
export async function keepMeeting(
  db: Db,
  ids: Ids,
  {
    id,
    title = 'Coordinators and ISU: priorities',
    when = THURSDAY,
    invitees = [],
    convention = null,
    status = 'planned',
  }: Kept,
): Promise<void> {
  const recordedAt = timeOf(instant('2019-11-18T09:00:00+01:00'));
  const person = { slackId: ORGANISER, teamId: 'T1', name: 'Ana', zone: 'Europe/Podgorica', recordedAt };
  await db.person.createMany({ data: [person], skipDuplicates: true });
  const by = { recordedAt, recordedBy: ORGANISER, recordedByName: 'Ana', organiserId: ORGANISER };
  const what = { kind: 'isu', title, zone: 'Europe/Zurich', place: 'Geneva', agenda: '1. Priorities', online: false };
  await db.meeting.create({
    data: {
      id,
      ...what,
      ...by,
      ...whenColumns(when),
      convention,
      status,
      outcome: '',
      sequence: 0,
      occurrences: [],
      submission: id,
    },
  });
  await db.$transaction((tx) => insertInvitees(tx, ids, id, invitees));
}
