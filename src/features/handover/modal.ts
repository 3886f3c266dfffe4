import { context, option, plain, section } from '../../blocks/build.ts';
import { input, selectOf } from '../../blocks/inputs.ts';
import { LIMITS } from '../../blocks/limits.ts';
import type { Block, Modal } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { ticksOf } from '../../blocks/tick-inputs.ts';
import { counted } from '../../blocks/words.ts';
import type { PersonRow } from '../../db/read/rows.ts';
import type { Day } from '../../treaty/day.ts';
import { heldWords } from '../people/use-cases.ts';
import { type Held, markOf } from './held.ts';

export const TITLE = 'Hand over';
export const FORM = { whose: 'handover:whose', give: 'handover:give' } as const;
export const FIELD = {
  whose: 'whose',
  all: 'all',
  requests: 'requests',
  states: 'states',
  followUps: 'follow_ups',
  roles: 'roles',
} as const;

const form = (id: string, submit: string, metadata: string, blocks: readonly Block[]): Modal => ({
  type: 'modal',
  callback_id: id,
  private_metadata: metadata,
  title: plain(TITLE, LIMITS.modalTitle),
  submit: plain(submit, LIMITS.modalTitle),
  close: plain('Cancel', LIMITS.modalTitle),
  blocks: [...blocks],
});

const personSelect = (action: string, people: readonly PersonRow[]) =>
  selectOf(
    action,
    people.map(({ slackId, name }) => option(name, slackId)),
    null,
    'Choose a person',
  );

/** Whose: for admins, who hand over for everybody. */
export const whoseModal = (people: readonly PersonRow[]): Modal =>
  form(FORM.whose, 'Go on', '', [input({ label: 'Who hands over' }, personSelect(FIELD.whose, people))]);

interface Shown {
  person: { slackId: string; name: string };
  held: Held;
  /** Who may take something, without the person. */
  others: readonly PersonRow[];
  /** Whether roles may go, too: for admins. */
  roles: boolean;
  today: Day;
  remark: string | null;
  nameOf(iso3: string): string;
}

const MOST = 30;
const names = (all: readonly string[]): string =>
  `${all.slice(0, MOST).join(', ')}${all.length > MOST ? ` and ${all.length - MOST} more` : ''}`;

/** One page of what a person holds, and to whom it goes. */
export function giveModal({ person, held, others, roles, today, remark, nameOf }: Shown): Modal {
  const { requests, states, followUps, standsInFor } = held;
  const instead = (label: string, action: string, count: number): readonly Block[] =>
    count === 0 || others.length === 0
      ? []
      : [input({ label, optional: true, hint: 'Left empty, they go with everything.' }, personSelect(action, others))];
  const lines = [
    requests.length > 0 &&
      md`*${counted(requests.length, 'request')}*: ${names(requests.map(({ reference, state }) => `${reference} ${nameOf(state)}`))}`,
    states.length > 0 && md`*Follows ${counted(states.length, 'State')}*: ${names(states.map(nameOf))}`,
    followUps.length > 0 &&
      md`*${counted(followUps.length, 'follow-up')}*: ${names(followUps.map(({ reference, what }) => `${reference} ${[...what].slice(0, 60).join('')}`))}`,
    held.roles.length > 0 &&
      md`*${counted(held.roles.length, 'role')}*: ${held.roles.map((each) => heldWords(each, today)).join(', ')}`,
    standsInFor.length > 0 && md`*Stands in for*: ${standsInFor.map(({ name }) => name).join(', ')}`,
  ].filter((line) => line !== false);
  return form(FORM.give, 'Hand over', JSON.stringify({ person: person.slackId, mark: markOf(held) }), [
    ...(remark === null ? [] : [section(md`*${remark}*`)]),
    section(md`*What ${person.name} holds at the desk*`),
    ...lines.map((line) => section(line)),
    input({ label: 'Everything goes to' }, { type: 'users_select', action_id: FIELD.all }),
    ...instead('Requests instead to', FIELD.requests, requests.length),
    ...instead('States followed instead to', FIELD.states, states.length),
    ...instead('Follow-ups instead to', FIELD.followUps, followUps.length),
    ...(roles && held.roles.length > 0
      ? [
          input(
            { label: 'Roles', optional: true },
            ticksOf(FIELD.roles, [option('The roles go with everything, and end here', 'too')], []),
          ),
        ]
      : []),
    context(md`All of it at once, or none. Nobody is given what their own State asked for: that stays and is named.`),
  ]);
}
