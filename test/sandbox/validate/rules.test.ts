import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewProblems } from '../../../src/sandbox/validate/view.ts';
import { blockProblems, textIn } from '../../../src/sandbox/validate/whole.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const button = (rest: object = {}) => ({ type: 'button', action_id: 'a', text: plain('Go'), ...rest });
const words = (blocks: unknown, surface: 'message' | 'modal' | 'home' = 'message') =>
  blockProblems(blocks, surface).map(({ message, pointer }) => `${message} ${pointer}`);

describe('what Slack refuses besides lengths', () => {
  it('names an unknown type, an unknown property and a missing field, with where they are', () => {
    expect(words([{ type: 'marquee' }])).toEqual(['unsupported type: marquee /blocks/0/type']);
    expect(words([{ type: 'divider', colour: 'red' }])).toEqual(['invalid additional property: colour /blocks/0']);
    expect(words([{ type: 'section' }])).toEqual(['missing required field: text /blocks/0']);
    expect(words([{ type: 'input', label: plain('L') }])).toEqual(['missing required field: element /blocks/0']);
    expect(words('blocks')).toEqual(['must provide an array /blocks']);
    expect(words([null])).toEqual(['must provide an object /blocks/0']);
  });

  it('the same block_id twice, and the same action_id twice in one block', () => {
    const twice = { type: 'divider', block_id: 'b' };
    expect(words([twice, twice])).toEqual(['`block_id` b already exists /blocks/1/block_id']);
    expect(words([{ type: 'actions', elements: [button(), button()] }])).toEqual([
      '`action_id` a already exists in this block /blocks/0/elements/1/action_id',
    ]);
    const each = { type: 'actions', elements: [button()] };
    expect(words([each, each])).toEqual([]);
  });

  it.each([
    ['data_table', { rows: [[{ type: 'raw_text', text: 'h' }], [{ type: 'raw_text', text: 'r' }]], caption: 'C' }],
    ['table', { rows: [[{ type: 'raw_text', text: 'h' }]] }],
    ['markdown', { text: 'x' }],
    ['container', { title: plain('T'), child_blocks: [{ type: 'divider' }] }],
  ])('%s anywhere but in a message', (type, rest) => {
    const blocks = [{ type, ...rest }];
    expect(words(blocks)).toEqual([]);
    for (const surface of ['modal', 'home'] as const)
      expect(words(blocks, surface)).toEqual([`unsupported type: ${type} /blocks/0/type`]);
  });

  it('an alert outside modals, and an element where it may not stand', () => {
    const alert = [{ type: 'alert', text: plain('A') }];
    expect(words(alert, 'modal')).toEqual([]);
    expect(words(alert)).toEqual(['unsupported type: alert /blocks/0/type']);
    const typed = { type: 'plain_text_input', action_id: 'a' };
    expect(words([{ type: 'actions', elements: [typed] }])).toEqual([
      'unsupported type: plain_text_input /blocks/0/elements/0/type',
    ]);
    expect(words([{ type: 'input', label: plain('L'), element: button() }])).toEqual([
      'unsupported type: button /blocks/0/element/type',
    ]);
  });

  it('uneven tables, two tables, and more than 10,000 characters in cells', () => {
    const cell = (text: string) => ({ type: 'raw_text', text });
    const table = (rows: unknown) => ({ type: 'data_table', caption: 'C', rows });
    expect(words([table([[cell('a'), cell('b')], [cell('c')]])])).toEqual([
      'all rows must have the same number of cells /blocks/0/rows/1',
    ]);
    const old = { type: 'table', rows: [[cell('a')]] };
    expect(words([old, old])).toEqual(['only one table block is allowed in a message /blocks']);
    const sized = (size: number) => [table([[cell('a')], [cell('x'.repeat(size - 1))]])];
    expect(words(sized(10_000))).toEqual([]);
    expect(words(sized(10_001))).toEqual(['the cells of all tables must be less than 10001 characters /blocks']);
  });

  it('a first choice that is not offered, a select without choices, a date that is not one', () => {
    const option = { text: plain('One'), value: '1' };
    const select = (rest: object) => [
      { type: 'actions', elements: [{ type: 'static_select', action_id: 'a', ...rest }] },
    ];
    expect(words(select({ options: [option], initial_option: { ...option, value: '2' } }))).toEqual([
      'must exactly match one of the provided options /blocks/0/elements/0/initial_option',
    ]);
    expect(words(select({}))).toHaveLength(1);
    const date = { type: 'datepicker', action_id: 'a', initial_date: '2019-13-01' };
    expect(words([{ type: 'actions', elements: [date] }])).toHaveLength(1);
  });
});

describe('views', () => {
  const input = { type: 'input', label: plain('L'), element: { type: 'plain_text_input', action_id: 'a' } };
  const modal = { type: 'modal', title: plain('T'), blocks: [input] };

  it('need a submit button as soon as they ask something', () => {
    expect(viewProblems(modal, ['modal']).map(({ message }) => message)).toEqual(['missing required field: submit']);
    expect(viewProblems({ ...modal, submit: plain('Log') }, ['modal'])).toEqual([]);
  });

  it('are a modal or a Home where one of them is asked for', () => {
    const home = { type: 'home', blocks: [{ type: 'divider' }] };
    expect(viewProblems(home, ['home'])).toEqual([]);
    expect(viewProblems(home, ['modal'])).toHaveLength(1);
    expect(viewProblems({ ...home, title: plain('T') }, ['home'])).toHaveLength(1);
  });
});

describe('any value at all', () => {
  it('is checked without a fault', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(Array.isArray(blockProblems(value, 'message'))).toBe(true);
        expect(Array.isArray(viewProblems(value, ['modal', 'home'], '/view'))).toBe(true);
        expect(textIn(value)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('of a known type is checked without a fault either', () => {
    const type = fc.constantFrom('section', 'actions', 'input', 'data_table', 'table', 'image', 'context', 'container');
    const field = fc.constantFrom('text', 'fields', 'elements', 'element', 'rows', 'title', 'child_blocks', 'block_id');
    const block = fc.tuple(type, fc.dictionary(field, fc.jsonValue())).map(([name, rest]) => ({ ...rest, type: name }));
    fc.assert(
      fc.property(fc.array(block), (blocks) => {
        expect(Array.isArray(blockProblems(blocks, 'home'))).toBe(true);
      }),
    );
  });
});
