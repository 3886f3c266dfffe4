import { Icon } from '../frame/Icon.tsx';
import { inOrder } from '../text/in-order.ts';
import type { Entry } from './entry.ts';
import type { Found } from './use-entries.ts';

const said = (found: Found, minLength: number): string | null => {
  if (found.state === 'short') return minLength === 1 ? 'Type to search.' : `Type at least ${minLength} letters.`;
  if (found.state === 'searching') return found.entries.length > 0 ? null : 'Searching…';
  if (found.state === 'unanswered') return 'The app did not answer. Please try again.';
  return found.entries.length > 0 ? null : 'Nothing found.';
};

interface EntryListProps {
  id: string;
  found: Found;
  at: number;
  minLength: number;
  take(entry: Entry): void;
}

/** The list under a combobox. */
export function EntryList({ id, found, at, minLength, take }: EntryListProps) {
  const note = said(found, minLength);
  return (
    <>
      <div role="listbox" id={id} aria-label="Choices" aria-busy={found.state === 'searching'}>
        {inOrder(found.entries).map(([key, entry]) => (
          <div key={key} role="presentation">
            {entry.group !== undefined && entry.group !== found.entries[Number(key) - 1]?.group && (
              <div role="presentation" class="entry-group">
                {entry.group}
              </div>
            )}
            <div
              role="option"
              id={`${id}-${key}`}
              tabIndex={-1}
              aria-selected={Number(key) === at}
              class={Number(key) === at ? 'entry entry-at' : 'entry'}
              ref={Number(key) === at ? (line) => line?.scrollIntoView({ block: 'nearest' }) : null}
              onPointerDown={(event) => {
                event.preventDefault();
                take(entry);
              }}
            >
              <span>
                <span dir="auto">{entry.text}</span>
                {entry.about && <span class="quiet">{entry.about}</span>}
              </span>
              {entry.chosen && <Icon name="check" />}
            </div>
          </div>
        ))}
      </div>
      {note !== null && (
        <p class="entry-note" role="status">
          {note}
        </p>
      )}
    </>
  );
}
