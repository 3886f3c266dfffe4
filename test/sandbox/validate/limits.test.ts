import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/sandbox/validate/check.ts';
import { SLACK_LIMITS as L, type Range } from '../../../src/sandbox/validate/limits.ts';
import type { Surface } from '../../../src/sandbox/validate/places.ts';
import { viewProblems } from '../../../src/sandbox/validate/view.ts';
import { blockProblems } from '../../../src/sandbox/validate/whole.ts';

type Filled = (text: string, size: number) => unknown;

/** A limit, a message or view that is exactly as long or as many as asked, and where Slack points. */
interface Case {
  limit: Range;
  at: string;
  surface?: Surface;
  make: Filled;
}

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const many = <T>(size: number, of: (n: number) => T): T[] => Array.from({ length: size }, (_, n) => of(n));
const option = (n: number) => ({ text: plain(`Option ${n}`), value: `v${n}` });
const inActions = (element: object) => [{ type: 'actions', elements: [{ action_id: 'a', ...element }] }];
const button = (rest: object) => inActions({ type: 'button', text: plain('Go'), ...rest });
const confirm = (rest: object) =>
  button({ confirm: { title: plain('T'), text: plain('T'), confirm: plain('Y'), deny: plain('N'), ...rest } });
const select = (rest: object) => inActions({ type: 'static_select', options: [option(0)], ...rest });
const input = (rest: object, element: object = {}) => [
  { type: 'input', label: plain('L'), element: { type: 'plain_text_input', action_id: 'a', ...element }, ...rest },
];
const section = (rest: object) => [{ type: 'section', text: mrkdwn('x'), ...rest }];
const dataTable = (rest: object) => [
  {
    type: 'data_table',
    caption: 'C',
    rows: [[{ type: 'raw_text', text: 'h' }], [{ type: 'raw_text', text: 'r' }]],
    ...rest,
  },
];
const modal = (rest: object) => ({ type: 'modal', title: plain('T'), blocks: [{ type: 'divider' }], ...rest });
const cell = { type: 'raw_text', text: '1' };
const firstButton = '/blocks/0/elements/0';

