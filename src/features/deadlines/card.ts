import { actions, button, context, dataTable, present, section } from '../../blocks/build.ts';
import { longDate } from '../../blocks/dates.ts';
import { clamp, LIMITS, lengthOf } from '../../blocks/limits.ts';
import type { Block, Message } from '../../blocks/message.ts';
import { join, type Mrkdwn, md, unescapeText } from '../../blocks/mrkdwn.ts';
import { paragraphs } from '../../blocks/paragraphs.ts';
import { sourceTitles } from '../../blocks/source-words.ts';
import { counted } from '../../blocks/words.ts';
import { yearOf } from '../../treaty/day.ts';
import type { Clock } from '../../treaty/facts.ts';
import { answerOf, nothingOnRecord } from './answer.ts';
import { apartWords } from './apart-words.ts';
import { type Dates, forEveryone, type Group } from './compose.ts';
import { bullet, headingOf, listedWords } from './lines.ts';
import type { Narrower } from './narrowing.ts';
import { type Row, rowsOf } from './rows.ts';
import { SOURCES, SOURCES_TITLE } from './sources.ts';

export const TIMELINE = 'deadlines:timeline';

const MOST_SOURCES = 6;
/** More lines than this are easier to read in the table than above or below it. */
const MOST_ASIDE = 12;
const COLUMNS = ['State', 'What', 'Due', 'Days', 'As it stands'] as const;

/** How an answer was asked for, for what stands below it. */
export interface Asked {
  understood: string;
  /** The words that ask for the same with the day it was asked for, so that a button means the same later. */
  question: string;
  /** The words that ask for those dates of which nothing is on record. */
  unsaid: string;
  /** Everybody in the room reads it: the public half. */
  isPublic: boolean;
  /** Ways to ask for no more than `most` of `clocks`. */
  narrower(clocks: readonly Clock[], most: number): readonly Narrower[];
}

/** The treaty's dates as a message: the answer, what has passed, a table of the dates asked for, what is to be confirmed. */
export function datesCard(dates: Dates, asked: Asked): Message {
  return asked.isPublic ? publicCard(dates, asked) : wholeCard(dates, asked);
}

/** The public half: the answer, and where it comes from. */
function publicCard(dates: Dates, asked: Asked): Message {
  const groups = forEveryone(dates.groups);
  const { answer, apart } = topOf({ ...dates, groups });
  const alone = groups.length < dates.groups.length && groups.length === 0;
  const said = alone ? md`*This is told to one person at a time:* type \`/ccm deadlines ${asked.question}\`.` : answer;
  return {
    text: clamp([said, ...apart].map(plainly).join('\n'), LIMITS.fallbackText),
    blocks: present(section(said), ...paragraphs(apart), smallPrint(dates, asked), buttons(groups, dates, asked)),
  };
}

function topOf(dates: Dates, toldBelow = false): { answer: Mrkdwn; apart: readonly Mrkdwn[] } {
  const [first, ...others] = apartWords(dates).map((words) => md`${words}`);
  // Where no date is left to tell, why there is none is the answer.
  if (first !== undefined && dates.groups.length === 0) return { answer: md`*${first}*`, apart: others };
  return { answer: answerOf(dates, toldBelow), apart: first === undefined ? [] : [first, ...others] };
}

function wholeCard(dates: Dates, asked: Asked): Message {
  const { above, inTable, below } = placed(dates.groups);
  const { answer, apart } = topOf(dates, above.length > 0);
  const small = smallPrint(dates, asked);
  const row = buttons(forEveryone(dates.groups), dates, asked);
  // Where nothing lies ahead the answer is what has passed: its heading would only say so again.
  const linesIn = (group: Group): readonly Mrkdwn[] =>
    linesOf(group, dates).slice(dates.next === null && group.heading === 'passed' ? 1 : 0);
  const lists = dates.groups.flatMap(linesIn);
  const text = clamp([answer, ...apart, ...lists].map(plainly).join('\n'), LIMITS.fallbackText);
  const top = [section(answer), ...paragraphs(apart)];
  const list = (groups: readonly Group[]): Block[] => groups.flatMap((group) => paragraphs(linesIn(group)));
  const around: Block[] = present(...top, ...list(above), ...list(below), small);
  const rows = rowsOf(inTable, dates);
  const shown = fitting(rows, LIMITS.tableChars - charsIn(around) - ROOM_FOR_CUT);
  const cut = shown.length < rows.length && cutWords(shown.length, inTable, rows.length, asked);
  const table = shown.length > 0 && tableOf(shown, dates);
  const whole = paragraphs(lists);
  const fits = charsIn([...top, ...whole, small]) <= LIMITS.messageChars && whole.length + 8 <= LIMITS.messageBlocks;
  return {
    text,
    blocks: present(...top, ...list(above), table, cut, ...list(below), small, row),
    withoutTable: fits
      ? present(...top, ...dates.groups.flatMap((group) => paragraphs(linesIn(group))), small, row)
      : present(...top, ...list(above), ...paragraphs(shown.map(rowAsLine)), cut, ...list(below), small, row),
  };
}

