import { describe, expect, it } from 'vitest';
import { catalogOf, commandIn } from '../../src/desk/catalog.ts';
import type { Command, Feature } from '../../src/desk/describe.ts';

const command = (verb: string, ...also: string[]): Command => ({
  verb,
  also,
  usage: '',
  example: verb,
  about: verb,
  shown: 'first',
  run: async () => ({ kind: 'nothing' }),
});
const answers: Feature = { name: 'answers', freeText: { answer: async () => ({ kind: 'nothing' }) } };
const catalog = catalogOf([answers, { name: 'one', commands: [command('request', 'requests'), command('')] }]);

describe('the catalogue', () => {
  it.each([
    ['request AR-2018-005', 'request', 'AR-2018-005'],
    ['  REQUESTS   open  ', 'request', 'open'],
    ['request\nLebanon', 'request', 'Lebanon'],
    ['', '', ''],
  ])('finds the verb at the beginning of "%s"', (text, verb, rest) => {
    expect(commandIn(catalog, text)).toMatchObject({ command: { verb }, rest });
  });

  it.each(['which states need help?', 'requested by Chad', 'requests?'])('finds none in "%s"', (text) => {
    expect(commandIn(catalog, text)).toBeNull();
  });

  it('refuses two features that offer the same verb', () => {
    expect(() =>
      catalogOf([
        answers,
        { name: 'a', commands: [command('log')] },
        { name: 'b', commands: [command('note', 'log')] },
      ]),
    ).toThrow('"log"');
  });

  it('refuses a desk that answers no free text', () => {
    expect(() => catalogOf([{ name: 'a' }])).toThrow('free text');
  });
});