const CASES: Record<string, Case> = {
  'text of a section': {
    limit: L.textObject,
    at: '/blocks/0/text/text',
    make: (text) => section({ text: mrkdwn(text) }),
  },
  'fields of a section': {
    limit: L.sectionFields,
    at: '/blocks/0/fields',
    make: (_, size) => section({ fields: many(size, () => plain('f')) }),
  },
  'text of a field': {
    limit: L.fieldText,
    at: '/blocks/0/fields/0/text',
    make: (text) => section({ fields: [plain(text)] }),
  },
  'text of a header': {
    limit: L.headerText,
    at: '/blocks/0/text/text',
    make: (text) => [{ type: 'header', text: plain(text) }],
  },
  'elements of a context': {
    limit: L.contextElements,
    at: '/blocks/0/elements',
    make: (_, size) => [{ type: 'context', elements: many(size, () => mrkdwn('c')) }],
  },
  'elements of actions': {
    limit: L.actionsElements,
    at: '/blocks/0/elements',
    make: (_, size) => [
      { type: 'actions', elements: many(size, (n) => ({ type: 'button', action_id: `a${n}`, text: plain('B') })) },
    ],
  },
  'label of an input': {
    limit: L.inputLabel,
    at: '/blocks/0/label/text',
    make: (text) => input({ label: plain(text) }),
  },
  'hint of an input': { limit: L.inputHint, at: '/blocks/0/hint/text', make: (text) => input({ hint: plain(text) }) },
  'alternative text of an image': {
    limit: L.imageAlt,
    at: '/blocks/0/alt_text',
    make: (text) => [{ type: 'image', image_url: 'https://example.org/a.png', alt_text: text }],
  },
  'title of an image': {
    limit: L.imageTitle,
    at: '/blocks/0/title/text',
    make: (text) => [{ type: 'image', image_url: 'https://example.org/a.png', alt_text: 'a', title: plain(text) }],
  },
  'address of an image': {
    limit: L.url,
    at: '/blocks/0/image_url',
    make: (text) => [{ type: 'image', image_url: text, alt_text: 'a' }],
  },
  markdown: { limit: L.markdownText, at: '/blocks/0/text', make: (text) => [{ type: 'markdown', text }] },
  block_id: { limit: L.blockId, at: '/blocks/0/block_id', make: (text) => [{ type: 'divider', block_id: text }] },
  action_id: { limit: L.actionId, at: `${firstButton}/action_id`, make: (text) => button({ action_id: text }) },
  'text of a button': {
    limit: L.buttonText,
    at: `${firstButton}/text/text`,
    make: (text) => button({ text: plain(text) }),
  },
  'value of a button': { limit: L.buttonValue, at: `${firstButton}/value`, make: (text) => button({ value: text }) },
  'link of a button': { limit: L.url, at: `${firstButton}/url`, make: (text) => button({ url: text }) },
  'label of a button': {
    limit: L.accessibilityLabel,
    at: `${firstButton}/accessibility_label`,
    make: (text) => button({ accessibility_label: text }),
  },
  'title of a confirmation': {
    limit: L.confirmTitle,
    at: `${firstButton}/confirm/title/text`,
    make: (text) => confirm({ title: plain(text) }),
  },
  'text of a confirmation': {
    limit: L.confirmText,
    at: `${firstButton}/confirm/text/text`,
    make: (text) => confirm({ text: plain(text) }),
  },
  'button of a confirmation': {
    limit: L.confirmButton,
    at: `${firstButton}/confirm/deny/text`,
    make: (text) => confirm({ deny: plain(text) }),
  },
  options: {
    limit: L.options,
    at: `${firstButton}/options`,
    make: (_, size) => select({ options: many(size, option) }),
  },
  'text of an option': {
    limit: L.optionText,
    at: `${firstButton}/options/0/text/text`,
    make: (text) => select({ options: [{ text: plain(text), value: 'v' }] }),
  },
  'value of an option': {
    limit: L.optionValue,
    at: `${firstButton}/options/0/value`,
    make: (text) => select({ options: [{ text: plain('o'), value: text }] }),
  },
  'description of an option': {
    limit: L.optionDescription,
    at: `${firstButton}/options/0/description/text`,
    make: (text) => select({ options: [{ ...option(0), description: plain(text) }] }),
  },
  'groups of options': {
    limit: L.optionGroups,
    at: `${firstButton}/option_groups`,
    make: (_, size) =>
      inActions({
        type: 'static_select',
        option_groups: many(size, (n) => ({ label: plain(`G${n}`), options: [option(n)] })),
      }),
  },
  'label of a group': {
    limit: L.optionGroupLabel,
    at: `${firstButton}/option_groups/0/label/text`,
    make: (text) => inActions({ type: 'static_select', option_groups: [{ label: plain(text), options: [option(0)] }] }),
  },
  placeholder: {
    limit: L.placeholder,
    at: `${firstButton}/placeholder/text`,
    make: (text) => select({ placeholder: plain(text) }),
  },
  'entries of a menu': {
    limit: L.overflowOptions,
    at: `${firstButton}/options`,
    make: (_, size) => inActions({ type: 'overflow', options: many(size, option) }),
  },
  'radio buttons': {
    limit: L.choiceOptions,
    at: `${firstButton}/options`,
    make: (_, size) => inActions({ type: 'radio_buttons', options: many(size, option) }),
  },
  checkboxes: {
    limit: L.choiceOptions,
    at: `${firstButton}/options`,
    make: (_, size) => inActions({ type: 'checkboxes', options: many(size, option) }),
  },
  'first value of a text': {
    limit: L.plainInput,
    at: '/blocks/0/element/initial_value',
    make: (text) => input({}, { initial_value: text }),
  },
  'rows of a table': {
    limit: L.tableRows,
    at: '/blocks/0/rows',
    make: (_, size) => [{ type: 'table', rows: many(size, () => [cell]) }],
  },
  'cells of a row': {
    limit: L.tableCells,
    at: '/blocks/0/rows/0',
    make: (_, size) => [{ type: 'table', rows: [many(size, () => cell)] }],
  },
  'rows of a data table': {
    limit: L.dataTableRows,
    at: '/blocks/0/rows',
    make: (_, size) => dataTable({ rows: many(size, () => [cell]) }),
  },
  'page of a data table': {
    limit: L.dataTablePage,
    at: '/blocks/0/page_size',
    make: (_, size) => dataTable({ page_size: size }),
  },
  'blocks of a container': {
    limit: L.containerBlocks,
    at: '/blocks/0/child_blocks',
    make: (_, size) => [
      { type: 'container', title: plain('T'), child_blocks: many(size, () => ({ type: 'divider' })) },
    ],
  },
  'title of a container': {
    limit: L.containerTitle,
    at: '/blocks/0/title/text',
    make: (text) => [{ type: 'container', title: plain(text), child_blocks: [{ type: 'divider' }] }],
  },
  'text of an alert': {
    limit: L.alertText,
    at: '/blocks/0/text/text',
    surface: 'modal',
    make: (text) => [{ type: 'alert', text: plain(text) }],
  },
  'files of an input': {
    limit: L.fileInputFiles,
    at: '/blocks/0/element/max_files',
    surface: 'modal',
    make: (_, size) => [{ type: 'input', label: plain('L'), element: { type: 'file_input', max_files: size } }],
  },
};

