import type { Tx } from '../../db/client.ts';
import { timeOf } from '../../db/days.ts';
import { asJsonOrNull } from '../../db/json.ts';
import type { MeetingRow, MeetingWhen } from '../../db/read/meetings.ts';
import { firstDayOf, zonedWords } from '../../desk/meeting-words.ts';
import type { Ids } from '../../desk/ports.ts';
import { MEETING_KIND_WORDS } from '../../treaty/meeting-kind.ts';
import type { By, NewMeeting, Particulars } from './plan.ts';
import { insertInvitees, keepLine, type Written, whenColumns, writeWhen } from './store.ts';

/** As a history names who did it. */
export const writtenBy = ({ actor, at, through, submission }: By): Written => ({
  by: actor.slackId,
  byName: actor.name,
  through,
  at,
  ...(submission === undefined ? {} : { submission }),
});

/** A time as a history says it, with its year. */
const whenInHistory = (when: MeetingWhen, zone: string): string => {
  const words = zonedWords(when, zone, firstDayOf(when, zone));
  const year = firstDayOf(when, zone).slice(0, 4);
  return words.includes(year) ? words : words.replace(/^(\S+ \d+ \S+)/, `$1 ${year}`);
};

/** Writes a meeting with its people, States and history; returns its id and what it is called by. */
export async function writeMeeting(
  tx: Tx,
  ids: Ids,
  meeting: NewMeeting,
  by: By & { submission: string },
): Promise<{ id: string; reference: string }> {
  const { actor, at, submission } = by;
  const id = ids.next();
  const { title, kind, when, zone, place, agenda, online, repeats, convention, margins, link, followUp } = meeting;
  const { number } = await tx.meeting.create({
    data: {
      id,
      ...{ title, kind, zone, place, agenda, online, convention, link },
      ...whenColumns(when),
      repeats: asJsonOrNull(repeats),
      inMarginsOf: margins,
      fromFollowUp: followUp,
      status: 'planned',
      outcome: '',
      organiserId: actor.slackId,
      sequence: 0,
      occurrences: [],
      recordedAt: timeOf(at),
      recordedBy: actor.slackId,
      recordedByName: actor.name,
      submission,
    },
    select: { number: true },
  });
  await writeStates(tx, id, meeting.states);
  await insertInvitees(tx, ids, id, meeting.invitees);
  const { submission: _, ...line } = writtenBy(by);
  await keepLine(tx, ids, id, { what: 'planned', after: `${title}, ${whenInHistory(when, zone)}` }, line);
  return { id, reference: `M${number}` };
}

async function writeStates(tx: Tx, meetingId: string, states: Particulars['states']): Promise<void> {
  await tx.meetingState.deleteMany({ where: { meetingId } });
  await tx.meetingState.createMany({ data: [...new Set(states)].map((iso3) => ({ meetingId, iso3 })) });
}

/** Of what the form was opened with, what a person has changed in it. */
export type Change = Partial<Particulars>;

/** Writes what was changed, each with a line of its history; what invitees are told of raises the number of the calendar file. */
export async function writeChange(tx: Tx, ids: Ids, row: MeetingRow, change: Change, by: By): Promise<void> {
  const { id } = row;
  const { submission: _, ...written } = writtenBy(by);
  const { title, kind, place, agenda, margins, zone, when, states } = change;
  const line = (what: string, before: string, after: string): Promise<void> =>
    keepLine(tx, ids, id, { what, before: before || 'nothing', after: after || 'nothing' }, written);
  if (when !== undefined || zone !== undefined) {
    const [to, inZone] = [when ?? row.when, zone ?? row.zone];
    if (when !== undefined) await writeWhen(tx, row, to, { by: by.actor.name, at: by.at });
    await tx.meeting.update({ where: { id }, data: { zone: inZone } });
    await line('time', whenInHistory(row.when, row.zone), whenInHistory(to, inZone));
  }
  if (title !== undefined) await line('title', row.title, title);
  if (kind !== undefined) await line('kind', MEETING_KIND_WORDS[row.kind], MEETING_KIND_WORDS[kind]);
  if (place !== undefined) await line('place', row.place, place);
  if (agenda !== undefined) await line('agenda', row.agenda, agenda);
  if (margins !== undefined) await line('in the margins of', row.inMarginsOf ?? '', margins ?? '');
  if (states !== undefined) {
    await writeStates(tx, id, states);
    await line('States', row.states.join(', '), states.join(', '));
  }
  await tx.meeting.update({
    where: { id },
    data: {
      ...(title === undefined ? {} : { title }),
      ...(kind === undefined ? {} : { kind }),
      ...(place === undefined ? {} : { place }),
      ...(agenda === undefined ? {} : { agenda }),
      ...(margins === undefined ? {} : { inMarginsOf: margins }),
      sequence: { increment: 1 },
    },
  });
}
