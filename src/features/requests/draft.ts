import { Temporal } from 'temporal-polyfill';
import { shortDate } from '../../blocks/dates.ts';
import { LIMITS, lengthOf } from '../../blocks/limits.ts';
import { listed } from '../../blocks/words.ts';
import { readStates } from '../../db/read/states.ts';
import type { ShortcutUse } from '../../desk/describe.ts';
import { DESK_ZONE, dayIn } from '../../desk/time.ts';
import { findState, nameBook } from '../../questions/names.ts';
import { isTheme } from '../../treaty/theme.ts';
import type { RequestsDesk } from './cards-due.ts';
import { type Draft, EMPTY } from './modal.ts';
import { labelOf, openRequestOf } from './use-cases.ts';
import { namedIn } from './words-in.ts';

/** The form filled in from what was typed after `/ccm log`; what was not understood is kept under "What is asked". */
export async function draftFromWords(desk: RequestsDesk, text: string): Promise<Draft> {
  const states = await readStates(desk.db);
  const book = nameBook(states);
  const named = namedIn(text, book);
  const [state] = named.states;
  const [theme] = named.themes;
  const near = named.unknown.flatMap((word) => {
    const found = findState(book, word);
    return found.kind === 'unknown' ? found.nearest : [];
  });
  const names = (codes: readonly string[]): string =>
    listed([...new Set(codes)].slice(0, 4).map((code) => book.shortName(code)));
  const remark =
    named.either.length > 0
      ? `“${text}”: which State is meant, ${named.either.map((code) => book.shortName(code)).join(' or ')}? Please choose it below.`
      : state === undefined && named.unknown.length > 0
        ? `No State of this name is on record.${near.length > 0 ? ` The nearest: ${names(near)}.` : ''} What you typed is kept under “What is asked”.`
        : null;
  return withExisting(desk, {
    ...EMPTY,
    state: state && named.either.length === 0 ? { iso3: state, name: book.shortName(state) } : null,
    theme: theme ?? null,
    asked: named.unknown.length > 0 ? text : '',
    remark,
  });
}

/** The form filled in from a message: its text, who wrote it and when, and the State and theme where it names just one. */
export async function draftFromMessage(desk: RequestsDesk, { message }: ShortcutUse): Promise<Draft> {
  if (message === null) return { ...EMPTY, through: 'shortcut' };
  const book = nameBook(await readStates(desk.db));
  const { states, themes } = namedIn(message.text, book);
  const [state, otherState] = states;
  const [theme, otherTheme] = themes;
  const written = dayIn(DESK_ZONE, Temporal.Instant.fromEpochMilliseconds(Math.round(Number(message.ts) * 1000)));
  const long = lengthOf(message.text) > LIMITS.plainInput;
  return withExisting(desk, {
    ...EMPTY,
    through: 'message shortcut',
    state: state && !otherState ? { iso3: state, name: book.shortName(state) } : null,
    theme: theme && !otherTheme ? theme : null,
    asked: message.text,
    source: `Slack message${message.author ? ` of ${message.author}` : ''}, ${shortDate(written)}`,
    date: written,
    link: message.permalink,
    remark: long
      ? `The message is longer than ${LIMITS.plainInput} characters: its beginning stands below, the whole stays behind its link.`
      : null,
  });
}

/** The same form with the open request of its State and theme, where there is one, offered first. */
export async function withExisting(desk: RequestsDesk, draft: Draft): Promise<Draft> {
  if (draft.state === null || draft.theme === null || !isTheme(draft.theme)) return draft;
  const need = await openRequestOf(desk, draft.state.iso3, draft.theme);
  return need === null
    ? draft
    : { ...draft, existing: { reference: need.reference, label: labelOf(need, draft.state.name) } };
}
