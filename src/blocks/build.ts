import type {
  ActionsBlock,
  ActionsBlockElement,
  Button,
  ContextBlock,
  DataTableBlock,
  DividerBlock,
  HeaderBlock,
  MrkdwnElement,
  Overflow,
  PlainTextElement,
  PlainTextOption,
  RawNumberElement,
  RawTextElement,
  SectionBlock,
} from '@slack/types';
import { clamp, LIMITS } from './limits.ts';
import type { Block } from './message.ts';
import { type Mrkdwn, visible } from './mrkdwn.ts';

/** Plain text, cut to Slack's limit for where it stands; nothing in it is parsed. */
export const plain = (text: string, limit: number): PlainTextElement => ({
  type: 'plain_text',
  text: clamp(visible(text), limit),
  emoji: false,
});

const marked = (text: Mrkdwn, limit: number): MrkdwnElement => ({
  type: 'mrkdwn',
  text: clamp(text.text, limit),
  verbatim: true,
});

/** The heading of a message or a Home, one line of plain text. */
export const header = (text: string): HeaderBlock => ({ type: 'header', text: plain(text, LIMITS.headerText) });

/** A paragraph, with a button or menu beside its first line if wished. */
export const section = (text: Mrkdwn, accessory?: Button | Overflow): SectionBlock => ({
  type: 'section',
  text: marked(text, LIMITS.sectionText),
  ...(accessory ? { accessory } : {}),
});

/** Up to ten short texts in two columns. */
export const fields = (texts: readonly Mrkdwn[]): SectionBlock => ({
  type: 'section',
  fields: texts.slice(0, LIMITS.fields).map((text) => marked(text, LIMITS.fieldText)),
});

/** Small print: as understood, as of, source, who sees it. */
export const context = (...texts: readonly Mrkdwn[]): ContextBlock => ({
  type: 'context',
  elements: texts.slice(0, LIMITS.contextElements).map((text) => marked(text, LIMITS.sectionText)),
});

export const divider = (): DividerBlock => ({ type: 'divider' });

export interface ButtonOf {
  text: string;
  /** `feature:what`; Slack wants it unique within its block. */
  action: string;
  value?: string;
  primary?: boolean;
  confirm?: { title: string; text: string; confirm: string; deny: string };
}

/** A button; its label also serves screen readers. */
export const button = ({ text, action, value, primary, confirm }: ButtonOf): Button => ({
  type: 'button',
  text: plain(text, LIMITS.buttonText),
  action_id: action,
  ...(value ? { value } : {}),
  ...(primary ? { style: 'primary' } : {}),
  ...(confirm
    ? {
        confirm: {
          title: plain(confirm.title, 100),
          text: plain(confirm.text, 300),
          confirm: plain(confirm.confirm, 30),
          deny: plain(confirm.deny, 30),
        },
      }
    : {}),
});

/** One choice of a menu or select. */
export const option = (text: string, value: string, description?: string): PlainTextOption => ({
  text: plain(text, LIMITS.optionText),
  value: clamp(value, LIMITS.optionValue),
  ...(description ? { description: plain(description, LIMITS.optionDescription) } : {}),
});

/** A menu of at most five entries. */
export const menu = (action: string, options: readonly PlainTextOption[]): Overflow => ({
  type: 'overflow',
  action_id: action,
  options: options.slice(0, LIMITS.overflowOptions),
});

/** A row of buttons; null when there is none, since Slack refuses an empty row. */
export const actions = (...elements: readonly ActionsBlockElement[]): ActionsBlock | null =>
  elements.length === 0 ? null : { type: 'actions', elements: elements.slice(0, LIMITS.actionsElements) };

/** A cell's words, or a number that its column is sorted by with how it is shown. */
export type Cell = string | { value: number; text: string };

const cell = (of: Cell): RawTextElement | RawNumberElement =>
  typeof of === 'string'
    ? { type: 'raw_text', text: visible(of) || '–' }
    : { type: 'raw_number', value: of.value, text: of.text };

/** A table for messages: the first row is the heading, the first column names the row. */
export const dataTable = (caption: string, rows: readonly (readonly Cell[])[], pageSize = 10): DataTableBlock => ({
  type: 'data_table',
  caption,
  page_size: pageSize,
  row_header_column_index: 0,
  rows: rows.slice(0, LIMITS.tableRows + 1).map((row) => row.map(cell)),
});

/** `blocks` without the nulls and falses of parts that have nothing to say. */
export const present = (...blocks: readonly (Block | null | false | undefined)[]): Block[] =>
  blocks.filter((block): block is Block => block !== null && block !== false && block !== undefined);
