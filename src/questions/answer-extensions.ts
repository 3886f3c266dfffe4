import { longDate } from '../blocks/dates.ts';
import { sourceTitle } from '../blocks/source-words.ts';
import { type Day, daysBetween } from '../treaty/day.ts';
import type { ObligationEvent } from '../treaty/facts.ts';
import { obligationOf } from '../treaty/obligation-of.ts';
import { THEMES, type Theme } from '../treaty/theme.ts';
import { type Answer, blank } from './answer.ts';
import { THEME_OF } from './clocks-for.ts';
import type { Facts } from './facts.ts';
import type { ExtensionsQuestion } from './question.ts';
import { extensionEvents } from './states-that.ts';

const WHAT = {
  requested: 'when it was requested',
  granted: 'when it was granted',
  until: 'until when',
  longest: 'the longest granted',
} as const;

/** A grant with the deadline that it replaced and how many years it added. */
interface Grant {
  event: ObligationEvent;
  until: Day;
  years: number;
}

/** Answers when an extension was asked for or granted, until when it goes, and which was the longest (Art. 3.3, 4.5). */
export function answerExtensions(text: string, { states, articles, form }: ExtensionsQuestion, facts: Facts): Answer {
  const { book, asOf } = facts;
  const of = extensionEvents({ stage: form === 'requested' ? 'requested' : 'granted', articles }, facts)
    .map(({ event, on }) => ({ event, on }))
    .filter(({ event }) => states.length === 0 || states.includes(event.state));
  const names = states.map((state) => book.shortName(state)).join(', ');
  const answer: Answer = {
    ...blank(text, asOf),
    understood: `Extension${names === '' ? 's' : ` of ${names}`}: ${WHAT[form]} · as of ${longDate(asOf)}`,
    sourceNote: [...new Set(of.map(({ event }) => sourceTitle(event.source.split(' ; ')[0] ?? '', asOf)))]
      .slice(0, 3)
      .join('; '),
    sources: of.map(({ event }) => ({
      fact: `${book.shortName(event.state)} · Art. ${event.article} · ${event.event.replace('_', ' ')} · ${event.date.text}`,
      source: event.source,
      confidence: event.confidence,
    })),
    themes: themesOf(of.map(({ event }) => event)),
  };
  if (of.length === 0)
    return {
      ...answer,
      outcome: 'empty',
      lead:
        names === ''
          ? 'No extension is on record'
          : `No extension ${form === 'requested' ? 'request ' : ''}of ${names} is on record`,
      rest: '.',
    };
  const found =
    form === 'longest'
      ? longest(
          of.map(({ event }) => event),
          facts,
        )
      : of.map(({ event, on }) => ({ event, on }));
  const lines = found.map(({ event, on }) => line(form, event, on, facts));
  const [first = '', ...others] = lines;
  return {
    ...answer,
    themes: themesOf(found.map(({ event }) => event)),
    states: [...new Set(found.map(({ event }) => event.state))].toSorted(),
    dates: [
      ...new Set(
        form === 'requested' || form === 'granted'
          ? found.map(({ on }) => on)
          : found.flatMap(({ event }) => event.until ?? []),
      ),
    ].toSorted(),
    lead: first,
    rest: `${others.map((each) => `;\n${each}`).join('')}.`,
  };
}

const themesOf = (events: readonly ObligationEvent[]): readonly Theme[] =>
  THEMES.filter((theme) => events.some(({ article }) => THEME_OF[article] === theme));

function line(form: ExtensionsQuestion['form'], event: ObligationEvent, on: Day, facts: Facts): string {
  const name = facts.book.shortName(event.state);
  const sure = event.confidence === 'high' ? '' : ', to be confirmed';
  const at = event.meeting === null ? '' : `, ${event.meeting}`;
  if (form === 'requested')
    return `${name}: extension under Article ${event.article} requested ${longDate(on)}${at}${sure}`;
  const grant = grantOf(event, facts);
  const years = grant === null ? '' : ` (${grant.years} ${grant.years === 1 ? 'year' : 'years'})`;
  const until = event.until === null ? '' : ` until ${longDate(event.until)}${years}`;
  return `${name}: extension under Article ${event.article} granted ${longDate(on)}${until}${at}${sure}`;
}

function grantOf(event: ObligationEvent, { record, asOf }: Facts): Grant | null {
  const obligation = obligationOf(record, event.state, event.article, asOf, event.newRemnants);
  if (event.until === null || obligation === null) return null;
  const earlier = obligation.events.filter(
    (each) =>
      each.event === 'extension_granted' && each.until !== null && event.until !== null && each.until < event.until,
  );
  const replaced =
    earlier
      .map(({ until }) => until)
      .filter((day) => day !== null)
      .toSorted()
      .at(-1) ?? obligation.originalDue;
  return { event, until: event.until, years: Math.round((daysBetween(replaced, event.until) / 365.25) * 10) / 10 };
}

function longest(events: readonly ObligationEvent[], facts: Facts): readonly { event: ObligationEvent; on: Day }[] {
  const grants = events.flatMap((event) => grantOf(event, facts) ?? []);
  const most = Math.max(...grants.map(({ years }) => years));
  const dated = extensionEvents({ stage: 'granted', articles: [] }, facts);
  return dated.filter(({ event }) => grants.some((grant) => grant.event.id === event.id && grant.years === most));
}
