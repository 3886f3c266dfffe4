import type { SeenChannel } from '../../protocol.ts';
import { Icon } from '../frame/Icon.tsx';
import { deskChannel, useSeen } from '../world/world.ts';
import { DeskTabs } from './DeskTabs.tsx';
import { Members } from './Members.tsx';

/** The name of where one is, who is there, and what it is for; for the desk its two tabs. */
export function ChannelHead({ of }: { of: SeenChannel }) {
  const { world } = useSeen();
  return (
    <header class="pane-head">
      <h2>
        {of.kind === 'channel' && <Icon name={of.private ? 'lock' : 'hash'} />}
        <bdi>{of.name}</bdi>
      </h2>
      {of.id === deskChannel(world)?.id ? (
        <DeskTabs at="messages" />
      ) : (
        <span class="quiet pane-topic" dir="auto">
          {of.topic}
        </span>
      )}
      {of.kind === 'channel' && <Members of={of} />}
    </header>
  );
}
