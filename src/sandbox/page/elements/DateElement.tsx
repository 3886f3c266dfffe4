import type { Datepicker, Timepicker } from '@slack/types';
import { dateInWords } from '../text/slack-date.ts';
import { type ControlPlace, named, useControl } from './control.ts';

/** A day (2019-11-18) or a time of day (08:00). */
export function DateElement({ of, place }: { of: Datepicker | Timepicker; place: ControlPlace }) {
  const control = useControl(of, place);
  if (control === null) return null;
  const { state, choose, dialog } = control;
  const label = place.input ? place.label : (place.label ?? of.placeholder?.text ?? 'Date');
  const value = 'selected_date' in state ? state.selected_date : 'selected_time' in state ? state.selected_time : null;
  const changed = (next: string) => {
    const chosen = next === '' ? null : next;
    if ('selected_date' in state) choose({ ...state, selected_date: chosen });
    if ('selected_time' in state) choose({ ...state, selected_time: chosen });
  };
  return (
    <span class="date-line">
      <input
        {...named(label === undefined ? place : { ...place, label })}
        type={of.type === 'datepicker' ? 'date' : 'time'}
        class="date-input"
        value={value ?? ''}
        onChange={(event) => changed(event.currentTarget.value)}
      />
      {value !== null && of.type === 'datepicker' && <span class="quiet">{dateInWords(value)}</span>}
      {dialog}
    </span>
  );
}
