import { useEffect } from 'preact/hooks';
import { Blocks } from '../blocks/Block.tsx';
import { SurfaceContext } from '../elements/surface.ts';
import { useSurfaceAt, useTyped } from '../world/use-surface.ts';
import { useSeen } from '../world/world.ts';
import { DeskTabs } from './DeskTabs.tsx';
import { Notices } from './Notices.tsx';

/** The app's Home as it has drawn it for this person; asked for anew when the clock was moved. */
export function Home() {
  const { world, act } = useSeen();
  const surface = useSurfaceAt({ kind: 'home' }, useTyped());
  useEffect(() => {
    void act({ act: 'openHome' });
  }, [world.clock.moves]);
  return (
    <main class="channel">
      <div class="conversation">
        <header class="pane-head">
          <h2>
            <bdi>{world.bot.name}</bdi>
          </h2>
          <DeskTabs at="home" />
        </header>
        <div class="home">
          <div class="home-inner">
            {world.home === null ? (
              <p class="quiet" role="status">
                The desk is drawing this page…
              </p>
            ) : (
              <SurfaceContext.Provider value={surface}>
                <Blocks of={world.home.blocks} />
              </SurfaceContext.Provider>
            )}
          </div>
        </div>
        <Notices of={world.notices.filter((notice) => notice.channel === world.home?.id)} />
      </div>
    </main>
  );
}
