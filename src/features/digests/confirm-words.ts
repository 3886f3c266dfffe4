import { articleWords } from '../../blocks/clock-words.ts';
import { NumberWord } from '../../blocks/words.ts';
import { touchesYear } from '../../treaty/consequence.ts';
import type { ObligationEvent } from '../../treaty/facts.ts';
import type { Unconfirmed, UnconfirmedObligation } from '../../treaty/unconfirmed.ts';
import type { DigestFacts } from './read.ts';

/** Those of the facts to confirm that touch dates shown above, in words: "Two touch the dates above: …"; empty when none does. */
export function confirmWords(open: readonly Unconfirmed[], { record, clocks, asOf }: DigestFacts): string {
  const nameOf = (iso3: string): string => record.states.find((state) => state.iso3 === iso3)?.shortName ?? iso3;
  const touching = open
    .filter((fact) => touchesYear(fact, clocks, asOf))
    .flatMap((fact) => (isObligation(fact) ? [whatToConfirm(fact, nameOf(fact.state), record.events)] : []));
  if (touching.length === 0) return '';
  const verb = touching.length === 1 ? 'touches' : 'touch';
  return `${NumberWord(touching.length)} ${verb} the dates above: ${touching.join('; ')}.`;
}

const isObligation = (fact: Unconfirmed): fact is UnconfirmedObligation =>
  fact.kind !== 'discrepancy' && fact.kind !== 'report_due' && fact.kind !== 'year_due';

/** "until when 9MSP extended Bulgaria's Art. 3", "whether Guinea-Bissau holds stocks". */
function whatToConfirm(
  { kind, state, article, newRemnants, due }: UnconfirmedObligation,
  name: string,
  events: readonly ObligationEvent[],
): string {
  const possessive = `${name}${name.endsWith('s') ? "'" : "'s"} ${articleWords({ article, newRemnants })}`;
  if (kind === 'request_pending') return `what was decided on ${possessive}`;
  if (kind !== 'medium_grant') return article === 3 ? `whether ${name} holds stocks` : `whether ${name} has remnants`;
  const grant = events.findLast(
    (event) =>
      event.state === state &&
      event.article === article &&
      event.newRemnants === newRemnants &&
      event.event === 'extension_granted' &&
      event.until === due,
  );
  return `until when ${grant?.meeting ? `${grant.meeting} extended ` : ''}${possessive}`;
}
