import type { Select } from '@slack/types';
import { Combobox } from './Combobox.tsx';
import { type ControlPlace, useControl } from './control.ts';
import { picked, picks, unpicked } from './picks.ts';
import { useSource } from './select-source.ts';
import { useSurface } from './surface.ts';

/** A select of one: options, people or channels; in an optional field the choice may be taken back. */
export function SelectElement({ of, place }: { of: Select; place: ControlPlace }) {
  const { people, channels } = useSurface();
  const source = useSource(of, place.blockId);
  const control = useControl(of, place);
  if (control === null) return null;
  const { state, busy, choose, dialog } = control;
  const [chosen] = picks(state, people, channels);
  const placeholder = of.placeholder?.text ?? 'Choose…';
  return (
    <>
      <Combobox
        place={place.label === undefined && !place.input ? { ...place, label: placeholder } : place}
        chosen={chosen?.name ?? ''}
        placeholder={placeholder}
        find={source.find}
        minLength={source.minLength}
        choose={(entry) => choose(picked(state, entry.key, source.option(entry.key)))}
        clear={chosen && place.input && !place.required ? () => choose(unpicked(state, chosen.id)) : undefined}
        busy={busy}
      />
      {dialog}
    </>
  );
}
