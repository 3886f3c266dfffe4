import { sourceTitle } from '../blocks/source-words.ts';
import { capital } from '../blocks/words.ts';
import { type Day, daysBetween } from '../treaty/day.ts';
import type { MeetingFacts } from '../treaty/facts.ts';
import { meetingDatesOn, meetingsKnownOn } from '../treaty/meeting-dates.ts';
import { endOf, startOf } from '../treaty/vague-date.ts';
import { type Answer, blank } from './answer.ts';
import type { Facts } from './facts.ts';
import { findState } from './names.ts';
import type { MeetingsQuestion } from './question.ts';
import { daysOf } from './span-days.ts';
import type { Tongue } from './tongue/tongue.ts';

/** A meeting with its first and last day, as exactly as they are known. */
interface Held {
  meeting: MeetingFacts;
  name: string;
  first: Day | null;
  last: Day | null;
  exact: boolean;
  when: string;
}

const vague = (text: string): { text: string; precision: 'day' | 'month' } => ({
  text,
  precision: text.length === 10 ? 'day' : 'month',
});

function heldOn(meeting: MeetingFacts, asOf: Day, tongue: Tongue): Held {
  const { start, end } = meetingDatesOn(meeting, asOf);
  const exact = start?.length === 10;
  return {
    meeting,
    first: start === null ? null : exact ? startOf(vague(start)) : endOf(vague(start)),
    last: start === null ? null : endOf(vague(end ?? start)),
    exact,
    name: tongue.meetingName(meeting.code, meeting.name),
    when:
      start === null ? tongue.say`dates not on record` : exact ? longSpan(start, end, tongue) : tongue.span(start, end),
  };
}

const longSpan = (start: string, end: string | null, { say, long }: Tongue): string => {
  const [first, last] = [endOf(vague(start)), endOf(vague(end ?? start))];
  if (first === null || last === null) return start;
  return first === last ? long(first) : say`${long(first)} to ${long(last)}`;
};

/** Answers when and where the meetings of the Convention are, and how many. */
export function answerMeetings(text: string, question: MeetingsQuestion, facts: Facts): Answer {
  const { form, meeting: code, type } = question;
  const { asOf, tongue } = facts;
  const { say } = tongue;
  const all = meetingsKnownOn(facts.record.meetings, asOf).map((meeting) => heldOn(meeting, asOf, tongue));
  const found = chosen(
    question,
    facts,
    all.toSorted((a, b) => ((a.first ?? '') < (b.first ?? '') ? -1 : 1)),
  );
  const answer: Answer = {
    ...blank(text, facts),
    understood: `${understoodAs(question, tongue)} · ${say`as of ${tongue.long(asOf)}`}`,
    sourceNote: [...new Set(found.map(({ meeting }) => sourceTitle(meeting.source, facts.asOf)))]
      .slice(0, 3)
      .map(tongue.known)
      .join('; '),
    sources: found.map(({ meeting, name, when }) => ({
      fact: `${name} · ${when} · ${meeting.place}`,
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
      lead: code ?? (type === null ? say`No such meeting` : typeWords(type, tongue)),
      rest: code === null && type === null ? say` is on record.` : say`: no date is on record.`,
    };
  if (form === 'who') return { ...answer, ...presided(first, facts) };
  if (form === 'days') return { ...answer, ...daysUntil(first, facts) };
  const dates = [
    ...new Set(found.flatMap(({ first: from, last }) => [from, last].filter((day) => day !== null))),
  ].toSorted();
  const lines = found.map(
    ({ meeting, name, when }) => say`${name}: ${[when, meeting.place].filter((part) => part !== '').join(', ')}`,
  );
  const list = form === 'list' || form === 'count';
  return {
    ...answer,
    count: list ? found.length : null,
    dates: form === 'where' || form === 'count' ? [] : dates,
    lead: !list
      ? (lines[0] ?? '')
      : found.length === 1
        ? say`One meeting`
        : say`${capital(tongue.number(found.length))} meetings`,
    rest: list ? say`:\n${lines.join('\n')}.` : '.',
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

function presided({ meeting, name }: Held, { book, tongue: { say } }: Facts): Partial<Answer> {
  const by = meeting.presidency ?? '';
  const state = by === '' ? null : findState(book, by);
  if (state?.kind !== 'found')
    return { outcome: 'empty', count: 0, lead: say`Who presided over the ${name} is not on record`, rest: '.' };
  return {
    states: [state.state],
    count: 1,
    lead: book.shortName(state.state),
    rest: say`: presidency of the ${name}.`,
  };
}

function daysUntil({ name, first, when, exact }: Held, { asOf, tongue: { say, long } }: Facts): Partial<Answer> {
  if (first === null || !exact)
    return { outcome: 'empty', lead: say`${name}: ${when}`, rest: say`; the days are not on record.` };
  const days = daysBetween(asOf, first);
  return {
    count: days < 0 ? null : days,
    dates: [first],
    lead: days < 0 ? say`The ${name} began ${-days} days ago` : say`${days} days until the ${name}`,
    rest: `, ${long(first)}.`,
  };
}

function typeWords(type: NonNullable<MeetingsQuestion['type']>, { say }: Tongue): string {
  switch (type) {
    case 'MSP':
      return say`Meetings of States Parties`;
    case 'RC':
      return say`Review Conferences`;
    case 'PREP':
      return say`Preparatory Meetings`;
    case 'EXTERNAL':
      return say`National Directors Meeting`;
  }
}

const FORMS: Partial<Record<MeetingsQuestion['form'], (tongue: Tongue) => string>> = {
  where: ({ say }) => say`place`,
  who: ({ say }) => say`presidency`,
  count: ({ say }) => say`number`,
  days: ({ say }) => say`days until it`,
  next: ({ say }) => say`the next|meeting`,
  last: ({ say }) => say`the latest|meeting`,
};

function understoodAs({ meeting, type, only, form }: MeetingsQuestion, tongue: Tongue): string {
  const { say } = tongue;
  const of = FORMS[form];
  return [
    meeting ?? (type === null ? say`Meetings on record` : typeWords(type, tongue)),
    ...(of === undefined ? [] : [of(tongue)]),
    ...(only === null ? [] : [only === 'ahead' ? say`ahead` : say`held`]),
  ].join(': ');
}
