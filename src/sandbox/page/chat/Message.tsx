import type { SeenMessage } from '../../protocol.ts';
import { Blocks } from '../blocks/Block.tsx';
import { SurfaceContext } from '../elements/surface.ts';
import { Icon } from '../frame/Icon.tsx';
import { Mrkdwn } from '../text/Mrkdwn.tsx';
import { useNames } from '../text/names.ts';
import { clockTime } from '../text/slack-date.ts';
import { useSurfaceAt, useTyped } from '../world/use-surface.ts';
import { Avatar } from './Avatar.tsx';
import { MessageTools } from './MessageTools.tsx';

/** Slack's time stamps are seconds with a counter behind the point. */
export const millisecondsOf = (ts: string): number => Number(ts) * 1000;

function Said({ message }: { message: SeenMessage }) {
  const surface = useSurfaceAt({ kind: 'message', channel: message.channel, ts: message.ts }, useTyped());
  return (
    <SurfaceContext.Provider value={surface}>
      {message.blocks.length > 0 ? (
        <Blocks of={message.blocks} />
      ) : (
        <div class="prose" dir="auto">
          <Mrkdwn text={message.text} />
        </div>
      )}
    </SurfaceContext.Provider>
  );
}

interface MessageProps {
  message: SeenMessage;
  /** Opens its thread; absent inside a thread. */
  openThread?: ((ts: string) => void) | undefined;
}

/** One message: who said it and when, what it says, its thread. */
export function Message({ message, openThread }: MessageProps) {
  const { author, ephemeral, edited, replies, ts } = message;
  const { reader } = useNames();
  const time = clockTime(reader, millisecondsOf(ts));
  return (
    <article class={ephemeral ? 'message message-ephemeral' : 'message'} aria-label={`${author.name}, ${time}`}>
      <Avatar id={author.id} name={author.name} app={author.kind === 'app'} />
      <div class="message-body">
        {ephemeral && (
          <p class="only-you">
            <Icon name="eye" /> Only visible to you
          </p>
        )}
        <p class="message-head">
          <bdi class="message-author">{author.name}</bdi>
          {author.kind !== 'person' && <span class="badge">App</span>}
          <time class="message-time">{time}</time>
        </p>
        <Said message={message} />
        {edited && <span class="edited">(edited)</span>}
        {replies > 0 && openThread && (
          <button type="button" class="replies" onClick={() => openThread(ts)}>
            {replies === 1 ? '1 reply' : `${replies} replies`}
          </button>
        )}
      </div>
      {!ephemeral && <MessageTools message={message} openThread={openThread} />}
    </article>
  );
}
