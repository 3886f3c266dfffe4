import type { Lexicon } from '../lexicon.ts';
import { CUES_EN, SEVERAL_EN } from './cues.ts';
import { IDLE_EN, NO_DATA_EN, OUTSIDE_EN, UNCLEAR_EN } from './idle.ts';
import { REGIONS_EN } from './regions.ts';
import { THEMES_EN } from './themes.ts';

export const ENGLISH: Lexicon = {
  language: 'en',
  themes: THEMES_EN,
  cues: CUES_EN,
  several: SEVERAL_EN,
  regions: REGIONS_EN,
  idle: IDLE_EN,
  unclear: UNCLEAR_EN,
  noData: NO_DATA_EN,
  outside: OUTSIDE_EN,
  article: 'article, articles, art, arts',
  numbers: 'one two three four five six seven eight nine ten eleven twelve',
  ordinals: 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth',
  meetingOfStatesParties: 'meeting(s|) of (the|) (states parties|states|state parties|parties), msp',
  reviewConference: 'review conference(s|), rc, rev con, revcon',
  forgiven:
    'survey surveys presidency meetings conferences countries submitted received completed victim victims assistance clearance stockpile stockpiles destruction reduction education remnants survivors deadline deadlines request requests requested ratified extension extensions transparency legislation implementation obligation obligations coordinator coordinators convention signatories international preparatory conference munitions',
};
