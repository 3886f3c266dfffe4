import { answerDates } from '../../src/features/deadlines/answer-dates.ts';
import { datesCard } from '../../src/features/deadlines/card.ts';
import { timelineOf } from '../../src/features/deadlines/timeline.ts';
import { pngOf, timelineSvg } from '../../src/pictures/draw.ts';
import { clocksOn } from '../../src/treaty/clocks.ts';
import { day } from '../../src/treaty/day.ts';
import { bookFromFiles } from '../features/deadlines/book.ts';
import { recordFromFiles } from '../setup/record-files.ts';
import { type Figure, ms, quantile, timed } from './figures.ts';

const QUESTIONS = [
  '',
  'all',
  'clearance Africa until 2025 open or extended',
  'reports not on record',
  'Lebanon, Chad and the Middle East as of 4 Sep 2020',
];

/** A long record, the list of dates and its picture. */
export async function deadlineFigures(): Promise<readonly Figure[]> {
  const record = recordFromFiles();
  const asking = { record, book: bookFromFiles(), today: day('2019-11-18') };
  const copies = Math.ceil(100_000 / record.events.length);
  const events = Array.from({ length: copies }, () => record.events).flat();
  // A new record each time, so that nothing of an earlier run is kept.
  const long = await timed(5, () => clocksOn({ ...record, events }, asking.today));
  const lists = await timed(200, (run) => {
    const found = answerDates(QUESTIONS[run % QUESTIONS.length] ?? '', asking);
    return found.kind === 'dates' ? datesCard(found.dates, { ...found.asked, isPublic: false }) : null;
  });
  const found = answerDates('all', asking);
  if (found.kind !== 'dates') throw new Error('“all” can be read.');
  const timeline = timelineOf(found.dates, found.asked.understood);
  const svg = await timelineSvg(timeline);
  const drawings = await timed(20, () => timelineSvg(timeline));
  const pngs = await timed(5, () => pngOf(svg));
  return [
    {
      what: `${events.length.toLocaleString('en')} events, as of one date`,
      value: ms(quantile(long, 0.5)),
      beside: `quickest ${ms(quantile(long, 0))}`,
    },
    {
      what: 'Reading “deadlines …” and composing the list',
      value: ms(quantile(lists, 0.5)),
      beside: `99th percentile ${ms(quantile(lists, 0.99))}`,
    },
    {
      what: 'The timeline of all dates: SVG, then PNG',
      value: `${ms(quantile(drawings, 0.5))}, ${ms(quantile(pngs, 0.5))}`,
      beside: `${Math.round((await pngOf(svg)).length / 1_000)} kB`,
    },
  ];
}
