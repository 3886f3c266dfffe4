import { Temporal } from 'temporal-polyfill';
import { dateOf } from '../../db/days.ts';
import { enqueue, URGENCY } from '../../db/deliveries.ts';
import type { Clockwork } from '../../desk/describe.ts';
import { instantOn } from '../../desk/schedule.ts';
import { DESK_ZONE, dayIn } from '../../desk/time.ts';
import { addDays, daysBetween } from '../../treaty/day.ts';
import { endsSoonMessage, holdingsOn, peopleOn } from '../people/use-cases.ts';
import type { HandOverDesk } from './apply.ts';
import { countWords, heldBy } from './held.ts';

/** So many days before its last one, and on that day, whoever holds a role and the admins are told that it ends. */
const DAYS_BEFORE = [14, 0];
const AT = '09:00';

/** Gives notice of roles that end with their term; each rung of each last day once. */
export const endsSoon = (desk: HandOverDesk): Clockwork => ({
  name: 'roles that end',
  async run(at) {
    const today = dayIn(DESK_ZONE, at);
    if (Temporal.Instant.compare(at, instantOn(today, AT, DESK_ZONE)) < 0) return;
    const { db, ids } = desk;
    const soon = { gte: dateOf(today), lte: dateOf(addDays(today, 14)) };
    if ((await db.roleHolding.count({ where: { until: soon } })) === 0) return;
    const admins = (await peopleOn(desk)).filter(({ roles }) => roles.includes('admin'));
    for (const held of await holdingsOn(db, today)) {
      const { until } = held;
      if (until === null || !DAYS_BEFORE.includes(daysBetween(today, until))) continue;
      const holds = countWords(await heldBy(db, held.slackId, today));
      const readers = [held.slackId, ...admins.map(({ slackId }) => slackId).filter((each) => each !== held.slackId)];
      await db.$transaction(async (tx) => {
        for (const person of readers) {
          const message = endsSoonMessage(held, { of: person === held.slackId ? null : held.name, holds }, today);
          const key = `role:${held.id}:ends:${until}:${today}:${person}`;
          const say = { key, kind: 'notice' as const, to: { person }, urgency: URGENCY.register };
          await enqueue(tx, ids, { ...say, message }, at);
        }
      });
    }
  },
});
