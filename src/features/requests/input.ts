import { z } from 'zod';
import { longDate } from '../../blocks/dates.ts';
import { LIMITS, lengthOf } from '../../blocks/limits.ts';
import type { HelpKind, Sharing } from '../../db/read/rows.ts';
import type { ViewValues } from '../../desk/describe.ts';
import { type Day, parseDay, yearOf } from '../../treaty/day.ts';
import type { Evidence } from '../../treaty/evidence.ts';
import type { Theme } from '../../treaty/theme.ts';
import type { Choice, Decision, Draft } from './draft.ts';
import { ASKED, askedPart, DATE, LONGEST_SOURCE, SHARING, SOURCE, STATE, THEME, WHERE } from './fields.ts';
import { blockOf } from './kept-in.ts';
import { reportingYearOf } from './source-kind.ts';

/** A request as a person logs it, checked. */
export interface LogInput {
  state: Choice;
  theme: Theme;
  asked: string;
  source: string;
  date: Day;
  /** Of the Article 7 report that the source is; null for any other source. */
  reportingYear: number | null;
  sharing: Sharing;
  /** Where the State published it; empty when it did so in its report, or not at all. */
  where: string;
  decision: Decision | null;
  /** What is known of these where it was read in a report. */
  kinds?: readonly HelpKind[];
  evidence?: readonly Evidence[];
}

export type InputOutcome =
  | { kind: 'read'; input: LogInput }
  | { kind: 'errors'; errors: Record<string, string> }
  /** It is said to be published, and the form has not asked where yet. */
  | { kind: 'ask_where' };

const sharings = z.enum(['private', 'published', 'agreed']);

/** Checks the form; every wrong or missing field is named by its block, so that nothing typed is lost. */
export function inputFrom(draft: Draft, values: ViewValues, today: Day): InputOutcome {
  const { state, theme, asked, source, decision } = draft;
  const date = parseDay(draft.date ?? '');
  const sharing = sharings.safeParse(draft.sharing ?? 'private');
  const reportingYear = reportingYearOf(source);
  const adding = decision?.kind === 'add';
  const published = !adding && sharing.success && sharing.data === 'published' && reportingYear === null;
  const askedHere = WHERE in values;
  const wrong = [
    [STATE, state === null ? 'Please choose a State from the list.' : null],
    [THEME, theme === null ? 'Please choose a theme.' : null],
    ...partErrors(values),
    [SOURCE, sourceError(source)],
    [DATE, dateError(draft.date, date, reportingYear, today)],
    [SHARING, sharing.success ? null : 'Please say whether it may be shared.'],
    [WHERE, published && askedHere && draft.where.trim() === '' ? 'Please say where the State published it.' : null],
  ] as const;
  const errors = Object.fromEntries(
    wrong.flatMap(([action, problem]) => (problem === null ? [] : [[blockOf(values, action), problem]])),
  );
  if (Object.keys(errors).length > 0 || state === null || theme === null || date === null || !sharing.success)
    return { kind: 'errors', errors };
  if (published && !askedHere) return { kind: 'ask_where' };
  return {
    kind: 'read',
    input: {
      state,
      theme,
      asked: asked.trim(),
      source: source.trim(),
      date,
      reportingYear,
      sharing: sharing.data,
      where: sharing.data === 'published' ? draft.where.trim() : '',
      decision,
    },
  };
}

const partErrors = (values: ViewValues): readonly (readonly [string, string | null])[] =>
  Object.keys(values)
    .filter((block) => block.startsWith(ASKED))
    .map((_, at) => {
      const part = values[askedPart(at)]?.[askedPart(at)];
      const length = typeof part === 'string' ? lengthOf(part) : 0;
      return [
        askedPart(at),
        length > LIMITS.plainInput
          ? `One field holds ${LIMITS.plainInput} characters; this is ${length}. Please shorten it, or send it to Slack as a message and use “Log as request” there.`
          : null,
      ] as const;
    });

function sourceError(source: string): string | null {
  if (source.trim() === '') return 'Please say where it comes from: a letter, a report, a meeting.';
  return lengthOf(source) > LONGEST_SOURCE
    ? `Please keep it to ${LONGEST_SOURCE} characters; the rest fits under “What is asked”.`
    : null;
}

function dateError(typed: string | null, date: Day | null, reportingYear: number | null, today: Day): string | null {
  if (typed === null) return 'Please give the date of the source.';
  if (date === null) return `There is no ${typed} in the calendar.`;
  if (date > today) return `That day has not come yet: today is ${longDate(today)}.`;
  return reportingYear !== null && reportingYear > yearOf(date)
    ? `A report on ${reportingYear} cannot be dated ${longDate(date)}.`
    : null;
}
