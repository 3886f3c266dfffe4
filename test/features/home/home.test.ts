import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Block } from '../../../src/blocks/message.ts';
import type { Database } from '../../../src/db/open.ts';
import type { Actor } from '../../../src/desk/actor.ts';
import type { Asking } from '../../../src/desk/describe.ts';
import { type Reply, say } from '../../../src/desk/reply.ts';
import { DESK_ZONE, dayIn } from '../../../src/desk/time.ts';
import { notice } from '../../../src/desk/words.ts';
import { homeFeature } from '../../../src/features/home/feature.ts';
import { freshDatabase } from '../../setup/database.ts';
import { clockAt, instant } from '../../setup/instants.ts';
import { admin, guest, isu, montenegro, netherlands } from '../people.ts';
import { FORBIDDEN, readable } from '../words.ts';

const AT = '2019-11-18T08:05:00+01:00';

let database: Database;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const feature = (answer: (asking: Asking) => Promise<Reply> = async () => ({ kind: 'nothing' })) =>
  homeFeature({ db: database.db, clock: clockAt(AT), answer: { answer } });

async function home(actor: Actor, at = AT): Promise<readonly Block[]> {
  const reader = { actor, at: instant(at), today: dayIn(DESK_ZONE, instant(at)) };
  const blocks: Block[] = [];
  for (const section of feature().home?.toSorted((a, b) => a.order - b.order) ?? [])
    blocks.push(...(await section.blocks(reader)));
  return blocks;
}

const lines = async (actor: Actor, at = AT): Promise<readonly string[]> =>
  readable(await home(actor, at))
    .split('\n')
    .filter((line) => line !== '');

describe('App Home on Monday 18 November 2019, 08:05', () => {
  it('says to the coordinator of Montenegro what the screen says, without what is not built', async () => {
    expect(await lines(montenegro)).toEqual([
      'Monday 18 November 2019',
      'Coordinator on International Cooperation and Assistance · Montenegro · times in Podgorica',
      '[Ask] [Log a request] [Add a note]',
      '*Needs you*',
      '*Meeting with the ISU on priorities* · due in November (work plan) · no day yet',
      '*19 requests have no owner* · first by date: Lebanon (3) and Peru (1), 23 Feb 2020',
      '*Nobody follows* Bosnia and Herzegovina, Bulgaria, Chile, Lebanon, Peru · 23 Feb 2020',
      "Montenegro's own 3 requests and its 1 Aug 2020 deadline are with the Netherlands: nobody handles their own State.",
      '*Dates ahead*',
      '• Gambia · initial report · Thu 28 Nov · 10 days',
      '• Philippines · initial report · Sat 28 Dec · 40 days',
      '• Five States · extension requests for the 2RC · Sun 23 Feb 2020 · 97 days',
      '• All States Parties · annual report for 2019 · Thu 30 Apr 2020 · 164 days',
      '• Croatia, Montenegro · clearance · Sat 1 Aug 2020 · 257 days',
      '*Meetings and work plan*',
      'Nothing dated in the next 14 days. November: ISU on priorities. January: clearance, stockpile and victim assistance coordinators. February: National Directors Meeting, Geneva (days not on record).',
      '[Preferences] [Help] [Who sees what]',
      'As of 18 Nov 2019, 08:05',
    ]);
  });

  it('puts the facts to confirm first for the ISU', async () => {
    const said = await lines(isu);
    expect(said[said.indexOf('*Needs you*') + 1]).toBe(
      '*Facts to confirm (8)* · Bulgaria (Art. 3), Colombia (Art. 4), Cuba (Art. 3), Guinea (Art. 3), Guinea-Bissau (Art. 3), Mauritania (Art. 4), State of Palestine (Art. 4), survey and clearance: 7 stated, 6 named',
    );
    expect(said.join('\n')).not.toContain('United Kingdom');
  });

  it('tells the Netherlands that the requests of Montenegro are with them', async () => {
    expect((await lines(netherlands)).join('\n')).toContain(
      "Montenegro's own 3 requests and its 1 Aug 2020 deadline are with you: nobody handles their own State.",
    );
  });

  it('gives an admin the register and no coordinator’s work plan to do', async () => {
    const said = (await lines(admin)).join('\n');
    expect(said).toContain('19 requests have no owner');
    expect(said).not.toContain('Meeting with the ISU');
  });

  it('gives those without a role dates and meetings only, in their own time', async () => {
    const said = await lines(guest);
    expect(said.slice(0, 4)).toEqual([
      'Monday 18 November 2019',
      'Dates and meetings, as published · times in New York',
      '[Ask]',
      '*Dates ahead*',
    ]);
    expect(said).toContain('*Meetings*');
    expect(said.join('\n')).not.toMatch(/owner|Needs you|work plan|ISU on priorities/);
    expect(said.at(-1)).toBe('As of 18 Nov 2019, 02:05');
  });

  it('counts an owned request no longer', async () => {
    await database.db.person.create({
      data: { slackId: 'UOWN', teamId: 'T1', name: 'An owner', zone: 'Europe/Zurich', recordedAt: new Date(AT) },
    });
    await database.db.assistanceRequest.updateMany({ where: { iso3: 'LBN' }, data: { ownerId: 'UOWN' } });
    expect((await lines(montenegro)).join('\n')).toContain(
      '*16 requests have no owner* · first by date: Peru (1), 23 Feb 2020',
    );
    await database.db.assistanceRequest.updateMany({ where: { iso3: 'LBN' }, data: { ownerId: null } });
  });

  it('shows dated meetings once they are near', async () => {
    const said = (await lines(montenegro, '2020-11-16T09:00:00+01:00')).join('\n');
    expect(said).toContain('In the next 14 days: Second Review Conference, Part 1, virtual, 25–27 Nov 2020.');
  });

  it.each(['2010-08-02', '2020-06-01', '2021-05-02', '2026-11-24'])('accuses nobody on %s', async (on) => {
    for (const actor of [montenegro, isu, guest]) {
      const blocks = await home(actor, `${on}T09:00:00+01:00`);
      expect(readable(blocks)).not.toMatch(FORBIDDEN);
      expect(blocks.length).toBeLessThanOrEqual(100);
    }
  });
});

