import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/questions/answer.ts';
import { day } from '../../src/treaty/day.ts';
import { FORBIDDEN } from '../features/words.ts';
import { answered } from './record.ts';

const GAP = 'Where no receipt of a report is on record, that is a gap of the record.';

describe('"which States are overdue?"', () => {
  it.each([
    'which states are overdue?',
    'what is overdue?',
    'who is late?',
    'overdue states',
    'quels etats sont en retard ?',
    'que estados estan atrasados?',
  ])('%s names what has passed without an outcome on record, in the words of the desk and with its source', (text) => {
    const answer = answered(text);
    expect(answer).toMatchObject({ outcome: 'answered', states: ['GNB'], dates: ['2019-05-01'] });
    expect(answer.sources.length).toBeGreaterThan(0);
    expect(plainText(answer)).not.toMatch(FORBIDDEN);
  });

  it('says that where a receipt is missing, that is the record and not the State', () => {
    const text = plainText(answered('which states are overdue?'));
    expect(text).toContain('Stockpiles (Art. 3): Guinea-Bissau, 1 May 2019, passed, no outcome on record.');
    expect(text).toContain(GAP);
  });

  it('is answered as none where nothing has passed, or for a State of which nothing has', () => {
    const none = answered('which states are overdue?', day('2018-01-01'));
    expect([none.outcome, none.states, none.lead]).toEqual([
      'empty',
      [],
      'No such date has passed without an outcome on record',
    ]);
    expect(plainText(none)).toContain(GAP);
    expect(answered('is Lebanon overdue?')).toMatchObject({ outcome: 'empty', states: [] });
    expect(answered('is Guinea-Bissau overdue?')).toMatchObject({ outcome: 'answered', states: ['GNB'] });
  });

  it('leaves out what is only to be confirmed, and names it apart', () => {
    const answer = answered('which states are overdue?', day('2026-11-24'));
    expect(answer.states).toEqual([]);
    expect(answer.uncertain).toContain('LBN');
    expect(plainText(answer)).toContain('To be confirmed: Afghanistan');
  });
});

describe('"which reports are overdue?"', () => {
  it('names those that a source lists as outstanding, of either kind, and Somalia as to be confirmed', () => {
    const answer = answered('which reports are overdue?');
    expect(answer.states).toEqual(answered('which initial reports are overdue?').states);
    expect(answer.states).toHaveLength(12);
    expect(answer.uncertain).toEqual(['SOM']);
    expect(plainText(answer)).toContain('have their initial or annual report listed by a source as outstanding');
    expect(plainText(answer)).toContain(GAP);
    expect(answered('which annual reports are overdue?').states).toEqual([]);
  });
});
