import type { Db } from '../../db/client.ts';
import { readFollows } from '../../db/read/follows.ts';
import { readTreatyRecord } from '../../db/read/treaty-record.ts';
import { agendaOf, yearAhead } from '../../treaty/agenda.ts';
import { clocksOn } from '../../treaty/clocks.ts';
import type { Day } from '../../treaty/day.ts';
import type { Clock, Iso3, TreatyRecord } from '../../treaty/facts.ts';
import { protocolOrder } from '../../treaty/protocol-order.ts';

/** The States that could ask for an extension by the next such date, and the date; null where there is none within a year. */
export function nextWindow(
  record: TreatyRecord,
  clocks: readonly Clock[],
  today: Day,
): { due: Day; states: readonly Iso3[] } | null {
  const byState = protocolOrder(record.states);
  const [window] = agendaOf(clocks, yearAhead(today), byState).requests;
  if (window === undefined) return null;
  const states = new Set(window.lines.flatMap((line) => line.clocks.map(({ state }) => state)));
  return { due: window.due, states: [...states].toSorted(byState) };
}

/** Those of them whom nobody follows. */
export async function statesToDivide(db: Db, today: Day): Promise<readonly { iso3: Iso3; name: string }[]> {
  const record = await readTreatyRecord(db);
  const followed = new Set((await readFollows(db)).map(({ state }) => state));
  const states = nextWindow(record, clocksOn(record, today), today)?.states ?? [];
  return states
    .filter((iso3) => !followed.has(iso3))
    .map((iso3) => ({ iso3, name: record.states.find((state) => state.iso3 === iso3)?.shortName ?? iso3 }));
}
