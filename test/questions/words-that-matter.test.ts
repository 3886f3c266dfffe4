import { describe, expect, it } from 'vitest';
import { understand } from '../../src/questions/understand.ts';
import { REQUEST_STATUSES } from '../../src/treaty/request-moves.ts';
import { UNDERSTOOD } from './asked.ts';
import { answered, book, TODAY } from './record.ts';

const ASKED = Object.values(UNDERSTOOD)
  .flat()
  .map(({ ask }) => ask);

const CHANGING = (
  'not never nor neither no none nobody without but only just unless most least fewer more less each every per half instead former last ' +
  'first next other another same if first again already my these few several should might rejected refused expired ' +
  'stopped before after like than'
).split(' ');

/** `text` with `word` put between its words, at every place. */
const withWord = (text: string, word: string): readonly string[] => {
  const words = text.split(' ');
  return Array.from({ length: words.length + 1 }, (_, at) => words.toSpliced(at, 0, word).join(' '));
};

describe('a word that changes the question', () => {
  it.each(CHANGING)('is never dropped: %s', (word) => {
    const dropped = ASKED.flatMap((text) => {
      const read = understand(text, book, TODAY);
      return withWord(text, word).filter((changed) => {
        const other = understand(changed, book, TODAY);
        // "Besides Chad and not Lebanon" says the same again.
        if (/besides|except|other than/.test(text) && (word === 'not' || word === 'without')) return false;
        return other.kind === 'understood' && JSON.stringify(other) === JSON.stringify(read);
      });
    });
    expect(dropped).toEqual([]);
  });

  it('stays a negation however it is written', () => {
    for (const text of [
      'which states need non-clearance?',
      'victim assistance: which states need none?',
      'which states cannot need clearance?',
      'which states lack victim assistance?',
      'which States are not Parties?',
      'which States are non-parties?',
      'is Chad no State Party?',
      'which states have unsigned?',
    ])
      expect(`${text} ${answered(text).outcome}`).toBe(`${text} not_understood`);
  });

  it('is no list of those that need nothing: nobody said so', () => {
    for (const text of [
      "which states don't need victim assistance?",
      'which states dont need victim assistance?',
      'which states don’t need victim assistance?',
      'which states do NOT need victim assistance?',
      'which states need no victim assistance?',
    ]) {
      const answer = answered(text);
      expect(`${text} ${answer.outcome}`).toBe(`${text} ambiguous`);
      expect(answer.suggestions[0]).toBe('which States Parties did not ask for victim assistance?');
    }
    expect(answered('states needing victim assistance, not clearance').states).toEqual(['ALB', 'IRQ', 'SOM']);
  });

  it('names itself in the answer', () => {
    expect(answered('which states MIGHT need victim assistance?').lead).toBe(
      'The desk did not understand this: “MIGHT”',
    );
    const many = answered(`which states need ${'alpha beta gamma delta epsilon zeta eta theta iota'}`);
    expect(many.lead).toBe(
      'The desk did not understand this: “alpha”, “beta”, “gamma”, “delta”, “epsilon”, “zeta” and 3 more',
    );
  });
});

describe('a State that is named', () => {
  it('is who asks, not who is asked', () => {
    expect(answered('requests from Chad').states).toEqual(['TCD']);
    expect(answered('needs from Chad').states).toEqual(['TCD']);
    for (const text of [
      'which states asked Norway for help?',
      'help from Norway: who asked?',
      'did Chad ask Norway for clearance?',
      'did Chad ask the Netherlands for clearance?',
      'requests of Chad to Norway',
      'what did Chad request from the Netherlands',
    ])
      expect(`${text} ${answered(text).outcome}`).toBe(`${text} not_understood`);
  });

  it('is left out after "besides", and only States are', () => {
    expect(answered('which states except Afghanistan and Chad need clearance?').states).toEqual([
      'LAO',
      'LBN',
      'MNE',
      'PSE',
    ]);
    expect(answered('clearance deadlines in 2021 other than Chile').states).toEqual(['BIH', 'LBN']);
    for (const text of [
      'which states besides clearance need victim assistance?',
      'which states besides need victim assistance?',
    ])
      expect(`${text} ${answered(text).outcome}`).toBe(`${text} not_understood`);
  });
});

describe('a year', () => {
  it('is that of the reports in a question about requests, and a window in one about dates', () => {
    expect(answered('which states asked for clearance in 2018?').understood).toContain('· 2018 reports ·');
    expect(answered('clearance deadlines in 2021').understood).toContain('· 1 January 2021 to 31 December 2021 ·');
    expect(answered('clearance deadlines by 2021').understood).toContain('· until 31 December 2021 ·');
    expect(answered('clearance deadlines by the end of 2021').understood).toContain('· until 31 December 2021 ·');
    expect(answered('clearance deadlines before 2021').understood).toContain('· until 31 December 2020 ·');
    expect(answered('clearance deadlines after 2021').understood).toContain('· from 1 January 2022 ·');
  });

  it('is not dropped where it cannot be read', () => {
    for (const text of [
      'which states asked for clearance since 2018?',
      'which states asked for clearance between 2017 and 2019?',
      'clearance deadlines 2020 and 2021',
      'how many States Parties were there in 2015?',
    ])
      expect(`${text} ${answered(text).outcome}`).toBe(`${text} not_understood`);
  });
});

describe('the status of requests', () => {
  // Of what is offered nothing is on record before there are partners.
  const statuses = REQUEST_STATUSES.filter((status) => status !== 'offered').map(
    (status) => [status, status.replace('_', ' ')] as const,
  );
  it.each(statuses)('is read as %s however it stands in the question', (status, words) => {
    for (const text of [
      `which requests are ${words}?`,
      `how many requests are ${words}?`,
      `requests ${words}`,
      `${words} requests`,
    ]) {
      const read = understand(text, book, TODAY);
      expect([text, read]).toMatchObject([text, { kind: 'understood', question: { asked: { status } } }]);
    }
  });
});
