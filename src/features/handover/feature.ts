import { z } from 'zod';
import { listed } from '../../blocks/words.ts';
import { readPeople } from '../../db/read/people.ts';
import { readStates } from '../../db/read/states.ts';
import { type Actor, may } from '../../desk/actor.ts';
import { carriedBy } from '../../desk/carried.ts';
import type { Feature, Filled } from '../../desk/describe.ts';
import { blockOf, choicesOf, textOf } from '../../desk/form-values.ts';
import type { Profiles } from '../../desk/profile.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import { isMember } from '../following/use-cases.ts';
import { HAND_OVER, mayNot } from '../people/use-cases.ts';
import type { HandOverDesk } from './apply.ts';
import { endsSoon } from './ends-soon.ts';
import { heldBy, holdsNothing } from './held.ts';
import { doneMessage, UNDO } from './messages.ts';
import { FIELD, FORM, giveModal, TITLE, whoseModal } from './modal.ts';
import { undoHandOver } from './undo.ts';
import { handOver, mayHandOver } from './use-cases.ts';

const carried = z.object({ person: z.string(), mark: z.string() });
const MENTION = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/;

/** Everything that a person holds at the desk, given to others in one step. */
export function handOverFeature(desk: HandOverDesk & { profiles: Profiles }): Feature {
  const { db, clock } = desk;

  const nameOf = async (): Promise<(iso3: string) => string> => {
    const names = new Map((await readStates(db)).map(({ iso3, shortName }) => [iso3, shortName]));
    return (iso3) => names.get(iso3) ?? iso3;
  };

  /** The one page of what a person holds, with to whom it goes; `remark` says why it is shown again. */
  const page = async (actor: Actor, slackId: string, remark: string | null = null): Promise<Reply> => {
    if (!mayHandOver(actor, slackId))
      return say(await mayNot(desk, 'hand over what they hold, and admins what others hold'));
    const today = deskToday(clock);
    const people = await readPeople(db, today);
    const person = people.find((each) => each.slackId === slackId);
    const held = await heldBy(db, slackId, today);
    if (person === undefined || holdsNothing(held))
      return say(
        notice(
          `${person === undefined || slackId === actor.slackId ? 'You hold' : `${person.name} holds`} nothing at the desk that could be handed over.`,
          "Everybody's roles: /ccm people",
        ),
      );
    const others = people.filter((each) => isMember(each) && each.slackId !== slackId);
    const roles = may(actor, 'manage_people');
    const shown = { person, held, others, roles, today, remark, nameOf: await nameOf() };
    return { kind: 'modal', modal: giveModal(shown) };
  };

  const open = async (actor: Actor): Promise<Reply> => {
    if (!may(actor, 'manage_people')) return page(actor, actor.slackId);
    const people = await readPeople(db, deskToday(clock));
    return { kind: 'modal', modal: whoseModal(people.slice(0, 100)) };
  };

  const give = async ({ actor, at, submission, values, metadata: kept }: Filled): Promise<Reply> => {
    const wrong = (field: string, words: string): Reply => ({
      kind: 'errors',
      errors: { [blockOf(values, field)]: words },
    });
    const { person, mark } = carriedBy(carried, kept);
    const to = textOf(values, FIELD.all);
    if (to === '') return wrong(FIELD.all, 'Please choose who takes it.');
    const all = await desk.profiles.profileOf(to, actor.teamId);
    if (!all.known) return wrong(FIELD.all, 'Slack could not say who this is. Nothing was changed; please try again.');
    const instead = { requests: FIELD.requests, states: FIELD.states, followUps: FIELD.followUps };
    const takers = Object.fromEntries(
      Object.entries(instead).flatMap(([kind, field]) => {
        const chosen = textOf(values, field);
        return chosen === '' ? [] : [[kind, chosen]];
      }),
    );
    const roles = choicesOf(values, FIELD.roles).includes('too');
    const outcome = await handOver(desk, { person, mark, all, takers, roles }, { actor, at, submission });
    switch (outcome.kind) {
      case 'done':
        return { kind: 'close', messages: [doneMessage({ ...outcome, nameOf: await nameOf() })] };
      case 'not_allowed':
        return wrong(FIELD.all, 'Only an admin hands over what somebody else holds, and roles.');
      case 'nothing':
        return {
          kind: 'close',
          messages: [notice('Nothing is left to hand over: somebody was first.', 'Who did what: /ccm people history')],
        };
      case 'changed':
        return page(actor, person, 'Meanwhile something changed, and nothing was handed over yet: please look again.');
      case 'not_a_member':
        return wrong(
          outcome.field === 'all' ? FIELD.all : instead[outcome.field],
          `${outcome.field === 'all' ? all.name : 'This person'} holds no role at the desk: let the roles go, too, or give one in /ccm people.`,
        );
      case 'problem':
        return wrong(FIELD.all, outcome.words);
    }
  };

  return {
    name: 'handover',
    commands: [
      {
        verb: 'handover',
        also: ['hand-over', 'handovers'],
        usage: '[@person]',
        example: 'handover',
        about: 'Hands over all that a person holds: requests, States followed, follow-ups, roles.',
        shown: 'more',
        needs: 'handle_request',
        alone: true,
        opens: TITLE,
        run: ({ actor, text }) => {
          const person = MENTION.exec(text)?.[1];
          return person === undefined ? open(actor) : page(actor, person);
        },
      },
    ],
    actions: [
      { id: HAND_OVER, opens: TITLE, run: ({ actor }) => open(actor) },
      {
        id: UNDO,
        async run({ actor, at, value }) {
          const outcome = await undoHandOver(desk, value, { actor, at });
          switch (outcome.kind) {
            case 'undone': {
              const rest = outcome.kept.length === 0 ? '' : ` ${listed(outcome.kept)} was changed since and stays.`;
              return say(notice(`${outcome.name} holds it again.${rest}`, 'The histories keep both.'));
            }
            case 'too_late':
              return say(
                notice('That was more than a minute ago: nothing was changed.', 'It can be handed back: /ccm handover'),
              );
            case 'already':
              return say(notice('It was taken back already.'));
            case 'not_allowed':
              return say(notice('Only who handed over can undo it. Nothing was changed.'));
            case 'unknown':
              return say(notice('There is nothing to undo.'));
          }
        },
      },
    ],
    submissions: [
      { id: FORM.whose, submit: ({ actor, values }) => page(actor, textOf(values, FIELD.whose)) },
      { id: FORM.give, carries: carried, submit: give },
    ],
    clockwork: [endsSoon(desk)],
  };
}
