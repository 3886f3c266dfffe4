import type { DateTimepicker } from '@slack/types';
import { useNames } from '../text/names.ts';
import { dateInWords } from '../text/slack-date.ts';
import { fieldIn, instantIn } from '../text/zoned.ts';
import { type ControlPlace, named, useControl } from './control.ts';

/** A day and a time of day, in the zone of the person looking. */
export function MomentElement({ of, place }: { of: DateTimepicker; place: ControlPlace }) {
  const { zone } = useNames().reader;
  const control = useControl(of, place);
  if (control === null || !('selected_date_time' in control.state)) return null;
  const { state, choose, dialog } = control;
  const changed = (value: string) => {
    const chosen = value === '' ? null : instantIn(zone, value);
    choose({ ...state, selected_date_time: chosen === null ? null : Math.floor(chosen.epochMilliseconds / 1_000) });
  };
  const at = state.selected_date_time;
  return (
    <span class="date-line">
      <input
        {...named(place.input ? place : { ...place, label: place.label ?? 'Date and time' })}
        type="datetime-local"
        class="date-input"
        value={at === null ? '' : fieldIn(zone, at * 1_000)}
        onChange={(event) => changed(event.currentTarget.value)}
      />
      <span class="quiet">
        {at !== null && `${dateInWords(fieldIn(zone, at * 1_000).slice(0, 10))}, `}
        {zone.replace(/^.*\//, '').replaceAll('_', ' ')} time
      </span>
      {dialog}
    </span>
  );
}
