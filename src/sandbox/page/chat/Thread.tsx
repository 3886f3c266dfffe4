import type { SeenChannel, SeenMessage } from '../../protocol.ts';
import { Icon } from '../frame/Icon.tsx';
import { useFocusBack } from '../frame/use-focus-back.ts';
import { Composer } from './Composer.tsx';
import { MessageList } from './MessageList.tsx';

interface ThreadProps {
  of: SeenChannel;
  first: SeenMessage;
  replies: readonly SeenMessage[];
  close(): void;
}

/** A thread beside its channel: the first message, the replies, and where to reply. */
export function Thread({ of, first, replies, close }: ThreadProps) {
  useFocusBack();
  return (
    <section class="thread" aria-label="Thread" onKeyDown={(event) => event.key === 'Escape' && close()}>
      <header class="pane-head">
        <h2>Thread</h2>
        <span class="quiet">{of.kind === 'channel' ? `#${of.name}` : of.name}</span>
        <button type="button" class="tool" aria-label="Close thread" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <MessageList label="Messages in this thread" messages={[first, ...replies]} />
      <Composer channel={of.id} threadTs={first.ts} label="Reply" />
    </section>
  );
}
