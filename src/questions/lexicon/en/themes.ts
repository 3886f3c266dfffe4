import type { Theme } from '../../../treaty/theme.ts';
import { each, type Phrase } from '../phrase.ts';

/** What themes are called. The longest phrase wins. */
export const THEME_PHRASES: readonly Phrase<Theme>[] = [
  ['victim assistance', 'VICTIM_ASSISTANCE'],
  ['victims assistance', 'VICTIM_ASSISTANCE'],
  ['assistance to victims', 'VICTIM_ASSISTANCE'],
  ['assistance for victims', 'VICTIM_ASSISTANCE'],
  ['help for victims', 'VICTIM_ASSISTANCE'],
  ['victim support', 'VICTIM_ASSISTANCE'],
  ...each('victims survivors va', 'VICTIM_ASSISTANCE'),
  ['survey and clearance', 'SURVEY_AND_CLEARANCE'],
  ['clearance and survey', 'SURVEY_AND_CLEARANCE'],
  ['clearance of remnants', 'SURVEY_AND_CLEARANCE'],
  ['clearing remnants', 'SURVEY_AND_CLEARANCE'],
  ...each('clearance survey demining remnants cmr', 'SURVEY_AND_CLEARANCE'),
  ['risk reduction education', 'RISK_REDUCTION_EDUCATION'],
  ['risk reduction', 'RISK_REDUCTION_EDUCATION'],
  ['risk education', 'RISK_REDUCTION_EDUCATION'],
  ['explosive ordnance risk education', 'RISK_REDUCTION_EDUCATION'],
  ...each('rre mre eore', 'RISK_REDUCTION_EDUCATION'),
  ['stockpile destruction', 'STOCKPILE_DESTRUCTION'],
  ['destruction of stockpiles', 'STOCKPILE_DESTRUCTION'],
  ['destroying stockpiles', 'STOCKPILE_DESTRUCTION'],
  ...each('stockpiles stockpile', 'STOCKPILE_DESTRUCTION'),
  ['national implementation', 'NATIONAL_IMPLEMENTATION'],
  ['national legislation', 'NATIONAL_IMPLEMENTATION'],
  ['transparency reporting', 'TRANSPARENCY'],
  ['help with article 7 reports', 'TRANSPARENCY'],
  ['help with reporting', 'TRANSPARENCY'],
  ['assistance with reporting', 'TRANSPARENCY'],
  ['transparency', 'TRANSPARENCY'],
  ['not covered by the convention', 'NOT_COVERED'],
  ['aerial bombs', 'NOT_COVERED'],
];

/** Themes called by their article; other conventions give these numbers to other things. */
export const ARTICLE_PHRASES: readonly Phrase<Theme>[] = (
  [
    ['3', 'STOCKPILE_DESTRUCTION'],
    ['4', 'SURVEY_AND_CLEARANCE'],
    ['5', 'VICTIM_ASSISTANCE'],
    ['9', 'NATIONAL_IMPLEMENTATION'],
  ] as const
).flatMap(([number, theme]) => [
  [`article ${number}`, theme],
  [`art ${number}`, theme],
  [`art. ${number}`, theme],
]);

/** Words in which a mistyped letter is forgiven: long ones, of which no ordinary word is a letter away. */
export const FORGIVEN: readonly string[] = (
  'victim victims assistance clearance stockpile stockpiles destruction reduction education remnants survivors ' +
  'deadline deadlines request requests requested ratified extension transparency legislation implementation'
).split(' ');
