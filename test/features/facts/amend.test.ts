import { describe, expect, it } from 'vitest';
import { context, dataTable, fields, section } from '../../../src/blocks/build.ts';
import type { Message } from '../../../src/blocks/message.ts';
import { md } from '../../../src/blocks/mrkdwn.ts';
import { type Amendment, amended } from '../../../src/features/facts/amend.ts';
import { readable } from '../words.ts';

const NAMES = ['Bulgaria', 'Croatia', 'Guinea', 'Guinea-Bissau', 'Lebanon', 'Montenegro', 'Peru', 'Papua New Guinea'];

const bulgaria: Amendment = {
  state: 'Bulgaria',
  article: 'Art. 3',
  old: '1 April 2021',
  now: '1 October 2020',
  shown: ['1 April 2021', '1 Apr 2021', '1 Apr'],
  on: '19 Nov',
};
/** A line of the desk's own, with its marks. */
const written = (line: string) => md(Object.assign([line], { raw: [line] }));
const messageOf = (...lines: readonly string[]): Message => ({
  text: lines.join('\n').replace(/\*/g, ''),
  blocks: lines.map((line) => section(written(line))),
});
const amend = (message: Message, amendment: Amendment = bulgaria, aboutOne = false) => {
  const done = amended(message, [amendment], { aboutOne, names: NAMES });
  return { text: done.text, blocks: readable(done.blocks) };
};

describe('a posted message in which a date was corrected', () => {
  it('has the old date struck and the new one beside it, where the State stands alone', () => {
    expect(amend(messageOf('• *Bulgaria* · stockpiles (Art. 3) · Thu 1 Apr 2021 · 500 days'))).toEqual({
      blocks: '• *Bulgaria* · stockpiles (Art. 3) · ~Thu 1 Apr 2021~ → 1 October 2020 (corrected 19 Nov) · 500 days',
      text: '• Bulgaria · stockpiles (Art. 3) · 1 October 2020 (corrected 19 Nov, before: Thu 1 Apr 2021) · 500 days',
    });
  });

  it('has only the date of that State struck, where others stand in the same line', () => {
    const line = '• Stockpiles (Art. 3): *Peru* (1 Mar 2021), *Bulgaria* (1 Apr 2021, to be confirmed)';
    expect(amend(messageOf(line)).blocks).toBe(
      '• Stockpiles (Art. 3): *Peru* (1 Mar 2021), *Bulgaria* (~1 Apr 2021~ → 1 October 2020 (corrected 19 Nov), to be confirmed)',
    );
  });

  it('keeps a date that other States share, and says it beside the name', () => {
    const shared = {
      ...bulgaria,
      state: 'Montenegro',
      shown: ['1 August 2020', '1 Aug 2020'],
      now: 'completed 31 Jul 2020',
    };
    for (const state of ['Croatia', 'Montenegro'])
      expect(
        amend(messageOf('• *Croatia*, *Montenegro* · clearance (Art. 4) · Sat 1 Aug 2020'), { ...shared, state })
          .blocks,
      ).toBe(
        `• *Croatia*, *Montenegro* · clearance (Art. 4) · Sat 1 Aug 2020`.replace(
          `*${state}*`,
          `*${state}* (corrected 19 Nov: completed 31 Jul 2020)`,
        ),
      );
  });

  it('never takes one State for another whose name holds it, nor one date for another that begins alike', () => {
    const guinea = { ...bulgaria, state: 'Guinea', shown: ['1 May 2019'], now: '1 May 2023' };
    for (const line of [
      '• *Guinea-Bissau* · 1 May 2019',
      '• *Papua New Guinea* · 1 May 2019',
      '• *Guinea* · 21 May 2019',
      '• *Guinea* · 1 May 20190',
    ])
      expect(amend(messageOf(line), guinea).blocks.split('\n')[0]).toBe(line);
    expect(amend(messageOf('• *Guinea* · 1 May 2019'), guinea).blocks).toContain('~1 May 2019~');
    expect(amend(messageOf('• *Bulgaria* · 1 Apr 2022')).blocks.split('\n')[0]).toBe('• *Bulgaria* · 1 Apr 2022');
  });

  it('says so at its end, where the date cannot be found in it', () => {
    expect(amend(messageOf('*To be confirmed: Bulgaria.*'))).toEqual({
      blocks: '*To be confirmed: Bulgaria.*\nCorrected 19 Nov: Bulgaria, Art. 3: ~1 April 2021~ → 1 October 2020',
      text: 'To be confirmed: Bulgaria.\nCorrected 19 Nov: Bulgaria, Art. 3: 1 October 2020, before: 1 April 2021.',
    });
  });

  it('is marked in the fields of a State card, under the article that it is about', () => {
    const card: Message = {
      text: 'Bulgaria, as of 18 November 2019. Next: Article 3 extension request; deadline 1 April 2021.',
      blocks: [
        fields([
          md`*Clearance (Art. 4)*\nDeadline 1 Apr 2021 · 500 days`,
          md`*Stockpiles (Art. 3)*\nDeadline 1 Apr 2021 · 500 days`,
        ]),
        context(md`As of 18 Nov 2019`),
      ],
    };
    const { text, blocks } = amend(card, bulgaria, true);
    expect(blocks).toBe(
      '*Clearance (Art. 4)*\nDeadline 1 Apr 2021 · 500 days\n*Stockpiles (Art. 3)*\nDeadline ~1 Apr 2021~ → 1 October 2020 (corrected 19 Nov) · 500 days\nAs of 18 Nov 2019',
    );
    expect(text).toContain('deadline 1 October 2020 (corrected 19 Nov, before: 1 April 2021).');
  });

  it('is marked in a table, in the row of the State, and in the list that stands for the table', () => {
    const rows = [
      ['State', 'What', 'Due'],
      ['Bulgaria', 'stockpiles (Art. 3)', '1 Apr 2021'],
      ['Lebanon', 'clearance (Art. 4)', '1 May 2021'],
    ];
    const message: Message = {
      text: 'Dates',
      blocks: [dataTable('Dates', rows)],
      withoutTable: [section(md`• *Bulgaria* · 1 Apr 2021`)],
    };
    const done = amended(message, [bulgaria], { aboutOne: false, names: NAMES });
    expect(readable(done.blocks)).toContain('1 October 2020 (corrected 19 Nov, before: 1 Apr 2021)');
    expect(readable(done.blocks)).toContain('1 May 2021');
    expect(readable(done.withoutTable ?? [])).toBe('• *Bulgaria* · ~1 Apr 2021~ → 1 October 2020 (corrected 19 Nov)');
  });

  it('is marked for each of several corrections, and is what it was without any', () => {
    const message = messageOf('• *Bulgaria* · 1 Apr 2021', '• *Peru* · 1 Mar 2021');
    const peru = { ...bulgaria, state: 'Peru', shown: ['1 Mar 2021'], now: '1 April 2024' };
    const done = amended(message, [bulgaria, peru], { aboutOne: false, names: NAMES });
    expect(readable(done.blocks)).toBe(
      '• *Bulgaria* · ~1 Apr 2021~ → 1 October 2020 (corrected 19 Nov)\n• *Peru* · ~1 Mar 2021~ → 1 April 2024 (corrected 19 Nov)',
    );
    expect(amended(message, [], { aboutOne: false, names: NAMES })).toEqual(message);
  });
});
