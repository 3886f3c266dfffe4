import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readNeed } from '../../../src/db/read/needs.ts';
import { readableNeeds } from '../../../src/db/read/readable-needs.ts';
import type { NeedRow } from '../../../src/db/read/rows.ts';
import type { RecordDesk } from '../../../src/db/record-desk.ts';
import type { Actor } from '../../../src/desk/actor.ts';
import { ask } from '../../../src/features/answers/use-cases.ts';
import { lookUp } from '../../../src/features/requests/look-up.ts';
import type { Day } from '../../../src/treaty/day.ts';
import { freshDatabase } from '../../setup/database.ts';
import { clockAt } from '../../setup/instants.ts';
import { guest, isu, montenegro } from '../people.ts';

const TODAY = '2019-11-18' as Day;
const CLOSED = 'AR-2018-001';
const VERIFIED = 'AR-2018-005';

let desk: RecordDesk;
let close: () => Promise<void>;
beforeAll(async () => {
  const database = await freshDatabase();
  const { db } = database;
  close = () => database.close();
  desk = { db, clock: clockAt('2019-11-18T09:00:00+01:00'), ids: { next: () => 'id' }, poke: () => undefined };
  await db.assistanceRequest.update({ where: { reference: VERIFIED }, data: { status: 'verified' } });
  await db.assistanceRequest.update({
    where: { reference: CLOSED },
    data: { status: 'withdrawn', leftStatus: 'logged', closedOn: new Date('2019-11-18') },
  });
});
afterAll(() => close());

const placeOf = (isPublic: boolean) => ({ kind: 'channel' as const, channel: 'C1', thread: null, public: isPublic });

async function listed(text: string, actor: Actor, isPublic: boolean): Promise<string> {
  const reply = await lookUp(desk, { actor, text, place: placeOf(isPublic) });
  if (reply.kind !== 'say') throw new Error('A list is said.');
  return reply.message.text;
}

describe('the public half of a request', () => {
  it('is none of one that was taken back with its report: the State never asked it', async () => {
    const held = await readNeed(desk.db, CLOSED);
    if (held === null) throw new Error(`${CLOSED} is on record.`);
    expect(readableNeeds([held], false)).toHaveLength(1);
    const takenBack: NeedRow = { ...held, leftStatus: null };
    expect(readableNeeds([takenBack], false)).toEqual([]);
    expect(readableNeeds([takenBack], true)).toEqual([takenBack]);
  });

  it('keeps reference, State, theme, report and deadline, and nothing of how the desk works on it', async () => {
    const held = await readNeed(desk.db, VERIFIED);
    if (held === null) throw new Error(`${VERIFIED} is on record.`);
    const worked: NeedRow = {
      ...held,
      kinds: ['financial'],
      description: 'zanzara',
      note: 'axolotl',
      status: 'on_hold',
      leftStatus: 'verified',
      holdUntil: '2020-01-01' as Day,
      replacedBy: 'AR-2018-777',
      owner: { slackId: 'U1', name: 'quokka' },
      evidence: ['baseline'],
      recordedAt: Temporal.Instant.from('2019-11-01T00:00:00Z'),
    };
    const { reference, state, theme, reportingYear, sharingBasis } = held;
    const [half] = readableNeeds([worked], false);
    expect(half).toMatchObject({ reference, state, theme, reportingYear, sharingBasis });
    expect(half).toMatchObject({ kinds: [], description: '', note: '', status: 'logged', leftStatus: null });
    expect(half).toMatchObject({ holdUntil: null, replacedBy: null, owner: null, evidence: [] });
    expect(readableNeeds([{ ...worked, sharing: 'agreed' }], false)).toEqual([]);
    expect(readableNeeds([worked], true)).toEqual([worked]);
  });
});

const READERS = [
  { who: 'a guest, alone', actor: guest, isPublic: false },
  { who: 'a guest, where others read along', actor: guest, isPublic: true },
  { who: 'a coordinator, where others read along', actor: montenegro, isPublic: true },
] as const;

describe.each(READERS)('status and owner, asked by $who', ({ actor, isPublic }) => {
  it.each(['verified', 'withdrawn', 'open', 'logged', 'closed', 'Lebanon verified'])(
    'are not told by a list: requests %s',
    async (text) => {
      const said = await listed(text, actor, isPublic);
      expect(said).toContain('The status of requests is for coordinators and the ISU.');
      expect(said).not.toMatch(/AR-\d/);
    },
  );

  it.each([
    'which requests are withdrawn?',
    'which requests are verified?',
    'which requests have no owner?',
    'which States Parties in Africa have a verified request?',
  ])('are not told by an answer: %s', async (text) => {
    const { answer } = await ask(desk.db, text, TODAY, actor === montenegro && !isPublic);
    expect(answer).toMatchObject({ outcome: 'out_of_scope', states: [], count: null, sources: [] });
    expect(answer.lead).toBe('Status and owner of requests are for coordinators and the ISU');
  });

  it('are not needed for what States have published', async () => {
    expect(await listed('clearance', actor, isPublic)).toContain(' of ');
  });
});

describe('status, asked alone by those who read the register', () => {
  it('is told', async () => {
    expect(await listed('verified', isu, false)).toContain(VERIFIED);
    expect(await listed('withdrawn', montenegro, false)).toContain(CLOSED);
    const { answer } = await ask(desk.db, 'which requests are verified?', TODAY, true);
    expect(answer.sources.map(({ fact }) => fact).join('\n')).toContain(VERIFIED);
  });
});
