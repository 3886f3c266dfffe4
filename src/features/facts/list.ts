import type { Db } from '../../db/client.ts';
import { dayFrom } from '../../db/days.ts';
import { readStatedFigures } from '../../db/read/stated-figures.ts';
import { readTreatyRecord } from '../../db/read/treaty-record.ts';
import { clocksOfState, clocksOn } from '../../treaty/clocks.ts';
import { factsToConfirm } from '../../treaty/confirm.ts';
import type { Day } from '../../treaty/day.ts';
import type { Clock, Iso3, TreatyRecord } from '../../treaty/facts.ts';
import { factKey, type Unconfirmed } from '../../treaty/unconfirmed.ts';

/** The facts that the ISU is asked to confirm, as they are read on a day. */
export interface FactList {
  record: TreatyRecord;
  clocks: readonly Clock[];
  /** In the order in which they are asked; those to be asked later last. */
  facts: readonly Unconfirmed[];
  /** The days on which facts are asked again, by their key. */
  later: ReadonlyMap<string, Day>;
  today: Day;
  /** The State to which it is narrowed; null for all. */
  state: Iso3 | null;
}

/** The list of `today`; for one State also its reports whose date has passed and of which only silence or a list speaks. */
export async function readFactList(db: Db, today: Day, state: Iso3 | null): Promise<FactList> {
  const record = await readTreatyRecord(db);
  const figures = await readStatedFigures(db);
  const clocks = clocksOn(record, today);
  const all = factsToConfirm(record, figures, today, clocks);
  const own =
    state === null
      ? all
      : [
          ...all.filter((fact) => fact.kind !== 'discrepancy' && fact.state === state),
          ...reportsOf(record, clocks, all, state, today),
        ];
  const rows = await db.factAnswer.findMany({
    where: { answer: 'later' },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  });
  const later = new Map(
    rows.flatMap(({ fact, askAgain }) =>
      askAgain !== null && dayFrom(askAgain) > today ? [[fact, dayFrom(askAgain)] as const] : [],
    ),
  );
  const waits = (fact: Unconfirmed): boolean => later.has(factKey(fact));
  return { record, clocks, facts: [...own.filter((fact) => !waits(fact)), ...own.filter(waits)], later, today, state };
}

function reportsOf(
  record: TreatyRecord,
  clocks: readonly Clock[],
  asked: readonly Unconfirmed[],
  state: Iso3,
  today: Day,
): readonly Unconfirmed[] {
  const known = new Set([...asked.map(factKey), ...record.confirmed]);
  return clocksOfState(clocks, state)
    .filter(
      ({ article, due, completed, outstanding }) =>
        article === 7 && due < today && completed === null && outstanding !== 'confirmed',
    )
    .filter(({ kind }) => kind === 'initial_report' || kind === 'annual_report')
    .map(({ due, year, sources }) => ({ kind: 'report_due' as const, state, article: 7 as const, year, due, sources }))
    .filter((fact) => !known.has(factKey(fact)));
}
