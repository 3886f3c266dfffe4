import { LIMITS } from '../../blocks/limits.ts';
import type { Db } from '../../db/client.ts';
import { readStates } from '../../db/read/states.ts';
import type { Actor } from '../../desk/actor.ts';
import type { ShortcutUse } from '../../desk/describe.ts';
import { isZone } from '../../desk/schedule.ts';
import { DESK_ZONE } from '../../desk/time.ts';
import { nameBook } from '../../questions/names.ts';
import type { Day } from '../../treaty/day.ts';
import { ownMeetings } from './convention.ts';
import { type Choice, type Draft, emptyDraft } from './draft.ts';
import { LONGEST_LINE } from './form-fields.ts';
import { typedOf } from './when-input.ts';
import { type MeetingRead, readMeetingWords } from './words-in.ts';

const zoneOf = ({ zone }: Pick<Actor, 'zone'>): string => (isZone(zone) ? zone : DESK_ZONE);
const cut = (text: string, most: number): string => [...text].slice(0, most).join('');

async function read(db: Db, text: string, today: Day): Promise<MeetingRead & { choices: readonly Choice[] }> {
  const book = nameBook(await readStates(db));
  const found = readMeetingWords(text, book, today);
  return { ...found, choices: found.states.map((iso3) => ({ iso3, name: book.shortName(iso3) })) };
}

const filled = (draft: Draft, found: MeetingRead & { choices: readonly Choice[] }): Draft => {
  const { day, from, until, zone, kind, people, noSuchDay, choices } = found;
  const asked = noSuchDay === null ? null : `There is no ${noSuchDay} in the calendar: please give the day.`;
  return {
    ...draft,
    kind,
    typed: { ...draft.typed, day, from, until, ...(zone === null ? {} : { zone }) },
    states: choices,
    people,
    remark: asked,
    details: choices.length > 0 || zone !== null,
  };
};

/** The form filled in from what was typed after `/ccm meet`. */
export async function draftFromWords(db: Db, text: string, actor: Actor, today: Day): Promise<Draft> {
  const found = await read(db, text, today);
  const draft = filled(emptyDraft(zoneOf(actor)), found);
  const long = [...found.title].length > LONGEST_LINE;
  return { ...draft, title: cut(found.title, LONGEST_LINE), agenda: long ? cut(text, LIMITS.plainInput) : '' };
}

/** The same from a message: its first line is what it is about, the whole of it the agenda. */
export async function draftFromMessage(db: Db, { actor, message }: ShortcutUse, today: Day): Promise<Draft> {
  const empty = emptyDraft(zoneOf(actor));
  if (message === null) return { ...empty, through: 'shortcut' };
  const { text, permalink } = message;
  const draft = filled(empty, await read(db, text, today));
  const [first = ''] = text.split('\n');
  const more =
    [...text].length > LIMITS.plainInput
      ? 'The message is longer than one field takes: the whole stays behind its link.'
      : null;
  return {
    ...draft,
    title: cut(first.trim(), LONGEST_LINE),
    agenda: cut(text, LIMITS.plainInput),
    link: permalink,
    through: 'message shortcut',
    remark: draft.remark ?? more,
  };
}

/** The same from a follow-up that is still to be done; empty where there is none. */
export async function draftFromFollowUp(db: Db, id: string, actor: Actor): Promise<Draft> {
  const empty = { ...emptyDraft(zoneOf(actor)), through: 'follow-up' };
  const row = await db.followUp.findUnique({ where: { id }, include: { state: { select: { shortName: true } } } });
  if (row === null) return empty;
  const states = row.iso3 === null || row.state === null ? [] : [{ iso3: row.iso3, name: row.state.shortName }];
  return {
    ...empty,
    title: cut(row.what, LONGEST_LINE),
    states,
    details: states.length > 0,
    followUp: id,
    link: row.link,
  };
}

/** The same for one of the Convention's own meetings; empty where it does not lie ahead. */
export async function draftFromConvention(db: Db, code: string, actor: Actor, today: Day): Promise<Draft> {
  const empty = { ...emptyDraft(zoneOf(actor)), through: '/ccm meetings' };
  const own = (await ownMeetings(db, today)).find((each) => each.code === code);
  if (own === undefined) return empty;
  const { name, kind, when, place } = own;
  return {
    ...empty,
    title: name,
    kind,
    typed: typedOf(when, empty.typed.zone),
    place: cut(place, LONGEST_LINE),
    convention: code,
  };
}
