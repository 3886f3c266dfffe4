import type { ObligationEventKind } from '../../treaty/facts.ts';

/** What may be recorded of an obligation, as the form offers it. */
export const HAPPENED: readonly (readonly [ObligationEventKind, string])[] = [
  ['extension_granted', 'Extension granted until…'],
  ['extension_requested', 'Extension requested'],
  ['extension_announced', 'Extension request announced'],
  ['extension_not_granted', 'Extension not granted'],
  ['completed', 'Completed'],
  ['declared', 'Declaration of compliance'],
  ['no_obligation_confirmed', 'No obligation, confirmed'],
  ['reopened', 'Found again after completion'],
  ['review', 'Reviewed'],
  ['obligation', 'An obligation, with its deadline'],
  ['obligation_unclear', 'An obligation that is to be confirmed'],
];
