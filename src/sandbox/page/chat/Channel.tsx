import { useEffect, useState } from 'preact/hooks';
import type { SeenChannel } from '../../protocol.ts';
import { useSeen } from '../world/world.ts';
import { Beginning } from './Beginning.tsx';
import { ChannelHead } from './ChannelHead.tsx';
import { Composer } from './Composer.tsx';
import { MessageList } from './MessageList.tsx';
import { Notices } from './Notices.tsx';
import { Thread } from './Thread.tsx';

/** "Message #isu-deadlines", "Message Action5". */
const invitation = ({ kind, name }: SeenChannel): string => `Message ${kind === 'channel' ? `#${name}` : name}`;

/** A channel or direct message, with a thread beside it when one is open. */
export function Channel({ of }: { of: SeenChannel }) {
  const { world, act, thread, openThread } = useSeen();
  // What was unread when one came; it stays marked until one leaves.
  const [newAfter] = useState(of.unread > 0 ? of.readTo : null);
  const messages = world.messages[of.id] ?? [];
  const first = messages.find((message) => message.ts === thread);
  useEffect(() => {
    if (of.unread > 0) void act({ act: 'read', channel: of.id });
  }, [of.id, of.unread]);
  return (
    <main class={first ? 'channel channel-with-thread' : 'channel'}>
      <div class="conversation">
        <ChannelHead of={of} />
        <MessageList
          label={invitation(of).replace('Message', 'Messages in')}
          messages={messages.filter((message) => message.threadTs === null)}
          openThread={openThread}
          newAfter={newAfter}
        >
          <Beginning of={of} empty={messages.length === 0} />
        </MessageList>
        <Notices of={world.notices.filter((notice) => notice.channel === of.id)} />
        <Composer channel={of.id} label={invitation(of)} />
      </div>
      {first && (
        <Thread
          key={first.ts}
          of={of}
          first={first}
          replies={messages.filter((message) => message.threadTs === first.ts)}
          close={() => openThread(null)}
        />
      )}
    </main>
  );
}
