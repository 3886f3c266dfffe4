import { describe, expect, it } from 'vitest';
import type { Part } from '../../../src/sandbox/validate/part.ts';
import { blockProblems } from '../../../src/sandbox/validate/whole.ts';
import { POSTED, RESPONDED, UPDATED, UPLOADED, type WordRules, wordsOf } from '../../../src/sandbox/web-api/words.ts';

const many = <T>(size: number, of: T): T[] => Array.from({ length: size }, () => of);
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });

/** So many characters of text, in sections that are short enough each. */
const sections = (size: number) => [
  ...many(Math.floor(size / 2_500), section('x'.repeat(2_500))),
  ...(size % 2_500 > 0 ? [section('x'.repeat(size % 2_500))] : []),
];

const table = (type: string, size: number) => ({
  type,
  ...(type === 'data_table' ? { caption: 'C' } : {}),
  rows: [[{ type: 'raw_text', text: 'h' }], [{ type: 'raw_text', text: 'x'.repeat(size - 1) }]],
});

const refusal = (args: Part, rules: WordRules): unknown => {
  const read = wordsOf(args, rules, null);
  return read.ok || read.answer.ok ? null : read.answer.error;
};

describe('the limits of a whole message hold at, one below and one above it', () => {
  it('text in all its blocks, except where it answers a response_url', () => {
    for (const [size, posted] of [
      [10_999, null],
      [11_000, null],
      [11_001, 'msg_blocks_too_long'],
    ] as const) {
      expect(refusal({ blocks: sections(size) }, POSTED)).toBe(posted);
      expect(refusal({ blocks: sections(size) }, UPDATED)).toBe(posted);
      expect(refusal({ blocks: sections(size) }, RESPONDED)).toBeNull();
    }
  });

  it('its text: cut beyond 40,000 when posted, refused beyond 4,000 when changed', () => {
    for (const [size, cut, changed] of [
      [3_999, 3_999, null],
      [4_000, 4_000, null],
      [4_001, 4_001, 'msg_too_long'],
      [40_000, 40_000, 'msg_too_long'],
      [40_001, 40_000, 'msg_too_long'],
    ] as const) {
      // Counted in code points: one flag here is two UTF-16 units.
      const text = '🏳'.repeat(size);
      const read = wordsOf({ text }, POSTED, null);
      expect(read.ok && [...read.words.text].length).toBe(cut);
      expect(refusal({ text }, UPDATED)).toBe(changed);
    }
  });

  it('attachments, which count as something to say', () => {
    for (const [size, said] of [
      [0, 'no_text'],
      [99, null],
      [100, null],
      [101, 'too_many_attachments'],
    ] as const)
      expect(refusal({ attachments: many(size, {}) }, POSTED)).toBe(said);
    expect(refusal({}, UPLOADED)).toBeNull();
  });

  it('characters in the cells of all its tables together', () => {
    for (const [size, codes] of [
      [4_999, []],
      [5_000, []],
      [5_001, ['tables_too_long']],
    ] as const) {
      const blocks = [table('table', 5_000), table('data_table', size)];
      expect(blockProblems(blocks, 'message').map(({ code }) => code)).toEqual(codes);
    }
  });

  it('markdown of all its blocks together', () => {
    for (const [size, codes] of [
      [5_999, []],
      [6_000, []],
      [6_001, ['markdown_too_long']],
    ] as const) {
      const blocks = [6_000, size].map((length) => ({ type: 'markdown', text: 'x'.repeat(length) }));
      expect(blockProblems(blocks, 'message').map(({ code }) => code)).toEqual(codes);
    }
  });
});

describe('what stands on one surface only', () => {
  it.each([
    ['data_table', table('data_table', 2), ['message']],
    ['table', table('table', 2), ['message']],
    ['markdown', { type: 'markdown', text: 'x' }, ['message']],
    [
      'container',
      { type: 'container', title: { type: 'plain_text', text: 'T' }, child_blocks: [{ type: 'divider' }] },
      ['message'],
    ],
    ['alert', { type: 'alert', text: { type: 'plain_text', text: 'T' } }, ['modal']],
    ['header', { type: 'header', text: { type: 'plain_text', text: 'T' } }, ['message', 'modal', 'home']],
  ] as const)('%s', (_, block, allowed) => {
    const taken = (['message', 'modal', 'home'] as const).filter(
      (surface) => blockProblems([block], surface).length === 0,
    );
    expect(taken).toEqual(allowed);
  });
});
