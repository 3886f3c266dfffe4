import { z } from 'zod';
import { may, ROLES } from '../../desk/actor.ts';
import type { Action, Filled, Submission } from '../../desk/describe.ts';
import type { Profiles } from '../../desk/profile.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import { parseDay } from '../../treaty/day.ts';
import { isTheme } from '../../treaty/theme.ts';
import { CHANGE, END, GIVE } from './card.ts';
import { holdingsOn } from './holdings.ts';
import { changeModal, chosenIn, endModal, FIELD, giveModal } from './modal.ts';
import { endRole, giveRole, moveRoleEnd, type PeopleDesk } from './use-cases.ts';
import { heldWords, roleWord } from './words.ts';

const role = z.enum(ROLES);
const EVERYBODY = "Everybody's roles: /ccm people";

const wrong = (field: string, words: string): Reply => ({ kind: 'errors', errors: { [field]: words } });

async function give(desk: PeopleDesk & { profiles: Profiles }, { actor, values, at }: Filled): Promise<Reply> {
  const slackId = chosenIn(values, FIELD.person);
  const wanted = role.safeParse(chosenIn(values, FIELD.role));
  if (slackId === null) return wrong(FIELD.person, 'Please choose a person.');
  if (!wanted.success) return wrong(FIELD.role, 'Please choose a role.');
  const { name, teamId, zone, outside, known } = await desk.profiles.profileOf(slackId, actor.teamId);
  if (!known) return wrong(FIELD.person, 'Slack could not say who this is. Nothing was changed; please try again.');
  const theme = chosenIn(values, FIELD.theme) ?? '';
  const given = {
    ...{ slackId, name, teamId, zone, role: wanted.data, state: chosenIn(values, FIELD.state) },
    theme: isTheme(theme) ? theme : null,
    from: parseDay(chosenIn(values, FIELD.from) ?? '') ?? deskToday(desk.clock),
    until: parseDay(chosenIn(values, FIELD.until) ?? ''),
  };
  const outcome = await giveRole(desk, actor, given, at);
  if (!outcome.ok) return wrong(outcome.about ? FIELD[outcome.about] : FIELD.role, outcome.problem);
  const reads = may({ roles: [wanted.data] }, 'read_register');
  const guest = outside && reads ? ` ${name} is a guest of the workspace and now reads the register of requests.` : '';
  return { kind: 'close', messages: [notice(`${name} has the role ${roleWord(wanted.data)}.${guest}`, EVERYBODY)] };
}

async function change(desk: PeopleDesk, { actor, values, at }: Filled): Promise<Reply> {
  const until = parseDay(chosenIn(values, FIELD.until) ?? '');
  const outcome = await moveRoleEnd(desk, actor, { id: chosenIn(values, FIELD.holding) ?? '', until }, at);
  if (!outcome.ok) return wrong(outcome.about === 'until' ? FIELD.until : FIELD.holding, outcome.problem);
  return { kind: 'close', messages: [notice('The last day of the role is kept.', EVERYBODY)] };
}

async function end(desk: PeopleDesk, { actor, values, at }: Filled): Promise<Reply> {
  const outcome = await endRole(desk, actor, chosenIn(values, FIELD.holding) ?? '', at);
  if (!outcome.ok) return wrong(FIELD.holding, outcome.problem);
  return { kind: 'close', messages: [notice('The role has ended.', EVERYBODY)] };
}

/** The windows in which admins give, change and end roles. */
export function roleActions(desk: PeopleDesk): readonly Action[] {
  const onHeld = (id: string, title: string, what: string, modalOf: typeof endModal): Action => ({
    id,
    opens: title,
    async run({ actor }) {
      if (!may(actor, 'manage_people')) return say(notice(`Only an admin ${what} roles.`));
      const today = deskToday(desk.clock);
      const holdings = await holdingsOn(desk.db, today);
      if (holdings.length === 0)
        return say(
          notice(
            'No role on record can be changed or ended.',
            'Admins named in ACTION5_ADMINS stay admins for as long as they are named there.',
          ),
        );
      const labels = holdings.map((held) => ({ id: held.id, label: `${held.name} · ${heldWords(held, today)}` }));
      return { kind: 'modal', modal: modalOf(labels) };
    },
  });
  return [
    {
      id: GIVE,
      opens: 'Give a role',
      run: async ({ actor }) =>
        may(actor, 'manage_people')
          ? { kind: 'modal', modal: giveModal(deskToday(desk.clock)) }
          : say(notice('Only an admin gives roles.')),
    },
    onHeld(CHANGE, 'Change a role', 'changes', changeModal),
    onHeld(END, 'End a role', 'ends', endModal),
  ];
}

export const roleSubmissions = (desk: PeopleDesk & { profiles: Profiles }): readonly Submission[] => [
  { id: GIVE, submit: (filled) => give(desk, filled) },
  { id: CHANGE, submit: (filled) => change(desk, filled) },
  { id: END, submit: (filled) => end(desk, filled) },
];
