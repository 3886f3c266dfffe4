import type { CoordinatorRow } from '../../db/read/rows.ts';
import { type Day, parseDay, yearOf } from '../../treaty/day.ts';
import type { Clock, MeetingFacts } from '../../treaty/facts.ts';

/** The term in which `asOf` falls: terms change at the end of the yearly meeting. "2019-2020" from the end of 9MSP on. */
function termOn(meetings: readonly MeetingFacts[], asOf: Day): string | null {
  const ended = meetings
    .filter(({ type }) => type === 'MSP' || type === 'RC')
    .flatMap(({ actualStart, actualEnd }) => parseDay(actualEnd ?? actualStart ?? '') ?? [])
    .filter((end) => end <= asOf)
    .toSorted();
  const last = ended.at(-1);
  return last === undefined ? null : `${yearOf(last)}-${yearOf(last) + 1}`;
}

/** "Analysis Group Art. 4, 2019–20 (inferred): Afghanistan, Sweden, Montenegro, Netherlands" for every open obligation. */
export function analysisGroups(
  coordinators: readonly CoordinatorRow[],
  clocks: readonly Clock[],
  meetings: readonly MeetingFacts[],
  asOf: Day,
): readonly string[] {
  const term = termOn(meetings, asOf);
  if (term === null) return [];
  const open = ([3, 4] as const).filter((article) =>
    clocks.some(
      (clock) =>
        clock.article === article &&
        (clock.kind === 'clearance' || clock.kind === 'stockpile') &&
        clock.status !== 'completed',
    ),
  );
  return open.flatMap((article) =>
    coordinators
      .filter(({ period, theme }) => period === term && theme === `Analysis Group Article ${article}`)
      .map(({ states, source }) => {
        const inferred = source.startsWith('inferred') ? ' (inferred)' : '';
        const years = `${term.slice(0, 4)}–${term.slice(7)}`;
        return `Analysis Group Art. ${article}, ${years}${inferred}: ${states.join(', ')}`;
      }),
  );
}
