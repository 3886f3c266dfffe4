import type { Timeline, TimelineRow } from './timeline.ts';

/** Slack takes no longer description of a picture. */
export const LONGEST_ALT = 1_000;

/** One thing that is told, and how many dates it tells. */
interface Part {
  words: string;
  dates: number;
}

/** What a timeline shows, in words, for those who do not see it: the same dates of the same States, as many as there is room for. */
export function altOf({ subtitle, sections, requestDays }: Timeline, longest = LONGEST_ALT): string {
  const all = sections.flatMap(({ rows }) => rows);
  const parts: readonly Part[] = [
    ...requestDays.map(({ day, words }) => ({
      words: `${words}: ${namesOf(all.filter(({ requestBy }) => requestBy === day))}.`,
      dates: 0,
    })),
    ...sections.flatMap(({ heading, rows }) => {
      const groups = together(rows);
      return groups.map((own, at) => ({
        words: `${at === 0 ? `${heading}: ` : ''}${namesOf(own)} ${own[0]?.words ?? ''}${at === groups.length - 1 ? '.' : ';'}`,
        dates: own.length,
      }));
    }),
  ];
  return cut([{ words: `Timeline. ${subtitle}.`, dates: 0 }, ...parts], longest);
}

const namesOf = (rows: readonly TimelineRow[]): string => rows.map(({ name }) => name).join(', ');

/** Room for what says how many are left out. */
const REST = 50;

function cut(parts: readonly Part[], longest: number): string {
  let text = '';
  for (const [at, { words }] of parts.entries()) {
    const longer = text === '' ? words : `${text} ${words}`;
    const left = parts.slice(at).reduce((sum, { dates }) => sum + dates, 0);
    const isLast = at === parts.length - 1;
    if ([...longer].length > longest - (isLast ? 0 : REST))
      return `${text.replace(/;$/, '.')} And ${left} more dates, told in the list.`;
    text = longer;
  }
  return text;
}

/** Neighbours of which the same is said. */
function together(rows: readonly TimelineRow[]): readonly (readonly TimelineRow[])[] {
  const groups: TimelineRow[][] = [];
  for (const row of rows) {
    if (groups.at(-1)?.[0]?.words === row.words) groups.at(-1)?.push(row);
    else groups.push([row]);
  }
  return groups;
}
