import { LIMITS } from '../../blocks/limits.ts';
import { readStates } from '../../db/read/states.ts';
import type { Actor } from '../../desk/actor.ts';
import type { Feature, FreeText, Press } from '../../desk/describe.ts';
import { textOf } from '../../desk/form-values.ts';
import type { Reply } from '../../desk/reply.ts';
import { stateChoices } from '../../desk/state-choices.ts';
import { deskToday } from '../../desk/time.ts';
import { zonesLike } from '../../desk/zones-typed.ts';
import { draftFromConvention, draftFromMessage, draftFromWords } from './begin.ts';
import { changeCarries, submitChange } from './change-form.ts';
import type { MeetingsDesk } from './desk.ts';
import { type Draft, emptyDraft } from './draft.ts';
import { FIELD, zoneOption } from './form-fields.ts';
import { kindIn, typedIn } from './input.ts';
import { PLAN, PLAN_OWN } from './list.ts';
import { lookUp } from './look-up.ts';
import { FORM, keptInPlan, MORE, planCarries, TITLE } from './modal.ts';
import { openPlan } from './open-plan.ts';
import { meetingActions } from './press.ts';
import { SMALL } from './small-forms.ts';
import { submitCancel, submitInvitees, submitOutcome } from './small-submit.ts';
import { submitPlan } from './submit.ts';

/** Meetings of every kind that coordinators plan: kept here, brought to calendars, moved and cancelled on either side. */
export function meetingsFeature({ ask, ...desk }: MeetingsDesk & { ask: FreeText }): Feature {
  const { db, clock } = desk;
  const today = () => deskToday(clock);
  const open = (actor: Actor, begin: () => Promise<Draft>): Promise<Reply> => openPlan(desk, actor, begin);
  const empty = async (actor: Actor): Promise<Draft> => draftFromWords(db, '', actor, today());

  /** The same form with all its fields; what was typed so far stays in those that stay. */
  const more = async ({ actor, view }: Press): Promise<Reply> => {
    if (view === null) return open(actor, () => empty(actor));
    const { values, metadata } = view;
    const kept = keptInPlan(metadata);
    const draft: Draft = {
      ...emptyDraft(actor.zone),
      ...kept,
      title: textOf(values, FIELD.title),
      kind: kindIn(values),
      typed: typedIn(values, actor.zone),
      place: textOf(values, FIELD.place),
      agenda: textOf(values, FIELD.agenda),
      details: true,
    };
    return open(actor, async () => draft);
  };

  return {
    name: 'meetings',
    commands: [
      {
        verb: 'meet',
        also: [],
        usage: '[what, day, time, @people]',
        example: 'meet ISU on priorities 21 Nov 10:00–11:00',
        about: 'Plans a meeting: filled in from what you type, brought to the calendars of those invited.',
        shown: 'more',
        needs: 'handle_request',
        opens: TITLE,
        run: ({ actor, text }) => open(actor, () => draftFromWords(db, text, actor, today())),
      },
      {
        verb: 'meeting',
        also: ['meetings'],
        usage: '[M… | past]',
        example: 'meetings',
        about: 'Shows the meetings ahead that you may read, one by its number, or those that were held.',
        shown: 'more',
        alone: true,
        run: (asking) => lookUp(desk, ask, asking),
      },
    ],
    shortcuts: [
      {
        id: 'meetings:plan_message',
        kind: 'message',
        name: TITLE,
        about: 'Plans a meeting from this message.',
        opens: TITLE,
        run: (use) => open(use.actor, () => draftFromMessage(db, use, today())),
      },
    ],
    actions: [
      { id: PLAN, opens: TITLE, run: ({ actor }) => open(actor, () => empty(actor)) },
      {
        id: PLAN_OWN,
        opens: TITLE,
        run: ({ actor, value }) => open(actor, () => draftFromConvention(db, value, actor, today())),
      },
      { id: MORE, run: more },
      ...meetingActions(desk),
    ],
    submissions: [
      { id: FORM.plan, carries: planCarries, submit: (filled) => submitPlan(desk, filled) },
      { id: FORM.change, carries: changeCarries, submit: (filled) => submitChange(desk, filled) },
      { id: SMALL.cancel, submit: (filled) => submitCancel(desk, filled) },
      { id: SMALL.outcome, submit: (filled) => submitOutcome(desk, filled) },
      { id: SMALL.invitees, submit: (filled) => submitInvitees(desk, filled) },
    ],
    options: [
      { action: FIELD.states, options: async (typed) => stateChoices(await readStates(db), typed) },
      { action: FIELD.zone, options: async (typed) => zonesLike(typed, LIMITS.options).map(zoneOption) },
    ],
  };
}
