import { button, context, divider, section } from '../../blocks/build.ts';
import { monthName, shortDate } from '../../blocks/dates.ts';
import type { Block } from '../../blocks/message.ts';
import { type Mrkdwn, md } from '../../blocks/mrkdwn.ts';
import { inSentence } from '../../blocks/state-words.ts';
import { counted, listed } from '../../blocks/words.ts';
import { may } from '../../desk/actor.ts';
import { factsToConfirm } from '../../treaty/confirm.ts';
import type { Day } from '../../treaty/day.ts';
import type { Clock, Iso3 } from '../../treaty/facts.ts';
import { protocolOrder } from '../../treaty/protocol-order.ts';
import { THEME_WORDS } from '../../treaty/theme.ts';
import type { UnconfirmedFigure } from '../../treaty/unconfirmed.ts';
import { nextWindow } from '../following/use-cases.ts';
import type { Seen } from './seen.ts';
import { workPlanTitle } from './work-plan.ts';

/** What waits for the reader; nothing for those who do not read the register. */
export function needsYouOf(seen: Seen): readonly Block[] {
  const { actor } = seen.reader;
  if (!may(actor, 'read_register')) return [];
  const confirm = actor.roles.includes('isu') ? confirmLine(seen) : [];
  const lines = [...(actor.roles.includes('coordinator') ? dueThisMonth(seen) : []), ...unownedLine(seen)];
  const notes = handedOver(seen);
  const divide = actor.roles.includes('coordinator') ? nobodyFollows(seen) : [];
  if (confirm.length + lines.length + divide.length + notes.length === 0) return [];
  return [
    section(md`*Needs you*`),
    ...confirm.map((line) => section(line, button({ text: 'Confirm facts', action: 'facts:confirm' }))),
    ...lines.map((line) => section(line)),
    ...divide.map((line) => section(line, button({ text: 'Divide', action: 'following:divide' }))),
    ...notes.map((note) => context(note)),
    divider(),
  ];
}

/** "Facts to confirm (8)", with the States they are about. */
function confirmLine({ record, figures, reader, clocks, nameOf }: Seen): readonly Mrkdwn[] {
  const facts = factsToConfirm(record, figures, reader.today, clocks);
  if (facts.length === 0) return [];
  const byState = protocolOrder(record.states);
  const about = facts
    .flatMap((fact) => (fact.kind === 'discrepancy' || fact.state === null ? [] : [fact]))
    .toSorted((a, b) => byState(a.state, b.state))
    .map(({ state, article }) => `${nameOf(state)} (Art. ${article})`);
  const figuresApart = facts.flatMap((fact) =>
    fact.kind === 'discrepancy'
      ? [discrepancyWords(fact)]
      : fact.kind === 'year_due'
        ? [`annual reports for ${fact.year}`]
        : [],
  );
  return [md`*Facts to confirm (${facts.length})* · ${[...new Set([...about, ...figuresApart])].join(', ')}`];
}

const discrepancyWords = ({ theme, stated, named }: UnconfirmedFigure): string =>
  `${theme === null ? 'a number' : THEME_WORDS[theme].name}: ${stated} stated, ${named} named`;

/** What the work plan puts in this month. */
const dueThisMonth = ({ workPlan, reader }: Seen): readonly Mrkdwn[] =>
  workPlan
    .filter(({ kind, when }) => kind === 'timeline' && when !== null && when.length === 7)
    .filter(
      ({ when, until }) =>
        (when ?? '') <= reader.today.slice(0, 7) && reader.today.slice(0, 7) <= (until ?? when ?? ''),
    )
    .map((row) => {
      const span = row.until === null ? `due in ${monthName(row.when ?? '')}` : `until ${monthName(row.until)}`;
      return md`*${workPlanTitle(row)}* · ${span} (work plan)${row.until === null ? ' · no day yet' : ''}`;
    });

/** "19 requests have no owner · first by date: Lebanon (3) and Peru (1), 23 Feb 2020". */
function unownedLine({ needs, clocks, reader, record, nameOf }: Seen): readonly Mrkdwn[] {
  const unowned = needs.filter(({ owner, handledBy }) => owner === null && handledBy === null);
  if (unowned.length === 0) return [];
  const first = firstByDate([...new Set(unowned.map(({ state }) => state))], clocks, reader.today);
  const byState = protocolOrder(record.states);
  const names = first?.states
    .toSorted(byState)
    .map((state) => `${nameOf(state)} (${unowned.filter((need) => need.state === state).length})`);
  const have = unowned.length === 1 ? 'has' : 'have';
  const when = first && names ? md` · first by date: ${listed(names)}, ${shortDate(first.due)}` : '';
  return [md`*${counted(unowned.length, 'request')} ${have} no owner*${when}`];
}

/** "Nobody follows Bulgaria, Chile, Lebanon · 23 Feb 2020": those that could ask for an extension by the next such date. */
function nobodyFollows({ record, clocks, followed, reader: { today }, nameOf }: Seen): readonly Mrkdwn[] {
  const next = nextWindow(record, clocks, today);
  const states = next?.states.filter((state) => !followed.has(state)) ?? [];
  if (next === null || states.length === 0) return [];
  return [md`*Nobody follows* ${states.map(nameOf).join(', ')} · ${shortDate(next.due)}`];
}

/** The States whose next date under Articles 3 and 4 comes first, and that date. */
function firstByDate(
  states: readonly Iso3[],
  clocks: readonly Clock[],
  today: Day,
): { due: Day; states: readonly Iso3[] } | null {
  const ahead = clocks
    .filter(
      ({ kind, due, status }) =>
        !kind.endsWith('_report') && due >= today && (status === 'open' || status === 'extended'),
    )
    .filter(({ state }) => states.includes(state))
    .toSorted((a, b) => (a.due < b.due ? -1 : 1));
  const [next] = ahead;
  if (next === undefined) return null;
  const sharing = ahead.filter(({ due }) => due === next.due).map(({ state }) => state);
  return { due: next.due, states: [...new Set(sharing)] };
}

/** "Montenegro's own 3 requests and its 1 Aug 2020 deadline are with the Netherlands: nobody handles their own State." */
function handedOver({ needs, clocks, reader: { actor, today }, nameOf }: Seen): readonly Mrkdwn[] {
  const handled = needs.filter(({ handledBy }) => handledBy !== null);
  return [...new Set(handled.map(({ state }) => state))].flatMap((state) => {
    const own = handled.filter((need) => need.state === state);
    const handler = own[0]?.handledBy ?? null;
    if (handler === null || (actor.state !== state && actor.state !== handler && !actor.roles.includes('isu')))
      return [];
    const deadline = clocks.find(
      (clock) =>
        clock.state === state &&
        (clock.kind === 'clearance' || clock.kind === 'stockpile') &&
        clock.due >= today &&
        (clock.status === 'open' || clock.status === 'extended'),
    );
    const its = deadline === undefined ? '' : ` and its ${shortDate(deadline.due)} deadline`;
    const subject = `${nameOf(state)}'s own ${counted(own.length, 'request')}${its}`;
    const verb = own.length === 1 && deadline === undefined ? 'is' : 'are';
    const whom = actor.state === handler ? 'you' : inSentence(nameOf(handler));
    return [md`${subject} ${verb} with ${whom}: nobody handles their own State.`];
  });
}
