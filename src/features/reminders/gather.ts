import type { Temporal } from 'temporal-polyfill';
import { statusWord } from '../../blocks/request-words.ts';
import type { Tx } from '../../db/client.ts';
import { instantFrom } from '../../db/days.ts';
import { readFollowUps } from '../../db/read/follow-ups.ts';
import type { PersonRow } from '../../db/read/rows.ts';
import { readTreatyRecord } from '../../db/read/treaty-record.ts';
import { dayIn } from '../../desk/time.ts';
import { clocksOn } from '../../treaty/clocks.ts';
import type { Day } from '../../treaty/day.ts';
import type { TreatyRecord } from '../../treaty/facts.ts';
import { followingsOf } from '../following/use-cases.ts';
import { askedAbout, FOLLOW_UP_LADDER, rungDue, TREATY_LADDER, type Window } from './rungs.ts';
import { askedAgain } from './store.ts';
import { clockSubject, type Told } from './told.ts';

/** Whose dates a reminder tells, and of which days. */
interface Gathering extends Window {
  /** The reader and those whom the reader stands in for. */
  forWhom: readonly PersonRow[];
  everyone: readonly PersonRow[];
}

/** Something that may be told: its ladder decides whether today. */
type Candidate = Omit<Told, 'mark' | 'day'> & { ladder: readonly number[]; since: Temporal.Instant | null };

/** What a reminder has to tell, and the record that it is told from. */
export async function gather(
  tx: Tx,
  { forWhom, everyone, ...window }: Gathering,
): Promise<{ told: readonly Told[]; record: TreatyRecord }> {
  const { on, after } = window;
  const ids = forWhom.map(({ slackId }) => slackId);
  const record = await readTreatyRecord(tx);
  const candidates: readonly Candidate[] = [
    ...(await deadlines(tx, record, ids, everyone, on)),
    ...(await followUps(tx, ids)),
    ...(await relayed(tx, ids, window)),
  ];
  const again = await askedAgain(tx, ids, { after, on });
  const told = candidates.flatMap(({ ladder, since, ...each }): readonly Told[] => {
    const rung = rungDue(each.due, ladder, window, since);
    if (rung !== null) return [{ ...each, day: rung.day, mark: `${each.person} ${each.subject} ${rung.days}` }];
    const wished = again.find(({ person, subject }) => person === each.person && subject === each.subject);
    return wished === undefined
      ? []
      : [{ ...each, day: wished.day, mark: `${each.person} ${each.subject} again ${wished.day}` }];
  });
  return { told, record };
}

async function deadlines(
  tx: Tx,
  record: TreatyRecord,
  ids: readonly string[],
  everyone: readonly PersonRow[],
  on: Day,
): Promise<readonly Candidate[]> {
  const followings = (await followingsOf(tx, everyone, on)).filter(({ slackId }) => ids.includes(slackId));
  // A date that has passed is no reminder any more: the digest and /ccm deadlines tell how it stands.
  const open = clocksOn(record, on).filter(({ due, status }) => due >= on && status !== 'completed');
  return followings.flatMap(({ slackId, state, since }) =>
    open
      .filter((clock) => clock.state === state)
      .map(
        (clock): Candidate => ({
          ...{ person: slackId, subject: clockSubject(clock), state, due: clock.due },
          ...{ what: { kind: 'deadline', clock }, ladder: TREATY_LADDER, since },
        }),
      ),
  );
}

async function followUps(tx: Tx, ids: readonly string[]): Promise<readonly Candidate[]> {
  return (await readFollowUps(tx))
    .filter(({ owner }) => ids.includes(owner.slackId))
    .map(
      (row): Candidate => ({
        ...{ person: row.owner.slackId, subject: `${row.id} ${row.due}`, state: row.state, due: row.due },
        ...{ what: { kind: 'followup', row }, ladder: FOLLOW_UP_LADDER, since: row.dueSetAt },
      }),
    );
}

/** Requests of these owners that stand at relayed, with no answer on record. */
async function relayed(tx: Tx, ids: readonly string[], { on, zone }: Window): Promise<readonly Candidate[]> {
  const rows = await tx.assistanceRequest.findMany({
    where: { status: 'relayed', ownerId: { in: [...ids] } },
    select: {
      reference: true,
      iso3: true,
      ownerId: true,
      history: {
        where: { what: 'moved', after: { startsWith: statusWord('relayed') } },
        orderBy: { written: 'desc' },
        take: 1,
      },
    },
  });
  return rows.flatMap(({ reference, iso3, ownerId, history: [moved] }): readonly Candidate[] => {
    if (moved === undefined || ownerId === null) return [];
    const at = instantFrom(moved.at);
    const since = dayIn(zone, at);
    const due = askedAbout(since, on);
    if (due === null) return [];
    const what = { kind: 'relayed' as const, reference, since };
    return [{ person: ownerId, subject: `${reference} ${due}`, state: iso3, due, what, ladder: [0], since: at }];
  });
}
