import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SeenMessage } from '../../protocol.ts';
import { useNames } from '../text/names.ts';
import { dayHeading, dayKey } from '../text/slack-date.ts';
import { Message, millisecondsOf } from './Message.tsx';

interface MessageListProps {
  label: string;
  messages: readonly SeenMessage[];
  openThread?: (ts: string) => void;
  /** What stands where there are no messages yet, or before the first. */
  children?: ComponentChildren;
}

/** Within this many pixels of its end a list follows what is added. */
const NEAR_END = 80;

/** Messages under the days on which they were sent, the newest in view. */
export function MessageList({ label, messages, openThread, children }: MessageListProps) {
  const { reader } = useNames();
  const list = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const last = messages.at(-1)?.ts;
  useLayoutEffect(() => {
    if (list.current && follows.current) list.current.scrollTop = list.current.scrollHeight;
  }, [last, messages]);
  const dayOf = (message: SeenMessage | undefined) =>
    message === undefined ? '' : dayKey(reader, millisecondsOf(message.ts));
  return (
    <div
      class="messages"
      role="log"
      aria-label={label}
      ref={list}
      onScroll={({ currentTarget: at }) => {
        follows.current = at.scrollHeight - at.scrollTop - at.clientHeight < NEAR_END;
      }}
    >
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
