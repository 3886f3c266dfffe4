import type { ComponentChildren } from 'preact';
import type { SeenMessage } from '../../protocol.ts';
import { useNames } from '../text/names.ts';
import { dayHeading, dayKey } from '../text/slack-date.ts';
import { Message } from './Message.tsx';
import { useFollow } from './use-follow.ts';

interface MessageListProps {
  label: string;
  messages: readonly SeenMessage[];
  openThread?: (ts: string) => void;
  /** The `ts` up to which everything had been read before; null when nothing is new. */
  newAfter?: string | null;
  /** What stands where there are no messages yet, or before the first. */
  children?: ComponentChildren;
}

interface LineProps {
  /** Whether another day begins here. */
  day: boolean;
  /** Whether the first message that had not been read follows. */
  isNew: boolean;
  /** The day, in words. */
  children: ComponentChildren;
}

/** What stands between two messages: a day that begins, where the new ones begin, or both in one. */
function Line({ day, isNew, children }: LineProps) {
  if (!day) return isNew ? <p class="new-line">New</p> : null;
  return (
    <div class={isNew ? 'day day-new' : 'day'}>
      <h2>{children}</h2>
      {isNew && <p>New</p>}
    </div>
  );
}

/** Messages under the days on which they were sent, the newest in view. */
export function MessageList({ label, messages, openThread, newAfter = null, children }: MessageListProps) {
  const { reader, me } = useNames();
  const { list, onScroll } = useFollow(messages);
  const dayOf = (message: SeenMessage | undefined) => (message === undefined ? '' : dayKey(reader, message.at));
  const isNewDay = (at: number) => dayOf(messages[at]) !== dayOf(messages[at - 1]);
  const firstNew = messages.find(
    ({ ts, author }) => newAfter !== null && Number(ts) > Number(newAfter) && author.id !== me,
  );
  return (
    <div class="messages" role="log" aria-label={label} ref={list} onScroll={onScroll}>
      <div class="messages-inner">
        {children}
        {messages.map((message, at) => (
          <div key={`${message.ts} ${message.ephemeral}`}>
            <Line day={isNewDay(at)} isNew={message.ts === firstNew?.ts}>
              {dayHeading(reader, message.at)}
            </Line>
            <Message message={message} openThread={openThread} />
          </div>
        ))}
      </div>
    </div>
  );
}
