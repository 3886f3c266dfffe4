import { type Actor, may } from '../../desk/actor.ts';
import type { Asking, Feature, Filled, Press } from '../../desk/describe.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import { takeAsOf } from '../../questions/written-date.ts';
import { parseDay } from '../../treaty/day.ts';
import { digestCard, FULL_LIST, OPEN, SOURCES, type Standing } from './card.ts';
import { composeDigest } from './compose.ts';
import { digestDecisions } from './decisions.ts';
import { digestClockwork } from './due.ts';
import { fullList, sourcesList } from './full-list.ts';
import { leaveOutSubmission, leftOutActions } from './left-out-actions.ts';
import { confirmSend, doByMenu, doByWords, showDigests } from './manage.ts';
import { MORE } from './menu.ts';
import { fromDigestMenu } from './menu-actions.ts';
import { besidesMessage, CHANNEL, keptMessage, SCHEDULE, scheduleFrom, scheduleModal } from './modal.ts';
import { MANAGE, SEND_NOW } from './overview.ts';
import { openPreferences, submitPreferences } from './own.ts';
import { PREFERENCES, PREFERENCES_TITLE } from './own-modal.ts';
import { ownPreview } from './own-preview.ts';
import { type Audience, readDigestFacts } from './read.ts';
import type { DigestDesk } from './readers.ts';
import { ZONE } from './schedule-fields.ts';
import { isPersonal, readSubscriptions } from './subscriptions.ts';
import { mayManage, scheduleDigest } from './use-cases.ts';

type Word = 'list' | 'own' | 'set' | 'mine' | 'send' | 'pause' | 'resume';

/** What may follow the verb instead of a day. */
const WORDS: readonly (readonly [RegExp, Word])[] = [
  [/^(list|all)$/i, 'list'],
  [/^(subscribe|preferences)$/i, 'own'],
  [/^(day|hour|time|zone|horizon|themes?|regions?)$/i, 'set'],
  [/^(mine|preview mine)$/i, 'mine'],
  [/^send(\s+(it\s+)?now)?$/i, 'send'],
  [/^(pause|stop|unsubscribe)$/i, 'pause'],
  [/^(resume|go on)$/i, 'resume'],
];

/** Where others read along nobody's own digest is told, nor how digests go out. */
const SHOWN_ALONE = notice(
  'The desk shows this to one person at a time, not in a channel.',
  'Ask it alone, for example: /ccm digest mine, or /ccm digest settings',
);

const audienceOf = (actor: Actor, isPublic: boolean): Audience =>
  may(actor, 'read_register') && !isPublic ? 'desk' : 'facts';

