import { context, dataTable, section } from '../../blocks/build.ts';
import { kindWithArticle } from '../../blocks/clock-words.ts';
import { longDate } from '../../blocks/dates.ts';
import type { Message } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { paragraphs } from '../../blocks/paragraphs.ts';
import { sourceTitle } from '../../blocks/source-words.ts';
import { counted } from '../../blocks/words.ts';
import { toBeConfirmed } from '../../treaty/agenda.ts';
import type { Clock } from '../../treaty/facts.ts';
import { protocolOrder } from '../../treaty/protocol-order.ts';
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

/** Every date under Articles 3, 4 and 7 that lies ahead or has passed without an outcome, one a row. */
export function fullList(facts: DigestFacts): Message {
  const nameOf = (iso3: string): string => facts.record.states.find((state) => state.iso3 === iso3)?.shortName ?? iso3;
  const clocks = listed(facts);
  const rows = clocks.map((clock) => [
    longDate(clock.due),
    nameOf(clock.state),
    kindWithArticle(clock),
    stateOf(clock),
  ]);
  const annual = facts.clocks.find(({ kind, due }) => kind === 'annual_report' && due >= facts.asOf);
  const foot = context(
    md`${annual ? `All States Parties: annual report for ${annual.year} by ${longDate(annual.due)} · ` : ''}as of ${longDate(facts.asOf)} · only you see this`,
  );
  const top = section(md`*Full list: ${counted(rows.length, 'date')}*`);
  return {
    text: `Full list of dates as of ${longDate(facts.asOf)}: ${rows
      .slice(0, 40)
      .map(([due, state, what]) => `${due} ${state}, ${what}`)
      .join('; ')}`,
    blocks: [
      top,
      dataTable('Dates under Articles 3, 4 and 7', [['Due', 'State', 'What', 'Remark'], ...rows.slice(0, 100)], 20),
      foot,
    ],
    withoutTable: [
      top,
      ...paragraphs(
        rows.map(
          ([due = '', state = '', what = '', remark = '']) =>
            md`• *${state}* · ${what} · ${due}${remark === '' ? '' : ` · ${remark}`}`,
        ),
      ),
      foot,
    ],
  };
}

/** The same line by line with its basis in the treaty, its document and how sure it is. */
export function sourcesList(facts: DigestFacts): Message {
  const nameOf = (iso3: string): string => facts.record.states.find((state) => state.iso3 === iso3)?.shortName ?? iso3;
  const clocks = listed(facts);
  const lines = clocks.map(
    (clock) =>
      md`• *${nameOf(clock.state)}* · ${kindWithArticle(clock)} · ${longDate(clock.due)}\n   ${clock.basis} · ${clock.sources.map((source) => sourceTitle(source, facts.asOf)).join('; ')} · confidence: ${clock.confidence}`,
  );
  return {
    text: `Sources of ${counted(clocks.length, 'date')}, as of ${longDate(facts.asOf)}.`,
    blocks: [
      section(md`*Sources, line by line*`),
      ...paragraphs(lines).slice(0, 40),
      context(md`As of ${longDate(facts.asOf)} · only you see this`),
    ],
  };
}
