import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../../src/db/client.ts';
import { readHistory } from '../../../src/db/read/history.ts';
import { readNeed } from '../../../src/db/read/needs.ts';
import type { Actor } from '../../../src/desk/actor.ts';
import { chooseRegisterChannel } from '../../../src/features/people/use-cases.ts';
import { sayCards } from '../../../src/features/requests/cards.ts';
import type { LogInput } from '../../../src/features/requests/input.ts';
import { type LogOutcome, logRequest } from '../../../src/features/requests/use-cases.ts';
import { day } from '../../../src/treaty/day.ts';
import { type TwoDesks, twoDesks } from '../../setup/two-desks.ts';
import { AMONG_US, admin, montenegro, netherlands } from '../people.ts';

let desks: TwoDesks;
beforeAll(async () => {
  desks = await twoDesks();
});
afterAll(() => desks.stop());

const needOf = (iso3: string, given: Partial<LogInput> = {}): LogInput => ({
  state: { iso3, name: iso3 },
  theme: 'NATIONAL_IMPLEMENTATION',
  asked: 'Help with a law.',
  source: 'letter of its mission',
  date: day('2019-10-01'),
  reportingYear: null,
  sharing: 'private',
  where: '',
  decision: null,
  ...given,
});

const log = (db: Db, input: LogInput, submission: string, actor: Actor = montenegro): Promise<LogOutcome> =>
  logRequest({ ...desks, db, poke: () => undefined }, input, {
    actor,
    at: desks.clock.now(),
    submission,
    through: '/ccm log',
    link: null,
    alone: false,
  });

const referenceOf = (outcome: LogOutcome): string => {
  if (outcome.kind !== 'kept') throw new Error(`It was not kept: ${JSON.stringify(outcome)}`);
  return outcome.reference;
};

/** Requests of one State, with what hangs on them. */
const keptFor = (iso3: string) =>
  desks.first.assistanceRequest.findMany({ where: { iso3 }, include: { sources: true, history: true } });

describe('two persons who log the same need at the same moment', () => {
  test.each(['CHL', 'BIH', 'COL', 'BEN', 'HRV', 'NIC', 'GTM', 'GHA'])(
    'make one request, and the second is shown what the first has logged (%s)',
    async (iso3) => {
      const outcomes = await Promise.all([
        log(desks.first, needOf(iso3), `${iso3} 1`, montenegro),
        log(desks.second, needOf(iso3), `${iso3} 2`, netherlands),
      ]);
      const kept = outcomes.filter(({ kind }) => kind === 'kept');
      expect(kept).toHaveLength(1);
      const reference = referenceOf(kept[0] ?? { kind: 'not_allowed' });
      expect(outcomes.find(({ kind }) => kind === 'existing')).toMatchObject({ open: [{ reference }] });
      expect(await keptFor(iso3)).toMatchObject([{ reference, sources: [{}], history: [{ what: 'logged' }] }]);
    },
  );

  test('of which both say that it is another one: the second is first shown the one that it had not seen', async () => {
    const first = referenceOf(await log(desks.first, needOf('MLI'), 'MLI 1'));
    const beside = { decision: { kind: 'new', beside: [first] } } as const;
    const outcomes = await Promise.all([
      log(desks.first, needOf('MLI', beside), 'MLI 2', montenegro),
      log(desks.second, needOf('MLI', beside), 'MLI 3', netherlands),
    ]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['existing', 'kept']);
    expect(await keptFor('MLI')).toHaveLength(2);
  });
});

test('twenty States logged at the same moment have twenty consecutive references', async () => {
  const counter = () => desks.first.requestCounter.findUnique({ where: { year: 2017 } });
  expect(await counter()).toBeNull();
  const states = await desks.first.state.findMany({ where: { region: 'Europe' }, take: 20, orderBy: { iso3: 'desc' } });
  expect(states).toHaveLength(20);
  const references = await Promise.all(
    states.map(async ({ iso3 }, at) => {
      const db = at % 2 === 0 ? desks.first : desks.second;
      return referenceOf(await log(db, needOf(iso3, { date: day('2017-03-01') }), `consecutive ${iso3}`));
    }),
  );
  expect(references.toSorted()).toEqual(
    Array.from({ length: 20 }, (_, at) => `AR-2017-${String(at + 1).padStart(3, '0')}`),
  );
  expect(await counter()).toEqual({ year: 2017, last: 20 });
});

