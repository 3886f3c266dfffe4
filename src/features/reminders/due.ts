import { Temporal } from 'temporal-polyfill';
import { enqueue, URGENCY } from '../../db/deliveries.ts';
import { readPeople } from '../../db/read/people.ts';
import type { PersonRow } from '../../db/read/rows.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import type { Clockwork } from '../../desk/describe.ts';
import { instantOn } from '../../desk/schedule.ts';
import { dayIn, deskToday } from '../../desk/time.ts';
import { type Day, weekday } from '../../treaty/day.ts';
import { isMember } from '../following/use-cases.ts';
import { reminderMessage } from './card.ts';
import { gather } from './gather.ts';
import { REMINDED_AT } from './rungs.ts';
import { beginReminders, keepDelivery, keepTold, lastReminded, remindedOn } from './store.ts';
import type { Told } from './told.ts';
import { wordsOf } from './words.ts';

/** A reminder that comes later than this says so. */
const LATE_MS = 30 * 60_000;

interface Turn {
  person: PersonRow;
  day: Day;
}

/** Reminds each member of the desk at 09:00 of their own working day, in one message; each day and each rung once. */
export const reminderClockwork = (desk: RecordDesk): Clockwork => ({
  name: 'reminders',
  async run(at) {
    const everyone = await readPeople(desk.db, deskToday(desk.clock));
    const turns = everyone.filter(isMember).flatMap((person): readonly Turn[] => {
      const day = dayIn(person.zone, at);
      const begun = Temporal.Instant.compare(at, instantOn(day, REMINDED_AT, person.zone)) >= 0;
      return begun && weekday(day) <= 5 ? [{ person, day }] : [];
    });
    if (turns.length === 0) return;
    const reminded = await remindedOn(
      desk.db,
      turns.map(({ person: { slackId }, day }) => ({ slackId, day })),
    );
    for (const turn of turns) if (!reminded.has(turn.person.slackId)) await remind(desk, turn, everyone, at);
  },
});

/** Whose dates this person is told: their own unless they are away, and of those who are away and named them. */
const toldTo = (person: PersonRow, everyone: readonly PersonRow[]): readonly PersonRow[] =>
  everyone.filter((each) => isMember(each) && readerOf(each, everyone) === person.slackId);

/** Who is told a person's dates: whoever stands in, if they hold a role and are there themselves. */
function readerOf({ slackId, away }: PersonRow, everyone: readonly PersonRow[]): string {
  const standIn = away === null ? undefined : everyone.find((each) => each.slackId === away.standIn);
  return standIn !== undefined && isMember(standIn) && standIn.away === null ? standIn.slackId : slackId;
}

async function remind(
  desk: RecordDesk,
  { person, day }: Turn,
  everyone: readonly PersonRow[],
  at: Temporal.Instant,
): Promise<void> {
  const { db, ids } = desk;
  const { slackId, zone } = person;
  const forWhom = toldTo(person, everyone);
  const begins = instantOn(day, REMINDED_AT, zone).epochMilliseconds;
  await db.$transaction(async (tx) => {
    const after = (await lastReminded(tx, day)).get(slackId) ?? null;
    const found = await gather(tx, { forWhom, everyone, after, on: day, zone });
    const missed = found.told.map((each) => each.day).toSorted()[0] ?? day;
    const late = missed < day || at.epochMilliseconds - begins > LATE_MS;
    const run = await beginReminders(tx, ids, { person: slackId, day, late: late && found.told.length > 0 }, at);
    if (run === null) return;
    const told = await keepTold(tx, ids, run, found.told, (each) => wordsOf(each, found.record, day));
    if (told.length === 0) return;
    const message = reminderMessage(told, {
      ...{ run, record: found.record, today: day, lateFor: late ? missed : null },
      standsInFor: namesOf(told, person, forWhom),
    });
    const say = { key: `reminder:${slackId}:${day}`, kind: 'reminder' as const, to: { person: slackId } };
    const delivery = await enqueue(tx, ids, { ...say, urgency: URGENCY.register, message }, at);
    if (delivery !== null) await keepDelivery(tx, run, delivery);
  });
}

const namesOf = (told: readonly Told[], reader: PersonRow, forWhom: readonly PersonRow[]): readonly string[] =>
  forWhom
    .filter(({ slackId }) => slackId !== reader.slackId && told.some((each) => each.person === slackId))
    .map(({ name }) => name);
