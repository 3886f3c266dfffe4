import type { SeenMessage } from '../../protocol.ts';
import { Icon } from '../frame/Icon.tsx';
import { Menu } from '../frame/Menu.tsx';
import { useSeen } from '../world/world.ts';

interface MessageToolsProps {
  message: SeenMessage;
  openThread?: ((ts: string) => void) | undefined;
}

/** What can be done with a message: shown under the pointer, and to the keyboard always. */
export function MessageTools({ message, openThread }: MessageToolsProps) {
  const { world, act } = useSeen();
  const shortcuts = world.shortcuts.filter((shortcut) => shortcut.type === 'message');
  const { channel, ts, permalink } = message;
  return (
    <div class="message-tools">
      {openThread && (
        <button
          type="button"
          class="tool"
          aria-label="Reply in thread"
          title="Reply in thread"
          onClick={() => openThread(ts)}
        >
          <Icon name="reply" />
        </button>
      )}
      <Menu
        label="More with this message"
        class="tool"
        align="end"
        face={<Icon name="more" />}
        items={[
          ...shortcuts.map(({ callbackId, name, description }) => ({
            key: callbackId,
            text: name,
            about: description,
            choose: () => void act({ act: 'shortcut', callbackId, channel, ts }),
          })),
          { key: 'link', text: 'Copy link', choose: () => void navigator.clipboard.writeText(permalink) },
        ]}
      />
    </div>
  );
}
