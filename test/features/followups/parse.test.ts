import { beforeAll, describe, expect, it } from 'vitest';
import { readStates } from '../../../src/db/read/states.ts';
import { parseFollowUps } from '../../../src/features/followups/parse.ts';
import { type NameBook, nameBook } from '../../../src/questions/names.ts';
import { day } from '../../../src/treaty/day.ts';
import { freshDatabase } from '../../setup/database.ts';

const TODAY = day('2019-11-18');
let book: NameBook;
beforeAll(async () => {
  const database = await freshDatabase();
  book = nameBook(await readStates(database.db));
  await database.close();
});
const parsed = (text: string) => parseFollowUps(text, book, TODAY);

describe('what follows /ccm followups', () => {
  it('is a list when it is nothing, or everybody’s', () => {
    expect(parsed('')).toEqual({ kind: 'list', all: false });
    expect(parsed('all')).toEqual({ kind: 'list', all: true });
  });

  it.each([
    ['add call the ministry of Peru by 3 Dec', 'call the ministry of Peru', 'PER', '2019-12-03', null],
    ['add by Friday’s meeting: ask about stocks', 'by Friday’s meeting: ask about stocks', null, null, null],
    ['add ask for the plan on 2 December 2019 for <@U0NL|nl>', 'ask for the plan', null, '2019-12-02', 'U0NL'],
    ['add compare Chad and Iraq by Jan 2020', 'compare Chad and Iraq', null, '2020-01-31', null],
  ])('“%s” is read', (text, what, state, due, person) => {
    expect(parsed(text)).toEqual({ kind: 'add', what, state, due, person, noSuchDay: null });
  });

  it('keeps what was typed when the day is in no calendar', () => {
    expect(parsed('add call by 31 June 2020')).toMatchObject({
      what: 'call by 31 June 2020',
      due: null,
      noSuchDay: '31 June 2020',
    });
  });

  it.each([
    ['done F12', 'done', 12, null, null],
    ['later 12 10 Dec', 'later', 12, '2019-12-10', null],
    ['later F12 to 10 Dec', 'later', 12, '2019-12-10', null],
    ['pass F3 to <@U0NL>', 'pass', 3, null, 'U0NL'],
    ['done', 'done', null, null, null],
  ])('“%s” names one of them', (text, kind, number, due, person) => {
    expect(parsed(text)).toMatchObject({ kind, number, due, person });
  });
});
