import { longestStockpileExtension, stockpileDeadline } from './article-3.ts';
import { clearanceDeadline, longestClearanceExtension, newRemnantsDeadline } from './article-4.ts';
import { type Day, parseDay } from './day.ts';
import { decidingMeeting } from './deciding-meeting.ts';
import { entryIntoForce } from './entry-into-force.ts';
import type { ObligationEvent, StateFacts, TreatyRecord, VagueDate } from './facts.ts';
import { countsFrom, type ObligationOn, obligationOn } from './obligation.ts';

/** What the treaty says against an event as it is recorded, with the article. It is never refused: a State may have done it. */
export type Warning = { article: string } & (
  | { kind: 'not_a_party' }
  | { kind: 'before_entry_into_force'; inForce: Day }
  | { kind: 'after_withdrawal'; withdrawn: Day }
  | { kind: 'no_obligation' }
  | { kind: 'not_as_computed'; computed: Day }
  | { kind: 'longer_than_allowed'; deadline: Day; longest: Day }
  | { kind: 'exceptional'; grants: number }
  | { kind: 'backwards'; from: Day }
  | { kind: 'no_request' }
  | { kind: 'after_completion'; completed: VagueDate }
  | { kind: 'after_deadline'; deadline: Day }
  | { kind: 'after_submission_date'; submitBy: Day; meeting: string }
  | { kind: 'nothing_completed' }
);

/** An event that is about to be recorded; `corrects` is the event whose place it takes. */
export type Proposed = ObligationEvent & { corrects: string | null };

/** What is to be looked at before `event` is added to `record`, by article; empty where nothing speaks against it. */
export function warningsFor(event: Proposed, record: TreatyRecord): readonly Warning[] {
  const state = record.states.find(({ iso3 }) => iso3 === event.state);
  const from = countsFrom(event, record.meetings);
  if (state === undefined || from === null) return [];
  const others = record.events.filter(
    ({ id, state: of, article, newRemnants }) =>
      of === event.state && article === event.article && newRemnants === event.newRemnants && id !== event.corrects,
  );
  const before = obligationOn(others, record.meetings, from);
  return [...standingWarnings(state, from), ...obligationWarnings(event, state, before, from, record)];
}

function standingWarnings(state: StateFacts, from: Day): readonly Warning[] {
  const { deposited, withdrawn } = state;
  if (deposited === null || deposited > from) return [{ kind: 'not_a_party', article: 'Art. 17' }];
  const inForce = entryIntoForce(deposited);
  if (from < inForce) return [{ kind: 'before_entry_into_force', article: 'Art. 17', inForce }];
  return withdrawn !== null && withdrawn <= from ? [{ kind: 'after_withdrawal', article: 'Art. 20.3', withdrawn }] : [];
}

function obligationWarnings(
  event: Proposed,
  state: StateFacts,
  before: ObligationOn | null,
  from: Day,
  record: TreatyRecord,
): readonly Warning[] {
  if (event.event === 'obligation' || event.event === 'obligation_unclear')
    return [...computedWarnings(event, state), ...backwardsWarnings(event, null, record)];
  if (before === null) return [{ kind: 'no_obligation', article: baseArticle(event) }];
  switch (event.event) {
    case 'extension_granted':
      return [
        ...afterCompletion(event, before),
        ...requestMissing(event, before),
        ...lengthWarnings(event, before),
        ...backwardsWarnings(event, before.due, record),
      ];
    case 'extension_not_granted':
      return requestMissing(event, before);
    case 'extension_announced':
      return afterCompletion(event, before);
    case 'extension_requested':
      return [...afterCompletion(event, before), ...lateness(event, before, from, record)];
    case 'reopened':
    case 'declared':
      return before.ended === null
        ? [{ kind: 'nothing_completed', article: event.article === 4 ? 'Art. 4.1(c)' : 'Art. 3.2' }]
        : [];
    default:
      return [];
  }
}

const baseArticle = ({ article, newRemnants }: ObligationEvent): string =>
  article === 3 ? 'Art. 3.2' : newRemnants ? 'Art. 4.1(b)' : 'Art. 4.1(a)';
const extensionArticle = ({ article }: ObligationEvent): string => (article === 3 ? 'Art. 3.3' : 'Art. 4.5');

/** The deadline that the treaty itself gives; null where a date that it needs is not known to the day. */
export function computedDeadline(
  { article, newRemnants, date }: Pick<ObligationEvent, 'article' | 'newRemnants' | 'date'>,
  { deposited }: Pick<StateFacts, 'deposited'>,
): Day | null {
  if (newRemnants) {
    const ended = parseDay(date.text);
    return ended === null ? null : newRemnantsDeadline(ended);
  }
  if (deposited === null) return null;
  return (article === 3 ? stockpileDeadline : clearanceDeadline)(entryIntoForce(deposited));
}

function computedWarnings(event: ObligationEvent, state: StateFacts): readonly Warning[] {
  const computed = computedDeadline(event, state);
  return computed === null || event.until === null || event.until === computed
    ? []
    : [{ kind: 'not_as_computed', article: baseArticle(event), computed }];
}

/** A deadline that would come earlier than the one it follows, or than the one whose place it takes. */
function backwardsWarnings(event: Proposed, due: Day | null, { events }: TreatyRecord): readonly Warning[] {
  const corrected = events.find(({ id }) => id === event.corrects)?.until ?? null;
  const [latest] = [due, corrected]
    .filter((each) => each !== null)
    .toSorted()
    .toReversed();
  return event.until !== null && latest !== undefined && event.until < latest
    ? [
        {
          kind: 'backwards',
          article: event.event === 'extension_granted' ? extensionArticle(event) : baseArticle(event),
          from: latest,
        },
      ]
    : [];
}

const afterCompletion = (event: ObligationEvent, { ended }: ObligationOn): readonly Warning[] =>
  ended === null ? [] : [{ kind: 'after_completion', article: extensionArticle(event), completed: ended.date }];

const requestMissing = (event: ObligationEvent, { pending }: ObligationOn): readonly Warning[] =>
  pending === null ? [{ kind: 'no_request', article: extensionArticle(event) }] : [];

function lengthWarnings(event: ObligationEvent, { due, grants }: ObligationOn): readonly Warning[] {
  const longest = (event.article === 3 ? longestStockpileExtension : longestClearanceExtension)(due);
  const article = event.article === 3 ? 'Art. 3.3' : grants > 0 ? 'Art. 4.8' : 'Art. 4.5';
  return [
    ...(event.until !== null && event.until > longest
      ? [{ kind: 'longer_than_allowed' as const, article, deadline: due, longest }]
      : []),
    ...(event.article === 3 && grants > 0 ? [{ kind: 'exceptional' as const, article, grants }] : []),
  ];
}

function lateness(event: ObligationEvent, { due }: ObligationOn, from: Day, record: TreatyRecord): readonly Warning[] {
  // A vague date may have been in time: only what is known to the day can have come after a date.
  if (event.date.precision !== 'day') return [];
  // Art. 4.6 asks for it before the deadline too; Art. 3.5 only before the meeting.
  if (event.article === 4 && from > due) return [{ kind: 'after_deadline', article: 'Art. 4.6', deadline: due }];
  const deciding = decidingMeeting(due, record.meetings, from);
  return deciding?.submitBy && from > deciding.submitBy
    ? [
        {
          kind: 'after_submission_date',
          article: event.article === 3 ? 'Art. 3.5' : 'Art. 4.6',
          submitBy: deciding.submitBy,
          meeting: deciding.meeting.code,
        },
      ]
    : [];
}
