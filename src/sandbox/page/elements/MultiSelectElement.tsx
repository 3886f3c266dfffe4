import type { MultiSelect } from '@slack/types';
import { Icon } from '../frame/Icon.tsx';
import { Combobox } from './Combobox.tsx';
import { type ControlPlace, useControl } from './control.ts';
import { picked, picks, unpicked } from './picks.ts';
import { useSource } from './select-source.ts';
import { useSurface } from './surface.ts';

/** A select of several: what is chosen stands above the field and can be taken out one by one. */
export function MultiSelectElement({ of, place }: { of: MultiSelect; place: ControlPlace }) {
  const { people, channels } = useSurface();
  const source = useSource(of, place.blockId);
  const control = useControl(of, place);
  if (control === null) return null;
  const { state, busy, choose, dialog } = control;
  const chosen = picks(state, people, channels);
  const full = of.max_selected_items !== undefined && chosen.length >= of.max_selected_items;
  return (
    <span class="multi">
      {chosen.length > 0 && (
        <ul class="chips" aria-label="Chosen">
          {chosen.map((one) => (
            <li key={one.id} class="chip">
              <span dir="auto">{one.name}</span>
              <button type="button" aria-label={`Take out ${one.name}`} onClick={() => choose(unpicked(state, one.id))}>
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Combobox
        place={place}
        chosen=""
        placeholder={full ? 'No more can be chosen' : (of.placeholder?.text ?? 'Choose…')}
        find={async (query) => {
          if (full) return [];
          const found = await source.find(query);
          return found?.map((entry) => ({ ...entry, chosen: chosen.some((one) => one.id === entry.key) })) ?? null;
        }}
        minLength={source.minLength}
        choose={(entry) => choose(picked(state, entry.key, source.option(entry.key)))}
        busy={busy}
      />
      {dialog}
    </span>
  );
}
