import type { Catalogue } from '../catalogue.ts';

/** What the treaty says, in French. */
export const RULES_FR: Catalogue['rules'] = {
  stockpile_deadline: [
    "Huit ans après l'entrée en vigueur pour l'État",
    ' : les stocks sont détruits au plus tard à cette date (article 3.2). Des prolongations de quatre ans au plus chacune peuvent être accordées (article 3.3).',
  ],
  clearance_deadline: [
    'Dix ans',
    " : les restes présents à l'entrée en vigueur sont enlevés au plus tard dix ans après celle-ci (article 4.1 a)) ; ceux apparus plus tard, dix ans après la fin des hostilités actives (article 4.1 b)). Des prolongations de cinq ans au plus chacune peuvent être accordées (article 4.5).",
  ],
  stockpile_extension: [
    'Quatre ans au plus',
    " à la fois au titre de l'article 3.3 ; dans des circonstances exceptionnelles, de nouvelles prolongations de quatre ans au plus chacune.",
  ],
  clearance_extension: [
    'Cinq ans au plus',
    " à la fois au titre de l'article 4.5 ; renouvelable pour cinq ans au plus sur une nouvelle demande (article 4.8).",
  ],
  extension_submission: [
    "Neuf mois au moins avant la réunion qui l'examine",
    " (articles 3.5 et 4.6) ; au titre de l'article 4, aussi avant l'échéance elle-même. Une demande plus tardive peut encore être examinée : la réunion décide.",
  ],
  extension_decision: [
    "L'Assemblée des États parties ou la Conférence d'examen",
    ' décide, à la majorité des États parties présents et votants (articles 3.5 et 4.7). Elle peut accorder un délai plus court et proposer des objectifs.',
  ],
  extension_renewal: [
    'Oui',
    " : au titre de l'article 4.8, pour cinq ans au plus sur une nouvelle demande qui dit ce qui a été fait entre-temps ; au titre de l'article 3.3, pour quatre ans au plus dans des circonstances exceptionnelles.",
  ],
  stockpile_request_content: [
    'Six éléments',
    " (article 3.4) : la durée demandée ; une explication avec les moyens disponibles et requis ; un plan (comment et quand) ; les quantités et types détenus à l'entrée en vigueur et découverts ensuite ; ce qui a été détruit ; ce qui reste et le rythme annuel prévu.",
  ],
  clearance_request_content: [
    'Neuf éléments',
    " (article 4.6) : la durée ; les raisons, avec les moyens disponibles et requis ; la préparation et l'état des travaux ; la superficie à l'entrée en vigueur et découverte depuis ; la superficie dépolluée ; la superficie restante ; les circonstances qui ont fait obstacle ; les incidences humanitaires, sociales, économiques et environnementales ; toute autre information utile.",
  ],
  initial_report: [
    "180 jours après l'entrée en vigueur pour l'État",
    ' : le rapport initial est dû au plus tard à cette date (article 7.1).',
  ],
  annual_report: [
    'Le 30 avril de chaque année',
    " : le rapport annuel sur l'année civile précédente est dû au plus tard à cette date (article 7.2).",
  ],
  entry_into_force: [
    'Le premier jour du sixième mois suivant le mois du dépôt',
    ' de son instrument : la Convention entre alors en vigueur pour cet État (article 17.2).',
  ],
  convention_in_force: [
    'Le 1er août 2010',
    ' : premier jour du sixième mois suivant le mois du dépôt du trentième instrument, le 16 février 2010 (article 17.1).',
  ],
  withdrawal: [
    'Six mois après sa réception par le dépositaire',
    ' ; pour un État alors engagé dans un conflit armé, pas avant la fin de celui-ci (article 20.3).',
  ],
  article_1: [
    'Obligations générales',
    " : ne jamais employer, mettre au point, produire, acquérir, stocker, conserver ou transférer d'armes à sous-munitions, ni aider quiconque à le faire (article 1).",
  ],
  article_2: ['Définitions', ' : ce que sont les armes à sous-munitions, les restes et les victimes (article 2).'],
  article_3: [
    'Stockage et destruction des stocks',
    " : dans les huit ans de l'entrée en vigueur, avec des prolongations de quatre ans au plus (article 3).",
  ],
  article_4: [
    'Dépollution et destruction des restes, et éducation à la réduction des risques',
    ' : dans les dix ans, avec des prolongations de cinq ans au plus (article 4).',
  ],
  article_4_1_b: [
    "Restes apparus après l'entrée en vigueur",
    ' : enlevés au plus tard dix ans après la fin des hostilités actives au cours desquelles ils sont devenus des restes (article 4.1 b)).',
  ],
  article_5: [
    'Assistance aux victimes',
    " : soins médicaux, réadaptation et soutien psychologique, insertion sociale et économique, avec un point de contact, un plan et un budget nationaux (article 5). Il ne fixe pas de délai. Dans la Convention sur l'interdiction des mines antipersonnel, l'article 5 est le déminage.",
  ],
  article_6: [
    'Coopération et assistance internationales',
    ' : chaque État partie a le droit de solliciter et de recevoir une assistance, et ceux qui sont en mesure de le faire fournissent une assistance technique, matérielle et financière (article 6).',
  ],
  article_7: [
    'Mesures de transparence',
    " : un rapport initial dans les 180 jours de l'entrée en vigueur, puis un rapport annuel avant le 30 avril (article 7).",
  ],
  article_8: [
    'Aide et éclaircissements concernant le respect',
    " : une demande d'éclaircissements reçoit une réponse dans les 28 jours ; ensuite elle peut être portée à la réunion suivante (article 8).",
  ],
  article_9: [
    "Mesures d'application nationales",
    ' : mesures législatives, réglementaires et autres, avec des sanctions pénales (article 9).',
  ],
  article_10: ['Règlement des différends', " : par la négociation ou d'autres moyens pacifiques (article 10)."],
  article_11: ['Assemblées des États parties', " : chaque année jusqu'à la première Conférence d'examen (article 11)."],
  article_12: [
    "Conférences d'examen",
    " : la première cinq ans après l'entrée en vigueur, les suivantes sur demande, jamais à moins de cinq ans d'intervalle ; elles décident aussi des demandes de prolongation (article 12).",
  ],
  article_17: [
    'Entrée en vigueur',
    ' : le 1er août 2010 ; pour un État qui dépose plus tard, le premier jour du sixième mois suivant le mois de son dépôt (article 17).',
  ],
  article_18: [
    'Application à titre provisoire',
    " : un État peut appliquer l'article 1 à titre provisoire dès sa ratification (article 18).",
  ],
  article_20: [
    'Durée et retrait',
    " : un retrait prend effet six mois après sa réception, ou à la fin d'un conflit armé (article 20).",
  ],
};
