import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../src/questions/fold.ts';
import { NEVER_CODES, NOT_NAMES, WORDS_LIKE_CODES } from '../../src/questions/lexicon/en/ordinary-words.ts';
import { codesIn, findState, statesIn } from '../../src/questions/names.ts';
import { corrected, isLexiconWord } from '../../src/questions/vocabulary.ts';
import { answered, book } from './record.ts';

const named = (text: string): string =>
  statesIn(book, wordsIn(text), isLexiconWord, codesIn(text))
    .map(({ found }) => (found.kind === 'found' ? found.state : found.states.join('/')))
    .join(' ');

describe('the name of a State in a text', () => {
  it.each([
    ['Congo', 'COG/COD'],
    ['the Republic of the Congo', 'COG'],
    ['Congo-Brazzaville', 'COG'],
    ['DRC', 'COD'],
    ['the Democratic Republic of the Congo', 'COD'],
    ['Congo-Kinshasa', 'COD'],
    ['Guinea', 'GIN'],
    ['Guinea-Bissau', 'GNB'],
    ['Guinea Bissau', 'GNB'],
    ['Equatorial Guinea', 'GNQ'],
    ['Papua New Guinea', 'PNG'],
    ['Niger', 'NER'],
    ['Nigeria', 'NGA'],
    ['Nigerien', 'NER'],
    ['Dominica', 'DMA'],
    ['the Dominican Republic', 'DOM'],
    ['Dominican', 'DMA/DOM'],
    ['Korea', 'KOR/PRK'],
    ['South Korea', 'KOR'],
    ['DPRK', 'PRK'],
    ['Palestine', 'PSE'],
    ['the State of Palestine', 'PSE'],
    ['Ivory Coast', 'CIV'],
    ['Côte d’Ivoire', 'CIV'],
    ['Cape Verde', 'CPV'],
    ['Swaziland', 'SWZ'],
    ['Macedonia', 'MKD'],
    ['Laos', 'LAO'],
    ["Lao People's Democratic Republic", 'LAO'],
    ['Líbano', 'LBN'],
    ['Liban', 'LBN'],
    ['Chad and Lebanon', 'TCD LBN'],
  ])('%s is %s', (text, expected) => {
    expect(named(text)).toBe(expected);
  });

  it('is found with a slip, and in long names with two', () => {
    expect(
      ['Lebannon', 'lebanno', 'Lebanno', 'Afganistan', 'Afghansitan', 'Phillipines', 'Mozambque'].map(named),
    ).toEqual(['LBN', 'LBN', 'LBN', 'AFG', 'AFG', 'PHL', 'MOZ']);
    // As near to one as to the other.
    expect(named('Nigera')).toBe('NER/NGA');
    expect(named('Austrlia')).toMatch(/^(AUS\/AUT|AUT\/AUS)$/);
  });

  it('is no ordinary word that looks like one', () => {
    const text =
      'never while child children other women mail tiger island begin index hungry homeland chain where order grace';
    expect(named(text)).toBe('');
    for (const word of NOT_NAMES) expect(`${word} ${named(word)}`).toBe(`${word} `);
  });

  it('may be its code: in capitals, or in small letters where it is no word', () => {
    expect(named('deadlines of LBN')).toBe('LBN');
    expect(named('deadlines of lbn')).toBe('LBN');
    expect(named('the US and the UK')).toBe('USA GBR');
    expect(named('tell us of a car, a pan and some gin')).toBe('');
    expect(named('needs of GIN and COD')).toBe('GIN COD');
    expect(named('requests per state, nor any, can and are')).toBe('');
    expect(named('VA NOR clearance PER State AND more')).toBe('');
    expect(named('WHICH STATES IN THE PAN NEED GIN')).toBe('');
  });

  it('is refused to no word of the lexicon by its code alone', () => {
    for (const word of ['and', 'are', 'can', 'us']) expect(WORDS_LIKE_CODES.has(word)).toBe(true);
    for (const [name] of book.states)
      if (name.length <= 3 && isLexiconWord(name)) expect([...WORDS_LIKE_CODES, ...NEVER_CODES]).toContain(name);
    expect(answered('which states need CMR clearance?').states).toEqual(
      answered('which states need clearance?').states,
    );
    expect(named('clearance of CMR')).toBe('');
  });

  it('is found by every name on record, alone and in a sentence', () => {
    for (const [name, states] of book.states) {
      const found = findState(book, name);
      expect(found.kind === 'found' ? [found.state] : found.kind === 'several' ? found.states : []).toEqual(states);
    }
    for (const code of new Set([...book.states.values()].flat())) {
      const name = book.shortName(code);
      const { outcome, states, understood } = answered(`standing of ${name}`);
      expect(`${name}: ${outcome} ${states}`).toBe(`${name}: answered ${code}`);
      expect(understood).toContain(`Standing of ${name}:`);
    }
  });
});

describe('a mistyped word', () => {
  it('is forgiven where it can mean one thing only', () => {
    expect(
      ['victm', 'assistence', 'clearence', 'vicitm', 'stockpils', 'educaton', 'dealines', 'reqests'].map(corrected),
    ).toEqual(['victim', 'assistance', 'clearance', 'victim', 'stockpils', 'education', 'deadlines', 'requests']);
  });

  it('is never another word that people use', () => {
    for (const word of [
      ...[
        'neither',
        'where',
        'whether',
        'wasted',
        'supported',
        'rejected',
        'rejection',
        'accepted',
        'expired',
        'reported',
        'recorded',
      ],
      ...[
        'stated',
        'stages',
        'unneeded',
        'unsigned',
        'unrequested',
        'excepted',
        'cleaning',
        'deciding',
        'defining',
        'distraction',
        'seduction',
      ],
    ])
      expect(corrected(word)).toBe(word);
  });
});
