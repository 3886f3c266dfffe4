import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { Reader } from '../../db/client.ts';
import { instantFrom, timeOf } from '../../db/days.ts';
import type { DatesInWords } from '../deadlines/use-cases.ts';

/** A line that the ISU leaves out of a digest, until it ends by itself or is put back. */
export interface LeftOut {
  id: string;
  subscription: string;
  line: string;
  words: string;
  reason: string;
  byName: string;
  until: Temporal.Instant;
}

/** What a line is about, in few characters: the same from week to week for as long as its date and its States are. */
export const lineMark = ({ what, due, names }: DatesInWords['lines'][number]): string =>
  createHash('sha256')
    .update([what, due, ...names].join('|'))
    .digest('hex')
    .slice(0, 16);

/** The lines that are left out of a digest at `at`. */
export async function readLeftOut(db: Reader, subscription: string, at: Temporal.Instant): Promise<readonly LeftOut[]> {
  const rows = await db.leftOutLine.findMany({
    where: { subscriptionId: subscription, putBackAt: null, until: { gt: timeOf(at) } },
    orderBy: { at: 'asc' },
  });
  return rows.map(({ id, line, words, reason, byName, until }) => ({
    ...{ id, subscription, line, words, reason, byName },
    until: instantFrom(until),
  }));
}
