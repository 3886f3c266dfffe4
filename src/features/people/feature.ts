import { readSetting } from '../../db/read/settings.ts';
import { readStates } from '../../db/read/states.ts';
import { type Actor, may } from '../../desk/actor.ts';
import type { Feature, Filled } from '../../desk/describe.ts';
import type { Outbox } from '../../desk/ports.ts';
import type { Profiles } from '../../desk/profile.ts';
import { type Reply, say } from '../../desk/reply.ts';
import type { Rooms } from '../../desk/rooms.ts';
import { stateChoices } from '../../desk/state-choices.ts';
import { deskToday } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import { MORE, peopleCard } from './card.ts';
import { peopleHistory } from './history.ts';
import { holdingsOn } from './holdings.ts';
import { chosenIn, FIELD, PERSON_STATE, SETTINGS, settingsModal } from './modal.ts';
import { roleActions, roleSubmissions } from './roles.ts';
import { chooseRegisterChannel, mayNot, notForTheRegister, type PeopleDesk, peopleOn } from './use-cases.ts';
import { WHO_SEES_WHAT, whoSeesWhat } from './who-sees-what.ts';

/** Who holds which role, and where the register is posted. */
export function peopleFeature(desk: PeopleDesk & { outbox: Outbox; profiles: Profiles; rooms: Rooms }): Feature {
  const { db, clock, outbox } = desk;

  const history = async (actor: Actor): Promise<Reply> =>
    may(actor, 'read_register')
      ? { kind: 'modal', modal: await peopleHistory(db) }
      : say(await mayNot(desk, 'see who holds which role'));

  const keepChannel = async ({ actor, values, at }: Filled): Promise<Reply> => {
    const channel = chosenIn(values, FIELD.channel);
    if (channel === null) return { kind: 'errors', errors: { [FIELD.channel]: 'Please choose a channel.' } };
    if (!may(actor, 'manage_people'))
      return { kind: 'errors', errors: { [FIELD.channel]: 'Only an admin chooses the register channel.' } };
    if (channel === (await readSetting(db, 'register_channel')))
      return { kind: 'close', messages: [notice('It is the register channel already.', 'Nothing was changed.')] };
    const problem = await notForTheRegister(desk, channel);
    if (problem !== null) return { kind: 'errors', errors: { [FIELD.channel]: problem } };
    const tried = await outbox.post(
      { channel },
      notice(
        'The register of requests is kept here.',
        'Cards of requests that are logged from now on appear in this channel. Seen by: whoever is in it.',
      ),
    );
    if (!tried.ok) {
      const why =
        tried.error === 'not_in_channel' || tried.error === 'channel_not_found'
          ? 'Action5 is not in this channel. Invite it there with /invite @Action5, then choose it again.'
          : `Slack refused a message there (${tried.error}). Nothing was changed.`;
      return { kind: 'errors', errors: { [FIELD.channel]: why } };
    }
    const outcome = await chooseRegisterChannel(desk, actor, channel, at);
    if (!outcome.ok) return { kind: 'errors', errors: { [FIELD.channel]: outcome.problem } };
    return {
      kind: 'close',
      messages: [notice('The register channel is chosen.', 'Cards of new requests are posted there.')],
    };
  };

  return {
    name: 'people',
    commands: [
      {
        verb: 'people',
        also: ['person'],
        usage: '[history]',
        example: 'people',
        about: 'Who holds which role and until when; admins give, change and end roles.',
        shown: 'more',
        needs: 'read_register',
        alone: true,
        async run({ actor, text }) {
          if (!may(actor, 'read_register')) return say(await mayNot(desk, 'see who holds which role'));
          if (/^history\b/i.test(text)) return history(actor);
          const states = await readStates(db);
          const shortName = (iso3: string): string => states.find((state) => state.iso3 === iso3)?.shortName ?? iso3;
          const today = deskToday(clock);
          const everybody = { people: await peopleOn(desk), holdings: await holdingsOn(db, today), today, shortName };
          return say(peopleCard(everybody, may(actor, 'manage_people')));
        },
      },
      {
        verb: 'settings',
        also: ['setting'],
        usage: '',
        example: 'settings',
        about: 'The channel of the register; for admins.',
        shown: 'more',
        needs: 'manage_people',
        alone: true,
        opens: 'Settings of the desk',
        async run({ actor }) {
          if (!may(actor, 'manage_people'))
            return say(
              notice(
                'Only an admin changes the settings of the desk.',
                'Who is an admin: /ccm people. Nothing was changed.',
              ),
            );
          return { kind: 'modal', modal: settingsModal(await readSetting(db, 'register_channel')) };
        },
      },
    ],
    actions: [
      ...roleActions(desk),
      {
        id: MORE,
        opens: 'People',
        run: async ({ actor, value }) => (value === 'sees' ? { kind: 'modal', modal: whoSeesWhat() } : history(actor)),
      },
      { id: WHO_SEES_WHAT, run: async () => ({ kind: 'modal', modal: whoSeesWhat() }) },
    ],
    submissions: [...roleSubmissions(desk), { id: SETTINGS, submit: keepChannel }],
    options: [
      {
        action: PERSON_STATE,
        options: async (query) => stateChoices(await readStates(db), query),
      },
    ],
  };
}
