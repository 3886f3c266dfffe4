import { useSeen } from '../world/world.ts';
import { Icon } from './Icon.tsx';
import { Menu } from './Menu.tsx';

/** Who one is in the sandbox; another person sees another Slack. */
export function PersonChoice({ become }: { become(id: string): void }) {
  const { world } = useSeen();
  return (
    <Menu
      class="top-button"
      label={`You are: ${world.me.name}. Be somebody else`}
      face={
        <>
          <span class="top-lead">You are:</span> <bdi class="top-name">{world.me.name}</bdi>
          <Icon name="down" />
        </>
      }
      items={world.people.map(({ id, name, title }) => ({
        key: id,
        text: name,
        about: title,
        checked: id === world.me.id,
        choose: () => become(id),
      }))}
    />
  );
}
