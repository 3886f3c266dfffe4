import type { Db } from '../../db/client.ts';
import { type Actor, may } from '../../desk/actor.ts';
import type { Asking, Feature, Press } from '../../desk/describe.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { type Clock, deskToday } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import { takeAsOf } from '../../questions/written-date.ts';
import { parseDay } from '../../treaty/day.ts';
import { digestCard, FULL_LIST, SOURCES } from './card.ts';
import { composeDigest } from './compose.ts';
import { fullList, sourcesList } from './full-list.ts';
import { type Audience, readDigestFacts } from './read.ts';

const audienceOf = (actor: Actor, isPublic: boolean): Audience =>
  may(actor, 'read_register') && !isPublic ? 'desk' : 'facts';

/** The week's digest of deadlines, shown as a preview to whoever asks, as that person may read it. */
export function digestsFeature({ db, clock }: { db: Db; clock: Clock }): Feature {
  const preview = async ({ actor, text, place, at }: Asking): Promise<Reply> => {
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
    return say(digestCard(composeDigest(facts), taken.asOf === null ? at : null));
  };
  const list =
    (make: typeof fullList) =>
    async ({ actor, value, place }: Press): Promise<Reply> =>
      say(make(await readDigestFacts(db, parseDay(value) ?? deskToday(clock), audienceOf(actor, place.public))));
  return {
    name: 'digests',
    commands: [
      {
        verb: 'digest',
        also: ['digests'],
        usage: '[as of date]',
        example: 'digest',
        about: "This week's deadlines as the Monday digest tells them: a preview, only for you.",
        shown: 'first',
        run: preview,
      },
    ],
    actions: [
      { id: FULL_LIST, run: list(fullList) },
      { id: SOURCES, run: list(sourcesList) },
    ],
  };
}