/** The week's digest of deadlines, shown as a preview to whoever asks, as that person may read it. */
export function digestsFeature(desk: DigestDesk): Feature {
  const { db, clock } = desk;
  const settings = async ({ actor }: Pick<Asking, 'actor'>): Promise<Reply> => {
    if (!mayManage(actor))
      return say(notice('The ISU and the admins set how the digest goes out.', "This week's: /ccm digest"));
    const now = (await readSubscriptions(db)).find(({ channel }) => !isPersonal(channel));
    return { kind: 'modal', modal: scheduleModal(now ?? null) };
  };
  const channelsWithOne = async (): Promise<readonly string[]> =>
    (await readSubscriptions(db)).flatMap(({ channel, paused }) => (paused || isPersonal(channel) ? [] : [channel]));
  const keep = async ({ actor, values, at }: Filled): Promise<Reply> => {
    const read = scheduleFrom(values);
    if (!read.ok) return { kind: 'errors', errors: read.errors };
    const { schedule } = read;
    if (isPersonal(schedule.channel)) return { kind: 'errors', errors: { [CHANNEL]: 'Please choose a channel.' } };
    const before = await channelsWithOne();
    const outcome = await scheduleDigest(desk, actor, schedule, at);
    if (outcome === 'not_allowed')
      return { kind: 'errors', errors: { [CHANNEL]: 'The ISU and the admins set how the digest goes out.' } };
    if (typeof outcome === 'object')
      return {
        kind: 'errors',
        errors: { [CHANNEL]: `${outcome.why} Requests and owners go to no such channel; dates alone may.` },
      };
    if (outcome === 'no_such_zone')
      return { kind: 'errors', errors: { [ZONE]: 'There is no such time zone. For example: Europe/Zurich' } };
    const kept = keptMessage(schedule, at);
    const others = before.includes(schedule.channel) || schedule.paused ? [] : before;
    return { kind: 'close', messages: others.length === 0 ? [kept] : [kept, besidesMessage(others)] };
  };
  const byWord = async (word: Word, asking: Asking): Promise<Reply> => {
    const { actor } = asking;
    switch (word) {
      case 'list':
        return showDigests(desk, asking);
      case 'own':
        return openPreferences(desk, actor);
      case 'set':
        return mayManage(actor) ? settings(asking) : openPreferences(desk, actor);
      case 'mine':
        return say(await ownPreview(desk, actor, asking.at));
      default:
        return doByWords(desk, asking, word);
    }
  };
  const preview = async (asking: Asking): Promise<Reply> => {
    const { actor, text, place, at } = asking;
    const word = WORDS.find(([words]) => words.test(text))?.[1];
    const isSettings = /^settings?$/i.test(text);
    if (place.public && (isSettings || word !== undefined)) return say(SHOWN_ALONE);
    if (isSettings) return settings(asking);
    if (word !== undefined) return byWord(word, asking);
    const taken = takeAsOf(text.replace(/^preview\b\s*/i, ''), deskToday(clock));
    if (taken.kind === 'no_such_day')
      return say(
        notice(
          `There is no ${taken.text} in the calendar.`,
          'Please give a date that exists: /ccm digest as of 4 Sep 2020',
        ),
      );
    if (taken.rest !== '')
      return say(
        notice(
          `The desk did not understand “${taken.rest}” after /ccm digest.`,
          'For example: /ccm digest, or /ccm digest as of 4 Sep 2020',
        ),
      );
    const facts = await readDigestFacts(db, taken.asOf ?? deskToday(clock), audienceOf(actor, place.public));
    const standing: Standing = place.public
      ? { kind: 'told' }
      : { kind: 'preview', corrects: may(actor, 'keep_record') };
    return say(digestCard(composeDigest(facts), taken.asOf === null ? at : null, standing));
  };
  const list =
    (make: typeof fullList) =>
    async ({ value, message }: Press): Promise<Reply> => {
      // Dates alone, which everyone may read: the same for whoever presses, and in the thread for whoever reads it.
      const facts = await readDigestFacts(db, parseDay(value) ?? deskToday(clock), 'facts');
      return { kind: 'thread', messages: make(facts, message === null) };
    };
  const openRequests = async ({ value, message }: Press): Promise<Reply> => {
    const [, day = '', code = ''] = /^(\S+) (.+)$/.exec(value) ?? [];
    const facts = await readDigestFacts(db, parseDay(day) ?? deskToday(clock), 'facts');
    const clocks = facts.clocks.filter(({ kind, meeting }) => kind === 'extension_request' && meeting === code);
    const name = facts.record.meetings.find((meeting) => meeting.code === code)?.name ?? code;
    const what = `Extension requests for the ${name}`;
    return { kind: 'thread', messages: fullList({ ...facts, clocks }, message === null, what) };
  };
  return {
    name: 'digests',
    commands: [
      {
        verb: 'digest',
        also: ['digests'],
        usage: '[as of date | mine | subscribe | list | send now | pause | settings]',
        example: 'digest',
        about: "This week's deadlines as the Monday digest tells them: a preview, only for you.",
        shown: 'first',
        run: preview,
      },
    ],
    actions: [
      { id: FULL_LIST, run: list(fullList) },
      { id: SOURCES, run: list(sourcesList) },
      ...digestDecisions(desk),
      ...leftOutActions(desk),
      { id: OPEN, run: openRequests },
      { id: MORE, run: (press) => fromDigestMenu(desk, press) },
      { id: MANAGE, run: (press) => doByMenu(desk, press) },
      { id: SEND_NOW, run: (press) => confirmSend(desk, press) },
      { id: PREFERENCES, opens: PREFERENCES_TITLE, run: ({ actor }) => openPreferences(desk, actor) },
    ],
    submissions: [
      { id: SCHEDULE, submit: keep },
      { id: PREFERENCES, submit: (filled) => submitPreferences(desk, filled) },
      leaveOutSubmission(desk),
    ],
    clockwork: [digestClockwork(desk)],
  };
}
