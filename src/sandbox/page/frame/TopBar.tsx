import { useSeen } from '../world/world.ts';
import { ClockPanel } from './ClockPanel.tsx';
import { Icon } from './Icon.tsx';
import { MoreMenu } from './MoreMenu.tsx';
import { PersonChoice } from './PersonChoice.tsx';

interface TopBarProps {
  become(id: string): void;
  /** Whether the list of channels is open, where it does not stand beside the conversation. */
  listed: boolean;
  list(listed: boolean): void;
}

/** The sandbox's own bar: which workspace, who one is, what time it is. */
export function TopBar({ become, listed, list }: TopBarProps) {
  const { world, tour, outlook, goTo } = useSeen();
  return (
    <header class="topbar">
      <button
        type="button"
        class="top-button top-list"
        aria-label="Channels"
        aria-expanded={listed}
        onClick={() => list(!listed)}
      >
        <Icon name={listed ? 'close' : 'menu'} />
      </button>
      <h1>{world.team.name}</h1>
      <p class="top-promise">Nothing leaves this computer.</p>
      <div class="topbar-tools">
        <PersonChoice become={become} />
        <ClockPanel />
      </div>
      <div class="topbar-rest">
        <button
          type="button"
          class="top-button"
          aria-pressed={outlook !== null}
          onClick={() => goTo({ outlook: outlook === null ? '' : null, faults: false })}
        >
          Outlook
        </button>
        <button
          type="button"
          class="top-button"
          aria-pressed={tour !== null}
          onClick={() => goTo({ tour: tour === null ? 1 : null })}
        >
          Tour
        </button>
        <MoreMenu />
      </div>
    </header>
  );
}
