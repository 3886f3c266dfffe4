import { fold } from '../../questions/fold.ts';
import type { ClockKind } from '../../treaty/facts.ts';
import type { ReadStatus } from '../../treaty/read-status.ts';
import type { Region } from '../../treaty/regions.ts';
import { REGION_PHRASES } from './region-phrases.ts';
import type { Article } from './wanted.ts';

/** What a stretch of words asks for. */
export type Sense =
  | { of: 'article'; article: Article }
  | { of: 'kind'; kind: ClockKind }
  | { of: 'status'; status: ReadStatus }
  | { of: 'region'; region: Region }
  | { of: 'everything' }
  /** A subject for which the Convention sets no date. */
  | { of: 'no_clock'; subject: string }
  | { of: 'nothing' };

const kind = (of: ClockKind): Sense => ({ of: 'kind', kind: of });
const article = (of: Article): Sense => ({ of: 'article', article: of });
const status = (of: ReadStatus): Sense => ({ of: 'status', status: of });

// English, then French, then Spanish, as people write them in a hurry.
const PHRASES: readonly (readonly [Sense, string])[] = [
  [article(3), 'stockpile|stockpiles|stocks|stockpile destruction|destruction|destruction of stockpiles'],
  [article(3), 'destruction des stocks|existencias|reservas|destruccion de existencias|destruccion de reservas'],
  [article(4), 'clearance|survey and clearance|clearing|remnants|demining|clearance and destruction of remnants'],
  [article(4), 'depollution|deminage|restes|limpieza|limpieza y destruccion de restos|desminado'],
  [article(7), 'report|reports|reporting|transparency|transparency report|transparency reports|transparency reporting'],
  [article(7), 'article 7 report|article 7 reports|rapport|rapports|transparence|informe|informes|transparencia'],
  [kind('initial_report'), 'initial|initial report|initial reports|initial article 7 report|initial article 7 reports'],
  [kind('initial_report'), 'first report|first reports|rapport initial|rapports initiaux|informe inicial'],
  [kind('annual_report'), 'annual|annual report|annual reports|yearly report|yearly reports|annual article 7 report'],
  [kind('annual_report'), 'annual article 7 reports|rapport annuel|rapports annuels|informe anual|informes anuales'],
  [kind('extension_request'), 'extension|extensions|extension request|extension requests|extension window'],
  [kind('extension_request'), 'extension windows|requests for extension|request for extension|submit by'],
  [kind('extension_request'), 'prolongation|demandes de prolongation|demande de prolongation|prorroga|prorrogas'],
  [status('passed'), 'passed|past|gone by|elapsed|expired|overdue|missed|late|lapsed|no outcome'],
  [status('passed'), 'passed no outcome on record|depasse|depasses|vencido|vencidos'],
  [status('to be confirmed'), 'to be confirmed|to confirm|be confirmed|tbc|unconfirmed|uncertain|unclear|doubtful'],
  [status('to be confirmed'), 'doubted|in doubt|outcome pending|a confirmer|por confirmar'],
  [status('completed'), 'completed|complete|completion|completions|done|finished|fulfilled|acheve|cumplido'],
  [status('extended'), 'extended|granted|prolonge|prorrogado'],
  [status('open'), 'open|running|upcoming|coming|not yet due|still to come|ouvert|abierto'],
  [status('not on record'), 'not on record|nothing on record|no receipt|not recorded|unrecorded|unknown|silent'],
  [{ of: 'everything' }, 'all|everything|ahead|all dates|whole list|full list|tout|todo'],
  [{ of: 'no_clock', subject: 'victim assistance (Article 5)' }, 'victim assistance|victims|va'],
  [{ of: 'no_clock', subject: 'risk reduction education (Article 4.2(e))' }, 'rre|risk reduction education|eore|mre'],
  [
    { of: 'no_clock', subject: 'international cooperation and assistance (Article 6)' },
    'cooperation and assistance|assistance',
  ],
  [
    { of: 'no_clock', subject: 'national implementation (Article 9)' },
    'national implementation|national law|legislation',
  ],
  [{ of: 'no_clock', subject: 'retention and transfer (Article 3.6)' }, 'retention|transfer|retained'],
  [{ of: 'nothing' }, 'a|an|the|of|for|in|on|at|by|to|with|and|or|under|from|about|regarding|concerning|per'],
  [{ of: 'nothing' }, 'show|list|give|me|us|tell|which|what|when|who|whose|are|is|was|were|be|do|does|has|have|had'],
  [{ of: 'nothing' }, 'deadline|deadlines|date|dates|due|falls|fall|falling|line|lines|window|windows|obligation'],
  [{ of: 'nothing' }, 'obligations|state|states|party|parties|state party|states parties|country|countries|region'],
  [
    { of: 'nothing' },
    'request|requests|status|treaty|convention|ccm|please|only|just|still|their|its|that|those|these',
  ],
  [{ of: 'nothing' }, 'can|could|would|will|should|must|may|i|we|you|it|there|any|each|every|see|want|know|left|next'],
  [{ of: 'nothing' }, 'le|la|les|l|de|des|du|d|et|en|pour|echeance|echeances|delai|delais|etat|etats|parties|partie'],
  [{ of: 'nothing' }, 'el|los|las|del|y|para|plazo|plazos|estado|estados|parte|partes|no outcome on record'],
];

const sensesOf = (groups: readonly (readonly [Sense, string])[]): readonly (readonly [string, Sense])[] =>
  groups.flatMap(([sense, phrases]) => phrases.split('|').map((phrase) => [fold(phrase), sense] as const));

/** Every phrase that `/ccm deadlines` knows, folded. */
export const SENSES: ReadonlyMap<string, Sense> = new Map<string, Sense>([
  ...sensesOf(PHRASES),
  ...sensesOf(REGION_PHRASES.map(([region, phrases]) => [{ of: 'region', region }, phrases])),
]);

export const LONGEST_PHRASE = Math.max(...[...SENSES.keys()].map((phrase) => phrase.split(' ').length));
