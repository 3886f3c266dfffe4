import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLastContacts } from '../../../src/db/read/last-contacts.ts';
import type { RecordDesk } from '../../../src/db/record-desk.ts';
import type { Actor } from '../../../src/desk/actor.ts';
import { askAll } from '../../../src/features/answers/use-cases.ts';
import { READERS } from '../../../src/features/notes/store.ts';
import { addContact, addNote, noteFor, showDiary, takeNoteBack } from '../../../src/features/notes/use-cases.ts';
import { draftForState } from '../../../src/features/requests/begin.ts';
import { publicStateCard, stateCard } from '../../../src/features/states/card.ts';
import { readStateOn, withDiary } from '../../../src/features/states/read.ts';
import { day } from '../../../src/treaty/day.ts';
import { freshDatabase } from '../../setup/database.ts';
import { clockAt } from '../../setup/instants.ts';
import { admin, guest, isu, montenegro, netherlands } from '../people.ts';

const TODAY = day('2019-11-18');
const CONTACT = 'Ms Quispe';
/** One note for each way of sharing it, on a State of its own, all by the coordinator of Montenegro. */
const STATES = { desk: 'PER', coordinators: 'TCD', me: 'LBN' } as const;
const markOf = (seenBy: string): string => `zanzara ${seenBy}`;

const thematic: Actor = { ...guest, slackId: 'UMEX', roles: ['thematic'], state: 'MEX' };
const presidency: Actor = { ...guest, slackId: 'UCHE', roles: ['presidency'], state: 'CHE' };
const observer: Actor = { ...guest, slackId: 'UOBS', roles: ['observer'] };
const PEOPLE = { montenegro, netherlands, isu, admin, thematic, presidency, observer, guest };
const MAY_READ: Readonly<Record<keyof typeof PEOPLE, readonly string[]>> = {
  montenegro: ['desk', 'coordinators', 'me'],
  netherlands: ['desk', 'coordinators'],
  isu: ['desk'],
  admin: ['desk'],
  ...{ thematic: [], presidency: [], observer: [], guest: [] },
};

let desk: RecordDesk;
let close: () => Promise<void>;
const ids = new Map<string, string>();
beforeAll(async () => {
  const database = await freshDatabase();
  close = () => database.close();
  desk = {
    db: database.db,
    clock: clockAt('2019-11-18T09:00:00+01:00'),
    ids: { next: randomUUID },
    poke: () => undefined,
  };
  for (const seenBy of READERS) {
    const note = { state: STATES[seenBy], text: markOf(seenBy), withWhom: '', on: TODAY, seenBy };
    const kept = await addNote(desk, note, { actor: montenegro, at: desk.clock.now(), submission: seenBy });
    if (kept.kind === 'kept') ids.set(seenBy, kept.id);
    const contact = { state: STATES[seenBy], place: 'geneva', name: CONTACT, office: '', reach: '' } as const;
    await addContact(desk, contact, { actor: isu, at: desk.clock.now(), submission: `contact ${seenBy}` });
  }
});
afterAll(() => close());

/** Everything that the surfaces say to one person of one State. */
async function surfaces(reader: Actor, state: string, id: string): Promise<Readonly<Record<string, string>>> {
  const on = await readStateOn(desk.db, state, TODAY);
  if (on === null) throw new Error('The State is on record.');
  const register = reader.roles.some((role) => ['coordinator', 'isu', 'admin'].includes(role));
  const answers = await askAll(desk.db, [`when was our last contact with ${state}?`], TODAY, register);
  return {
    'the State card': JSON.stringify(stateCard(await withDiary(desk.db, on, reader), reader)),
    'the diary': JSON.stringify(await showDiary(desk, reader, state)),
    'the note itself': JSON.stringify(await noteFor(desk, id, reader)),
    'a request begun from it': register ? JSON.stringify(await draftForState(desk, `${state} note:${id}`, reader)) : '',
    'an answer': JSON.stringify(answers),
    'a channel': JSON.stringify(publicStateCard(await withDiary(desk.db, on, reader))),
  };
}

describe.each(Object.entries(PEOPLE))('%s', (who, reader) => {
  it.each(READERS)('reads a note for “%s” where it is for them, and no word of it elsewhere', async (seenBy) => {
    const reads = MAY_READ[who as keyof typeof PEOPLE].includes(seenBy);
    const said = await surfaces(reader, STATES[seenBy], ids.get(seenBy) ?? '');
    for (const [surface, words] of Object.entries(said)) {
      const isPublic = surface === 'a channel' || surface === 'an answer';
      expect([surface, words.includes(markOf(seenBy))]).toEqual([surface, reads && !isPublic]);
      const isMember = MAY_READ[who as keyof typeof PEOPLE].length > 0;
      const tellsContacts = surface === 'the State card' || surface === 'the diary';
      expect([surface, words.includes(CONTACT)]).toEqual([surface, isMember && tellsContacts]);
    }
  });
});

it('tells the day of a contact to those alone who may read of it', async () => {
  const told = async (reader?: Actor) => [...(await readLastContacts(desk.db, TODAY, reader)).keys()].toSorted();
  expect(await told()).toEqual(['PER']);
  expect(await told(isu)).toEqual(['PER']);
  expect(await told(netherlands)).toEqual(['PER', 'TCD']);
  expect(await told(montenegro)).toEqual(['LBN', 'PER', 'TCD']);
});

it('lets nobody without a role write, nor anybody but its author take back', async () => {
  const note = { state: 'PER', text: 'no', withWhom: '', on: TODAY, seenBy: 'desk' } as const;
  for (const actor of [thematic, presidency, observer, guest])
    expect(await addNote(desk, note, { actor, at: desk.clock.now(), submission: actor.slackId })).toEqual({
      kind: 'not_allowed',
    });
  const id = ids.get('desk') ?? '';
  expect(await takeNoteBack(desk, id, { actor: isu, at: desk.clock.now() })).toBe('not_allowed');
  const late = desk.clock.now().add({ seconds: 61 });
  expect(await takeNoteBack(desk, id, { actor: montenegro, at: late })).toBe('too_late');
  expect(await desk.db.stateNote.count()).toBe(3);
});
