import type { Catalogue } from '../catalogue.ts';
import { ASKING_FR } from './asking.ts';
import { CARD_FR } from './card.ts';
import { DATES_FR } from './dates.ts';
import { NAMES_FR } from './names.ts';
import { NEEDS_FR } from './needs.ts';
import { RULES_FR } from './rules.ts';
import { STATES_FR } from './states.ts';

/** How the desk answers in French. */
export const FRENCH_WORDS: Catalogue = {
  language: 'fr',
  numbers: 'aucun un deux trois quatre cinq six sept huit neuf dix onze douze',
  months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  shortMonths: 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.',
  shortWeekdays: 'lun. mar. mer. jeu. ven. sam. dim.',
  date: { long: '{d} {m} {y}', month: '{m} {y}', seen: '{d} {m}', first: '1er' },
  articles: true,
  and: 'et',
  or: 'ou',
  ordinals:
    'Première Deuxième Troisième Quatrième Cinquième Sixième Septième Huitième Neuvième Dixième Onzième Douzième Treizième',
  meetings: {
    MSP: '{0} Assemblée des États parties',
    RC: "{0} Conférence d'examen",
    PREP: '{0} Réunion préparatoire de la 2RC',
  },
  sentences: { ...NEEDS_FR, ...DATES_FR, ...STATES_FR, ...ASKING_FR, ...CARD_FR },
  names: NAMES_FR,
  rules: RULES_FR,
};