const VIEWS: Record<string, { limit: Range; at: string; make: Filled }> = {
  title: { limit: L.viewTitle, at: '/view/title/text', make: (text) => modal({ title: plain(text) }) },
  'submit button': { limit: L.viewButton, at: '/view/submit/text', make: (text) => modal({ submit: plain(text) }) },
  'close button': { limit: L.viewButton, at: '/view/close/text', make: (text) => modal({ close: plain(text) }) },
  private_metadata: {
    limit: L.privateMetadata,
    at: '/view/private_metadata',
    make: (text) => modal({ private_metadata: text }),
  },
  callback_id: { limit: L.callbackId, at: '/view/callback_id', make: (text) => modal({ callback_id: text }) },
  external_id: { limit: L.externalId, at: '/view/external_id', make: (text) => modal({ external_id: text }) },
  blocks: {
    limit: L.viewBlocks,
    at: '/view/blocks',
    make: (_, size) => modal({ blocks: many(size, () => ({ type: 'divider' })) }),
  },
};

/** Checks a case at, inside and outside its limit, with signs of one and of two UTF-16 units alike. */
function holds(limit: Range, at: string, problemsAt: (text: string, size: number) => Problem[]): void {
  const signs = fc.constantFrom('x', 'é', 'ش', '🏳', '字');
  fc.assert(
    fc.property(signs, (sign) => {
      const pointers = (size: number) => problemsAt(sign.repeat(size), size).map(({ pointer }) => pointer);
      expect(pointers(limit.max)).toEqual([]);
      expect(pointers(limit.max - 1)).toEqual([]);
      expect(pointers(limit.max + 1)).toEqual([at]);
      expect(pointers(limit.min)).toEqual([]);
      if (limit.min > 0) expect(pointers(limit.min - 1)).toEqual([at]);
    }),
    { numRuns: 5 },
  );
}

describe('every limit of a block holds at, one below and one above it', () => {
  it.each(Object.entries(CASES))('%s', (_, { limit, at, surface = 'message', make }) => {
    holds(limit, at, (text, size) => blockProblems(make(text, size), surface));
  });

  it('none is left out', () => {
    const tried = [...Object.values(CASES), ...Object.values(VIEWS)].map(({ limit }) => limit);
    const left = Object.entries(L).flatMap(([name, range]) => (tried.includes(range) ? [] : [name]));
    // Of whole messages: tried below, and where messages are taken in.
    expect(left).toEqual(['messageBlocks', 'attachments']);
  });

  it('blocks of a message', () => {
    const blocks = (size: number) =>
      blockProblems(
        many(size, () => ({ type: 'divider' })),
        'message',
      );
    expect(blocks(50)).toEqual([]);
    expect(blocks(51).map(({ message }) => message)).toEqual(['no more than 50 items allowed']);
    expect(blocks(0)).toEqual([]);
  });
});

describe('every limit of a view holds at, one below and one above it', () => {
  it.each(Object.entries(VIEWS))('%s', (_, { limit, at, make }) => {
    holds(limit, at, (text, size) => viewProblems(make(text, size), ['modal', 'home']));
  });
});
