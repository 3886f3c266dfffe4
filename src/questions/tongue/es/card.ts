/** Spanish sentences about the card: buttons, windows and the text to copy. */
export const CARD_ES: Readonly<Record<string, string>> = {
  'Understood: {0}': 'Entendido: {0}',
  'Source: {0}|small': 'Fuente: {0}',
  'Sources, line by line': 'Fuentes, una a una',
  ' · source: {0}': ' · fuente: {0}',
  'As of {0}{1} · ask on in this thread:': 'Al {0}{1} · siga en este hilo:',
  'Try: {0}': 'Pruebe: {0}',
  '… and {0} more: ask the desk alone': '… y {0} más: pregunte a la oficina en privado',
  'and for clearance?': '¿y para limpieza?',
  'and for RRE?': '¿y para educación sobre riesgos?',
  'confidence: {0}': 'fiabilidad: {0}',
  Close: 'Cerrar',
  'As of {0} · 1 fact': 'Al {0} · 1 dato',
  'As of {0} · {1} facts': 'Al {0} · {1} datos',
};
