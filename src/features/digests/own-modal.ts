import { context, divider, option, plain } from '../../blocks/build.ts';
import { input, radiosOf, selectOf } from '../../blocks/inputs.ts';
import { LIMITS } from '../../blocks/limits.ts';
import type { Modal } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { ticksOf } from '../../blocks/tick-inputs.ts';
import type { PersonRow } from '../../db/read/rows.ts';
import type { Day } from '../../treaty/day.ts';
import { onlyFields, weeklyFields } from './schedule-fields.ts';
import type { Subscription } from './subscriptions.ts';

export const PREFERENCES = 'digests:preferences';
export const PREFERENCES_TITLE = 'Preferences';
export const OWN = { what: 'what', saved: 'saved', awayUntil: 'away_until', standIn: 'stand_in' } as const;

const WHAT = [
  option('None', 'none'),
  option('The dates of the States that I follow, and my follow-ups', 'mine'),
  option('The whole digest, as in the channel', 'desk'),
];

interface Now {
  own: Subscription | null;
  zone: string;
  away: { until: Day; standIn: string } | null;
  /** Questions that they keep. */
  saved: readonly { id: string; text: string }[];
  /** Who may stand in. */
  others: readonly PersonRow[];
}

/** What reaches a person by itself: their own weekly digest, and who stands in while they are away. */
export function preferencesModal({ own, zone, away, saved, others }: Now): Modal {
  const what = own === null || own.paused ? 'none' : own.audience === 'mine' ? 'mine' : 'desk';
  return {
    type: 'modal',
    callback_id: PREFERENCES,
    title: plain(PREFERENCES_TITLE, LIMITS.modalTitle),
    submit: plain('Keep', LIMITS.modalTitle),
    close: plain('Cancel', LIMITS.modalTitle),
    blocks: [
      input({ label: 'My weekly digest, as a direct message' }, radiosOf(OWN.what, WHAT, what)),
      ...weeklyFields(own?.weekly ?? { weekday: 1, time: '08:00', zone }),
      ...onlyFields(own?.only ?? { themes: [], regions: [], horizon: null }),
      ...(saved.length === 0
        ? []
        : [
            input(
              { label: 'My questions', optional: true, hint: 'Those that you untick are let go.' },
              ticksOf(
                OWN.saved,
                saved.map(({ id, text }) => option(text, id)),
                saved.map(({ id }) => id),
              ),
            ),
          ]),
      divider(),
      input(
        { label: 'Away until', optional: true, hint: 'The last day. Until then somebody stands in for you.' },
        { type: 'datepicker', action_id: OWN.awayUntil, ...(away === null ? {} : { initial_date: away.until }) },
      ),
      ...(others.length === 0
        ? []
        : [
            input(
              { label: 'Who stands in', optional: true },
              selectOf(
                OWN.standIn,
                others.map(({ slackId, name }) => option(name, slackId)),
                away?.standIn ?? null,
                'Choose a person',
              ),
            ),
          ]),
      context(
        md`Reminders come at 09:00 your time on working days, one message a day at most, for the States you follow (\`/ccm follow\`) and your follow-ups (\`/ccm followups\`).`,
      ),
    ],
  };
}
