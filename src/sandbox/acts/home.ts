import { tellEvent } from '../payloads/event.ts';
import { viewObject } from '../payloads/view-object.ts';
import type { ActAnswer } from '../protocol.ts';
import type { Sandbox } from '../sandbox.ts';
import { done } from './outcome.ts';

/** The person opens the desk's Home, or its Messages beside it. */
export async function openTab(sandbox: Sandbox, as: string, tab: 'home' | 'messages'): Promise<ActAnswer> {
  const home = sandbox.world.state.homes[as];
  await tellEvent(sandbox, 'app_home_opened', {
    type: 'app_home_opened',
    user: as,
    channel: sandbox.world.direct(as)?.id ?? '',
    tab,
    ...(tab === 'home' && home ? { view: viewObject(home) } : {}),
    event_ts: sandbox.world.nextTs(),
  });
  return done;
}
