import { sourceTitle } from '../blocks/source-words.ts';
import { type Day, daysBetween } from '../treaty/day.ts';
import type { ObligationEvent } from '../treaty/facts.ts';
import { obligationOf } from '../treaty/obligation-of.ts';
import { THEMES, type Theme } from '../treaty/theme.ts';
import { type Answer, blank } from './answer.ts';
import { THEME_OF } from './clocks-for.ts';
import type { Facts } from './facts.ts';
import type { ExtensionsQuestion } from './question.ts';
import { extensionEvents, extensionFact } from './states-that.ts';
import type { Tongue } from './tongue/tongue.ts';

const WHAT: Readonly<Record<ExtensionsQuestion['form'], (tongue: Tongue) => string>> = {
  requested: ({ say }) => say`when it was requested`,
  granted: ({ say }) => say`when it was granted`,
  until: ({ say }) => say`until when`,
  longest: ({ say }) => say`the longest granted`,
};

/** A grant with the deadline that it replaced and how many years it added. */
interface Grant {
  event: ObligationEvent;
  until: Day;
  years: number;
}

/** Answers when an extension was asked for or granted, until when it goes, and which was the longest (Art. 3.3, 4.5). */
export function answerExtensions(text: string, { states, articles, form }: ExtensionsQuestion, facts: Facts): Answer {
  const { book, asOf, tongue } = facts;
  const { say } = tongue;
  const of = extensionEvents({ stage: form === 'requested' ? 'requested' : 'granted', articles }, facts)
    .map(({ event, on }) => ({ event, on }))
    .filter(({ event }) => states.length === 0 || states.includes(event.state));
  const names = states.map((state) => book.shortName(state)).join(', ');
  const answer: Answer = {
    ...blank(text, facts),
    understood: `${names === '' ? say`Extensions: ${WHAT[form](tongue)}` : say`Extension of ${names}: ${WHAT[form](tongue)}`} · ${say`as of ${tongue.long(asOf)}`}`,
    sourceNote: [...new Set(of.map(({ event }) => sourceTitle(event.source.split(' ; ')[0] ?? '', asOf)))]
      .slice(0, 3)
      .map(tongue.known)
      .join('; '),
    sources: of.map(({ event }) => ({
      fact: extensionFact(event, facts),
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
          ? say`No extension is on record`
          : form === 'requested'
            ? say`No extension request of ${names} is on record`
            : say`No extension of ${names} is on record`,
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
  const { say, long } = facts.tongue;
  const name = facts.book.shortName(event.state);
  const { article } = event;
  const at = `${event.meeting === null ? '' : `, ${event.meeting}`}${event.confidence === 'high' ? '' : say`, to be confirmed`}`;
  if (form === 'requested') return say`${name}: extension under Article ${article} requested ${long(on)}${at}`;
  const grant = grantOf(event, facts);
  const years = grant === null ? '' : grant.years === 1 ? say` (1 year)` : say` (${grant.years} years)`;
  return event.until === null
    ? say`${name}: extension under Article ${article} granted ${long(on)}${at}`
    : say`${name}: extension under Article ${article} granted ${long(on)} until ${long(event.until)}${years}${at}`;
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
