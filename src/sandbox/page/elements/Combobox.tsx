import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../frame/Icon.tsx';
import { Popup } from '../frame/Popup.tsx';
import { type ControlPlace, named } from './control.ts';
import { EntryList } from './EntryList.tsx';
import type { Entry } from './entry.ts';
import { useEntries } from './use-entries.ts';

interface ComboboxProps {
  place: ControlPlace;
  /** What is chosen, as it reads; empty when nothing is. */
  chosen: string;
  placeholder: string;
  /** Entries for what was typed; null when nobody answered. */
  find(query: string): Promise<readonly Entry[] | null>;
  minLength: number;
  choose(entry: Entry): void;
  /** Present when the choice may be taken back. */
  clear?: (() => void) | undefined;
  busy: boolean;
}

/** A field in which one types to find and chooses from a list; arrows, Enter and Escape as in any list. */
export function Combobox(props: ComboboxProps) {
  const { place, chosen, placeholder, choose, clear, busy } = props;
  const [query, setQuery] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const box = useRef<HTMLSpanElement>(null);
  const found = useEntries(query, props.find, props.minLength);
  const listId = `${place.id}-list`;
  useEffect(() => setAt(0), [found.entries]);
  const shut = () => setQuery(null);
  const take = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    shut();
    choose(entry);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => (query === null ? setQuery('') : setAt(Math.min(at + 1, found.entries.length - 1))),
    ArrowUp: () => (query === null ? setQuery('') : setAt(Math.max(at - 1, 0))),
    Enter: () => (query === null ? setQuery('') : take(found.entries[at])),
    ...(query === null ? {} : { Escape: shut }),
  };
  return (
    <span class="combobox" ref={box}>
      <input
        {...named(place)}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-expanded={query !== null}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={query !== null && found.entries[at] ? `${listId}-${at}` : undefined}
        aria-busy={busy}
        placeholder={chosen === '' ? placeholder : chosen}
        value={query ?? chosen}
        onClick={() => query === null && setQuery('')}
        onInput={(event) => setQuery(event.currentTarget.value)}
        onBlur={shut}
        onKeyDown={(event) => {
          const act = keys[event.key];
          if (act === undefined) return;
          event.preventDefault();
          act();
        }}
      />
      {clear && chosen !== '' ? (
        <button type="button" class="combobox-clear" aria-label="Clear" onClick={clear}>
          <Icon name="close" />
        </button>
      ) : (
        <Icon name="down" />
      )}
      {query !== null && (
        <Popup anchor={box}>
          <EntryList id={listId} found={found} at={at} minLength={props.minLength} take={take} />
        </Popup>
      )}
    </span>
  );
}
