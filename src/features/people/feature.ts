import { z } from 'zod';
import { readSetting } from '../../db/read/settings.ts';
import { readStates } from '../../db/read/states.ts';
import { may, ROLES } from '../../desk/actor.ts';
import type { Feature, Filled } from '../../desk/describe.ts';
import type { Outbox } from '../../desk/ports.ts';
import type { Profiles } from '../../desk/profile.ts';
import { type Reply, say } from '../../desk/reply.ts';
import type { Rooms } from '../../desk/rooms.ts';
import { stateChoices } from '../../desk/state-choices.ts';
import { deskToday } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import { parseDay } from '../../treaty/day.ts';
import { END, GIVE, peopleCard, roleWord } from './card.ts';
import { holdingsOn } from './holdings.ts';
import { chosenIn, endModal, FIELD, giveModal, PERSON_STATE, SETTINGS, settingsModal } from './modal.ts';
import {
  chooseRegisterChannel,
  endRole,
  giveRole,
  mayNot,
  notForTheRegister,
  type PeopleDesk,
  peopleOn,
} from './use-cases.ts';

const role = z.enum(ROLES);

/** Who holds which role, and where the register is posted. */
export function peopleFeature(desk: PeopleDesk & { outbox: Outbox; profiles: Profiles; rooms: Rooms }): Feature {
  const { db, clock, outbox, profiles } = desk;

  const give = async ({ actor, values, at }: Filled): Promise<Reply> => {
    const slackId = chosenIn(values, FIELD.person);
    const wanted = role.safeParse(chosenIn(values, FIELD.role));
    const from = parseDay(chosenIn(values, FIELD.from) ?? '') ?? deskToday(clock);
    const until = parseDay(chosenIn(values, FIELD.until) ?? '');
    if (slackId === null) return { kind: 'errors', errors: { [FIELD.person]: 'Please choose a person.' } };
    if (!wanted.success) return { kind: 'errors', errors: { [FIELD.role]: 'Please choose a role.' } };
    const { name, teamId, zone, outside, known } = await profiles.profileOf(slackId, actor.teamId);
    if (!known)
      return {
        kind: 'errors',
        errors: { [FIELD.person]: 'Slack could not say who this is. Nothing was changed; please try again.' },
      };
    const given = { slackId, name, teamId, zone, role: wanted.data, state: chosenIn(values, FIELD.state), from, until };
    const outcome = await giveRole(desk, actor, given, at);
    if (!outcome.ok)
      return { kind: 'errors', errors: { [outcome.about ? FIELD[outcome.about] : FIELD.role]: outcome.problem } };
    const guest = outside ? ` ${name} is a guest of the workspace and now reads the register of requests.` : '';
    return {
      kind: 'close',
      messages: [notice(`${name} has the role ${roleWord(wanted.data)}.${guest}`, "Everybody's roles: /ccm people")],
    };
  };

  const end = async ({ actor, values, at }: Filled): Promise<Reply> => {
    const outcome = await endRole(desk, actor, chosenIn(values, FIELD.holding) ?? '', at);
    if (!outcome.ok) return { kind: 'errors', errors: { [FIELD.holding]: outcome.problem } };
    return { kind: 'close', messages: [notice('The role has ended.', "Everybody's roles: /ccm people")] };
  };

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
        usage: '',
        example: 'people',
        about: 'Who holds which role; admins give and end roles.',
        shown: 'more',
        needs: 'read_register',
        alone: true,
        async run({ actor }) {
          if (!may(actor, 'read_register')) return say(await mayNot(desk, 'see who holds which role'));
          const states = await readStates(db);
          const shortName = (iso3: string): string => states.find((state) => state.iso3 === iso3)?.shortName ?? iso3;
          return say(peopleCard(await peopleOn(desk), shortName, may(actor, 'manage_people')));
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
      {
        id: GIVE,
        opens: 'Give a role',
        run: async ({ actor }) =>
          may(actor, 'manage_people')
            ? { kind: 'modal', modal: giveModal(deskToday(clock)) }
            : say(notice('Only an admin gives roles.')),
      },
      {
        id: END,
        opens: 'End a role',
        async run({ actor }) {
          if (!may(actor, 'manage_people')) return say(notice('Only an admin ends roles.'));
          const holdings = await holdingsOn(db, deskToday(clock));
          if (holdings.length === 0)
            return say(
              notice(
                'No role on record can be ended.',
                'Admins named in ACTION5_ADMINS stay admins for as long as they are named there.',
              ),
            );
          return {
            kind: 'modal',
            modal: endModal(holdings.map(({ id, name, role: held }) => ({ id, label: `${name} · ${roleWord(held)}` }))),
          };
        },
      },
    ],
    submissions: [
      { id: GIVE, submit: give },
      { id: END, submit: end },
      { id: SETTINGS, submit: keepChannel },
    ],
    options: [
      {
        action: PERSON_STATE,
        options: async (query) => stateChoices(await readStates(db), query),
      },
    ],
  };
}
