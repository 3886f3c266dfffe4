import { describe, expect, it } from 'vitest';
import { liesIn, REGIONS, SUBREGION_NAMES } from '../../src/treaty/regions.ts';
import { recordFromFiles } from '../setup/record-files.ts';

const { states } = recordFromFiles();
const PARTS: Readonly<Record<string, RegExp>> = {
  Africa: /Africa$/,
  Americas: /America$|Caribbean$/,
  Asia: /Asia$/,
  Europe: /Europe$/,
  Oceania: /nesia$|Zealand$/,
};

describe('the regions of UN M49', () => {
  it('hold each of the 197 States once, and its sub-region lies in the region that the record gives it', () => {
    for (const state of states) {
      expect(REGIONS.filter((region) => liesIn(region, state))).toEqual([state.region]);
      const [own = '', ...others] = SUBREGION_NAMES.filter((region) => liesIn(region, state));
      expect(others, state.shortName).toEqual([]);
      expect(own, state.shortName).toMatch(PARTS[state.region] ?? /^$/);
    }
  });

  it('are grouped as M49 groups them', () => {
    const codes = (region: Parameters<typeof liesIn>[0]): readonly string[] =>
      states.filter((state) => liesIn(region, state)).map(({ iso3 }) => iso3);
    expect(codes('sub-Saharan Africa').length + codes('Northern Africa').length).toBe(codes('Africa').length);
    expect(codes('Latin America and the Caribbean').length + codes('Northern America').length).toBe(
      codes('Americas').length,
    );
    expect(codes('sub-Saharan Africa')).toContain('MRT');
    expect(codes('Latin America and the Caribbean')).not.toContain('USA');
  });
});
