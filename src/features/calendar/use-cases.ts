import { createHash, randomBytes } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../../db/client.ts';
import { timeOf } from '../../db/days.ts';
import { readPerson } from '../../db/read/people.ts';
import { readTreatyRecord } from '../../db/read/treaty-record.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import { type Actor, may } from '../../desk/actor.ts';
import { type Clock, deskToday } from '../../desk/time.ts';
import { clocksOn } from '../../treaty/clocks.ts';
import { calendarOf } from './ics.ts';

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** The treaty's dates as they stand today, as a calendar file. */
export async function calendarFile({ db, clock }: { db: Db; clock: Clock }): Promise<string> {
  const record = await readTreatyRecord(db);
  return calendarOf(record, clocksOn(record, deskToday(clock)));
}

/** Makes a secret address for a member in place of the one before; the secret is known to nobody after this. */
export async function makeFeed(desk: RecordDesk, actor: Actor, at: Temporal.Instant): Promise<string | null> {
  if (!may(actor, 'read_register')) return null;
  const secret = randomBytes(24).toString('base64url');
  await desk.db.$transaction(async (tx) => {
    await tx.calendarFeed.updateMany({
      where: { slackId: actor.slackId, revokedAt: null },
      data: { revokedAt: timeOf(at) },
    });
    const row = { id: desk.ids.next(), secretHash: hashOf(secret), slackId: actor.slackId, madeAt: timeOf(at) };
    await tx.calendarFeed.create({ data: row });
  });
  return secret;
}

/** Ends a member's address; false where there is none. */
export async function revokeFeed({ db }: RecordDesk, actor: Actor, at: Temporal.Instant): Promise<boolean> {
  const revoked = await db.calendarFeed.updateMany({
    where: { slackId: actor.slackId, revokedAt: null },
    data: { revokedAt: timeOf(at) },
  });
  return revoked.count > 0;
}

/** What is read under a secret address, with the mark by which a reader sees that nothing has changed; null for any other. */
export async function feedUnder(
  { db, clock, admins }: { db: Db; clock: Clock; admins: readonly string[] },
  secret: string,
): Promise<{ text: string; etag: string } | null> {
  const feed = await db.calendarFeed.findUnique({ where: { secretHash: hashOf(secret) } });
  if (feed === null || feed.revokedAt !== null) return null;
  if (!(await isMember({ db, clock, admins }, feed.slackId))) return null;
  const text = await calendarFile({ db, clock });
  return { text, etag: `"${hashOf(text).slice(0, 32)}"` };
}

/** Whether somebody still holds a role, or is an admin named in the environment, who may hold none on record. */
async function isMember(
  { db, clock, admins }: { db: Db; clock: Clock; admins: readonly string[] },
  slackId: string,
): Promise<boolean> {
  if (admins.includes(slackId)) return true;
  const person = await readPerson(db, slackId, deskToday(clock));
  return person !== null && may(person, 'read_register');
}
