import type { Catalogue } from '../catalogue.ts';
import { ASKING_ES } from './asking.ts';
import { CARD_ES } from './card.ts';
import { DATES_ES } from './dates.ts';
import { NAMES_ES } from './names.ts';
import { NEEDS_ES } from './needs.ts';
import { RULES_ES } from './rules.ts';
import { STATES_ES } from './states.ts';

/** How the desk answers in Spanish. */
export const SPANISH_WORDS: Catalogue = {
  language: 'es',
  numbers: 'ninguno uno dos tres cuatro cinco seis siete ocho nueve diez once doce',
  months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  shortMonths: 'ene feb mar abr may jun jul ago sep oct nov dic',
  shortWeekdays: 'lun mar mié jue vie sáb dom',
  date: { long: '{d} de {m} de {y}', month: '{m} de {y}', seen: '{d} {m}', first: '1' },
  articles: false,
  and: 'y',
  or: 'o',
  ordinals: 'Primera Segunda Tercera Cuarta Quinta Sexta Séptima Octava Novena Décima Undécima Duodécima Decimotercera',
  meetings: {
    MSP: '{0} Reunión de los Estados Partes',
    RC: '{0} Conferencia de Examen',
    PREP: '{0} Reunión Preparatoria de la 2RC',
  },
  sentences: { ...NEEDS_ES, ...DATES_ES, ...STATES_ES, ...ASKING_ES, ...CARD_ES },
  names: NAMES_ES,
  rules: RULES_ES,
};
