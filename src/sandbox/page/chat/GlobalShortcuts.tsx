import { Menu } from '../frame/Menu.tsx';
import { useSeen } from '../world/world.ts';

/** The app's shortcuts that need no message. */
export function GlobalShortcuts() {
  const { world, act } = useSeen();
  const shortcuts = world.shortcuts.filter((shortcut) => shortcut.type === 'global');
  if (shortcuts.length === 0) return null;
  return (
    <Menu
      class="button button-quiet"
      face="Shortcuts"
      items={shortcuts.map(({ callbackId, name, description }) => ({
        key: callbackId,
        text: name,
        about: description,
        choose: () => void act({ act: 'shortcut', callbackId }),
      }))}
    />
  );
}
