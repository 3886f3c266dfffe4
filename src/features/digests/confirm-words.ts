import { numberWord } from '../../blocks/words.ts';
import type { Unconfirmed } from '../../treaty/confirm.ts';
import { addYears } from '../../treaty/day.ts';
import type { DigestFacts } from './read.ts';

/** Those of the facts to confirm that touch dates shown above, in words: "Two touch the dates above: …"; empty when none does. */
export function confirmWords(open: readonly Unconfirmed[], { record, clocks, asOf }: DigestFacts): string {
  const horizon = addYears(asOf, 1);
  const nameOf = (iso3: string): string => record.states.find((state) => state.iso3 === iso3)?.shortName ?? iso3;
  const touching = open.flatMap((fact) => {
    if (fact.kind === 'discrepancy' || fact.kind === 'low_confidence') return [];
    const { state, article } = fact;
    const asked = clocks.some(
      (clock) =>
        clock.kind === 'extension_request' &&
        clock.state === state &&
        clock.article === article &&
        clock.due >= asOf &&
        clock.due <= horizon,
    );
    const shown = fact.kind === 'passed' || asked || (fact.due >= asOf && fact.due <= horizon);
    if (!shown) return [];
    const name = nameOf(state);
    const possessive = `${name}${name.endsWith('s') ? '’' : "'s"} Art. ${article}`;
    if (fact.kind === 'medium_grant') {
      const grant = record.events.findLast(
        (event) =>
          event.state === state &&
          event.article === article &&
          event.event === 'extension_granted' &&
          event.until === fact.due,
      );
      return [{ order: 0, text: `until when ${grant?.meeting ? `${grant.meeting} extended ` : ''}${possessive}` }];
    }
    if (fact.kind === 'request_pending') return [{ order: 1, text: `what was decided on ${possessive}` }];
    return [{ order: 2, text: article === 3 ? `whether ${name} holds stocks` : `whether ${name} has remnants` }];
  });
  if (touching.length === 0) return '';
  const sorted = touching.toSorted((a, b) => a.order - b.order).map(({ text }) => text);
  const count = numberWord(sorted.length);
  const verb = sorted.length === 1 ? 'touches' : 'touch';
  return `${count.charAt(0).toUpperCase()}${count.slice(1)} ${verb} the dates above: ${sorted.join('; ')}.`;
}
