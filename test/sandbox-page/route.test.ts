import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashOf, type Route, routeIn } from '../../src/sandbox/page/world/route.ts';

const nowhere: Route = { as: null, place: null, thread: null, message: null, tour: null, faults: false, outlook: null };
const at = (hash: string, pathname = '/', search = '') => routeIn({ hash, pathname, search });

const id = fc.stringMatching(/^[UCD]0[A-Z]{1,12}$/);
const ts = fc.bigInt({ min: 1n, max: 9_999_999_999_999_999n }).map((n) => {
  const digits = String(n).padStart(16, '0');
  return `${digits.slice(0, 10)}.${digits.slice(10)}`;
});
const route = fc.record({
  as: fc.option(id),
  place: fc.option(id),
  thread: fc.option(ts),
  message: fc.option(ts),
  tour: fc.option(fc.integer({ min: 1, max: 9 })),
  faults: fc.boolean(),
  outlook: fc.option(fc.constantFrom('', '2019-11-18')),
});

describe('the address', () => {
  test('of any scene leads back to it', () => {
    fc.assert(
      fc.property(route, (scene) => {
        expect(at(hashOf(scene))).toEqual(scene);
      }),
    );
  });

  test('without a word of its own leads nowhere in particular', () => {
    for (const hash of ['', '#', '#/', '#nonsense', '#/?tour=x']) expect(at(hash)).toEqual(nowhere);
  });

  test('of a message, as Slack writes it, names the channel, the message and its thread', () => {
    expect(at('', '/archives/C0DESK/p1574064000000100')).toEqual({
      ...nowhere,
      place: 'C0DESK',
      message: '1574064000.000100',
    });
    expect(at('', '/archives/C0DESK/p1574064000000200', '?thread_ts=1574064000.000100&cid=C0DESK')).toMatchObject({
      thread: '1574064000.000100',
      message: '1574064000.000200',
    });
    expect(at('#/U0ISU/C0OTHER', '/archives/C0DESK/p1574064000000100')).toEqual({
      ...nowhere,
      as: 'U0ISU',
      place: 'C0OTHER',
    });
  });
});
