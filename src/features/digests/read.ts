import type { Temporal } from 'temporal-polyfill';
import type { Reader } from '../../db/client.ts';
import type { FollowUpRow } from '../../db/read/follow-ups.ts';
import { readNeeds } from '../../db/read/needs.ts';
import { readableNeeds } from '../../db/read/readable-needs.ts';
import type { NeedRow, StatedFigureRow, WorkPlanRow } from '../../db/read/rows.ts';
import { readStatedFigures } from '../../db/read/stated-figures.ts';
import { readTreatyRecord } from '../../db/read/treaty-record.ts';
import { readWorkPlan } from '../../db/read/work-plan.ts';
import { clocksOn } from '../../treaty/clocks.ts';
import type { Day } from '../../treaty/day.ts';
import type { Clock, TreatyRecord } from '../../treaty/facts.ts';
import type { SavedAnswer } from '../answers/use-cases.ts';
import type { LeftOut } from './left-out.ts';
import { clocksWithin, type Narrowing, needsWithin, WHOLE } from './narrowing.ts';

/** `desk`: coordinators and the ISU; `facts`: whoever may read what States have published; `mine`: one member, as a direct message. */
export type Audience = 'desk' | 'facts' | 'mine';

/** All that a digest is made of. */
export interface DigestFacts {
  record: TreatyRecord;
  clocks: readonly Clock[];
  /** Requests that stand on the day. */
  needs: readonly NeedRow[];
  figures: readonly StatedFigureRow[];
  workPlan: readonly WorkPlanRow[];
  asOf: Day;
  audience: Audience;
  narrowing: Narrowing;
  /** What the one reader is to do, for a digest of their own. */
  followUps?: readonly FollowUpRow[];
  /** The questions that the one reader keeps, answered. */
  asked?: readonly SavedAnswer[];
  /** Lines that the ISU leaves out. */
  leftOut?: readonly LeftOut[];
  /** The last digest before this one: its day, and the same clocks as they were known then. Null for the first. */
  since: { day: Day; at: Temporal.Instant; clocks: readonly Clock[] } | null;
}

/** Reads what the digest of `asOf` is made of, as its audience may read it. */
export async function readDigestFacts(
  db: Reader,
  asOf: Day,
  audience: Audience,
  last: { day: Day; at: Temporal.Instant } | null = null,
  narrowing: Narrowing = WHOLE,
): Promise<DigestFacts> {
  const record = await readTreatyRecord(db);
  const within = (from: TreatyRecord) => clocksWithin(clocksOn(from, asOf), narrowing, from, asOf);
  const since = last === null ? null : { ...last, clocks: within(await readTreatyRecord(db, last.at)) };
  const needs = await readNeeds(db);
  const figures = await readStatedFigures(db);
  return {
    record,
    clocks: within(record),
    needs: needsWithin(readableNeeds(needs, audience !== 'facts'), narrowing, record).filter(
      (need) => need.asOf <= asOf && (need.closedOn === null || need.closedOn > asOf),
    ),
    figures: figures.filter((figure) => figure.asOf <= asOf),
    workPlan: await readWorkPlan(db),
    asOf,
    audience,
    narrowing,
    since,
  };
}
