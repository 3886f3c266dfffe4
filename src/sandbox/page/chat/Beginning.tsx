import type { SeenChannel } from '../../protocol.ts';
import { useSeen } from '../world/world.ts';
import { Examples } from './Examples.tsx';

const opening = (of: SeenChannel, desk: boolean): string => {
  if (desk) return 'This is the beginning of what you and the desk write to each other. Nobody else reads it.';
  if (of.kind === 'direct') return 'This is the beginning of your direct messages.';
  return of.private
    ? 'This is the beginning of a private channel: only its members can see it.'
    : 'This is the beginning of a channel that every member of the workspace can join.';
};

/** The top of a conversation; while it is empty, with examples for those who have the desk's command. */
export function Beginning({ of, empty }: { of: SeenChannel; empty: boolean }) {
  const { world } = useSeen();
  return (
    <div class="beginning">
      <h3>
        <bdi>{of.kind === 'channel' ? `#${of.name}` : of.name}</bdi>
      </h3>
      <p>{opening(of, of.members.includes(world.bot.id) && of.kind === 'direct')}</p>
      {empty && of.members.includes(world.bot.id) && world.commands.length > 0 && <Examples channel={of.id} />}
    </div>
  );
}
