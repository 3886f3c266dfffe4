import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import { Popup } from './Popup.tsx';
import { useOpen } from './use-open.ts';

interface MenuItem {
  key: string;
  text: ComponentChildren;
  about?: string | undefined;
  checked?: boolean;
  choose(): void;
}

interface MenuProps {
  /** What screen readers call the button. */
  label?: string;
  face: ComponentChildren;
  items: readonly MenuItem[];
  class: string;
  align?: 'start' | 'end';
  busy?: boolean;
}

const NEXT: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

const roleOf = (item: MenuItem) =>
  item.checked === undefined
    ? { role: 'menuitem' as const }
    : { role: 'menuitemradio' as const, 'aria-checked': item.checked };

/** The open list of a menu: arrows walk it, Enter chooses, Escape and Tab leave it. */
function MenuList({ items, label, close }: { items: readonly MenuItem[]; label: string | undefined; close(): void }) {
  const list = useRef<HTMLDivElement>(null);
  const entries = () => [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
  useEffect(() => {
    const all = entries();
    (all.find((entry) => entry.ariaChecked === 'true') ?? all[0])?.focus();
  }, []);
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Tab') {
      event.preventDefault();
      close();
    }
    const all = entries();
    const next = NEXT[event.key]?.(all.indexOf(document.activeElement as HTMLElement), all.length);
    if (next === undefined) return;
    event.preventDefault();
    all[next]?.focus();
  };
  return (
    <div ref={list} role="menu" tabIndex={-1} aria-label={label} onKeyDown={walk}>
      {items.map((item) => (
        <button
          key={item.key}
          type="button"
          tabIndex={-1}
          {...roleOf(item)}
          class="menu-item"
          onClick={() => {
            close();
            item.choose();
          }}
        >
          <span>{item.text}</span>
          {item.checked && <Icon name="check" />}
          {item.about && <span class="quiet">{item.about}</span>}
        </button>
      ))}
    </div>
  );
}

/** A button that opens a menu. */
export function Menu({ label, face, items, class: name, align, busy }: MenuProps) {
  const { open, toggle, shut, button, whole } = useOpen();
  return (
    <span class="menu" ref={whole}>
      <button
        ref={button}
        type="button"
        class={name}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-busy={busy}
        onClick={toggle}
      >
        {face}
      </button>
      {open && (
        <Popup anchor={button} {...(align ? { align } : {})}>
          <MenuList items={items} label={label} close={shut} />
        </Popup>
      )}
    </span>
  );
}
