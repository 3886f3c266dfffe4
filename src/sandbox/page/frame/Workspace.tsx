import { useEffect, useState } from 'preact/hooks';
import { Channel } from '../chat/Channel.tsx';
import { Home } from '../chat/Home.tsx';
import { Notices } from '../chat/Notices.tsx';
import { FaultPane } from '../faults/FaultPane.tsx';
import { Modals } from '../modal/Modals.tsx';
import { OutlookPane } from '../outlook/OutlookPane.tsx';
import { NamesContext } from '../text/names.ts';
import { Tour } from '../tour/Tour.tsx';
import { useNamesSeen } from '../world/use-names.ts';
import type { Watched } from '../world/use-world.ts';
import { useSeen } from '../world/world.ts';
import { Banner } from './Banner.tsx';
import { Sidebar } from './Sidebar.tsx';
import { TopBar } from './TopBar.tsx';

interface WorkspaceProps {
  trouble: Watched['trouble'];
  become(id: string): void;
}

/** The whole page, once there is a world to show. */
export function Workspace({ trouble, become }: WorkspaceProps) {
  const { world, place, tour, faults, outlook } = useSeen();
  const [listed, setListed] = useState(false);
  const channel = world.channels.find((one) => one.id === place);
  const where = channel?.name ?? world.bot.name;
  const me = world.me.id;
  useEffect(() => {
    document.title = `${where} · ${world.team.name}`;
  }, [where, world.team.name]);
  useEffect(() => setListed(false), [place, me, tour]);
  return (
    <NamesContext.Provider value={useNamesSeen()}>
      <div class={listed ? 'workspace workspace-listed' : 'workspace'}>
        <TopBar become={become} listed={listed} list={setListed} />
        <Banner trouble={trouble} />
        <Notices of={world.notices.filter((notice) => notice.channel === null)} />
        <div class="workspace-body">
          <Sidebar />
          {tour !== null && <Tour step={tour} />}
          {channel ? <Channel key={`${me} ${channel.id}`} of={channel} /> : <Home key={me} />}
          {outlook !== null && !faults && <OutlookPane week={outlook} />}
          {faults && <FaultPane />}
        </div>
      </div>
      <Modals key={me} />
    </NamesContext.Provider>
  );
}
