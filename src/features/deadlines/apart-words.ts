import { longDate } from '../../blocks/dates.ts';
import { inSentence } from '../../blocks/state-words.ts';
import { listed } from '../../blocks/words.ts';
import type { Standing } from '../../treaty/standing.ts';
import type { Dates } from './compose.ts';

const STANDS: Partial<Record<Standing, readonly [string, string]>> = {
  signatory: ['has signed and not ratified', 'have signed and not ratified'],
  not_party: ['is not a State Party', 'are not States Parties'],
  withdrawn: ['has withdrawn', 'have withdrawn'],
};

/** Of States that were named and for which the treaty sets no date: why; one sentence for each standing. */
export function apartWords({ apart, asOf }: Pick<Dates, 'apart' | 'asOf'>): readonly string[] {
  return (['signatory', 'not_party', 'withdrawn'] as const).flatMap((standing) => {
    const names = apart.filter((each) => each.standing === standing).map(({ name }) => inSentence(name));
    const words = STANDS[standing]?.[names.length === 1 ? 0 : 1];
    if (names.length === 0 || words === undefined) return [];
    const first = listed(names);
    return [
      `${first.charAt(0).toUpperCase()}${first.slice(1)} ${words}: on ${longDate(asOf)} the Convention sets ${names.length === 1 ? 'it' : 'them'} no date.`,
    ];
  });
}
