import { deskChannel, useSeen } from '../world/world.ts';

/** Home and Messages of the app. */
export function DeskTabs({ at }: { at: 'home' | 'messages' }) {
  const { world, go } = useSeen();
  const messages = deskChannel(world)?.id ?? 'home';
  return (
    <nav class="tabs" aria-label="Views of the app">
      <button type="button" class="tab" aria-current={at === 'home' ? 'page' : undefined} onClick={() => go('home')}>
        Home
      </button>
      <button
        type="button"
        class="tab"
        aria-current={at === 'messages' ? 'page' : undefined}
        onClick={() => go(messages)}
      >
        Messages
      </button>
    </nav>
  );
}
