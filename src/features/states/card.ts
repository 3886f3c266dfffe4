import { actions, button, context, fields, header, present, section } from '../../blocks/build.ts';
import { longDate, shortDate } from '../../blocks/dates.ts';
import { clamp, LIMITS } from '../../blocks/limits.ts';
import type { Carried, Message } from '../../blocks/message.ts';
import { escapeText, join, type Mrkdwn, md, unescapeText } from '../../blocks/mrkdwn.ts';
import { sourceTitles } from '../../blocks/source-words.ts';
import { readableNeeds } from '../../db/read/readable-needs.ts';
import type { CoordinatorRow, NeedRow } from '../../db/read/rows.ts';
import { type Actor, may } from '../../desk/actor.ts';
import type { Day } from '../../treaty/day.ts';
import type { Clock, StateFacts, TreatyRecord } from '../../treaty/facts.ts';
import { analysisGroups } from './around.ts';
import { askedParagraph, askedSentence, handledWords, victimAssistanceWords } from './asked.ts';
import { type DiaryOn, diaryLines } from './diary.ts';
import { stateMenu } from './menu.ts';
import { nextFor } from './next.ts';
import { nextParagraph, nextWords } from './next-words.ts';
import { type NoLonger, noLongerAsked } from './no-longer.ts';
import { obligationLines } from './obligations.ts';
import { reportLines } from './reports.ts';
import { type SaidThen, saidThenLines } from './said-then.ts';
import { standingWords } from './standing-words.ts';

/** All that the card of one State shows, read as of one day. */
export interface StateOn {
  record: TreatyRecord;
  state: StateFacts;
  /** The State's own. */
  clocks: readonly Clock[];
  /** The State's requests that count on the day. */
  needs: readonly NeedRow[];
  /** What it asked for, of which the request is closed since. */
  closed: readonly NeedRow[];
  coordinators: readonly CoordinatorRow[];
  /** Who follows it today; told to those who read the register. */
  followers: readonly { slackId: string; name: string }[];
  asOf: Day;
  /** What the desk has of its own with the State, as far as the reader may know; null for who reads no register. */
  diary: DiaryOn | null;
  /** The same day as the desk knew it then; null for today, and for a day before it kept a record. */
  said: SaidThen | null;
}

/** One State: its standing, what comes next and by when, its obligations, what it asked for. */
export function stateCard(on: StateOn, actor: Actor): Message {
  const { record, state, clocks, asOf } = on;
  const readsRegister = may(actor, 'read_register');
  const needs = readableNeeds(on.needs, readsRegister);
  const next = nextFor(record, state.iso3, clocks, asOf);
  const words = next === null ? null : nextWords(next, state.shortName, record, asOf);
  const handled = handledWords(needs, state.shortName, handlersOf(on), actor.state === state.iso3);
  const closed = readableNeeds(on.closed, readsRegister);
  const asked = askedParagraph(needs, closed, noLongerOf(on, needs), readsRegister);
  const around = readsRegister
    ? [
        ...diaryLines(on.diary),
        ...analysisGroups(on.coordinators, clocks, record.meetings, asOf).map((line) => md`${line}`),
      ]
    : [];
  return {
    text: plainText(on, needs, words?.sentence ?? null),
    blocks: present(
      header(state.shortName),
      context(md`${standingWords(state, asOf)}${readsRegister ? followedBy(on) : ''}`),
      ...saidThenLines(clocks, on.said, asOf).map((line) => section(line)),
      words && section(nextParagraph(words)),
      clocks.length > 0 && fields(fieldsOf(on, needs, closed)),
      asked && section(asked),
      readsRegister && handled !== null && context(md`${handled}`),
      around.length > 0 && section(md`*Around it*\n${join(around, '\n')}`),
      actions(
        ...(may(actor, 'handle_request')
          ? [button({ text: 'Add a note', action: 'notes:add', value: state.iso3, primary: true })]
          : []),
        ...followButton(on, actor),
        ...(may(actor, 'log_request')
          ? [button({ text: 'Log a request', action: 'requests:log', value: state.iso3 })]
          : []),
        button({ text: 'Sources, line by line', action: 'states:sources', value: `${state.iso3} ${asOf}` }),
        stateMenu(state.iso3, actor),
      ),
      context(smallPrint(on, needs)),
    ),
    carries: carriedBy(on),
  };
}

/** " · followed by: nobody yet", where the treaty has dates for it. */
const followedBy = ({ followers, clocks }: StateOn): string =>
  clocks.length === 0
    ? ''
    : ` · followed by: ${followers.length === 0 ? 'nobody yet' : followers.map(({ name }) => name).join(', ')}`;

