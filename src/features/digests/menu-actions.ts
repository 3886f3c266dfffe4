import { shortDate } from '../../blocks/dates.ts';
import { readPerson } from '../../db/read/people.ts';
import type { Press } from '../../desk/describe.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { dayIn, deskToday } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import { mayNot } from '../people/use-cases.ts';
import { everyWeek } from './card.ts';
import { type CopyOutcome, sendCopy } from './copy.ts';
import { doByMenu } from './manage.ts';
import { type Occurrence, occurrenceIn } from './occurrence.ts';
import { openPreferences } from './own.ts';
import type { DigestDesk } from './readers.ts';
import { readSubscriptions } from './subscriptions.ts';

const GONE = notice('This digest is not on record any more.', 'How digests go out: /ccm digest list');

const COPIED: Readonly<Record<Exclude<CopyOutcome, 'not_allowed'>, Reply>> = {
  sent: say(notice('A copy comes to you as a direct message.')),
  already: say(notice('A copy of this digest was sent to you already, as a direct message.')),
  settled: say(GONE),
};

/** An entry of the menu under a digest that was posted. */
export async function fromDigestMenu(desk: DigestDesk, press: Press): Promise<Reply> {
  const { actor, at, value } = press;
  const [, entry = '', rest = ''] = /^(\S+) (.*)$/.exec(value) ?? [];
  const occurrence = occurrenceIn(rest);
  if (occurrence === null) return say(GONE);
  switch (entry) {
    case 'themes':
      return openPreferences(desk, actor);
    case 'copy': {
      const outcome = await sendCopy(desk, actor, occurrence, at);
      return outcome === 'not_allowed' ? say(await mayNot(desk, 'have the desk write to them')) : COPIED[outcome];
    }
    case 'why':
      return say(await why(desk, occurrence));
    default:
      return doByMenu(desk, { ...press, value: `${entry} ${occurrence.subscription}` });
  }
}

/** Why a digest comes: who had it sent, since when, and how it is changed. */
async function why({ db, clock }: DigestDesk, { subscription: id }: Occurrence) {
  const subscription = (await readSubscriptions(db)).find((each) => each.id === id);
  if (subscription === undefined) return GONE;
  const { weekly, recordedBy, recordedAt } = subscription;
  const name = (await readPerson(db, recordedBy, deskToday(clock)))?.name ?? 'the desk';
  const since = shortDate(dayIn(weekly.zone, recordedAt));
  return notice(
    `This digest goes out ${everyWeek(weekly)} (${weekly.zone}), as ${name} set it up on ${since}.`,
    'The ISU and the admins change or pause it: /ccm digest settings. One of your own: /ccm digest subscribe.',
  );
}
