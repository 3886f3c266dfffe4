import type { SeenChannel } from '../../protocol.ts';
import { deskChannel, useSeen } from '../world/world.ts';
import { Icon, type IconName } from './Icon.tsx';

interface SidebarLinkProps {
  place: string;
  name: string;
  icon: IconName;
  unread: number;
}

function SidebarLink({ place, name, icon, unread }: SidebarLinkProps) {
  const seen = useSeen();
  const here = seen.place === place;
  return (
    <li>
      <button
        type="button"
        class={unread > 0 && !here ? 'place place-unread' : 'place'}
        aria-current={here ? 'page' : undefined}
        onClick={() => seen.go(place)}
      >
        <Icon name={icon} />
        <bdi>{name}</bdi>
        {unread > 0 && !here && (
          <span class="unread">
            {unread}
            <span class="unseen"> unread</span>
          </span>
        )}
      </button>
    </li>
  );
}

const iconOf = (channel: SeenChannel): IconName => (channel.private ? 'lock' : 'hash');

/** Where the person can go: channels, direct messages, and the app with its Home. */
export function Sidebar() {
  const { world, place } = useSeen();
  const desk = deskChannel(world);
  const channels = world.channels.filter((channel) => channel.kind === 'channel');
  const others = world.channels.filter((channel) => channel.kind === 'direct' && channel !== desk);
  return (
    <nav class="sidebar" aria-label="Channels and direct messages">
      <h2>Channels</h2>
      <ul>
        {channels.map((channel) => (
          <SidebarLink
            key={channel.id}
            place={channel.id}
            name={channel.name}
            icon={iconOf(channel)}
            unread={channel.unread}
          />
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <h2>Direct messages</h2>
          <ul>
            {others.map(({ id, name, unread }) => (
              <SidebarLink key={id} place={id} name={name} icon="person" unread={unread} />
            ))}
          </ul>
        </>
      )}
      {desk !== null && (
        <>
          <h2>Apps</h2>
          <ul>
            <SidebarLink
              place={place === 'home' ? 'home' : desk.id}
              name={world.bot.name}
              icon="reply"
              unread={desk.unread}
            />
          </ul>
        </>
      )}
      <p class="sidebar-foot">Nothing leaves this computer.</p>
    </nav>
  );
}
