import type { DataTableBlock } from '@slack/types';
import { context } from '../../blocks/build.ts';
import { LIMITS, lengthOf } from '../../blocks/limits.ts';
import type { Block, Message } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { amendedLine, type Mark } from './amend-line.ts';

/** A corrected value as posted messages are marked with it. */
export interface Amendment extends Mark {
  /** "Art. 3". */
  article: string;
  /** In full: "1 April 2021". */
  old: string;
}

interface Setting {
  /** A message about one State alone names it in its heading only. */
  aboutOne: boolean;
  /** The short names of all States, to see where another one begins. */
  names: readonly string[];
}

/** A posted message with the old values struck and the new ones beside them; what cannot be found in it is said at its end. */
export function amended(message: Message, amendments: readonly Amendment[], setting: Setting): Message {
  return amendments.reduce((done, amendment) => amendedBy(done, amendment, setting), message);
}

function amendedBy(message: Message, amendment: Amendment, setting: Setting): Message {
  const inBlocks = marked(message.blocks, amendment, setting);
  const { withoutTable } = message;
  const plain = amendedText(message.text, amendment, setting, false);
  const note = `Corrected ${amendment.on}: ${amendment.state}, ${amendment.article}: ${amendment.now}, before: ${amendment.old}.`;
  return {
    text: plain ?? `${message.text}\n${note}`,
    blocks: inBlocks,
    ...(withoutTable === undefined ? {} : { withoutTable: marked(withoutTable, amendment, setting) }),
  };
}

function marked(blocks: readonly Block[], amendment: Amendment, setting: Setting): readonly Block[] {
  let found = false;
  const take = (text: string | null, limit: number): string | null => {
    if (text === null || lengthOf(text) > limit) return null;
    found = true;
    return text;
  };
  const done = blocks.map((block): Block => {
    if (block.type === 'section') {
      const { text, fields } = block;
      const inText = text && take(amendedText(text.text, amendment, setting, true), LIMITS.sectionText);
      return {
        ...block,
        ...(text && inText ? { text: { ...text, text: inText } } : {}),
        ...(fields
          ? {
              fields: fields.map((field) => {
                const inField = take(amendedText(field.text, amendment, setting, true), LIMITS.fieldText);
                return inField === null ? field : { ...field, text: inField };
              }),
            }
          : {}),
      };
    }
    if (block.type !== 'data_table') return block;
    const rows = block.rows.map((row) => {
      const changed = amendedRow(row, amendment, setting.names);
      if (changed !== null) found = true;
      return changed ?? row;
    });
    return { ...block, rows };
  });
  if (found || done.length >= LIMITS.messageBlocks) return done;
  return [
    ...done,
    context(
      md`Corrected ${amendment.on}: ${amendment.state}, ${amendment.article}: ~${amendment.old}~ → ${amendment.now}`,
    ),
  ];
}

/** The text with the value struck; null where it does not hold it. */
function amendedText(text: string, amendment: Amendment, { aboutOne, names }: Setting, mrkdwn: boolean): string | null {
  if (aboutOne) {
    const its = new RegExp(`Art(?:\\.|icle) ${amendment.article.slice(5, 6)}\\b`);
    return its.test(text)
      ? (amendedLine(`${amendment.state}\n${text}`, amendment, [amendment.state], mrkdwn)?.slice(
          amendment.state.length + 1,
        ) ?? null)
      : null;
  }
  let found = false;
  const lines = text.split('\n').map((line) => {
    const changed = amendedLine(line, amendment, names, mrkdwn);
    if (changed !== null) found = true;
    return changed ?? line;
  });
  return found ? lines.join('\n') : null;
}

type Row = DataTableBlock['rows'][number];

/** A row of a table; a date that it shares with other States is left, and the correction stands beside the name. */
function amendedRow(row: Row, amendment: Amendment, names: readonly string[]): Row | null {
  const cells = row.map((cell) => (cell.type === 'raw_text' ? cell.text : ''));
  const change = (at: number, text: string): Row =>
    row.map((cell, each) => (each === at && cell.type === 'raw_text' ? { ...cell, text } : cell)) as Row;
  for (const [at, cell] of cells.entries()) {
    const changed = amendedLine(cell, amendment, names, false);
    if (changed !== null) return change(at, changed);
  }
  const named = cells.findIndex((cell) => cell.includes(amendment.state));
  const dated = cells.findIndex((cell) => amendment.shown.some((date) => cell.includes(date)));
  if (named === -1 || dated === -1) return null;
  const whole = amendedLine(`${cells[named]} \u0000 ${cells[dated]}`, amendment, names, false);
  if (whole === null) return null;
  const [name = '', date = ''] = whole.split(' \u0000 ');
  return name === cells[named] ? change(dated, date) : change(named, name);
}
