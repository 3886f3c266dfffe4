import { clamp } from '../../blocks/limits.ts';
import { ownStateSentence } from '../../blocks/state-words.ts';
import { counted, listed } from '../../blocks/words.ts';
import { readFollows } from '../../db/read/follows.ts';
import { readPeople } from '../../db/read/people.ts';
import { readStates } from '../../db/read/states.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import { type Actor, may } from '../../desk/actor.ts';
import type { Asking, Feature, Filled, Press } from '../../desk/describe.ts';
import { textOf } from '../../desk/form-values.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import { findState, nameBook } from '../../questions/names.ts';
import { mayNot } from '../people/use-cases.ts';
import { DIVIDE, FOLLOW, followedMessage, followsMessage, UNFOLLOW } from './card.ts';
import { DIVIDE_TITLE, divideModal } from './divide-modal.ts';
import { statesToDivide } from './to-divide.ts';
import { type FollowOutcome, followingsOf, followState, isMember, unfollowState } from './use-cases.ts';

const WHAT = 'follow a State';

/** Which person follows which State: its dates are told to them. */
export function followingFeature(desk: RecordDesk): Feature {
  const { db, clock } = desk;
  const nameOf = async (iso3: string): Promise<string> =>
    (await readStates(db)).find((state) => state.iso3 === iso3)?.shortName ?? iso3;

  const named = async (text: string, then: (iso3: string, name: string) => Promise<Reply>): Promise<Reply> => {
    const states = await readStates(db);
    const found = findState(nameBook(states), text);
    const names = (codes: readonly string[]): readonly string[] =>
      codes.map((code) => states.find(({ iso3 }) => iso3 === code)?.shortName ?? code);
    const typed = clamp(text, 80);
    if (found.kind === 'several')
      return say(notice(`“${typed}” may be ${names(found.states).join(' or ')}.`, 'Please write which one.'));
    if (found.kind === 'unknown') {
      const near = found.nearest.length === 0 ? '' : ` The nearest: ${listed(names(found.nearest))}.`;
      return say(notice(`No State called “${typed}” is on record.${near}`, 'For example: /ccm follow Peru'));
    }
    return then(found.state, names([found.state])[0] ?? found.state);
  };

  const told = async (outcome: FollowOutcome, iso3: string, name: string): Promise<Reply> => {
    switch (outcome) {
      case 'done':
        return say(followedMessage(name, iso3));
      case 'already':
        return say(notice(`You follow ${name} already.`, 'All that you follow: /ccm follow'));
      case 'own_state':
        return say(notice(ownStateSentence(name, []), 'Nobody handles their own State; nothing was changed.'));
      case 'not_allowed':
      case 'not_a_member':
        return say(await mayNot(desk, WHAT));
    }
  };

  const mine = async (actor: Actor): Promise<Reply> => {
    const today = deskToday(clock);
    const all = (await followingsOf(db, await readPeople(db, today), today)).filter(
      ({ slackId }) => slackId === actor.slackId,
    );
    const names = async (how: 'chosen' | 'role') =>
      Promise.all(all.filter((each) => each.how === how).map(({ state }) => nameOf(state)));
    return say(followsMessage(await names('chosen'), await names('role')));
  };

  const follow = async ({ actor, text, at }: Asking): Promise<Reply> => {
    if (!may(actor, 'handle_request')) return say(await mayNot(desk, WHAT));
    if (text === '') return mine(actor);
    return named(text, async (iso3, name) =>
      told(await followState(desk, actor, { person: actor.slackId, state: iso3 }, at), iso3, name),
    );
  };

  const end = async (actor: Actor, iso3: string, name: string, at: Asking['at']): Promise<Reply> =>
    say(
      (await unfollowState(desk, actor, iso3, at))
        ? notice(`You no longer follow ${name}.`, `To follow it again: /ccm follow ${name}`)
        : notice(`You had not chosen to follow ${name}; nothing was changed.`, 'All that you follow: /ccm follow'),
    );

  const divide = async ({ actor }: Press): Promise<Reply> => {
    if (!may(actor, 'handle_request')) return say(await mayNot(desk, WHAT));
    const today = deskToday(clock);
    const states = await statesToDivide(db, today);
    if (states.length === 0)
      return say(notice('Somebody follows each State that could ask for an extension by the next date.'));
    const members = (await readPeople(db, today)).filter(isMember);
    return { kind: 'modal', modal: divideModal(states, members) };
  };

  const keepDivided = async ({ actor, values, at }: Filled): Promise<Reply> => {
    const chosen = Object.keys(values).flatMap((iso3) => {
      const person = textOf(values, iso3);
      return person === '' ? [] : [{ person, state: iso3 }];
    });
    const before = new Set((await readFollows(db)).map(({ slackId, state }) => `${slackId} ${state}`));
    for (const each of chosen) {
      const outcome = await followState(desk, actor, each, at);
      if (outcome === 'done' || outcome === 'already') continue;
      const problem =
        outcome === 'own_state'
          ? 'This person represents the State itself: please choose somebody else.'
          : 'This person holds no role at the desk any more: please choose somebody else.';
      return { kind: 'errors', errors: { [each.state]: problem } };
    }
    const fresh = chosen.filter(({ person, state }) => !before.has(`${person} ${state}`));
    const first =
      fresh.length === 0 ? 'Nothing was changed.' : `${counted(fresh.length, 'State')} is followed from now on.`;
    const words = fresh.length > 1 ? first.replace('is followed', 'are followed') : first;
    return { kind: 'close', messages: [notice(words, 'What you follow: /ccm follow')] };
  };

  return {
    name: 'following',
    commands: [
      {
        verb: 'follow',
        also: ['follows', 'following'],
        usage: '[State]',
        example: 'follow Peru',
        about: 'Follows a State: its dates come to you 90, 30, 7 and 1 days before.',
        shown: 'more',
        needs: 'handle_request',
        alone: true,
        run: follow,
      },
      {
        verb: 'unfollow',
        also: [],
        usage: '[State]',
        example: 'unfollow Peru',
        about: 'Ends it.',
        shown: 'more',
        needs: 'handle_request',
        alone: true,
        run: ({ actor, text, at }) =>
          text === '' ? mine(actor) : named(text, (iso3, name) => end(actor, iso3, name, at)),
      },
    ],
    actions: [
      {
        id: FOLLOW,
        run: async ({ actor, value, at }) =>
          told(await followState(desk, actor, { person: actor.slackId, state: value }, at), value, await nameOf(value)),
      },
      { id: UNFOLLOW, run: async ({ actor, value, at }) => end(actor, value, await nameOf(value), at) },
      { id: DIVIDE, opens: DIVIDE_TITLE, run: divide },
    ],
    submissions: [{ id: DIVIDE, submit: keepDivided }],
  };
}
