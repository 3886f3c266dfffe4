import { context, dataTable, section } from '../../blocks/build.ts';
import { kindWithArticle } from '../../blocks/clock-words.ts';
import { longDate } from '../../blocks/dates.ts';
import type { Carried, Message } from '../../blocks/message.ts';
import { type Mrkdwn, md } from '../../blocks/mrkdwn.ts';
import { paragraphs } from '../../blocks/paragraphs.ts';
import { sourceTitle } from '../../blocks/source-words.ts';
import { counted } from '../../blocks/words.ts';
import { toBeConfirmed } from '../../treaty/agenda.ts';
import type { Day } from '../../treaty/day.ts';
import type { Clock } from '../../treaty/facts.ts';
import { protocolOrder } from '../../treaty/protocol-order.ts';
import { pagesOf } from './pages.ts';
import type { DigestFacts } from './read.ts';

/** The dates of a list: obligations and requests ahead or passed, first reports ahead; the report that all owe is one line. */
function listed({ clocks, asOf, record }: DigestFacts): readonly Clock[] {
  const order = protocolOrder(record.states);
  return clocks
    .filter(
      ({ kind, status, due }) =>
        status !== 'completed' &&
        kind !== 'annual_report' &&
        (due >= asOf || kind === 'clearance' || kind === 'stockpile'),
    )
    .toSorted((a, b) => (a.due === b.due ? order(a.state, b.state) : a.due < b.due ? -1 : 1));
}

const stateOf = (clock: Clock): string =>
  clock.status === 'overdue'
    ? 'passed, no outcome on record'
    : toBeConfirmed(clock)
      ? 'to be confirmed'
      : clock.kind === 'extension_request'
        ? 'if more time is needed'
        : clock.status === 'extended'
          ? 'extended'
          : '';

/** "Full list: 34 dates", or which of them a further message holds. */
const headOf = (what: string, all: number, first: number, held: number): string =>
  held === all ? `${what}: ${counted(all, 'date')}` : `${what}: ${first + 1} to ${first + held} of ${all} dates`;

const names =
  ({ record }: DigestFacts) =>
  (iso3: string): string =>
    record.states.find((state) => state.iso3 === iso3)?.shortName ?? iso3;

/** Every date under Articles 3, 4 and 7 that lies ahead or has passed without an outcome, one a row, in as many messages as hold them all. */
export function fullList(facts: DigestFacts, alone: boolean, what = 'Full list'): readonly Message[] {
  const nameOf = names(facts);
  const rows = listed(facts).map(
    (clock): Row => ({
      due: longDate(clock.due),
      state: nameOf(clock.state),
      what: kindWithArticle(clock),
      remark: stateOf(clock),
      facts: clock.facts,
    }),
  );
  const annual = facts.clocks.find(({ kind, due }) => kind === 'annual_report' && due >= facts.asOf);
  const everyone = annual ? `All States Parties: annual report for ${annual.year} by ${longDate(annual.due)} · ` : '';
  const asOf = longDate(facts.asOf);
  const foot = context(md`${everyone}as of ${asOf}${alone ? ' · only you see this' : ''}`);
  const spoken = ({ due, state, what, remark }: Row): string =>
    `${due} ${state}, ${what}${remark === '' ? '' : `, ${remark}`}`;
  if (rows.length === 0)
    return [{ text: `${what}: no date, as of ${asOf}.`, blocks: [section(md`*${what}: no date*`), foot] }];
  let first = 0;
  return pagesOf(rows, spoken).map((page) => {
    const head = headOf(what, rows.length, first, page.length);
    first += page.length;
    const top = section(md`*${head}*`);
    const cells = page.map(({ due, state, what, remark }) => [due, state, what, remark]);
    const table = [['Due', 'State', 'What', 'Remark'], ...cells];
    return {
      carries: carriedOn(facts.asOf, page),
      text: `${head}, as of ${asOf}. ${page.map(spoken).join('; ')}`,
      blocks: [top, dataTable('Dates under Articles 3, 4 and 7', table, 20), foot],
      withoutTable: [top, ...paragraphs(page.map(lineOf)), foot],
    };
  });
}

/** What the dates of one message rest on. */
const carriedOn = (asOf: Day, page: readonly { facts: readonly string[] }[]): Carried => ({
  kind: 'deadlines',
  asOf,
  facts: page.flatMap(({ facts }) => facts),
});

interface Row {
  due: string;
  state: string;
  what: string;
  remark: string;
  facts: readonly string[];
}

const lineOf = ({ due, state, what, remark }: Row): Mrkdwn =>
  md`• *${state}* · ${what} · ${due}${remark === '' ? '' : ` · ${remark}`}`;

/** The same line by line with its basis in the treaty, its document and how sure it is. */
export function sourcesList(facts: DigestFacts, alone: boolean): readonly Message[] {
  const nameOf = names(facts);
  const lines = listed(facts).map((clock) => ({
    date: `${kindWithArticle(clock)} · ${longDate(clock.due)}`,
    state: nameOf(clock.state),
    facts: clock.facts,
    from: `${clock.basis} · ${clock.sources.map((source) => sourceTitle(source, facts.asOf)).join('; ')} · confidence: ${clock.confidence}`,
  }));
  const spoken = ({ state, date, from }: (typeof lines)[number]): string => `${state} · ${date}: ${from}`;
  const foot = context(md`As of ${longDate(facts.asOf)}${alone ? ' · only you see this' : ''}`);
  let first = 0;
  return pagesOf(lines, spoken).map((page) => {
    const head = headOf('Sources, line by line', lines.length, first, page.length);
    first += page.length;
    return {
      carries: carriedOn(facts.asOf, page),
      text: `${head}. ${page.map(spoken).join('; ')}`,
      blocks: [
        section(md`*${head}*`),
        ...paragraphs(page.map(({ state, date, from }) => md`• *${state}* · ${date}\n   ${from}`)),
        foot,
      ],
    };
  });
}
