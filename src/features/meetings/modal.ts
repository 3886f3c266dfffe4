import { z } from 'zod';
import { actions, button, context, plain, present, section } from '../../blocks/build.ts';
import { LIMITS } from '../../blocks/limits.ts';
import type { Modal } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { carriedBy } from '../../desk/carried.ts';
import type { Draft } from './draft.ts';
import {
  agendaField,
  dayField,
  furtherFields,
  kindField,
  lastDayField,
  marginsField,
  peopleField,
  placeField,
  statesField,
  timeFields,
  titleField,
  zoneField,
} from './form-fields.ts';

export const FORM = { plan: 'meetings:plan', change: 'meetings:change' } as const;
export const MORE = 'meetings:more';
export const TITLE = 'Plan a meeting';

/** What a form keeps beside its fields. */
export const planCarries = z.object({
  link: z.string().nullable(),
  followUp: z.string().nullable(),
  convention: z.string().nullable(),
  through: z.string(),
  details: z.boolean(),
});

export type KeptInPlan = z.infer<typeof planCarries>;

export const keptInPlan = (text: string): KeptInPlan => carriedBy(planCarries, text);

const keptOf = ({ link, followUp, convention, through, details }: Draft): string =>
  JSON.stringify({ link, followUp, convention, through, details });

export interface Beside {
  /** The Convention's meetings ahead. */
  meetings: readonly { code: string; name: string }[];
  /** The Convention's own meeting that is planned: its name with its dates in words, and whether these are fixed to the day. */
  own: { words: string; exact: boolean } | null;
}

/** The form in which a meeting is planned: the few fields that suffice, and the others behind a button. */
export function planModal(draft: Draft, { meetings, own }: Beside): Modal {
  const { remark, details, convention, states, margins } = draft;
  const dated = own === null || !own.exact;
  return {
    type: 'modal',
    callback_id: FORM.plan,
    private_metadata: keptOf(draft),
    title: plain(TITLE, LIMITS.modalTitle),
    submit: plain('Plan it', LIMITS.modalTitle),
    close: plain('Cancel', LIMITS.modalTitle),
    blocks: [
      ...present(
        remark !== null && section(md`${remark}`),
        own !== null &&
          section(md`*${own.words}*\nTitle and dates are those on record: in Outlook they cannot be changed for good.`),
      ),
      ...(convention === null ? [titleField(draft)] : []),
      kindField(draft),
      ...(dated ? [dayField(draft), ...timeFields(draft)] : []),
      peopleField(draft),
      placeField(draft),
      agendaField(draft),
      ...(details
        ? [
            ...(dated ? [lastDayField(draft), zoneField(draft)] : []),
            statesField(states),
            ...present(marginsField(margins, meetings)),
            ...furtherFields(draft),
          ]
        : present(actions(button({ text: 'More: States, time zone, addresses, Teams, repeated…', action: MORE })))),
      context(
        md`Seen by coordinators and the ISU, and by those who are invited. Those invited are told by their calendar.`,
      ),
    ],
  };
}
