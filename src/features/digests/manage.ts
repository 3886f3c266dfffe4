import type { Actor } from '../../desk/actor.ts';
import type { Asking, Press } from '../../desk/describe.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { notice } from '../../desk/words.ts';
import { scheduleModal } from './modal.ts';
import { occurrenceIn } from './occurrence.ts';
import { askToSend, overviewCard } from './overview.ts';
import { openPreferences } from './own.ts';
import type { DigestDesk } from './readers.ts';
import { lastPosted } from './runs.ts';
import { isPersonal, readSubscriptions, type Subscription } from './subscriptions.ts';
import { mayManage, mayManageOne, pauseDigest, resumeDigest, sendNow } from './use-cases.ts';

type By = Pick<Asking, 'actor' | 'at'>;

const NOTHING = notice('You have no digest that goes out by itself.', 'One of your own: /ccm digest subscribe');
const NOT_ALLOWED = notice(
  'The ISU and the admins decide about the digests.',
  'One of your own: /ccm digest subscribe',
);

const theirs = async ({ db }: DigestDesk, actor: Actor): Promise<readonly Subscription[]> =>
  (await readSubscriptions(db)).filter((subscription) => mayManageOne(actor, subscription));

/** The digests that somebody may change. */
export async function showDigests(desk: DigestDesk, { actor }: By): Promise<Reply> {
  const found = await theirs(desk, actor);
  return say(found.length === 0 && !mayManage(actor) ? NOTHING : overviewCard(found));
}

export type Deed = 'send' | 'pause' | 'resume' | 'change';

/** "pause", "resume", "send now" as words: at once where one digest alone can be meant, else chosen from the list. */
export async function doByWords(desk: DigestDesk, by: By, deed: Deed): Promise<Reply> {
  const [only, ...others] = await theirs(desk, by.actor);
  return only === undefined || others.length > 0 ? showDigests(desk, by) : doTo(desk, by, deed, only);
}

/** An entry of the menu beside a digest. */
export async function doByMenu(desk: DigestDesk, { actor, at, value }: Press): Promise<Reply> {
  const [deed = '', id = ''] = value.split(' ');
  const subscription = (await theirs(desk, actor)).find((each) => each.id === id);
  if (subscription === undefined) return say(NOT_ALLOWED);
  return doTo(
    desk,
    { actor, at },
    deed === 'send' || deed === 'pause' || deed === 'resume' ? deed : 'change',
    subscription,
  );
}

async function doTo(desk: DigestDesk, { actor, at }: By, deed: Deed, subscription: Subscription): Promise<Reply> {
  switch (deed) {
    case 'change':
      return isPersonal(subscription.channel)
        ? openPreferences(desk, actor)
        : { kind: 'modal', modal: scheduleModal(subscription) };
    case 'pause':
      return say(
        (await pauseDigest(desk, actor, subscription, at))
          ? notice('The digest is paused.', 'Nothing goes out until it is set going again: /ccm digest resume')
          : notice('It was paused already. Nothing was changed.'),
      );
    case 'resume':
      return say(
        (await resumeDigest(desk, actor, subscription, at))
          ? notice('The digest goes out again.', 'It begins with the next one: what fell due in between is not posted.')
          : notice('It was not paused. Nothing was changed.'),
      );
    case 'send': {
      const last = await desk.db.$transaction((tx) => lastPosted(tx, subscription.id, at));
      return say(askToSend(subscription, last?.at ?? null, at));
    }
  }
}

/** The button that sends a digest out of its time; once, however often it is pressed. */
export async function confirmSend(desk: DigestDesk, { actor, at, value }: Press): Promise<Reply> {
  const occurrence = occurrenceIn(value);
  const outcome = occurrence === null ? 'settled' : await sendNow(desk, actor, occurrence, at);
  if (typeof outcome === 'object')
    return say(notice(`Nothing was sent. ${outcome.why}`, 'To send dates alone, or elsewhere: /ccm digest settings'));
  switch (outcome) {
    case 'sent':
      return say(notice('The digest is being sent.', 'If it cannot be, an admin is told: /ccm status'));
    case 'not_allowed':
      return say(NOT_ALLOWED);
    case 'waits':
      return say(notice("The first digest of a channel waits for an admin's yes.", 'Nothing was sent.'));
    case 'settled':
      return say(
        notice('It was sent already, or this was asked too long ago.', 'To ask once more: /ccm digest send now'),
      );
  }
}
