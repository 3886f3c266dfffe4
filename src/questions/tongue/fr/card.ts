/** French sentences about the card: buttons, windows and the text to copy. */
export const CARD_FR: Readonly<Record<string, string>> = {
  'Understood: {0}': 'Compris : {0}',
  'Source: {0}|small': 'Source : {0}',
  'Sources, line by line': 'Sources, ligne à ligne',
  ' · source: {0}': ' · source : {0}',
  'As of {0}{1} · ask on in this thread:': 'Au {0}{1} · poursuivre dans ce fil :',
  'Try: {0}': 'Essayez : {0}',
  '… and {0} more: ask the desk alone': '… et {0} autres : demandez au bureau en privé',
  'and for clearance?': 'et pour la dépollution ?',
  'and for RRE?': "et pour l'éducation aux risques ?",
  'confidence: {0}': 'fiabilité : {0}',
  Close: 'Fermer',
  'As of {0} · 1 fact': 'Au {0} · 1 fait',
  'As of {0} · {1} facts': 'Au {0} · {1} faits',
};