/** What stands above the table, in it and below it; long lists go into the table. */
function placed(groups: readonly Group[]): Record<'above' | 'inTable' | 'below', readonly Group[]> {
  const short = ({ lines }: Group): boolean => lines.reduce((sum, { clocks }) => sum + clocks.length, 0) <= MOST_ASIDE;
  const above = groups.filter((group) => group.heading === 'passed' && short(group));
  const below = groups.filter(
    (group) => group.heading === 'listed' || (group.heading === 'unconfirmed' && short(group)),
  );
  return { above, below, inTable: groups.filter((group) => !above.includes(group) && !below.includes(group)) };
}

const plainly = (text: Mrkdwn): string => unescapeText(text.text.replace(/[*_`]/g, ''));

const linesOf = (group: Group, dates: Dates): readonly Mrkdwn[] => [
  headingOf(group, dates),
  ...(group.heading === 'listed'
    ? listedWords(group, dates)
    : group.lines.map((line) => bullet(line, group, dates.asOf))),
];

const cellsOf = ({ name, what, due, daysInWords, standing }: Row): readonly string[] => [
  name,
  what,
  due,
  daysInWords,
  standing,
];
const rowAsLine = ({ name, what, due, daysInWords, standing }: Row): Mrkdwn =>
  md`• *${name}* · ${what} · ${due} · ${daysInWords} · ${standing}`;

/** A narrower question may have longer rows, of which fewer fit. */
const MARGIN = 15;

/** What the line below a cut table may need. */
const ROOM_FOR_CUT = 400;

/** The first rows, as many as Slack takes in one table and this message has room for. */
function fitting(rows: readonly Row[], room: number): readonly Row[] {
  let left = room - COLUMNS.join('').length;
  const first = rows.slice(0, LIMITS.tableRows);
  // As a list a row also has its marks between the cells.
  const end = first.findIndex((row) => {
    left -= lengthOf(cellsOf(row).join(' · ')) + 4;
    return left < 0;
  });
  return end < 0 ? first : first.slice(0, end);
}

const charsIn = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => {
    if (block.type === 'section') return sum + lengthOf(block.text?.text ?? '');
    if (block.type !== 'context') return sum;
    return sum + block.elements.reduce((all, each) => all + ('text' in each ? lengthOf(each.text) : 0), 0);
  }, 0);

const tableOf = (rows: readonly Row[], { asOf }: Dates) =>
  dataTable(`Dates under Articles 3, 4 and 7 as of ${longDate(asOf)}`, [
    COLUMNS,
    ...rows.map(({ name, what, due, days, daysInWords, standing }) => [
      name,
      what,
      due,
      { value: days, text: daysInWords },
      standing,
    ]),
  ]);

function cutWords(shown: number, groups: readonly Group[], all: number, { narrower }: Asked): Block {
  const clocks = groups.flatMap(({ lines }) => lines).flatMap((line) => line.clocks);
  const ways = narrower(clocks, shown - MARGIN).map(({ words, count }) => md`\`/ccm deadlines ${words}\` (${count})`);
  const how = ways.length === 0 ? md`name a State, an article or a year` : join(ways, ' or ');
  return context(md`The first ${shown} of ${all}, in date order. For less: ${how}.`);
}

/** The picture of what is `drawn`, and the sources of all; nothing where the question is too long for a button. */
function buttons(drawn: readonly Group[], { groups }: Dates, { question }: Asked): Block | null {
  const value = lengthOf(question) > LIMITS.buttonValue ? null : question;
  return actions(
    ...(value === null || drawn.length === 0 ? [] : [button({ text: 'Timeline', action: TIMELINE, value })]),
    ...(value === null || groups.length === 0 ? [] : [button({ text: SOURCES_TITLE, action: SOURCES, value })]),
  );
}

function smallPrint(dates: Dates, { understood, unsaid: unsaidWords, isPublic }: Asked): Block {
  const { furtherOn, unsaid, sources, asOf } = dates;
  const titles = sourceTitles(sources, asOf);
  const cut =
    titles.length > MOST_SOURCES ? [...titles.slice(0, MOST_SOURCES), `${titles.length - MOST_SOURCES} more`] : titles;
  return context(
    md`Understood: ${understood} · as of ${longDate(asOf)}`,
    ...(furtherOn === null
      ? []
      : [
          md`${counted(furtherOn.count, 'more deadline')} ${furtherOn.count === 1 ? 'lies' : 'lie'} beyond 12 months (${yearOf(furtherOn.first)}–${yearOf(furtherOn.last)}): \`/ccm deadlines all\``,
        ]),
    ...(unsaid === 0
      ? []
      : [md`${nothingOnRecord(unsaid)}. All of them: \`/ccm deadlines ${clamp(unsaidWords, 300)}\``]),
    ...(cut.length === 0 ? [] : [md`Source: ${cut.join('; ')}`]),
    ...(isPublic ? [] : [md`Only you see this.`]),
  );
}
