import type { RecordDesk } from '../../db/record-desk.ts';
import { type Actor, may } from '../../desk/actor.ts';
import type { Asking, Feature, Filled, Press } from '../../desk/describe.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import { takeAsOf } from '../../questions/written-date.ts';
import { parseDay } from '../../treaty/day.ts';
import { digestCard, FULL_LIST, SOURCES } from './card.ts';
import { composeDigest } from './compose.ts';
import { digestDecisions } from './decisions.ts';
import { digestClockwork } from './due.ts';
import { fullList, sourcesList } from './full-list.ts';
import { leaveOutSubmission, leftOutActions } from './left-out-actions.ts';
import { CHANNEL, keptMessage, SCHEDULE, scheduleFrom, scheduleModal, ZONE } from './modal.ts';
import { type Audience, readDigestFacts } from './read.ts';
import { readSubscriptions } from './subscriptions.ts';
import { mayManage, scheduleDigest } from './use-cases.ts';

const audienceOf = (actor: Actor, isPublic: boolean): Audience =>
  may(actor, 'read_register') && !isPublic ? 'desk' : 'facts';

/** The week's digest of deadlines, shown as a preview to whoever asks, as that person may read it. */
export function digestsFeature(desk: RecordDesk): Feature {
  const { db, clock } = desk;
  const settings = async ({ actor }: Pick<Asking, 'actor'>): Promise<Reply> => {
    if (!mayManage(actor))
      return say(notice('The ISU and the admins set how the digest goes out.', "This week's: /ccm digest"));
    const [now] = await readSubscriptions(db);
    return { kind: 'modal', modal: scheduleModal(now ?? null) };
  };
  const keep = async ({ actor, values, at }: Filled): Promise<Reply> => {
    const read = scheduleFrom(values);
    if (!read.ok) return { kind: 'errors', errors: read.errors };
    const { schedule } = read;
    const outcome = await scheduleDigest(desk, actor, schedule, at);
    if (outcome === 'not_allowed')
      return { kind: 'errors', errors: { [CHANNEL]: 'The ISU and the admins set how the digest goes out.' } };
    if (outcome === 'no_such_zone')
      return { kind: 'errors', errors: { [ZONE]: 'There is no such time zone. For example: Europe/Zurich' } };
    return { kind: 'close', messages: [keptMessage(schedule)] };
  };
  const preview = async (asking: Asking): Promise<Reply> => {
    const { actor, text, place, at } = asking;
    if (/^settings?$/i.test(text)) return settings(asking);
    const taken = takeAsOf(text, deskToday(clock));
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
    const standing = { kind: 'preview' as const, corrects: may(actor, 'keep_record') };
    return say(digestCard(composeDigest(facts), taken.asOf === null ? at : null, standing));
  };
  const list =
    (make: typeof fullList) =>
    async ({ value, message }: Press): Promise<Reply> => {
      // Dates alone, which everyone may read: the same for whoever presses, and in the thread for whoever reads it.
      const facts = await readDigestFacts(db, parseDay(value) ?? deskToday(clock), 'facts');
      return { kind: 'thread', messages: make(facts, message === null) };
    };
  return {
    name: 'digests',
    commands: [
      {
        verb: 'digest',
        also: ['digests'],
        usage: '[settings | as of date]',
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
    ],
    submissions: [{ id: SCHEDULE, submit: keep }, leaveOutSubmission(desk)],
    clockwork: [digestClockwork(desk)],
  };
}