/** Follow, or its end; nobody follows the State that they represent. */
function followButton({ state, followers, clocks }: StateOn, actor: Actor) {
  if (!may(actor, 'handle_request') || clocks.length === 0 || actor.state === state.iso3) return [];
  const follows = followers.some(({ slackId }) => slackId === actor.slackId);
  return [
    follows
      ? button({ text: 'Stop following', action: 'following:unfollow', value: state.iso3 })
      : button({ text: 'Follow', action: 'following:follow', value: state.iso3 }),
  ];
}

const carriedBy = ({ clocks, asOf }: StateOn): Carried => ({
  kind: 'state',
  asOf,
  facts: clocks.flatMap(({ facts }) => facts),
});

/** Two blocks for a channel: where the State stands, what comes next, and only what it published. */
export function publicStateCard(on: StateOn): Message {
  const { record, state, clocks, asOf } = on;
  const needs = readableNeeds(on.needs, false);
  const next = nextFor(record, state.iso3, clocks, asOf);
  const words = next === null ? null : nextWords(next, state.shortName, record, asOf);
  const lines = [
    md`*${state.shortName}* · ${standingWords(state, asOf)}`,
    ...saidThenLines(clocks, on.said, asOf),
    ...(words === null ? [] : [escapeText(words.line)]),
    ...(needs.length === 0 ? [] : [escapeText(askedSentence(needs, noLongerOf(on, needs)))]),
  ];
  return {
    text: plainText(on, needs, words?.sentence ?? null),
    blocks: [section(join(lines, '\n')), context(smallPrint(on, needs))],
    carries: carriedBy(on),
  };
}

const handlersOf = ({ needs, record }: StateOn): readonly string[] =>
  [...new Set(needs.flatMap(({ handledBy }) => handledBy ?? []))].map(
    (iso3) => record.states.find((state) => state.iso3 === iso3)?.shortName ?? iso3,
  );

const noLongerOf = ({ record, state, asOf }: StateOn, needs: readonly NeedRow[]): NoLonger | null =>
  noLongerAsked(record, state.iso3, needs, asOf);

function fieldsOf(on: StateOn, needs: readonly NeedRow[], closed: readonly NeedRow[]): readonly Mrkdwn[] {
  const { record, state, clocks, asOf } = on;
  const of = (kind: Clock['kind']): Clock | undefined =>
    clocks.find((clock) => clock.kind === kind && !clock.newRemnants);
  const fresh = clocks.find(({ kind, newRemnants }) => kind === 'clearance' && newRemnants);
  const field = (title: string, lines: readonly (string | Mrkdwn)[]): Mrkdwn => md`*${title}*\n${join(lines, '\n')}`;
  return [
    field('Clearance (Art. 4)', [
      ...obligationLines(record, of('clearance'), asOf),
      ...(fresh === undefined ? [] : [md`*New remnants (Art. 4.1(b))*`, ...obligationLines(record, fresh, asOf)]),
    ]),
    field('Victim assistance (Art. 5)', [
      victimAssistanceWords(needs, closed, noLongerOf(on, needs)),
      'The treaty sets no deadline',
    ]),
    field('Stockpiles (Art. 3)', obligationLines(record, of('stockpile'), asOf)),
    field('Reports (Art. 7)', reportLines(record, state.iso3, clocks, asOf)),
  ];
}

function smallPrint({ state, clocks, asOf }: StateOn, needs: readonly NeedRow[]): Mrkdwn {
  const obligations = clocks.filter(({ kind }) => kind === 'clearance' || kind === 'stockpile');
  const titles = [
    ...sourceTitles([state.source, ...obligations.flatMap(({ sources }) => sources)], asOf),
    ...needs.flatMap(({ sources }) => sources.slice(0, 1).map(({ title }) => title)),
  ];
  return md`As of ${shortDate(asOf)} · ${[...new Set(titles)].join('; ')}`;
}

function plainText(on: StateOn, needs: readonly NeedRow[], next: string | null): string {
  const { state, clocks, said, asOf } = on;
  const sentences = [
    `${state.shortName}, as of ${longDate(asOf)}.`,
    next ?? `${standingWords(state, asOf).replaceAll(' · ', ', ')}.`,
    askedSentence(needs, noLongerOf(on, needs)),
    ...saidThenLines(clocks, said, asOf).map(({ text }) => `${unescapeText(text.replaceAll('*', ''))}.`),
  ];
  return clamp(sentences.filter(Boolean).join(' '), LIMITS.fallbackText);
}
