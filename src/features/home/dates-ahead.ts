import { button, divider, section } from '../../blocks/build.ts';
import { kindWords } from '../../blocks/clock-words.ts';
import { dateSeenFrom, daysSeenFrom } from '../../blocks/dates.ts';
import type { Block } from '../../blocks/message.ts';
import { join, type Mrkdwn, md } from '../../blocks/mrkdwn.ts';
import { NumberWord } from '../../blocks/words.ts';
import { agendaOf, type DateLine, yearAhead } from '../../treaty/agenda.ts';
import type { Day } from '../../treaty/day.ts';
import { protocolOrder } from '../../treaty/protocol-order.ts';
import type { Seen } from './seen.ts';

const MOST_LINES = 5;
const MOST_NAMES = 3;

/** The next five dates under Articles 3, 4 and 7, and the button to all of them. */
export function datesAheadOf({ record, clocks, reader: { today }, nameOf }: Seen): readonly Block[] {
  const agenda = agendaOf(clocks, yearAhead(today), protocolOrder(record.states));
  const who = (lines: readonly DateLine[]): string => {
    if (lines.some(({ kind }) => kind === 'annual_report')) return 'All States Parties';
    const states = [...new Set(lines.flatMap((line) => line.clocks.map(({ state }) => state)))];
    return states.length > MOST_NAMES ? `${NumberWord(states.length)} States` : states.map(nameOf).join(', ');
  };
  const windows = agenda.requests.map(({ meeting, due, lines }) => ({
    due,
    words: `${who(lines)} · extension requests for the ${meeting}`,
  }));
  const lines = [...agenda.soon, ...agenda.later].map((line) => ({
    due: line.due,
    words: `${who([line])} · ${kindWords(line)}`,
  }));
  const ahead = [...windows, ...lines]
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    .slice(0, MOST_LINES);
  const list = ahead.length === 0 ? [md`None on record within a year.`] : ahead.map((line) => bullet(line, today));
  return [
    section(join([md`*Dates ahead*`, ...list], '\n'), button({ text: 'All dates', action: 'deadlines:all' })),
    divider(),
  ];
}

const bullet = ({ due, words }: { due: Day; words: string }, today: Day): Mrkdwn =>
  md`• ${words} · ${dateSeenFrom(today, due)} · ${daysSeenFrom(today, due)}`;
