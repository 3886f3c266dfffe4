import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Kept, standing } from '../../src/treaty/kept.ts';

const fact = (id: string, corrects: string | null = null): Kept => ({ id, corrects });
const ids = (facts: readonly Kept[], ...takenBack: string[]): string =>
  standing(facts, new Set(takenBack))
    .map(({ id }) => id)
    .join(' ');

describe('facts that were corrected and taken back', () => {
  const chain = [fact('a'), fact('b', 'a'), fact('c', 'b'), fact('other')];

  it('count until something takes their place', () => {
    expect(ids([fact('a'), fact('other')])).toBe('a other');
    expect(ids([fact('a'), fact('b', 'a'), fact('other')])).toBe('b other');
    expect(ids(chain)).toBe('c other');
  });

  it('count again when what had taken their place is taken back', () => {
    expect(ids(chain, 'c')).toBe('b other');
    expect(ids(chain, 'c', 'b')).toBe('a other');
    expect(ids(chain, 'b')).toBe('c other');
    expect(ids(chain, 'a')).toBe('c other');
    expect(ids(chain, 'a', 'b', 'c', 'other')).toBe('');
  });

  it('leave exactly one of every chain, the last that was not taken back', () => {
    const chains = fc.array(fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(chains, (links) => {
        const all = links.flatMap((chainOf, at) =>
          chainOf.map((_, step) => fact(`${at}.${step}`, step === 0 ? null : `${at}.${step - 1}`)),
        );
        const gone = new Set(
          links.flatMap((chainOf, at) => chainOf.flatMap((back, step) => (back ? [`${at}.${step}`] : []))),
        );
        const left = links.flatMap((chainOf, at) => {
          const last = chainOf.lastIndexOf(false);
          return last === -1 ? [] : [`${at}.${last}`];
        });
        expect(standing(all, gone).map(({ id }) => id)).toEqual(left);
        expect(
          standing(all.toReversed(), gone)
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual(left.toSorted());
      }),
    );
  });
});
