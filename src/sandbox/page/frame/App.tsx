import type { WorldView } from '../../protocol.ts';
import { act } from '../world/endpoints.ts';
import { useRoute } from '../world/route.ts';
import { useNow } from '../world/use-now.ts';
import { useWorld } from '../world/use-world.ts';
import { type Doing, deskChannel, SeenContext } from '../world/world.ts';
import { TROUBLES } from './Banner.tsx';
import { Workspace } from './Workspace.tsx';

/** Where the address leads, if the person may go there; else to the direct message with the desk, or the first channel. */
const placeIn = (world: WorldView, asked: string | null): string => {
  const desk = deskChannel(world);
  if ((asked === 'home' && desk !== null) || world.channels.some((channel) => channel.id === asked))
    return asked ?? 'home';
  return desk?.id ?? world.channels[0]?.id ?? 'home';
};

/** The sandbox in the browser. */
export function App() {
  const [route, goTo] = useRoute();
  const { world, trouble } = useWorld(route.as);
  const now = useNow(world?.clock);
  if (world === null)
    return (
      <p class="waiting" role="status">
        {trouble === null ? 'Opening the sandbox…' : TROUBLES[trouble]}
      </p>
    );
  const place = placeIn(world, route.place);
  const there = { thread: null, message: null };
  const seen = {
    world,
    now,
    place,
    thread: place === route.place ? route.thread : null,
    shown: place === route.place ? route.message : null,
    tour: route.tour,
    faults: route.faults,
    outlook: route.outlook,
    go: (to: string) => goTo({ ...there, as: world.me.id, place: to }),
    openThread: (ts: string | null) => goTo({ as: world.me.id, place, thread: ts, message: null }),
    goTo,
    act: (doing: Doing) => act({ ...doing, as: world.me.id }),
  };
  return (
    <SeenContext.Provider value={seen}>
      <Workspace trouble={trouble} become={(id) => goTo({ ...there, as: id, place })} />
    </SeenContext.Provider>
  );
}
