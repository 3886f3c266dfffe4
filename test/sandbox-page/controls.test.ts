import { describe, expect, test } from 'vitest';
import { sizeOf } from '../../src/sandbox/page/chat/size.ts';
import { matching } from '../../src/sandbox/page/elements/options.ts';
import { picked, picks, unpicked } from '../../src/sandbox/page/elements/picks.ts';
import { initialState } from '../../src/sandbox/page/elements/value.ts';
import { instantOfField, zurichField, zurichTime } from '../../src/sandbox/page/frame/desk-zone.ts';
import { fieldIn, instantIn } from '../../src/sandbox/page/text/zoned.ts';

const option = (text: string) => ({ text: { type: 'plain_text' as const, text }, value: text });

describe('a control that nobody touched', () => {
  test('holds the initial value that the app gave it, or nothing', () => {
    expect(initialState({ type: 'plain_text_input', initial_value: 'Chad' })).toEqual({
      type: 'plain_text_input',
      value: 'Chad',
    });
    expect(initialState({ type: 'external_select' })).toEqual({ type: 'external_select', selected_option: null });
    expect(initialState({ type: 'button' })).toBeNull();
  });
});

describe('a select', () => {
  test('of one replaces what it held', () => {
    const chad = picked({ type: 'external_select', selected_option: option('Peru') }, 'Chad', option('Chad'));
    expect(picks(chad, [], [])).toEqual([{ id: 'Chad', name: 'Chad' }]);
    expect(picks(unpicked(chad, 'Chad'), [], [])).toEqual([]);
  });

  test('of several holds each once and lets each go', () => {
    let state = picked({ type: 'multi_static_select', selected_options: [] }, 'Chad', option('Chad'));
    state = picked(state, 'Peru', option('Peru'));
    state = picked(state, 'Chad', option('Chad'));
    expect(picks(state, [], []).map(({ id }) => id)).toEqual(['Peru', 'Chad']);
    expect(picks(unpicked(state, 'Peru'), [], []).map(({ id }) => id)).toEqual(['Chad']);
  });

  test('of people shows names', () => {
    const state = picked({ type: 'users_select', selected_user: null }, 'U1', undefined);
    expect(picks(state, [{ id: 'U1', name: 'ISU' }], [])).toEqual([{ id: 'U1', name: 'ISU' }]);
  });

  test('finds names whatever the accents and capitals', () => {
    expect(
      matching(
        [
          { key: 'CIV', text: "Côte d'Ivoire" },
          { key: 'CHE', text: 'Switzerland' },
        ],
        'COTE',
      ),
    ).toHaveLength(1);
  });
});

describe('the clock in the bar', () => {
  test('is read and set in Zurich, summer and winter', () => {
    const winter = Date.parse('2019-11-18T08:00:00Z');
    expect(zurichTime(winter)).toBe('Mon 18 Nov 2019, 09:00');
    expect(zurichField(winter)).toBe('2019-11-18T09:00');
    expect(instantOfField('2019-11-18T09:00')).toBe('2019-11-18T08:00:00Z');
    expect(instantOfField('2020-06-08T09:00')).toBe('2020-06-08T07:00:00Z');
  });

  test('does not move to a moment that was not given whole', () => {
    expect(instantOfField('')).toBeNull();
    expect(instantOfField('2019-11-18')).toBeNull();
  });
});

describe('a moment', () => {
  test('is read and set in the zone of the person looking', () => {
    const seconds = 1_574_326_800;
    expect(initialState({ type: 'datetimepicker', initial_date_time: seconds })).toEqual({
      type: 'datetimepicker',
      selected_date_time: seconds,
    });
    expect(fieldIn('America/Mexico_City', seconds * 1_000)).toBe('2019-11-21T03:00');
    expect(instantIn('America/Mexico_City', '2019-11-21T03:00')?.epochMilliseconds).toBe(seconds * 1_000);
    expect(instantIn('Europe/Podgorica', '2019-11-21')).toBeNull();
  });
});

describe('the size of a file', () => {
  test('is said in the unit that people use', () => {
    expect([842, 12_400, 3_400_000].map(sizeOf)).toEqual(['842 bytes', '12 kB', '3.4 MB']);
  });
});