describe('asking from App Home', () => {
  const submit = (typed: string | null, answer?: (asking: Asking) => Promise<Reply>) =>
    feature(answer).submissions?.[0]?.submit({
      actor: montenegro,
      values: { question: { question: typed } },
      metadata: '',
      place: { kind: 'home', channel: '', thread: null, public: false },
      at: instant(AT),
      submission: 's1',
    });

  it('opens a window with one field', async () => {
    const press = {
      actor: montenegro,
      value: '',
      place: { kind: 'home' as const, channel: '', thread: null, public: false },
      at: instant(AT),
      message: null,
      view: null,
    };
    const reply = await feature().actions?.[0]?.run(press);
    expect(reply?.kind === 'modal' && reply.modal.blocks.map((block) => block.type)).toEqual(['input']);
  });

  it('shows the answer in the same window, as a list where there was a table', async () => {
    const reply = await submit(' which states need victim assistance? ', async ({ text }) =>
      say({ ...notice(`Asked: ${text}`), blocks: [], withoutTable: notice(`Asked: ${text}`).blocks }),
    );
    expect(reply?.kind === 'modal' && readable(reply.modal.blocks as Block[])).toBe(
      'Asked: which states need victim assistance?',
    );
  });

  it('asks for a question when the field is empty', async () => {
    expect(await submit('  ')).toEqual({ kind: 'errors', errors: { question: 'Please write a question.' } });
    expect(await submit(null)).toMatchObject({ kind: 'errors' });
  });
});

describe('the first visit of somebody who was given a role', () => {
  const fresh: Actor = { ...montenegro, slackId: 'UNEW', name: 'Ana' };
  beforeAll(async () => {
    const { db } = database;
    const recordedAt = new Date('2019-11-18');
    for (const [slackId, name] of [
      ['UNEW', 'Ana'],
      ['UISU', 'the ISU'],
    ] as const)
      await db.person.create({ data: { slackId, teamId: 'T1', name, zone: 'UTC', recordedAt } });
    const role = { slackId: 'UNEW', role: 'coordinator', state: 'MNE', from: recordedAt, givenBy: 'UISU', recordedAt };
    await db.roleHolding.create({ data: { id: 'fresh', ...role } });
  });

  it('says word for word what the screen says, and nothing else until they go on to their desk', async () => {
    expect(await lines(fresh)).toEqual([
      'Welcome to the desk',
      'It keeps what States asked for, what the treaty requires and when, and who does what next. Three steps, two minutes; skip any.',
      '*1. Ask something*',
      expect.stringContaining('Try: _which States need victim assistance?_'),
      '*2. Say which States you follow*',
      expect.stringContaining('Five could ask for an extension by 23 Feb 2020, and nobody follows them.'),
      '*3. Choose what reaches you*',
      expect.stringContaining('Nothing is sent to you until you choose.'),
      expect.stringContaining('(set by the ISU) · seen by you: all requests'),
      '[Skip to my desk]',
    ]);
    const skip = feature().actions?.find(({ id }) => id === 'home:skip');
    const place = { kind: 'home' as const, channel: '', thread: null, public: false };
    const press = { actor: fresh, value: '', place, at: instant(AT), message: null, view: null };
    expect(await skip?.run(press)).toEqual({ kind: 'nothing' });
    expect(await lines(fresh)).toContain('*Needs you*');
    await skip?.run(press);
    expect(await database.db.homeChoice.count()).toBe(1);
  });
});
