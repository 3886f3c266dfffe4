import { describe, expect, test } from 'vitest';
import { completionAt, lineTyped } from '../../src/sandbox/page/chat/completion.ts';

const offered = {
  commands: [{ command: '/ccm', description: 'Ask, log, look up', usageHint: '[question]' }],
  people: [
    { id: 'U0ACTION5', name: 'Action5' },
    { id: 'U1', name: 'Coordinator (Montenegro)' },
  ],
  channels: [{ id: 'C1', name: 'isu-deadlines' }],
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
