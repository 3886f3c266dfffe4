import type { Db } from '../../src/db/client.ts';
import { openDatabase, type Where } from '../../src/db/open.ts';
import { prepareRecord } from '../../src/db/open-record.ts';
import { digestCard } from '../../src/features/digests/card.ts';
import { composeDigest } from '../../src/features/digests/compose.ts';
import { readDigestFacts } from '../../src/features/digests/read.ts';
import { day } from '../../src/treaty/day.ts';
import { clockAt, instant } from '../setup/instants.ts';
import type { TestServer } from '../setup/postgres.ts';
import { type Figure, ms, quantile, timed, times } from './figures.ts';

const SMALL = 1_000;
const LARGE = 10_000;
const RUNS = 5;
const AT = instant('2019-11-25T08:00:00+01:00');
const LAST = { day: day('2019-11-18'), at: instant('2019-11-18T08:00:00+01:00') };
const WEEKLY = { weekday: 1, time: '08:00', zone: 'Europe/Zurich' };

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

/** Puts so many obligations, two of each of so many further States, and so many requests on record, a few hundred at once. */
async function grow(db: Db, count: number): Promise<void> {
  const [state, event, request] = await Promise.all([
    db.state.findUniqueOrThrow({ where: { iso3: 'LBN' } }),
    db.obligationEvent.findFirstOrThrow({ where: { event: 'obligation' } }),
    db.assistanceRequest.findFirstOrThrow(),
  ]);
  const codeOf = (at: number): string => `X${String(at).padStart(5, '0')}`;
  const batches = async (of: number, write: (each: readonly number[]) => Promise<unknown>): Promise<void> => {
    for (let first = 0; first < of; first += 250) await write(upTo(Math.min(250, of - first)).map((at) => first + at));
  };
  const deposited = (at: number): Date => new Date(Date.UTC(2011, at % 120, 1 + (at % 28)));
  await batches(count / 2, (each) =>
    db.state.createMany({
      data: each.map((at) => ({
        ...{ ...state, iso3: codeOf(at), iso2: codeOf(at), unName: codeOf(at), shortName: codeOf(at) },
        deposited: deposited(at),
      })),
    }),
  );
  await batches(count, (each) =>
    db.obligationEvent.createMany({
      data: each.map((at) => ({
        ...{ ...event, id: `x-${at}`, position: 10_000 + at, iso3: codeOf(at >> 1), article: at % 2 === 0 ? 3 : 4 },
        ...{ date: '2012-01-01', precision: 'day', until: null, corrects: null, submission: null },
      })),
    }),
  );
  await batches(count, (each) =>
    db.assistanceRequest.createMany({
      data: each.map((at) => ({
        ...{ ...request, id: `x-${at}`, reference: `AR-2018-${10_000 + at}`, iso3: codeOf(at >> 1) },
        ...{ amount: null, submission: null },
      })),
    }),
  );
}

/** The median of composing the digest of a record with so many of each. */
async function composing(where: Where, count: number): Promise<number> {
  const opened = await openDatabase(where);
  if (!opened.ok) throw new Error(opened.problem);
  const { database } = opened;
  const ready = await prepareRecord(database, clockAt('2019-11-01T09:00:00+01:00'), true);
  if (!ready.ok) throw new Error(ready.problem);
  await grow(database.db, count);
  const standing = { kind: 'posted', first: false, weekly: WEEKLY, due: null, occurrence: 's' } as const;
  const took = await timed(RUNS, async () => {
    const facts = await readDigestFacts(database.db, day('2019-11-25'), 'desk', LAST);
    return digestCard(composeDigest(facts), AT, standing);
  });
  await database.close();
  return quantile(took, 0.5);
}

async function line(on: string, where: () => Promise<Where>): Promise<Figure> {
  const small = await composing(await where(), SMALL);
  const large = await composing(await where(), LARGE);
  return {
    what: `Composing a digest of ${LARGE.toLocaleString('en')} obligations and as many requests, ${on}`,
    value: ms(large),
    beside: `${times(large / small)} that of ${SMALL.toLocaleString('en')}: ${ms(small)}`,
  };
}

/** What a digest of a long record takes, beside one of a tenth of it in the same run. */
export async function digestFigures(postgres: TestServer | null): Promise<readonly Figure[]> {
  return [
    await line('embedded', async () => ({ memory: true })),
    ...(postgres ? [await line('PostgreSQL', async () => ({ databaseUrl: await postgres.newDatabase() }))] : []),
  ];
}
