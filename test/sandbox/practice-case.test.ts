import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStates } from '../../src/db/read/states.ts';
import { namedInMessage } from '../../src/features/requests/words-in.ts';
import { findState, type NameBook, nameBook } from '../../src/questions/names.ts';
import { FIRST_WORDS } from '../../src/sandbox/world/first-words.ts';
import { type Journey, MONTENEGRO, startJourney } from '../setup/desk.ts';

const PRACTICE = 'C0PRACTICE';
const said = FIRST_WORDS.flatMap(({ text, replies }) => [text, ...(replies ?? []).map((reply) => reply.text)]);

let journey: Journey;
let book: NameBook;
beforeAll(async () => {
  journey = await startJourney();
  book = nameBook(await readStates(journey.database.db));
});
afterAll(() => journey.stop());

/** How many rows the record has of States, requests and what is said of them. */
const counts = async () => {
  const { state, assistanceRequest } = journey.database.db;
  return { states: await state.count(), requests: await assistanceRequest.count() };
};

describe('the practice case', () => {
  it('says in every message that it is an exercise, so that its words say so wherever they are taken', () => {
    expect(said.length).toBeGreaterThan(3);
    for (const text of said) expect(text).toMatch(/exercise|made-up/i);
  });

  it('is about a State and partners that the record does not know and takes for no other', async () => {
    expect((await counts()).states).toBe(197);
    for (const name of ['Northland', 'Example Fund', 'Sample Care Network'])
      expect(findState(book, name)).toMatchObject({ kind: 'unknown' });
    for (const text of said) expect(namedInMessage(text, book)).toMatchObject({ states: [], either: [] });
  });

  it('fills a form without a State, and leaves the record as it was when the form is closed', async () => {
    const before = await counts();
    const letter = journey.see().messages[PRACTICE]?.find(({ text }) => text.startsWith('Practice letter'));
    const callbackId = journey.see().shortcuts.find(({ type }) => type === 'message')?.callbackId ?? '';
    await journey.act({ act: 'shortcut', as: MONTENEGRO, callbackId, channel: PRACTICE, ts: letter?.ts ?? '' });
    const { modals } = await journey.until(({ modals: open }) => JSON.stringify(open).includes('Northland'));
    const [form] = modals;
    const [state] = (form?.blocks ?? []).flatMap((block) =>
      block.type === 'input' && block.element.type === 'external_select' ? [block.element] : [],
    );
    expect(state).toBeDefined();
    expect(state).not.toHaveProperty('initial_option');
    expect(JSON.stringify(form)).toContain('Practice letter, made up for this exercise');
    expect(await journey.act({ act: 'submit', as: MONTENEGRO, viewId: form?.id ?? '', values: {} })).toMatchObject({
      error: 'invalid_fields',
    });
    await journey.act({ act: 'close', as: MONTENEGRO, viewId: form?.id ?? '' });
    expect(await counts()).toEqual(before);
  });
});
