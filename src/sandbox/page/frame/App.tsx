import type { WorldView } from '../../protocol.ts';
import { act } from '../world/endpoints.ts';
import { useRoute } from '../world/route.ts';
import { useNow } from '../world/use-now.ts';
import { useWorld } from '../world/use-world.ts';
import { type Doing, deskChannel, SeenContext } from '../world/world.ts';
import { TROUBLES } from './Banner.tsx';
import { Workspace } from './Workspace.tsx';

/** Where the address leads, if the person may go there; else to the direct message with the desk. */
const placeIn = (world: WorldView, asked: string | null): string => {
  if (asked === 'home' || world.channels.some((channel) => channel.id === asked)) return asked ?? 'home';
  return deskChannel(world)?.id ?? world.channels[0]?.id ?? 'home';
};

/** The sandbox in the browser. */
export function App() {
  const [route, go] = useRoute();
  const { world, trouble } = useWorld(route.as);
  const now = useNow(world?.clock);
  if (world === null)
    return (
      <p class="waiting" role="status">
        {trouble === null ? 'Opening the sandbox…' : TROUBLES[trouble]}
      </p>
    );
  const seen = {
    world,
    now,
    place: placeIn(world, route.place),
    go: (place: string) => go({ as: world.me.id, place }),
    act: (doing: Doing) => act({ ...doing, as: world.me.id }),
  };
  return (
    <SeenContext.Provider value={seen}>
      <Workspace key={world.me.id} trouble={trouble} become={(id) => go({ as: id, place: seen.place })} />
    </SeenContext.Provider>
  );
}
