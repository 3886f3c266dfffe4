import { longDate, span } from '../blocks/dates.ts';
import { sourceTitle } from '../blocks/source-words.ts';
import { NumberWord } from '../blocks/words.ts';
import { type Day, daysBetween } from '../treaty/day.ts';
import type { MeetingFacts } from '../treaty/facts.ts';
import { meetingDatesOn, meetingsKnownOn } from '../treaty/meeting-dates.ts';
import { endOf, startOf } from '../treaty/vague-date.ts';
import { type Answer, blank } from './answer.ts';
import type { Facts } from './facts.ts';
import { findState } from './names.ts';
import type { MeetingsQuestion } from './question.ts';
import { daysOf } from './span-days.ts';

/** A meeting with its first and last day, as exactly as they are known. */
interface Held {
  meeting: MeetingFacts;
  first: Day | null;
  last: Day | null;
  exact: boolean;
  when: string;
}

const vague = (text: string): { text: string; precision: 'day' | 'month' } => ({
  text,
  precision: text.length === 10 ? 'day' : 'month',
});

function heldOn(meeting: MeetingFacts, asOf: Day): Held {
  const { start, end } = meetingDatesOn(meeting, asOf);
  const exact = start?.length === 10;
  return {
    meeting,
    first: start === null ? null : exact ? startOf(vague(start)) : endOf(vague(start)),
    last: start === null ? null : endOf(vague(end ?? start)),
    exact,
    when: start === null ? 'dates not on record' : exact ? longSpan(start, end) : span(start, end),
  };
}

const longSpan = (start: string, end: string | null): string => {
  const [first, last] = [endOf(vague(start)), endOf(vague(end ?? start))];
  if (first === null || last === null) return start;
  return first === last ? longDate(first) : `${longDate(first)} to ${longDate(last)}`;
};

/** Answers when and where the meetings of the Convention are, and how many. */
export function answerMeetings(text: string, question: MeetingsQuestion, facts: Facts): Answer {
  const { form, meeting: code, type } = question;
  const all = meetingsKnownOn(facts.record.meetings, facts.asOf).map((meeting) => heldOn(meeting, facts.asOf));
  const found = chosen(
    question,
    facts,
    all.toSorted((a, b) => ((a.first ?? '') < (b.first ?? '') ? -1 : 1)),
  );
  const answer: Answer = {
    ...blank(text, facts.asOf),
    understood: `${understoodAs(question)} · as of ${longDate(facts.asOf)}`,
    sourceNote: [...new Set(found.map(({ meeting }) => sourceTitle(meeting.source, facts.asOf)))]
      .slice(0, 3)
      .join('; '),
    sources: found.map(({ meeting, when }) => ({
      fact: `${meeting.name} · ${when} · ${meeting.place}`,
      source: meeting.source,
      confidence: 'high',
    })),
  };
  const [first] = found;
  if (first === undefined)
    return {
      ...answer,
      outcome: 'empty',
      count: form === 'count' ? 0 : null,
      lead: code ?? type ?? 'No such meeting',
      rest: code === null && type === null ? ' is on record.' : ': no date is on record.',
    };
  if (form === 'who') return { ...answer, ...presided(first, facts) };
  if (form === 'days') return { ...answer, ...daysUntil(first, facts) };
  const dates = [
    ...new Set(found.flatMap(({ first: from, last }) => [from, last].filter((day) => day !== null))),
  ].toSorted();
  const lines = found.map(
    ({ meeting, when }) => `${meeting.name}: ${[when, meeting.place].filter((part) => part !== '').join(', ')}`,
  );
  const list = form === 'list' || form === 'count';
  return {
    ...answer,
    count: list ? found.length : null,
    dates: form === 'where' || form === 'count' ? [] : dates,
    lead: list ? `${NumberWord(found.length)} ${found.length === 1 ? 'meeting' : 'meetings'}` : (lines[0] ?? ''),
    rest: list ? `:\n${lines.join('\n')}.` : '.',
  };
}

function chosen(
  { meeting: code, type, span: asked, only, form }: MeetingsQuestion,
  facts: Facts,
  all: readonly Held[],
): readonly Held[] {
  const { asOf, record } = facts;
  if (code !== null) {
    const parts = record.meetings.find((meeting) => meeting.code === code)?.replacedBy ?? [];
    const own = all.filter(({ meeting }) => meeting.code === code);
    return own.length > 0 ? own : all.filter(({ meeting }) => parts.includes(meeting.code));
  }
  const days = daysOf(asked, facts);
  const ahead = only === 'ahead' || form === 'next' || form === 'days';
  const fitting = all.filter(
    ({ meeting, first, last }) =>
      (type === null || meeting.type === type) &&
      first !== null &&
      last !== null &&
      days !== null &&
      (days.until === null || first <= days.until) &&
      (days.from === null || last >= days.from) &&
      (!ahead || last >= asOf) &&
      (only !== 'held' || last < asOf),
  );
  if (form === 'next' || form === 'days') return fitting.slice(0, 1);
  if (form === 'last') return fitting.filter(({ last }) => last !== null && last < asOf).slice(-1);
  if (type === 'RC' && form !== 'list' && form !== 'count') {
    const coming = fitting.filter(({ last }) => last !== null && last >= asOf);
    return coming.length > 0 ? coming.slice(0, 1) : fitting.slice(-1);
  }
  return type === 'EXTERNAL' && form !== 'list' ? fitting.slice(-1) : fitting;
}

function presided({ meeting }: Held, { book }: Facts): Partial<Answer> {
  const by = meeting.presidency ?? '';
  const state = by === '' ? null : findState(book, by);
  if (state?.kind !== 'found')
    return { outcome: 'empty', count: 0, lead: `Who presided over the ${meeting.name} is not on record`, rest: '.' };
  return {
    states: [state.state],
    count: 1,
    lead: `${book.shortName(state.state)}`,
    rest: `: presidency of the ${meeting.name}.`,
  };
}

function daysUntil({ meeting, first, when, exact }: Held, { asOf }: Facts): Partial<Answer> {
  if (first === null || !exact)
    return { outcome: 'empty', lead: `${meeting.name}: ${when}`, rest: '; the days are not on record.' };
  const days = daysBetween(asOf, first);
  return {
    count: days < 0 ? null : days,
    dates: [first],
    lead: days < 0 ? `The ${meeting.name} began ${-days} days ago` : `${days} days until the ${meeting.name}`,
    rest: `, ${longDate(first)}.`,
  };
}

const TYPES = {
  MSP: 'Meetings of States Parties',
  RC: 'Review Conferences',
  PREP: 'Preparatory Meetings',
  EXTERNAL: 'National Directors Meeting',
} as const;
const FORMS: Partial<Record<MeetingsQuestion['form'], string>> = {
  where: 'place',
  who: 'presidency',
  count: 'number',
  days: 'days until it',
  next: 'the next',
  last: 'the latest',
};

const understoodAs = ({ meeting, type, only, form }: MeetingsQuestion): string =>
  [
    meeting ?? (type === null ? 'Meetings on record' : TYPES[type]),
    ...(FORMS[form] === undefined ? [] : [FORMS[form]]),
    ...(only === null ? [] : [only === 'ahead' ? 'ahead' : 'held']),
  ].join(': ');
