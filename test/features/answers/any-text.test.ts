import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS, lengthOf } from '../../../src/blocks/limits.ts';
import type { Block } from '../../../src/blocks/message.ts';
import { answerCard, publicCard, sourcesModal } from '../../../src/features/answers/card.ts';
import type { Answer } from '../../../src/questions/answer.ts';
import { addDays, day } from '../../../src/treaty/day.ts';
import { ALL_ASKED } from '../../questions/asked.ts';
import { answered } from '../../questions/record.ts';
import { readable } from '../words.ts';

const HOSTILE = [
  '<!channel> which states need help?',
  'does <@U0ISU> need clearance?',
  '<#C0REGISTER> deadlines',
  '<https://example.org|Lebanon> needs',
  'which states need <!subteam^S1>',
  '&lt;!here&gt; needs of Lebanon',
  '*which* _states_ ~need~ `victim assistance`',
  '\u202E<!everyone>\u202C',
];

const LONG = [
  'initial report deadlines before 2019',
  'initial report deadlines before 2026 as of 2026-11-24',
  'annual report deadlines in 2019',
  'deadlines before 2027',
  'deadlines as of 2026-11-24',
  'which states have signed?',
  'how many States Parties are there?',
];

const anyText = fc.oneof(
  fc.constantFrom(...ALL_ASKED, ...HOSTILE, ...LONG),
  fc.string({ maxLength: 700, unit: 'binary' }),
  fc
    .array(fc.constantFrom(...HOSTILE.concat(ALL_ASKED).flatMap((text) => text.split(' '))), { maxLength: 12 })
    .map((words) => words.join(' ')),
);
const anyDay = fc.integer({ min: 0, max: 40 }).map((at) => addDays(day('2010-01-01'), at * 157));

const textsOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) =>
    block.type === 'section'
      ? [block.text?.text ?? '']
      : block.type === 'context'
        ? block.elements.map((element) => ('text' in element ? element.text : ''))
        : [],
  );

function isWithinLimits(blocks: readonly Block[]): void {
  expect(blocks.length).toBeLessThanOrEqual(LIMITS.messageBlocks);
  for (const text of textsOf(blocks)) {
    expect(text).not.toBe('');
    expect(lengthOf(text)).toBeLessThanOrEqual(LIMITS.sectionText);
    // A text that was cut would end so: nothing of an answer may be lost silently.
    if (!text.includes('understand this')) expect(text).not.toMatch(/…$/);
  }
  for (const block of blocks) {
    if (block.type === 'actions')
      for (const element of block.elements)
        if (element.type === 'button') expect(lengthOf(element.value ?? '')).toBeLessThanOrEqual(LIMITS.buttonValue);
    if (block.type === 'data_table') expect(block.rows.length).toBeLessThanOrEqual(LIMITS.tableRows + 1);
  }
}

const cardsOf = (answer: Answer) => [answerCard(answer, null), publicCard(answer)];

describe('the message with an answer, whatever was asked and on whatever day', () => {
  it('holds no mention, link or token that could come alive', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { blocks, withoutTable = [] } of cardsOf(answered(text)))
          expect([...textsOf(blocks), ...textsOf(withoutTable)].join('\n')).not.toMatch(
            /<[!@#]|<http|[\u202A-\u202E\u2066-\u2069]/,
          );
        expect(textsOf(sourcesModal(answered(text)).blocks as Block[]).join('\n')).not.toMatch(/<[!@#]/);
      }),
      { numRuns: 250 },
    );
  });

  it("keeps within Slack's limits, and nothing of it is cut", () => {
    fc.assert(
      fc.property(anyText, anyDay, (text, today) => {
        const answer = answered(text, today);
        for (const { blocks, withoutTable = [], text: fallback } of cardsOf(answer)) {
          isWithinLimits(blocks);
          isWithinLimits(withoutTable);
          expect(lengthOf(fallback)).toBeLessThanOrEqual(LIMITS.fallbackText);
          expect(fallback).not.toMatch(/…$/);
        }
        expect(sourcesModal(answer).blocks.length).toBeLessThanOrEqual(LIMITS.viewBlocks);
      }),
      { numRuns: 250 },
    );
  });

  it('says in plain text all that its paragraphs say', () => {
    fc.assert(
      fc.property(anyText, anyDay, (text, today) => {
        const answer = answered(text, today);
        const { text: fallback } = answerCard(answer, null);
        expect(fallback).not.toBe('');
        for (const said of [answer.lead, ...answer.notes.map(({ lead, rest }) => lead + rest)])
          expect(fallback).toContain(said.replaceAll('\n', ' '));
        expect(fallback).toContain(answer.rest.replaceAll('\n', ' '));
      }),
      { numRuns: 200 },
    );
  });

  it('lists without a table each row that the table shows', () => {
    for (const text of [...ALL_ASKED, ...LONG]) {
      const answer = answered(text);
      if (answer.table === null) continue;
      const { rows, lines, heads } = answer.table;
      expect(lines.map(([name]) => name)).toEqual(rows.map(([name]) => name));
      for (const row of rows) expect(row).toHaveLength(heads.length);
      const list = readable(answerCard(answer, null).withoutTable ?? []);
      // The last column is the date: the list gives the same one beside the same name.
      for (const [name = '', ...cells] of rows) {
        const date = cells.at(-1) ?? '';
        const line = list
          .split('\n')
          .find((each) => each.startsWith(`• ${name} `) && (date === '–' || each.includes(date)));
        if (cells.some((cell) => cell !== '–')) expect(`${name}: ${line !== undefined}`).toBe(`${name}: true`);
      }
    }
  });
});
