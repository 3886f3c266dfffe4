import type { Answer } from '../../src/questions/answer.ts';
import type { Facts, KnownFigure, KnownNeed } from '../../src/questions/facts.ts';
import type { Language } from '../../src/questions/lexicon/lexicon.ts';
import { bookIn, nameBook } from '../../src/questions/names.ts';
import type { Question } from '../../src/questions/question.ts';
import { answerTo, answerWithout } from '../../src/questions/reply-to.ts';
import { TONGUES } from '../../src/questions/tongue/tongues.ts';
import { readText } from '../../src/questions/understand.ts';
import { clocksOn } from '../../src/treaty/clocks.ts';
import { type Day, day, parseDay } from '../../src/treaty/day.ts';
import { protocolOrder } from '../../src/treaty/protocol-order.ts';
import { isTheme } from '../../src/treaty/theme.ts';
import { recordFromFiles, rowsOf } from '../setup/record-files.ts';

const numberOrNull = (text: string | undefined): number | null => (text ? Number(text) : null);

/** The treaty's facts of the starting record. */
export const record = recordFromFiles();
const aliases = rowsOf('aliases');
const titles = new Map(rowsOf('sources').map((row) => [row['full_title'] ?? '', row]));

/** Every name of every State. */
export const book = nameBook(
  record.states.map(({ iso3, shortName }) => ({
    iso3,
    shortName,
    aliases: aliases.filter((row) => row['iso3'] === iso3).map((row) => ({ text: row['alias'] ?? '' })),
  })),
);

/** The requests of the starting record, numbered as the loader numbers them. */
export const needs: readonly KnownNeed[] = record.needs.map(({ state, theme, reportingYear, asOf, source }, at) => {
  const known = titles.get(source);
  return {
    reference: `AR-${reportingYear}-${String(at + 1).padStart(3, '0')}`,
    state,
    theme,
    reportingYear,
    asOf,
    closedOn: null,
    status: 'logged',
    leftStatus: null,
    requestedOn: null,
    owner: null,
    handledBy: state === 'MNE' ? 'NLD' : null,
    sharing: 'published',
    sources: [
      {
        title: known?.['title'] ?? '',
        date: parseDay(known?.['date'] ?? ''),
        link: null,
        confidence: known?.['confidence'] ?? '',
      },
    ],
  };
});

const figures: readonly KnownFigure[] = rowsOf('stated-figures').map((row) => ({
  asOf: day(row['as_of'] ?? ''),
  subject: row['subject'] ?? '',
  theme: isTheme(row['theme'] ?? '') ? (row['theme'] as KnownFigure['theme']) : null,
  reportingYear: numberOrNull(row['reporting_year']),
  stated: Number(row['stated']),
  named: numberOrNull(row['named']),
  source: row['source'] ?? '',
}));

const terms: Facts['terms'] = rowsOf('coordinators').map((row) => ({
  period: row['period'] ?? '',
  theme: row['theme'] ?? '',
  states: (row['states'] ?? '').split(';').map((name) => name.trim()),
  source: row['source'] ?? '',
  confidence: row['confidence'] ?? '',
}));

const clocksKept = new Map<Day, Facts['clocks']>();

function clocksAt(asOf: Day): Facts['clocks'] {
  const clocks = clocksKept.get(asOf) ?? clocksOn(record, asOf);
  clocksKept.set(asOf, clocks);
  return clocks;
}

/** What an answer is made of on `asOf`, from the files of the starting record; `change` puts other rows in their place. */
const factsOn = (asOf: Day, language: Language, change: Partial<Facts> = {}): Facts => ({
  asOf,
  states: record.states,
  record,
  terms,
  clocks: clocksAt(asOf),
  needs,
  figures,
  book: bookIn(book, TONGUES[language]),
  tongue: TONGUES[language],
  byProtocol: protocolOrder(record.states),
  ...change,
});

/** The day on which every question is asked unless it says otherwise. */
export const TODAY = day('2019-11-18');

/** The answer to a question, in a language. */
export const answeredAs = (text: string, question: Question, language: Language): Answer =>
  answerTo(text, question, factsOn(question.asOf ?? TODAY, language));

/** The answer to `text` as if it were asked on `today`. */
export function answered(text: string, today: Day = TODAY, change: Partial<Facts> = {}): Answer {
  const { reading, language } = readText(text, book, today);
  if (reading.kind !== 'understood') return answerWithout(text, reading, factsOn(today, language));
  return answerTo(text, reading.question, factsOn(reading.question.asOf ?? today, language, change));
}
