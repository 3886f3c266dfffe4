import { context, plain, section } from '../../blocks/build.ts';
import { longDate } from '../../blocks/dates.ts';
import { input, textInput } from '../../blocks/inputs.ts';
import { LIMITS, lengthOf } from '../../blocks/limits.ts';
import type { Modal } from '../../blocks/message.ts';
import { type Mrkdwn, md } from '../../blocks/mrkdwn.ts';
import { counted } from '../../blocks/words.ts';
import { annualReportDue } from '../../treaty/article-7.ts';
import { clocksOn } from '../../treaty/clocks.ts';
import type { Day } from '../../treaty/day.ts';
import type { Iso3, TreatyRecord } from '../../treaty/facts.ts';
import { protocolOrder } from '../../treaty/protocol-order.ts';

export const COMPLETE = 'transparency:complete';
export const SOURCE = 'source';

const LONGEST_SOURCE = 300;

/** The short names of the States that owe a report on `year` and of which the record holds none, in protocol order. */
export function withoutReceipt(record: TreatyRecord, year: number, today: Day): readonly string[] {
  const silent = new Set<Iso3>(
    clocksOn(record, today)
      .filter((clock) => clock.kind === 'annual_report' && clock.year === year && clock.completed === null)
      .map(({ state }) => state),
  );
  const byState = protocolOrder(record.states);
  return record.states
    .filter(({ iso3 }) => silent.has(iso3))
    .toSorted((a, b) => byState(a.iso3, b.iso3))
    .map(({ shortName }) => shortName);
}

function namesWords(names: readonly string[], year: number): Mrkdwn {
  return names.length === 0
    ? md`*Every State Party's report for ${year} is on record.*`
    : md`*Of ${counted(names.length, 'State')} no report for ${year} is on record* (Art. 7, due ${longDate(annualReportDue(year))}):\n${names.join(', ')}.`;
}

/** Asks whether a year's reports are all on record, and shows which States would be named from then on. */
export const completeModal = (year: number, names: readonly string[], metadata: string): Modal => ({
  type: 'modal',
  callback_id: COMPLETE,
  title: plain('Mark a year as complete', LIMITS.modalTitle),
  submit: plain(`Mark ${year} complete`, LIMITS.modalTitle),
  close: plain('Cancel', LIMITS.modalTitle),
  private_metadata: metadata,
  blocks: [
    section(namesWords(names, year)),
    input(
      { label: 'Source', hint: 'By which list it is known that no other has come: “list of UNODA, 3 June 2020”.' },
      textInput(SOURCE, { most: LONGEST_SOURCE }),
    ),
    context(md`Only once the year is complete are these States told as not yet received, in the digest too.`),
  ],
});

/** What is wrong with the source of a year; null where nothing is. */
export function sourceProblem(source: string): string | null {
  if (source === '') return 'Please say by which list or by whom it is known.';
  return lengthOf(source) > LONGEST_SOURCE ? `Please keep it to ${LONGEST_SOURCE} characters.` : null;
}
