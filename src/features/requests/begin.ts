import { Temporal } from 'temporal-polyfill';
import { LIMITS, lengthOf } from '../../blocks/limits.ts';
import { listed } from '../../blocks/words.ts';
import { readDiary } from '../../db/read/diary.ts';
import { readStates } from '../../db/read/states.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import type { Actor } from '../../desk/actor.ts';
import type { ShortcutUse } from '../../desk/describe.ts';
import { DESK_ZONE, dayIn, deskToday } from '../../desk/time.ts';
import { findState, nameBook } from '../../questions/names.ts';
import type { Day } from '../../treaty/day.ts';
import { type Choice, type Draft, EMPTY } from './draft.ts';
import { PARTS } from './fields.ts';
import { namedIn, namedInMessage } from './words-in.ts';

/** Words among which a misspelt State is sought: it stands first. */
const MOST_SOUGHT = 6;

/** The form filled in from what was typed after `/ccm log`; what was not understood is kept under "What is asked". */
export async function draftFromWords({ db }: RecordDesk, text: string): Promise<Draft> {
  const book = nameBook(await readStates(db));
  const { states, either, themes, unknown } = namedIn(text, book);
  const choice = (iso3: string): Choice => ({ iso3, name: book.shortName(iso3) });
  const [state, other] = states;
  const [theme, otherTheme] = themes;
  const draft: Draft = {
    ...EMPTY,
    theme: otherTheme === undefined ? (theme ?? null) : null,
    asked: unknown.length > 0 || otherTheme !== undefined ? text : '',
  };
  const open = either.length > 0 ? [...states, ...either] : states;
  if (open.length > 1 || other !== undefined) {
    const names = open.map((iso3) => book.shortName(iso3));
    return {
      ...draft,
      either: open.map(choice),
      remark: `Which State is meant: ${names.join(' or ')}? Please choose one.`,
    };
  }
  if (state !== undefined) return { ...draft, state: choice(state) };
  if (unknown.length === 0) return draft;
  const sought = unknown.slice(0, MOST_SOUGHT);
  const near = [sought.join(' '), ...sought].flatMap((words) => {
    const found = findState(book, words);
    return found.kind === 'unknown' ? found.nearest : found.kind === 'found' ? [found.state] : found.states;
  });
  const nearest = [...new Set(near)].slice(0, 4);
  const nearer = nearest.length === 0 ? '' : ` The nearest: ${listed(nearest.map((iso3) => book.shortName(iso3)))}.`;
  return {
    ...draft,
    either: nearest.map(choice),
    remark: `No State on record is called that.${nearer} What you typed stands under “What is asked”.`,
  };
}

/** The form filled in from a message: its text, who wrote it and when, and the State and theme where it names just one. */
export async function draftFromMessage({ db, clock }: RecordDesk, { message }: ShortcutUse): Promise<Draft> {
  if (message === null) return { ...EMPTY, through: 'shortcut' };
  const book = nameBook(await readStates(db));
  const { states, either, themes } = namedInMessage(message.text, book);
  const [state, ...otherStates] = [...states, ...either];
  const [theme, ...otherThemes] = themes;
  const room = PARTS * LIMITS.plainInput;
  return {
    ...EMPTY,
    through: 'message shortcut',
    state: state && otherStates.length === 0 ? { iso3: state, name: book.shortName(state) } : null,
    theme: theme && otherThemes.length === 0 ? theme : null,
    asked: message.text,
    source: `Slack message${message.author ? ` of ${message.author}` : ''}`,
    date: dayOfMessage(message.ts, deskToday(clock)),
    link: message.permalink,
    remark:
      lengthOf(message.text) > room
        ? `The message is longer than ${room} characters: its beginning stands below, the whole stays behind its link.`
        : lengthOf(message.text) > LIMITS.plainInput
          ? 'The message is longer than one field takes: it goes on in the fields below, and all of it is kept.'
          : null,
  };
}

/** The day on which a message was sent; today where Slack's clock is ahead of the desk's, since no source lies in days to come. */
function dayOfMessage(ts: string, today: Day): Day {
  const sent = dayIn(DESK_ZONE, Temporal.Instant.fromEpochMilliseconds(Math.round(Number(ts) * 1000)));
  return sent > today ? today : sent;
}

/** The form for one State, from its card, or "LBN note:…" from a note on it that `reader` may read; empty for no State. */
export async function draftForState({ db }: RecordDesk, value: string, reader: Actor): Promise<Draft> {
  const [iso3 = '', from = ''] = value.split(' ');
  const state = (await readStates(db)).find((each) => each.iso3 === iso3);
  const draft = { ...EMPTY, through: 'button', state: state ? { iso3, name: state.shortName } : null };
  if (state === undefined || !from.startsWith('note:')) return draft;
  const note = (await readDiary(db, iso3, reader)).find(({ id }) => `note:${id}` === from);
  if (note === undefined) return draft;
  const { themes } = namedIn(note.text, nameBook(await readStates(db)));
  const [theme, other] = themes;
  const source = note.withWhom === '' ? 'conversation' : `conversation with ${note.withWhom}`;
  return { ...draft, theme: other === undefined ? (theme ?? null) : null, asked: note.text, source, date: note.on };
}
