import { LIMITS, lengthOf } from '../../blocks/limits.ts';
import type { Repetition } from '../../desk/calendar.ts';
import type { ViewValues } from '../../desk/describe.ts';
import { blockOf, byAction, choicesOf, textOf } from '../../desk/form-values.ts';
import { lastDayOf } from '../../desk/meeting-words.ts';
import { type Day, parseDay } from '../../treaty/day.ts';
import { MEETING_KINDS, type MeetingKind } from '../../treaty/meeting-kind.ts';
import { type ReadAddresses, readAddresses } from './addresses.ts';
import { FIELD, LONGEST_LINE, NO_MARGINS } from './form-fields.ts';
import type { Particulars } from './plan.ts';
import type { NewInvitee } from './store.ts';
import { type ReadWhen, readWhen, type TypedWhen } from './when-input.ts';

/** Field errors, by the blocks in which they are shown. */
type Errors = Readonly<Record<string, string>>;
type Read<T> = { ok: true; value: T } | { ok: false; errors: Errors };

/** Whether the form holds the field at all: those behind a button may not stand in it. */
const holds = (values: ViewValues, field: string): boolean => byAction(values).has(field);

/** The time as it stands in the form. */
export const typedIn = (values: ViewValues, zone: string): TypedWhen => ({
  day: textOf(values, FIELD.day),
  from: textOf(values, FIELD.from),
  until: textOf(values, FIELD.until),
  lastDay: textOf(values, FIELD.lastDay),
  zone: textOf(values, FIELD.zone) || zone,
});

export const kindIn = (values: ViewValues): MeetingKind =>
  MEETING_KINDS.find((each) => each === textOf(values, FIELD.kind)) ?? 'informal';

const errorOf = (values: ViewValues, field: string, problem: string): Errors => ({ [blockOf(values, field)]: problem });

/** What a form says of a meeting, apart from its people; `zone` where the form does not ask for one. */
export function particularsIn(
  values: ViewValues,
  {
    zone,
    today,
    fixed,
  }: { zone: string; today: Day; fixed: (Pick<Particulars, 'title'> & { when: Particulars['when'] | null }) | null },
): Read<Particulars> {
  const typed = typedIn(values, zone);
  const title = fixed?.title ?? textOf(values, FIELD.title);
  const read: ReadWhen = fixed?.when ? { ok: true, when: fixed.when } : readWhen(typed, today);
  const place = textOf(values, FIELD.place);
  const agenda = textOf(values, FIELD.agenda);
  const errors: Errors = {
    ...(title === '' ? errorOf(values, FIELD.title, 'Please say what it is about.') : {}),
    ...(read.ok ? {} : errorOf(values, holds(values, FIELD[read.field]) ? FIELD[read.field] : FIELD.day, read.problem)),
    ...tooLong(values, FIELD.title, title, LONGEST_LINE),
    ...tooLong(values, FIELD.place, place, LONGEST_LINE),
    ...tooLong(values, FIELD.agenda, agenda, LIMITS.plainInput),
  };
  if (Object.keys(errors).length > 0 || !read.ok) return { ok: false, errors };
  const margins = textOf(values, FIELD.margins);
  return {
    ok: true,
    value: {
      title,
      kind: kindIn(values),
      when: read.when,
      zone: typed.zone,
      place,
      agenda,
      states: choicesOf(values, FIELD.states),
      margins: margins === '' || margins === NO_MARGINS ? null : margins,
    },
  };
}

const tooLong = (values: ViewValues, field: string, text: string, most: number): Errors =>
  lengthOf(text) > most ? errorOf(values, field, `Please keep it to ${most} characters.`) : {};

const EVERY: Readonly<Record<string, Pick<Repetition, 'every' | 'interval'>>> = {
  day: { every: 'day', interval: 1 },
  week: { every: 'week', interval: 1 },
  fortnight: { every: 'week', interval: 2 },
  month: { every: 'month', interval: 1 },
};

/** Whether and until when it is repeated. */
export function repetitionIn(
  values: ViewValues,
  { when, zone }: Pick<Particulars, 'when' | 'zone'>,
): Read<Repetition | null> {
  const every = EVERY[textOf(values, FIELD.repeats)];
  if (every === undefined) return { ok: true, value: null };
  const wrong = (problem: string): Read<never> => ({ ok: false, errors: errorOf(values, FIELD.repeatsUntil, problem) });
  if (when.kind === 'month') return wrong('Of a month alone no series can be made: please give the day.');
  const until = parseDay(textOf(values, FIELD.repeatsUntil));
  if (until === null) return wrong('Please say until when it is repeated.');
  if (until <= lastDayOf(when, zone)) return wrong('The last day lies before the second meeting.');
  return { ok: true, value: { ...every, until } };
}

/** Who is chosen among the members, and invited by address. */
export interface People {
  members: readonly { slackId: string; optional: boolean }[];
  byAddress: readonly NewInvitee[];
}

export function peopleIn(values: ViewValues): Read<People> {
  const required = choicesOf(values, FIELD.people);
  const members = [
    ...required.map((slackId) => ({ slackId, optional: false })),
    ...choicesOf(values, FIELD.optional)
      .filter((slackId) => !required.includes(slackId))
      .map((slackId) => ({ slackId, optional: true })),
  ];
  const read: ReadAddresses = readAddresses(textOf(values, FIELD.addresses));
  return read.ok
    ? { ok: true, value: { members, byAddress: read.invitees } }
    : { ok: false, errors: errorOf(values, FIELD.addresses, read.problem) };
}
