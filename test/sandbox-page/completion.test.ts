import { describe, expect, test } from 'vitest';
import { completionAt, lineTyped } from '../../src/sandbox/page/chat/completion.ts';

const offered = {
  commands: [{ command: '/ccm', description: 'Ask, log, look up', usageHint: '[question]' }],
  people: [
    { id: 'U0ACTION5', name: 'Action5' },
    { id: 'U1', name: 'Coordinator (Montenegro)' },
  ],
  channels: [{ id: 'C1', name: 'isu-deadlines' }],
  words: {
    verbs: [
      { verb: 'state', also: ['states'], usage: '[State] [as of date]', about: 'One State' },
      { verb: 'status', also: [], usage: '', about: 'What could not be sent' },
      { verb: 'deadlines', also: [], usage: '[article, year, State]', about: 'Dates' },
    ],
    states: ['Chad', "Côte d'Ivoire", 'Lao PDR', 'Lebanon', 'Niger', 'Nigeria'],
  },
};

const completed = (text: string, caret = text.length) =>
  completionAt(text, caret, offered)?.entries.map((entry) => entry.key) ?? null;

describe('what is typed is completed', () => {
  test('with a command at the very beginning only', () => {
    expect(completed('/')).toEqual(['/ccm ']);
    expect(completed('/C')).toEqual(['/ccm ']);
    expect(completed('/ccm')).toBeNull();
    expect(completed('see /')).toBeNull();
    expect(completed('/other')).toBeNull();
  });

  test('with people after @ and channels after #', () => {
    expect(completed('@act')).toEqual(['@Action5 ']);
    expect(completed('hello @Mont')).toEqual(['@Coordinator (Montenegro) ']);
    expect(completed('@c')).toEqual(['@Coordinator (Montenegro) ', '@Action5 ']);
    expect(completed('in #dead')).toEqual(['#isu-deadlines ']);
    expect(completed('mail@act')).toBeNull();
  });

  test('after the command with the verbs that help gives, never with what is whole already', () => {
    expect(completed('/ccm st')).toEqual(['state ', 'status ']);
    expect(completed('/ccm Deadl')).toEqual(['deadlines ']);
    expect(completed('/ccm ')).toBeNull();
    expect(completed('/ccm state')).toBeNull();
    expect(completed('/ccm which states')).toBeNull();
    expect(completed('please /ccm st')).toBeNull();
    expect(completionAt('/ccm st', 7, { ...offered, words: null })).toBeNull();
  });

  test('after a verb with the State that it takes, in its place, and nothing else', () => {
    expect(completed('/ccm state l')).toEqual(['Lao PDR ', 'Lebanon ']);
    expect(completed('/ccm states lao p')).toEqual(['Lao PDR ']);
    expect(completed('/ccm state cote')).toEqual(["Côte d'Ivoire "]);
    expect(completed('/ccm state Niger')).toBeNull();
    expect(completed('/ccm state Lebanon as of n')).toBeNull();
    expect(completed('/ccm status l')).toBeNull();
    expect(completed('/ccm state ')).toBeNull();
    expect(completed('/ccm deadlines 2021 Leb')).toEqual(['Lebanon ']);
    expect(completionAt('/ccm deadlines 2021 Leb', 23, offered)).toMatchObject({ from: 20 });
    expect(completed('/ccm deadlines in 20')).toBeNull();
    expect(completed('/ccm deadlines le')).toBeNull();
  });

  test('at the caret, not at the end', () => {
    expect(completionAt('@act and more', 4, offered)).toMatchObject({ from: 0 });
    expect(completed('@act and more')).toBeNull();
  });
});

describe('a line', () => {
  test('is a command with its text, or a message', () => {
    expect(lineTyped('/ccm log Chad\nsecond line')).toEqual({ command: '/ccm', text: 'log Chad\nsecond line' });
    expect(lineTyped('/ccm')).toEqual({ command: '/ccm', text: '' });
    expect(lineTyped(' hello /ccm ')).toEqual({ command: null, text: 'hello /ccm' });
    expect(lineTyped(' \n ')).toBeNull();
  });
});
