import type { ComponentChildren } from 'preact';
import type { SeenMessage } from '../../protocol.ts';
import { useNames } from '../text/names.ts';
import { dayHeading, dayKey } from '../text/slack-date.ts';
import { Message, millisecondsOf } from './Message.tsx';
import { useFollow } from './use-follow.ts';

interface MessageListProps {
  label: string;
  messages: readonly SeenMessage[];
  openThread?: (ts: string) => void;
  /** What stands where there are no messages yet, or before the first. */
  children?: ComponentChildren;
}

/** Messages under the days on which they were sent, the newest in view. */
export function MessageList({ label, messages, openThread, children }: MessageListProps) {
  const { reader } = useNames();
  const { list, onScroll } = useFollow(messages);
  const dayOf = (message: SeenMessage | undefined) =>
    message === undefined ? '' : dayKey(reader, millisecondsOf(message.ts));
  return (
    <div class="messages" role="log" aria-label={label} ref={list} onScroll={onScroll}>
      <div class="messages-inner">
        {children}
        {messages.map((message, at) => (
          <div key={`${message.ts} ${message.ephemeral}`}>
            {dayOf(message) !== dayOf(messages[at - 1]) && (
              <h2 class="day">
                <span>{dayHeading(reader, millisecondsOf(message.ts))}</span>
              </h2>
            )}
            <Message message={message} openThread={openThread} />
          </div>
        ))}
      </div>
    </div>
  );
}
