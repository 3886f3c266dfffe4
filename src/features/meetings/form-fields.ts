import type { ExternalSelect, InputBlock } from '@slack/types';
import { option, plain } from '../../blocks/build.ts';
import { input, peopleSelect, selectOf, statesSelect, textInput, timeInput } from '../../blocks/inputs.ts';
import { LIMITS } from '../../blocks/limits.ts';
import type { Block } from '../../blocks/message.ts';
import { ticksOf } from '../../blocks/tick-inputs.ts';
import { townOfZone } from '../../desk/meeting-words.ts';
import { MEETING_KIND_WORDS, MEETING_KINDS } from '../../treaty/meeting-kind.ts';
import { type Choice, type Draft, REPEATS } from './draft.ts';

export const FIELD = {
  title: 'title',
  kind: 'kind',
  day: 'day',
  from: 'from',
  until: 'until',
  lastDay: 'last_day',
  zone: 'meetings:zone',
  place: 'place',
  agenda: 'agenda',
  people: 'people',
  optional: 'optional',
  addresses: 'addresses',
  states: 'meetings:states',
  margins: 'margins',
  online: 'online',
  repeats: 'repeats',
  repeatsUntil: 'repeats_until',
} as const;

/** Outlook keeps no more of a title or place. */
export const LONGEST_LINE = 255;
export const NO_MARGINS = 'none';

/** "Zurich (Europe/Zurich)". */
export const zoneOption = (zone: string) => option(zone === 'UTC' ? 'UTC' : `${townOfZone(zone)} (${zone})`, zone);

const zoneSelect = (zone: string): ExternalSelect => ({
  type: 'external_select',
  action_id: FIELD.zone,
  min_query_length: 2,
  placeholder: plain('Type a town', LIMITS.placeholder),
  initial_option: zoneOption(zone),
});

export const titleField = ({ title }: Pick<Draft, 'title'>): InputBlock =>
  input({ label: 'What it is about' }, textInput(FIELD.title, { value: title, most: LONGEST_LINE }));

export const kindField = ({ kind }: Pick<Draft, 'kind'>): InputBlock =>
  input(
    { label: 'Kind' },
    selectOf(
      FIELD.kind,
      MEETING_KINDS.map((each) => option(MEETING_KIND_WORDS[each], each)),
      kind,
      'Choose a kind',
    ),
  );

export const dayField = ({ typed }: Pick<Draft, 'typed'>): InputBlock =>
  input(
    { label: 'Day', hint: 'As 21 Nov 2019; a month alone (Feb 2020) is shown and not sent to calendars.' },
    textInput(FIELD.day, { value: typed.day, most: 60 }),
  );

export const timeFields = ({ typed }: Pick<Draft, 'typed'>): readonly InputBlock[] => [
  input(
    { label: 'From', optional: true, hint: 'Without times it is for whole days.' },
    timeInput(FIELD.from, typed.from),
  ),
  input({ label: 'Until', optional: true }, timeInput(FIELD.until, typed.until)),
];

export const lastDayField = ({ typed }: Pick<Draft, 'typed'>): InputBlock =>
  input(
    { label: 'Last day, where it takes several', optional: true },
    textInput(FIELD.lastDay, { value: typed.lastDay, most: 60 }),
  );

export const zoneField = ({ typed }: Pick<Draft, 'typed'>): InputBlock =>
  input({ label: 'Time zone', hint: 'Everybody sees their own.' }, zoneSelect(typed.zone));

export const placeField = ({ place }: Pick<Draft, 'place'>): InputBlock =>
  input({ label: 'Place', optional: true }, textInput(FIELD.place, { value: place, most: LONGEST_LINE }));

export const agendaField = ({ agenda }: Pick<Draft, 'agenda'>): InputBlock =>
  input(
    { label: 'Agenda', optional: true },
    textInput(FIELD.agenda, { value: agenda, most: LIMITS.plainInput, multiline: true }),
  );

export const peopleField = ({ people }: Pick<Draft, 'people'>): InputBlock =>
  input({ label: 'People of this workspace', optional: true }, peopleSelect(FIELD.people, people, 'Choose people'));

export const statesField = (states: readonly Choice[]): InputBlock =>
  input({ label: 'States it is about', optional: true }, statesSelect(FIELD.states, states));

/** Among the Convention's meetings ahead. */
export const marginsField = (
  chosen: string | null,
  meetings: readonly { code: string; name: string }[],
): Block | InputBlock | null =>
  meetings.length === 0
    ? null
    : input(
        { label: 'In the margins of', optional: true },
        selectOf(
          FIELD.margins,
          [option('No other meeting', NO_MARGINS), ...meetings.map(({ code, name }) => option(name, code))],
          chosen ?? NO_MARGINS,
          'Choose a meeting',
        ),
      );

/** The people who may come, those invited by address, a Teams link, and whether it is repeated. */
export const furtherFields = ({ online, repeats }: Pick<Draft, 'online' | 'repeats'>): readonly InputBlock[] => [
  input({ label: 'People who may come', optional: true }, peopleSelect(FIELD.optional, [], 'Choose people')),
  addressesField(),
  input(
    { label: 'Online', optional: true },
    ticksOf(FIELD.online, [option('With a Teams link', 'teams')], online ? ['teams'] : []),
  ),
  input(
    { label: 'Repeated', hint: 'A series is made and cancelled as a whole.' },
    selectOf(
      FIELD.repeats,
      Object.entries(REPEATS).map(([value, words]) => option(words, value)),
      repeats,
      'Choose how often',
    ),
  ),
  input({ label: 'Repeated until', optional: true }, { type: 'datepicker', action_id: FIELD.repeatsUntil }),
];

export const addressesField = (): InputBlock =>
  input(
    {
      label: 'People by e-mail address',
      optional: true,
      hint: 'One a line: ana@mfa.example, or Ana <ana@mfa.example>; add “optional” where it is.',
    },
    textInput(FIELD.addresses, { most: LIMITS.plainInput, multiline: true }),
  );
