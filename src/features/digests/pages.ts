import { LIMITS, lengthOf } from '../../blocks/limits.ts';

/** What one message of a list may hold: so much that its plain text has all of it, too. */
const MOST_LINES = 50;
const MOST_CHARS = LIMITS.fallbackText - 500;

/** The lines of a list in as few messages as hold all of them; `wordsOf` gives a line as plain text. */
export function pagesOf<Line>(lines: readonly Line[], wordsOf: (line: Line) => string): readonly (readonly Line[])[] {
  const pages: Line[][] = [[]];
  let length = 0;
  for (const line of lines) {
    const own = lengthOf(wordsOf(line)) + 2;
    const page = pages.at(-1);
    if (page === undefined || page.length === MOST_LINES || (page.length > 0 && length + own > MOST_CHARS)) {
      pages.push([line]);
      length = own;
    } else {
      page.push(line);
      length += own;
    }
  }
  return pages;
}
