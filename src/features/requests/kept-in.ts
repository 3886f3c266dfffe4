import { z } from 'zod';
import { carriedBy } from '../../desk/carried.ts';
import type { ViewValue, ViewValues } from '../../desk/describe.ts';
import { isTheme } from '../../treaty/theme.ts';
import type { Choice, Draft } from './draft.ts';
import { EMPTY } from './draft.ts';
import { ASKED, askedPart, DATE, SHARING, SOURCE, STATE, THEME, WHERE } from './fields.ts';

const decision = z.union([
  z.object({ kind: z.literal('add'), reference: z.string() }),
  z.object({ kind: z.literal('new'), beside: z.array(z.string()).readonly() }),
]);

/** What a form carries beside its fields: all that it does not show at the moment. */
export const carried = z.object({
  link: z.string().nullable(),
  through: z.string(),
  turn: z.number().int(),
  decision: decision.nullable(),
  state: z.string().nullable(),
  theme: z.string().nullable(),
  sharing: z.string().nullable(),
  where: z.string(),
});

/** What the form carries, as text for Slack to keep. */
export const keptIn = ({ link, through, turn, decision: decided, state, theme, sharing, where }: Draft): string =>
  JSON.stringify({
    link,
    through,
    turn,
    decision: decided,
    state: state?.iso3 ?? null,
    theme,
    sharing,
    where,
  } satisfies z.infer<typeof carried>);

/** What each action of a form holds, whichever block it stands in. */
const byAction = (values: ViewValues): ReadonlyMap<string, ViewValue> =>
  new Map(Object.values(values).flatMap((block) => Object.entries(block)));

/** The form as it stands on the person's screen, with what it carries; `named` finds a State by its code. */
export function draftIn(values: ViewValues, metadata: string, named: (iso3: string) => Choice | null): Draft {
  const kept = carriedBy(carried, metadata);
  const typed = byAction(values);
  const text = (action: string, otherwise: string | null): string | null => {
    if (!typed.has(action)) return otherwise;
    const value = typed.get(action);
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const parts = [...typed.keys()].filter((action) => action === ASKED || action.startsWith(`${ASKED}-`)).length;
  const theme = text(THEME, kept.theme);
  return {
    ...EMPTY,
    link: kept.link,
    through: kept.through,
    turn: kept.turn,
    decision: kept.decision,
    state: named(text(STATE, kept.state) ?? ''),
    theme: theme !== null && isTheme(theme) ? theme : null,
    asked: Array.from({ length: parts }, (_, at) => text(askedPart(at), null) ?? '').join(''),
    source: text(SOURCE, null) ?? '',
    date: text(DATE, null),
    sharing: text(SHARING, kept.sharing),
    where: text(WHERE, kept.where) ?? '',
  };
}

/** The block in which an action stands in a form, for an error to be shown there. */
export const blockOf = (values: ViewValues, action: string): string =>
  Object.entries(values).find(([, held]) => action in held)?.[0] ?? action;
