import type { Placed } from '../payloads/elements-in.ts';
import { fromPerson } from '../payloads/event.ts';
import type { Act, ActAnswer, InputState } from '../protocol.ts';
import type { Sandbox } from '../sandbox.ts';
import { notify } from '../world/speak.ts';
import { chosenFrom } from './chosen.ts';
import { done, failureOf, refusedAct } from './outcome.ts';
import { controlAt, type Place, placeFields, placeFor } from './where.ts';

function actionOf({ element, blockId, actionId }: Placed, state: InputState | null, ts: string) {
  const same = ['text', 'value', 'style', 'placeholder', 'confirm'].filter((name) => element[name] !== undefined);
  return {
    ...Object.fromEntries(element.type === 'button' ? same.map((name) => [name, element[name]]) : []),
    ...(state ?? {}),
    type: element.type,
    block_id: blockId,
    action_id: actionId,
    action_ts: ts,
  };
}

const responseUrl = (sandbox: Sandbox, as: string, place: Place) => {
  if (place.kind === 'view') return {};
  const { channel, ts, threadTs } = place.said;
  return { response_url: sandbox.responseUrls.give({ person: as, channel, messageTs: ts, threadTs }) };
};

/** A button, menu or select: Slack passes it on, and tells the person when the desk does not answer. */
export async function press(sandbox: Sandbox, act: Extract<Act, { act: 'press' }>): Promise<ActAnswer> {
  const { as, where, blockId, actionId } = act;
  const place = placeFor(sandbox, as, where);
  const control = place && controlAt(place, blockId, actionId);
  if (!place || !control) return refusedAct('not_found', 'This is no longer there.');
  const state = act.input ? chosenFrom(control.element, act.input) : null;
  if (control.element.type !== 'button' && state === null)
    return refusedAct('unknown_option', 'This is not one of the choices.');
  const entered = state
    ? { ...act.values, [blockId]: { ...act.values?.[blockId], [actionId]: state } }
    : (act.values ?? {});
  const delivery = await sandbox.deliver.ask('interactive', {
    type: 'block_actions',
    ...fromPerson(sandbox, as),
    ...placeFields(sandbox, place, entered),
    trigger_id: sandbox.triggers.give({ person: as, viewId: place.kind === 'view' ? place.view.id : null }),
    ...responseUrl(sandbox, as, place),
    actions: [actionOf(control, state, sandbox.world.nextTs())],
  });
  const failure = failureOf(delivery);
  if (failure === null) return done;
  const shown = `${sandbox.app.name} did not respond (${failure}). Try again.`;
  notify(sandbox, as, failure, shown, place.kind === 'message' ? place.said.channel : place.view.id);
  return refusedAct(failure, shown);
}
