import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db } from '../../../src/db/client.ts';
import { readTreatyRecord } from '../../../src/db/read/treaty-record.ts';
import type { ReceiptInput } from '../../../src/features/transparency/input.ts';
import { takeBackReport } from '../../../src/features/transparency/take-back.ts';
import { markComplete, recordReceipt, sayNotYet } from '../../../src/features/transparency/use-cases.ts';
import { type TwoDesks, twoDesks } from '../../setup/two-desks.ts';
import { admin, isu } from '../people.ts';

let desks: TwoDesks;
beforeAll(async () => {
  desks = await twoDesks();
});
afterAll(() => desks.stop());

const deskOn = (db: Db) => ({ ...desks, db, admins: [], poke: () => undefined });
/** The same at the same moment, by two officers on two desks. */
const byBoth = <T>(
  act: (desk: ReturnType<typeof deskOn>, by: { actor: typeof isu; submission: string }) => Promise<T>,
) =>
  Promise.all([
    act(deskOn(desks.first), { actor: isu, submission: `isu-${desks.ids.next()}` }),
    act(deskOn(desks.second), { actor: admin, submission: `admin-${desks.ids.next()}` }),
  ]);
const at = () => desks.clock.now();

const receipt = (state: string, change: Partial<ReceiptInput> = {}): ReceiptInput => ({
  state,
  stateName: state,
  year: 2018,
  date: { text: '2019-10-01', precision: 'day' },
  forms: [],
  helpAsked: 'yes',
  themes: ['RISK_REDUCTION_EDUCATION', 'NATIONAL_IMPLEMENTATION'],
  asked: '',
  kinds: [],
  evidence: [],
  link: null,
  corrects: null,
  reason: '',
  seen: [],
  ...change,
});
const STATES = ['FRA', 'ITA'];
const kinds = (outcomes: readonly { kind: string }[]): readonly string[] => outcomes.map(({ kind }) => kind).toSorted();
const standing = async (state: string) =>
  (await readTreatyRecord(desks.first)).reports.filter((each) => each.state === state);

test('a report that two officers record at the same moment is recorded once, with its requests once', async () => {
  for (const state of STATES) {
    const outcomes = await byBoth((desk, by) => recordReceipt(desk, receipt(state), { ...by, at: at() }));
    expect(kinds(outcomes)).toEqual(['gone', 'kept']);
    expect(await standing(state)).toHaveLength(1);
    expect(await desks.first.assistanceRequest.count({ where: { iso3: state } })).toBe(2);
  }
});

test('of two corrections of one receipt the first is kept, and the other is told that it was changed meanwhile', async () => {
  const [first] = await standing('FRA');
  const change = { corrects: first?.id ?? '', reason: 'the stamp says so', helpAsked: 'no', themes: [] } as const;
  const outcomes = await byBoth((desk, by) => recordReceipt(desk, receipt('FRA', change), { ...by, at: at() }));
  expect(kinds(outcomes)).toEqual(['gone', 'kept']);
  expect(await standing('FRA')).toMatchObject([{ helpAsked: 'no' }]);
});

test('a receipt and "Not yet" at the same moment leave no word that it has not come after the word that it has', async () => {
  for (const state of ['BEL', 'AUT']) {
    const [received, notYet] = await Promise.all([
      recordReceipt(deskOn(desks.first), receipt(state), { actor: isu, submission: `r-${state}`, at: at() }),
      sayNotYet(deskOn(desks.second), { state, year: 2018 }, { actor: admin, submission: `n-${state}`, at: at() }),
    ]);
    expect(received.kind).toBe('kept');
    const said = await desks.first.article7Report.findMany({ where: { iso3: state }, orderBy: { recordedAt: 'asc' } });
    expect(said).toHaveLength(notYet.kind === 'kept' ? 2 : 1);
  }
});

test('a receipt that two officers take back at the same moment is taken back once', async () => {
  for (const state of STATES) {
    const [report] = await standing(state);
    const outcomes = await byBoth((desk, { actor }) =>
      takeBackReport(desk, report?.id ?? '', 'misread', { actor, at: at() }),
    );
    expect(kinds(outcomes)).toEqual(['gone', 'taken_back']);
  }
});

test('a year that two officers mark as complete at the same moment is marked once', async () => {
  for (const year of [2011, 2012]) {
    const outcomes = await byBoth((desk, by) =>
      markComplete(desk, { year, source: 'list of the ISU' }, { ...by, at: at() }),
    );
    expect(kinds(outcomes)).toEqual(['gone', 'kept']);
    expect(await desks.first.reportYear.count({ where: { year } })).toBe(1);
  }
});
