import { fromPerson } from '../payloads/event.ts';
import { viewObject } from '../payloads/view-object.ts';
import type { Act, ActAnswer } from '../protocol.ts';
import type { Sandbox } from '../sandbox.ts';
import { closeViews } from '../world/modals.ts';
import { done, refusedAct } from './outcome.ts';

/** Closes a modal, or all; the desk hears of those that asked for it. */
export async function closeModal(sandbox: Sandbox, act: Extract<Act, { act: 'close' }>): Promise<ActAnswer> {
  const view = sandbox.world.state.modals[act.as]?.find(({ id }) => id === act.viewId);
  if (view === undefined) return refusedAct('not_found', 'This window is no longer open.');
  const everything = act.all === true || view.content.clear_on_close;
  const closed = closeViews(sandbox, view, everything);
  const told = closed.filter(({ content }) => content.notify_on_close);
  await Promise.all(
    told.map((each) =>
      sandbox.deliver.ask('interactive', {
        type: 'view_closed',
        ...fromPerson(sandbox, act.as),
        view: viewObject(each),
        is_cleared: everything,
      }),
    ),
  );
  return done;
}
