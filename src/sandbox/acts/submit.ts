import { z } from 'zod';
import { elementsIn } from '../payloads/elements-in.ts';
import { fromPerson } from '../payloads/event.ts';
import { stateValues } from '../payloads/input-state.ts';
import { viewObject } from '../payloads/view-object.ts';
import type { Act, ActAnswer, InputValues } from '../protocol.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Delivery } from '../socket/envelope.ts';
import { viewArg } from '../web-api/views.ts';
import { TEAM } from '../world/cast.ts';
import { closeViews, pushView, renewView } from '../world/modals.ts';
import type { KeptView } from '../world/state.ts';
import { fieldErrors } from './field-checks.ts';
import { done, failureOf, refusedAct } from './outcome.ts';

const TROUBLE = 'We had some trouble connecting. Try again?';

const answerShape = z.union([
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.literal('update'), view: z.unknown() }),
  z.object({ response_action: z.literal('push'), view: z.unknown() }),
  z.object({ response_action: z.literal('clear') }),
  z.object({ response_action: z.undefined().optional() }),
]);

/** response_urls for selects of conversations that ask for one. */
function responseUrls(sandbox: Sandbox, view: KeptView, values: InputValues) {
  return elementsIn(view.content.blocks).flatMap(({ blockId, actionId, element }) => {
    const state = values[blockId]?.[actionId];
    const channel =
      state && 'selected_conversation' in state
        ? state.selected_conversation
        : state && 'selected_channel' in state
          ? state.selected_channel
          : null;
    if (element.response_url_enabled !== true || !channel) return [];
    const grant = { person: view.owner, channel, messageTs: null, threadTs: null };
    return [
      { block_id: blockId, action_id: actionId, channel_id: channel, response_url: sandbox.responseUrls.give(grant) },
    ];
  });
}

/** Does with the modal what the acknowledgement says; false when Slack could not make sense of it. */
function follow(sandbox: Sandbox, view: KeptView, delivery: Delivery): boolean {
  if (delivery.kind !== 'acked') return false;
  const read = answerShape.safeParse(delivery.payload ?? {});
  if (!read.success) return false;
  const answer = read.data;
  switch (answer.response_action) {
    case undefined:
      closeViews(sandbox, view, false);
      return true;
    case 'clear':
      closeViews(sandbox, view, true);
      return true;
    case 'errors': {
      const blocks = view.content.blocks.flatMap((block) => (block.type === 'input' ? [block.block_id] : []));
      if (Object.keys(answer.errors).some((id) => !blocks.includes(id))) return false;
      view.errors = answer.errors;
      return true;
    }
    case 'update':
    case 'push': {
      const next = viewArg(answer.view, ['modal'], sandbox);
      if (!next.ok) return false;
      if (answer.response_action === 'push') return pushView(sandbox, view.owner, next.content) !== null;
      renewView(sandbox, view, next.content);
      return true;
    }
  }
}

/** What people of another workspace meet: Slack never passes their submissions on. */
function failed(sandbox: Sandbox, view: KeptView): ActAnswer {
  view.trouble = TROUBLE;
  sandbox.world.changed();
  return refusedAct('not_in_this_workspace', TROUBLE);
}

/** Submits a modal. Slack checks the fields first; what the desk answers within three seconds decides what becomes of the modal. */
export async function submit(sandbox: Sandbox, act: Extract<Act, { act: 'submit' }>): Promise<ActAnswer> {
  const view = sandbox.world.state.modals[act.as]?.find(({ id }) => id === act.viewId);
  if (view === undefined) return refusedAct('not_found', 'This window is no longer open.');
  if (view.pending) return refusedAct('pending', 'This is already being sent.');
  const values = stateValues(view.content.blocks, act.values);
  const errors = fieldErrors(view.content.blocks, values);
  Object.assign(view, { errors, trouble: null });
  if (Object.keys(errors).length > 0) {
    sandbox.world.changed();
    return refusedAct('invalid_fields', 'Some fields need your attention.');
  }
  if (sandbox.world.teamOf(act.as) !== TEAM.id) return failed(sandbox, view);
  view.pending = true;
  sandbox.world.changed();
  const delivery = await sandbox.deliver.ask('interactive', {
    type: 'view_submission',
    ...fromPerson(sandbox, act.as),
    trigger_id: sandbox.triggers.give({ person: act.as, viewId: view.id }),
    view: viewObject(view, values),
    response_urls: responseUrls(sandbox, view, values),
  });
  view.pending = false;
  const followed = follow(sandbox, view, delivery);
  if (!followed) view.trouble = TROUBLE;
  sandbox.world.changed();
  return followed ? done : refusedAct(failureOf(delivery) ?? 'invalid_response_action', TROUBLE);
}
