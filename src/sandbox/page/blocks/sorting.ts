/** A column and its direction; null shows the rows as they came. */
export type Sorting = { column: number; descending: boolean } | null;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "1 March 2022" and "Sun 23 Feb 2020" as a number that grows with time; null for text that begins with no date. */
const dateKey = (text: string): number | null => {
  const match = /^(?:[A-Z][a-z]{2,8} )?(\d{1,2}) ([A-Z][a-z]{2,8}) (\d{4})/.exec(text);
  const month = MONTHS.indexOf((match?.[2] ?? '').slice(0, 3).toLowerCase());
  return match === null || month < 0 ? null : Number(match[3]) * 10_000 + month * 100 + Number(match[1]);
};

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** The order of two cells: dates by time and before words, words by alphabet, numbers in them by size. */
export function byCell(a: string, b: string): number {
  const [first, second] = [dateKey(a), dateKey(b)];
  if (first !== null && second !== null) return first - second;
  if (first !== null || second !== null) return first === null ? 1 : -1;
  return collator.compare(a, b);
}

/** `rows` in the order asked for; equal ones stay as they came. */
export const sorted = <R extends readonly { text: string }[]>(rows: readonly R[], by: Sorting): readonly R[] =>
  by === null
    ? rows
    : rows.toSorted((a, b) => byCell(a[by.column]?.text ?? '', b[by.column]?.text ?? '') * (by.descending ? -1 : 1));

/** What pressing the head of `column` does: up, down, as it came. */
export const nextSorting = (by: Sorting, column: number): Sorting => {
  if (by?.column !== column) return { column, descending: false };
  return by.descending ? null : { column, descending: true };
};
