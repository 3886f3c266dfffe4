import type { InputBlock } from '@slack/types';
import { z } from 'zod';
import { option } from '../../blocks/build.ts';
import { input, selectOf, textInput } from '../../blocks/inputs.ts';
import { selectSeveral } from '../../blocks/tick-inputs.ts';
import { capital } from '../../blocks/words.ts';
import type { ViewValues } from '../../desk/describe.ts';
import { choicesOf, textOf } from '../../desk/form-values.ts';
import type { Weekly } from '../../desk/schedule.ts';
import { REGION_NAMES, type Region } from '../../treaty/regions.ts';
import { isTheme, THEME_WORDS, THEMES } from '../../treaty/theme.ts';
import { HORIZONS } from './narrowing.ts';
import type { Only } from './subscriptions.ts';

export const ZONE = 'zone';
const FIELD = { day: 'day', time: 'time', horizon: 'horizon', themes: 'themes', regions: 'regions' } as const;
const YEAR = 'year';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((name, at) =>
  option(name, String(at + 1)),
);
const AHEAD = [...HORIZONS.map((days) => option(`${days} days`, String(days))), option('A year', YEAR)];
const THEME_OPTIONS = THEMES.map((theme) => option(capital(THEME_WORDS[theme].name), theme));
const REGION_OPTIONS = REGION_NAMES.map((region) => option(capital(region), region));

/** Day, time and zone of a digest. */
export const weeklyFields = ({ weekday, time, zone }: Weekly): readonly InputBlock[] => [
  input({ label: 'Day' }, selectOf(FIELD.day, DAYS, String(weekday), 'Choose a day')),
  input({ label: 'Time' }, { type: 'timepicker', action_id: FIELD.time, initial_time: time }),
  input(
    { label: 'Time zone', hint: 'As in Europe/Zurich, Europe/Podgorica, America/New_York.' },
    textInput(ZONE, { value: zone, most: 60 }),
  ),
];

/** How far ahead it looks, and of which themes and regions it tells. */
export const onlyFields = ({ themes, regions, horizon }: Only): readonly InputBlock[] => [
  input(
    { label: 'How far ahead', optional: true },
    selectOf(FIELD.horizon, AHEAD, horizon === null ? YEAR : String(horizon), 'A year'),
  ),
  input({ label: 'Only these themes', optional: true }, selectSeveral(FIELD.themes, THEME_OPTIONS, themes, 'All')),
  input({ label: 'Only these regions', optional: true }, selectSeveral(FIELD.regions, REGION_OPTIONS, regions, 'All')),
];

const weekly = z.object({
  weekday: z.coerce.number().int().min(1).max(7),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  zone: z.string(),
});

/** The day, time and zone of a form; null where one of them is missing. */
export function weeklyFrom(values: ViewValues): Weekly | null {
  const held = { weekday: textOf(values, FIELD.day), time: textOf(values, FIELD.time), zone: textOf(values, ZONE) };
  const parsed = weekly.safeParse(held);
  return parsed.success ? parsed.data : null;
}

/** What it is narrowed to. */
export function onlyFrom(values: ViewValues): Only {
  const days = Number(textOf(values, FIELD.horizon));
  const isRegion = (text: string): text is Region => (REGION_NAMES as readonly string[]).includes(text);
  return {
    themes: choicesOf(values, FIELD.themes).filter(isTheme),
    regions: choicesOf(values, FIELD.regions).filter(isRegion),
    horizon: HORIZONS.find((horizon) => horizon === days) ?? null,
  };
}
