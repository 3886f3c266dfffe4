import { describe, expect, it } from 'vitest';
import { followUpIn, parseNote } from '../../../src/features/notes/parse.ts';
import { day } from '../../../src/treaty/day.ts';
import { book } from '../../questions/record.ts';

describe('what follows /ccm note', () => {
  it.each([
    ['Peru counsellor says request by March', 'PER', 'counsellor says request by March', ''],
    ['Lao PDR: with the First Secretary: plan is ready', 'LAO', 'plan is ready', 'the First Secretary'],
    ['Ivory Coast asks for a visit\nand for a map', 'CIV', 'asks for a visit\nand for a map', ''],
    ['met the counsellor of Peru in the corridor', 'PER', 'met the counsellor of Peru in the corridor', ''],
    ['Peru', 'PER', '', ''],
    ['Peru and Chile compare notes', 'PER', 'and Chile compare notes', ''],
    ['Chile told Peru nothing', 'CHL', 'told Peru nothing', ''],
    ['the counsellor compared Chile and Peru', null, 'the counsellor compared Chile and Peru', ''],
    ['somebody called', null, 'somebody called', ''],
  ])('“%s” is read', (typed, state, text, withWhom) => {
    expect(parseNote(typed, book)).toEqual({ state, text, withWhom });
  });
});

describe('the follow-up that a note itself names', () => {
  it.each([
    ['counsellor says request by March', '2020-03-02', 'early March'],
    ['will write by 3 Dec', '2019-12-03', 'Tue 3 Dec'],
    ['survey done in June 2020', '2020-06-01', 'early June'],
    ['answers before the end of November', '2019-11-18', 'Mon 18 Nov'],
    ['reports on 30 February 2020, and again by January', '2020-01-01', 'early January'],
  ])('“%s”', (text, due, words) => {
    expect(followUpIn(text, day('2019-11-18'))).toEqual({ due, words });
  });

  it.each(['asked in 2018', 'signed on 4 Sep 2018', 'stands by its word', 'no date at all'])(
    'is none in “%s”',
    (text) => {
      expect(followUpIn(text, day('2019-11-18'))).toBeNull();
    },
  );
});
