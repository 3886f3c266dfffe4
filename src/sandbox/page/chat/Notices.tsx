import type { Notice } from '../../protocol.ts';
import { Icon } from '../frame/Icon.tsx';
import { useSeen } from '../world/world.ts';

/** What Slack says when something failed, until it is put away. */
export function Notices({ of }: { of: readonly Notice[] }) {
  const { act } = useSeen();
  if (of.length === 0) return null;
  return (
    <div class="notices" role="alert">
      {of.map(({ id, text }) => (
        <p key={id} class="notice">
          <span dir="auto">{text}</span>
          <button
            type="button"
            class="tool"
            aria-label="Dismiss"
            onClick={() => void act({ act: 'dismiss', noticeId: id })}
          >
            <Icon name="close" />
          </button>
        </p>
      ))}
    </div>
  );
}
