import { z } from 'zod';
import { longDate } from '../../blocks/dates.ts';
import { LIMITS, lengthOf } from '../../blocks/limits.ts';
import type { Sharing } from '../../db/read/rows.ts';
import type { ViewValues } from '../../desk/describe.ts';
import { type Day, parseDay } from '../../treaty/day.ts';
import type { Iso3 } from '../../treaty/facts.ts';
import { isTheme, type Theme } from '../../treaty/theme.ts';
import { FIELD, typedIn } from './modal.ts';

/** A request as a person logs it, checked. */
export interface LogInput {
  state: Iso3;
  theme: Theme;
  asked: string;
  source: string;
  date: Day;
  sharing: Sharing;
  /** `add` the source to a request that is there, or log a `new` one beside it; null when nothing was chosen. */
  choice: { kind: 'add' | 'new'; reference: string } | null;
}

export type InputOutcome = { ok: true; input: LogInput } | { ok: false; errors: Record<string, string> };

const choice = z.string().regex(/^(add|new):AR-\d{4}-\d{3,}$/);

/** Reads the form; every wrong or missing field is named by its block, and nothing is thrown away. */
export function inputFrom(values: ViewValues, states: ReadonlySet<Iso3>, today: Day): InputOutcome {
  const typed = typedIn(values);
  const errors: Record<string, string> = {};
  const date = parseDay(typed.date ?? '');
  const sharing = z.enum(['private', 'published', 'agreed']).safeParse(typed.sharing);
  if (typed.state === null || !states.has(typed.state)) errors[FIELD.state] = 'Please choose a State from the list.';
  if (typed.theme === null || !isTheme(typed.theme)) errors[FIELD.theme] = 'Please choose a theme.';
  if (typed.source.trim() === '')
    errors[FIELD.source] = 'Please say where it comes from: a letter, a report, a meeting.';
  if (lengthOf(typed.source) > 300)
    errors[FIELD.source] = 'Please keep it to 300 characters; the rest fits under “What is asked”.';
  if (lengthOf(typed.asked) > LIMITS.plainInput)
    errors[FIELD.asked] =
      `Please keep it to ${LIMITS.plainInput} characters (${lengthOf(typed.asked)} now) and log the rest as a further source.`;
  if (date === null)
    errors[FIELD.date] =
      typed.date === null ? 'Please give the date of the source.' : `There is no such day: ${typed.date}.`;
  else if (date > today) errors[FIELD.date] = `This day has not come yet; today is ${longDate(today)}.`;
  if (!sharing.success) errors[FIELD.sharing] = 'Please say whether it may be shared.';
  if (
    Object.keys(errors).length > 0 ||
    date === null ||
    !sharing.success ||
    typed.state === null ||
    typed.theme === null ||
    !isTheme(typed.theme)
  )
    return { ok: false, errors };
  const chosen = choice.safeParse(typed.existing);
  const [kind, reference = ''] = chosen.success ? chosen.data.split(':') : [];
  return {
    ok: true,
    input: {
      state: typed.state,
      theme: typed.theme,
      asked: typed.asked.trim(),
      source: typed.source.trim(),
      date,
      sharing: sharing.data,
      choice: kind === 'add' || kind === 'new' ? { kind, reference } : null,
    },
  };
}
