import type { Catalogue } from '../catalogue.ts';

/** What the treaty says, in Spanish. */
export const RULES_ES: Catalogue['rules'] = {
  stockpile_deadline: [
    'Ocho años después de la entrada en vigor para el Estado',
    ': las reservas se destruyen a más tardar en esa fecha (artículo 3.2). Pueden concederse prórrogas de hasta cuatro años cada una (artículo 3.3).',
  ],
  clearance_deadline: [
    'Diez años',
    ': los restos presentes en la entrada en vigor se eliminan a más tardar diez años después de ella (artículo 4.1 a)); los surgidos más tarde, diez años después del fin de las hostilidades activas (artículo 4.1 b)). Pueden concederse prórrogas de hasta cinco años cada una (artículo 4.5).',
  ],
  stockpile_extension: [
    'Hasta cuatro años',
    ' cada vez conforme al artículo 3.3; en circunstancias excepcionales, nuevas prórrogas de hasta cuatro años cada una.',
  ],
  clearance_extension: [
    'Hasta cinco años',
    ' cada vez conforme al artículo 4.5; renovable por hasta cinco años mediante una nueva solicitud (artículo 4.8).',
  ],
  extension_submission: [
    'Al menos nueve meses antes de la reunión que la examina',
    ' (artículos 3.5 y 4.6); conforme al artículo 4, también antes del propio plazo. Una solicitud posterior aún puede examinarse: decide la reunión.',
  ],
  extension_decision: [
    'La Reunión de los Estados Partes o la Conferencia de Examen',
    ' decide, por mayoría de los Estados partes presentes y votantes (artículos 3.5 y 4.7). Puede conceder un plazo menor y proponer objetivos.',
  ],
  extension_renewal: [
    'Sí',
    ': conforme al artículo 4.8, por hasta cinco años mediante una nueva solicitud que diga lo hecho entretanto; conforme al artículo 3.3, por hasta cuatro años en circunstancias excepcionales.',
  ],
  stockpile_request_content: [
    'Seis elementos',
    ' (artículo 3.4): la duración solicitada; una explicación con los medios disponibles y requeridos; un plan (cómo y cuándo); las cantidades y tipos poseídos en la entrada en vigor y hallados después; lo destruido; lo que queda y el ritmo anual previsto.',
  ],
  clearance_request_content: [
    'Nueve elementos',
    ' (artículo 4.6): la duración; las razones, con los medios disponibles y requeridos; la preparación y el estado de los trabajos; la superficie en la entrada en vigor y hallada desde entonces; la superficie limpiada; la superficie restante; las circunstancias que lo impidieron; las repercusiones humanitarias, sociales, económicas y ambientales; cualquier otra información pertinente.',
  ],
  initial_report: [
    '180 días después de la entrada en vigor para el Estado',
    ': el informe inicial debe presentarse a más tardar entonces (artículo 7.1).',
  ],
  annual_report: [
    'El 30 de abril de cada año',
    ': el informe anual sobre el año civil anterior debe presentarse a más tardar entonces (artículo 7.2).',
  ],
  entry_into_force: [
    'El primer día del sexto mes siguiente al mes del depósito',
    ' de su instrumento: entonces la Convención entra en vigor para ese Estado (artículo 17.2).',
  ],
  convention_in_force: [
    'El 1 de agosto de 2010',
    ': primer día del sexto mes siguiente al mes del depósito del trigésimo instrumento, el 16 de febrero de 2010 (artículo 17.1).',
  ],
  withdrawal: [
    'Seis meses después de que la recibió el depositario',
    '; para un Estado que se halle entonces en un conflicto armado, no antes de su fin (artículo 20.3).',
  ],
  article_1: [
    'Obligaciones generales',
    ': nunca emplear, desarrollar, producir, adquirir, almacenar, conservar ni transferir municiones en racimo, ni ayudar a nadie a hacerlo (artículo 1).',
  ],
  article_2: ['Definiciones', ': qué son las municiones en racimo, los restos y las víctimas (artículo 2).'],
  article_3: [
    'Almacenamiento y destrucción de reservas',
    ': en los ocho años siguientes a la entrada en vigor, con prórrogas de hasta cuatro años (artículo 3).',
  ],
  article_4: [
    'Limpieza y destrucción de restos, y educación sobre reducción de riesgos',
    ': en diez años, con prórrogas de hasta cinco años (artículo 4).',
  ],
  article_4_1_b: [
    'Restos surgidos después de la entrada en vigor',
    ': eliminados a más tardar diez años después del fin de las hostilidades activas durante las cuales pasaron a ser restos (artículo 4.1 b)).',
  ],
  article_5: [
    'Asistencia a las víctimas',
    ': atención médica, rehabilitación y apoyo psicológico, inclusión social y económica, con un punto de contacto, un plan y un presupuesto nacionales (artículo 5). No fija plazo. En la Convención sobre la prohibición de las minas antipersonal, el artículo 5 es el desminado.',
  ],
  article_6: [
    'Cooperación y asistencia internacionales',
    ': cada Estado parte tiene derecho a solicitar y recibir asistencia, y los que estén en condiciones de hacerlo prestan asistencia técnica, material y financiera (artículo 6).',
  ],
  article_7: [
    'Medidas de transparencia',
    ': un informe inicial en los 180 días siguientes a la entrada en vigor y luego uno anual antes del 30 de abril (artículo 7).',
  ],
  article_8: [
    'Facilitación y aclaración del cumplimiento',
    ': una solicitud de aclaración se responde en 28 días; luego puede llevarse a la reunión siguiente (artículo 8).',
  ],
  article_9: [
    'Medidas de aplicación a nivel nacional',
    ': medidas legales, administrativas y de otra índole, con sanciones penales (artículo 9).',
  ],
  article_10: ['Solución de controversias', ': mediante negociación u otros medios pacíficos (artículo 10).'],
  article_11: ['Reuniones de los Estados Partes', ': cada año hasta la Primera Conferencia de Examen (artículo 11).'],
  article_12: [
    'Conferencias de Examen',
    ': la primera cinco años después de la entrada en vigor, las siguientes a petición, nunca con menos de cinco años de intervalo; también deciden sobre las solicitudes de prórroga (artículo 12).',
  ],
  article_17: [
    'Entrada en vigor',
    ': el 1 de agosto de 2010; para un Estado que deposita después, el primer día del sexto mes siguiente al mes de su depósito (artículo 17).',
  ],
  article_18: [
    'Aplicación provisional',
    ': un Estado puede aplicar provisionalmente el artículo 1 desde su ratificación (artículo 18).',
  ],
  article_20: [
    'Duración y retirada',
    ': una retirada surte efecto seis meses después de su recepción, o al fin de un conflicto armado (artículo 20).',
  ],
};