describe('the same submission, delivered five times at once', () => {
  const five = (input: LogInput, submission: string): Promise<LogOutcome[]> =>
    Promise.all(
      Array.from({ length: 5 }, (_, at) => log(at % 2 === 0 ? desks.first : desks.second, input, submission)),
    );

  test('makes one request with one source, and says its reference each time', async () => {
    const outcomes = await five(needOf('BOL'), 'five times');
    const [kept] = await keptFor('BOL');
    expect(outcomes).toEqual(Array(5).fill({ kind: 'kept', how: 'logged', reference: kept?.reference }));
    expect(await keptFor('BOL')).toMatchObject([{ sources: [{ position: 1 }], history: [{ what: 'logged' }] }]);
  });

  test('adds one source to the request that was chosen', async () => {
    const reference = referenceOf(await log(desks.first, needOf('ECU'), 'ECU first'));
    const outcomes = await five(needOf('ECU', { decision: { kind: 'add', reference } }), 'five times more');
    expect(outcomes).toEqual(Array(5).fill({ kind: 'kept', how: 'added', reference }));
    expect((await readHistory(desks.first, reference)).map(({ what }) => what)).toEqual(['logged', 'source added']);
    expect((await readNeed(desks.first, reference))?.sources).toHaveLength(2);
  });
});

test('six letters added to one request at the same moment are all kept, in places of their own', async () => {
  const reference = referenceOf(await log(desks.first, needOf('SLV'), 'SLV first'));
  const add = { decision: { kind: 'add', reference } } as const;
  await Promise.all(
    Array.from({ length: 6 }, (_, at) =>
      log(at % 2 === 0 ? desks.first : desks.second, needOf('SLV', { ...add, source: `letter ${at}` }), `SLV ${at}`),
    ),
  );
  const [request] = await keptFor('SLV');
  expect(request?.sources.map(({ position }) => position).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect((await readHistory(desks.first, reference)).map(({ what }) => what)).toEqual([
    'logged',
    ...Array(6).fill('source added'),
  ]);
});

describe('the cards of the register', () => {
  const cardOf = (reference: string) =>
    desks.first.requestCard.findMany({ where: { request: { reference } }, include: { delivery: true } });

  beforeAll(async () => {
    const { first, clock, ids } = desks;
    await chooseRegisterChannel({ db: first, clock, ids, rooms: AMONG_US }, admin, 'C0REGISTER', clock.now());
  });

  test('are one for each request, though two desks add to it at once, and show all that was added', async () => {
    const reference = referenceOf(await log(desks.first, needOf('AUT', { theme: 'TRANSPARENCY' }), 'card AUT'));
    const add = { theme: 'TRANSPARENCY', decision: { kind: 'add', reference } } as const;
    await Promise.all(
      [1, 2, 3, 4, 5].map((at) => {
        const db = at % 2 === 0 ? desks.first : desks.second;
        return log(db, needOf('AUT', { ...add, source: `letter ${at}` }), `card AUT ${at}`);
      }),
    );
    const [card, ...others] = await cardOf(reference);
    expect(others).toEqual([]);
    expect(card).toMatchObject({ place: 'C0REGISTER', delivery: { state: 'due', version: 6, kind: 'card' } });
    for (let at = 1; at <= 5; at += 1) expect(JSON.stringify(card?.delivery.message)).toContain(`letter ${at}`);
  });

  test('are not said as they were before a change that is being kept at the same moment', async () => {
    const reference = referenceOf(await log(desks.first, needOf('PAN'), 'PAN first'));
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    let reached = (): void => undefined;
    const changed = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const parts = { ...desks, poke: () => undefined };
    // One desk has changed the request, and is held up shortly before its end.
    const changing = desks.second.$transaction(async (tx) => {
      await tx.assistanceRequest.update({ where: { reference }, data: { description: 'A law, and a decree.' } });
      await sayCards(tx, parts, reference, desks.clock.now());
      reached();
      await held;
    });
    await changed;
    const again = desks.first.$transaction((tx) => sayCards(tx, parts, reference, desks.clock.now()));
    const waiting = async (): Promise<number> =>
      (await desks.first.$queryRaw<unknown[]>`SELECT 1 FROM pg_locks WHERE NOT granted`).length;
    await expect.poll(waiting).toBeGreaterThan(0);
    go();
    await Promise.all([changing, again]);
    const [card] = await cardOf(reference);
    expect(JSON.stringify(card?.delivery.message)).toContain('A law, and a decree.');
  });
});
