import { useEffect, useRef } from 'preact/hooks';
import type { SeenMessage } from '../../protocol.ts';
import { Blocks } from '../blocks/Block.tsx';
import { SurfaceContext } from '../elements/surface.ts';
import { Icon } from '../frame/Icon.tsx';
import { Mrkdwn } from '../text/Mrkdwn.tsx';
import { useNames } from '../text/names.ts';
import { clockTime } from '../text/slack-date.ts';
import { useSurfaceAt, useTyped } from '../world/use-surface.ts';
import { useSeen } from '../world/world.ts';
import { Avatar } from './Avatar.tsx';
import { FileCard } from './FileCard.tsx';
import { MessageTools } from './MessageTools.tsx';

function Said({ message }: { message: SeenMessage }) {
  const surface = useSurfaceAt({ kind: 'message', channel: message.channel, ts: message.ts }, useTyped());
  return (
    <SurfaceContext.Provider value={surface}>
      {message.blocks.length > 0 ? (
        <Blocks of={message.blocks} />
      ) : (
        message.text !== '' && (
          <div class="prose" dir="auto">
            <Mrkdwn text={message.text} />
          </div>
        )
      )}
      {message.files.map((file) => (
        <FileCard key={file.id} of={file} />
      ))}
    </SurfaceContext.Provider>
  );
}

interface MessageProps {
  message: SeenMessage;
  /** Opens its thread; absent inside a thread. */
  openThread?: ((ts: string) => void) | undefined;
}

/** What an author is beside their name: the app, a guest, somebody of another workspace. */
function Badge({ author }: { author: SeenMessage['author'] }) {
  const { world } = useSeen();
  if (author.kind !== 'person') return <span class="badge">App</span>;
  const person = world.people.find(({ id }) => id === author.id);
  if (person?.elsewhere) return <span class="badge">From {person.elsewhere}</span>;
  return person?.guest ? <span class="badge">Guest</span> : null;
}

/** The line over a message that nobody else sees, with a way to put it away. */
function OnlyYou({ message: { channel, ts } }: { message: SeenMessage }) {
  const { act } = useSeen();
  return (
    <p class="only-you">
      <Icon name="eye" /> Only visible to you
      <button type="button" class="only-you-hide" onClick={() => void act({ act: 'hide', channel, ts })}>
        Dismiss
      </button>
    </p>
  );
}

const classOf = ({ ephemeral, joined }: SeenMessage, shown: boolean): string =>
  ['message', ephemeral && 'message-ephemeral', joined && 'message-joined', shown && 'message-shown']
    .filter(Boolean)
    .join(' ');

/** One message: who said it and when, what it says, its thread. */
export function Message({ message, openThread }: MessageProps) {
  const { author, ephemeral, edited, replies, ts, at, joined } = message;
  const { reader } = useNames();
  const pointed = useSeen().shown === ts;
  const article = useRef<HTMLElement>(null);
  const time = clockTime(reader, at);
  useEffect(() => {
    if (pointed) article.current?.scrollIntoView({ block: 'center' });
  }, [pointed]);
  return (
    <article ref={article} class={classOf(message, pointed)} aria-label={`${author.name}, ${time}`}>
      <Avatar id={author.id} name={author.name} app={author.kind === 'app'} />
      <div class="message-body">
        {ephemeral && <OnlyYou message={message} />}
        <p class="message-head">
          <bdi class="message-author">{author.name}</bdi>
          <Badge author={author} />
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
      {!ephemeral && !joined && <MessageTools message={message} openThread={openThread} />}
    </article>
  );
}
