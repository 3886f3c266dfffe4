import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../db/client.ts';
import { timeOf } from '../../db/days.ts';
import { holdState } from '../../db/hold.ts';
import { readNeeds } from '../../db/read/needs.ts';
import type { NeedRow } from '../../db/read/rows.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import type { Actor } from '../../desk/actor.ts';
import { deskToday } from '../../desk/time.ts';
import type { Theme } from '../../treaty/theme.ts';
import { sayCards } from './cards.ts';
import { handlerOf } from './handler.ts';
import type { LogInput } from './input.ts';
import { type Entry, writeRequest } from './store.ts';

type CardsDesk = Pick<RecordDesk, 'clock' | 'ids' | 'admins'>;

/** A need of a report: logged, or on record from the same report before. */
export interface LoggedNeed {
  theme: Theme;
  reference: string;
  fresh: boolean;
}

/** Logs the needs that one report names, in the transaction that keeps the report; what is on record from it already is not logged twice. */
export async function logNeedsOf(
  tx: Tx,
  desk: CardsDesk,
  inputs: readonly LogInput[],
  entry: Omit<Entry, 'input' | 'handledBy'>,
): Promise<readonly LoggedNeed[]> {
  const logged: LoggedNeed[] = [];
  for (const input of inputs) {
    await holdState(tx, input.state.iso3);
    const handledBy = await handlerOf(tx, input.state.iso3, deskToday(desk.clock));
    const there = (await readNeeds(tx, { states: [input.state.iso3], themes: [input.theme] })).find((need) =>
      isOfReport(need, input.reportingYear),
    );
    const submission = `${entry.submission}:${input.theme}`;
    const reference =
      there?.reference ?? (await writeRequest(tx, desk.ids, { ...entry, handledBy, input, submission }));
    if (there === undefined) await sayCards(tx, desk, reference, entry.at);
    logged.push({ theme: input.theme, reference, fresh: there === undefined });
  }
  return logged;
}

const isOfReport = ({ reportingYear, sources, status }: NeedRow, year: number | null): boolean =>
  status !== 'withdrawn' && reportingYear === year && (year !== null || sources[0]?.kind === 'article7_report');

/** Withdraws what was logged with a report that was taken back, so that it counts on no day; what has been worked on stays. Returns the references. */
export async function withdrawNeedsOf(
  tx: Tx,
  desk: CardsDesk,
  submission: string,
  { actor, at, why }: { actor: Actor; at: Temporal.Instant; why: string },
): Promise<readonly string[]> {
  const logged = await tx.assistanceRequest.findMany({
    where: { submission: { startsWith: `${submission}:` }, status: 'logged' },
  });
  for (const { id, reference, asOf } of logged) {
    await tx.assistanceRequest.update({ where: { id }, data: { status: 'withdrawn', closedOn: asOf } });
    await tx.requestHistory.create({
      data: {
        id: desk.ids.next(),
        requestId: id,
        at: timeOf(at),
        by: actor.slackId,
        byName: actor.name,
        through: '/ccm received',
        what: 'withdrawn',
        before: 'logged',
        after: 'withdrawn',
        why,
      },
    });
    await sayCards(tx, desk, reference, at);
  }
  return logged.map(({ reference }) => reference);
}
