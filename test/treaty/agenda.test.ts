import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agendaOf, toBeConfirmed, yearAhead } from '../../src/treaty/agenda.ts';
import { clocksOn } from '../../src/treaty/clocks.ts';
import { addDays, day } from '../../src/treaty/day.ts';
import { protocolOrder } from '../../src/treaty/protocol-order.ts';
import { recordFromFiles } from '../setup/record-files.ts';

const record = recordFromFiles();
const byState = protocolOrder(record.states);
const agendaOn = (on: string) => agendaOf(clocksOn(record, day(on)), yearAhead(day(on)), byState);

describe('the agenda', () => {
  it('puts every clock in one place and loses none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6500 }), (days) => {
        const asOf = addDays(day('2010-01-01'), days);
        const clocks = clocksOn(record, asOf);
        const { requests, ...rest } = agendaOf(clocks, yearAhead(asOf), byState);
        const lines = [...Object.values(rest).flat(), ...requests.flatMap((window) => window.lines)];
        const placed = lines.flatMap((line) => line.clocks);
        expect(placed).toHaveLength(clocks.length);
        expect(new Set(placed).size).toBe(clocks.length);
      }),
      { numRuns: 60 },
    );
  });

  it('never calls passed what a source doubts, a report, or a request that nobody had to make', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6500 }), (days) => {
        const asOf = addDays(day('2010-01-01'), days);
        const { passed } = agendaOf(clocksOn(record, asOf), yearAhead(asOf), byState);
        for (const { status, kind } of passed.flatMap((line) => line.clocks)) {
          expect(status).toBe('overdue');
          expect(['clearance', 'stockpile']).toContain(kind);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('counts a date on the day itself as ahead', () => {
    expect(agendaOn('2019-11-28').soon[0]).toMatchObject({ kind: 'initial_report', due: '2019-11-28' });
    expect(agendaOn('2019-11-29').silent.some(({ due }) => due === '2019-11-28')).toBe(true);
  });

  it('gathers the requests that one meeting decides, the earliest deadline first', () => {
    const [window, ...others] = agendaOn('2019-11-18').requests;
    expect(others).toEqual([]);
    expect(window).toMatchObject({ meeting: '2RC', due: '2020-02-23' });
    expect(window?.lines.map((line) => line.clocks.map(({ state }) => state))).toEqual([
      ['BIH', 'LBN', 'CHL'],
      ['PER', 'BGR'],
    ]);
  });

  it('has Bulgaria confirmed and not Peru', () => {
    const stockpile = (state: string) =>
      clocksOn(record, day('2019-11-18')).filter((clock) => clock.state === state && clock.kind === 'stockpile');
    expect(stockpile('BGR').map(toBeConfirmed)).toEqual([true]);
    expect(stockpile('PER').map(toBeConfirmed)).toEqual([false]);
  });
});

describe('protocol order', () => {
  it('is the English alphabet of the UN names', () => {
    const seated = ['PRK', 'MDA', 'LCA', 'CIV', 'RUS', 'NLD', 'SAU', 'PSE', 'KNA', 'WSM', 'TZA'].toSorted(byState);
    const names = seated.map((iso3) => record.states.find((state) => state.iso3 === iso3)?.unName);
    expect(names).toEqual([
      "Côte d'Ivoire",
      "Democratic People's Republic of Korea",
      'Netherlands (Kingdom of the)',
      'Republic of Moldova',
      'Russian Federation',
      'St. Kitts and Nevis',
      'St. Lucia',
      'Samoa',
      'Saudi Arabia',
      'State of Palestine',
      'United Republic of Tanzania',
    ]);
  });
});
