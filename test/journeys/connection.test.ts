import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TEAM } from '../../src/sandbox/world/cast.ts';
import { COORDINATION, directOf, type Journey, MONTENEGRO, startJourney } from '../setup/desk.ts';
import { wordsIn } from '../setup/shown.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey.stop());

it('a desk whose connections are gone knows it at once, comes back by itself and answers', async () => {
  expect(journey.slack.connected()).toBe(2);
  await journey.sandbox.fault({ fault: 'disconnect', reason: 'refresh_requested' });
  await expect.poll(() => journey.see().connected).toBe(0);
  // The client tries again after five seconds, and says so only then.
  await expect.poll(() => journey.slack.connected(), { timeout: 3_000 }).toBe(0);
  const { messages } = await journey.command('help');
  expect(messages).toHaveLength(1);
});

it('what a desk that died had taken is answered by one that runs, once', async () => {
  const asked = {
    type: 'event_callback',
    event_id: 'EvLeft',
    team_id: TEAM.id,
    event: {
      type: 'message',
      channel_type: 'im',
      user: MONTENEGRO,
      channel: directOf(MONTENEGRO),
      ts: '1.000001',
      text: 'which states need victim assistance?',
    },
  };
  const kept = { key: 'event:EvLeft', kind: 'event', payload: asked, state: 'received' };
  const long = new Date(0);
  await journey.database.db.inboundEvent.create({ data: { ...kept, receivedAt: long, heldUntil: long } });
  const said = () => journey.see().messages[directOf(MONTENEGRO)]?.length ?? 0;
  const before = said();
  await journey.queue.look();
  expect(said()).toBe(before + 1);
  expect(journey.last(directOf(MONTENEGRO)).text).toContain('victim assistance');
  await journey.queue.look();
  expect(said()).toBe(before + 1);
  expect(journey.faults).toEqual([]);
});

describe('of what a desk that died had taken, its person is told', () => {
  const heard = z.array(z.object({ kind: z.string(), payload: z.record(z.string(), z.json()) }));
  const direct = () => journey.see().messages[directOf(MONTENEGRO)] ?? [];

  /** Does it with a desk that lives, and has it lie there again as if that desk had died of it; the words of what is then told. */
  async function leftBehind(kind: string, act: () => Promise<unknown>): Promise<string> {
    const { db } = journey.database;
    await db.$executeRaw`DELETE FROM "Heard"`;
    await act();
    const rows = heard.parse(await db.$queryRaw`SELECT "kind", "payload" FROM "Heard"`);
    const payload = rows.findLast((row) => row.kind === kind)?.payload;
    if (payload === undefined) throw new Error(`No ${kind} was taken.`);
    await journey.closeAll();
    const before = direct().length;
    const key = `left:${kind}:${before}`;
    await db.inboundEvent.create({
      data: { key, kind, payload, state: 'received', receivedAt: new Date(0), heldUntil: new Date(0) },
    });
    await journey.queue.look();
    await journey.queue.look();
    expect(await db.inboundEvent.findUnique({ where: { key } })).toMatchObject({ state: 'done', reference: null });
    const told = direct().slice(before);
    expect(told).toHaveLength(1);
    return wordsIn(told[0]?.blocks ?? []);
  }

  beforeAll(async () => {
    const { db } = journey.database;
    await db.$executeRaw`CREATE TABLE "Heard" ("kind" text NOT NULL, "payload" jsonb NOT NULL)`;
    await db.$executeRaw`
      CREATE FUNCTION keep_heard() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN INSERT INTO "Heard" VALUES (NEW."kind", NEW."payload"); RETURN NEW; END $$`;
    await db.$executeRaw`
      CREATE TRIGGER heard AFTER INSERT ON "InboundEvent" FOR EACH ROW EXECUTE FUNCTION keep_heard()`;
  });

  it('to type the command once more', async () => {
    expect(await leftBehind('command', () => journey.command('state Lebanon'))).toBe(
      'The desk was restarted while it worked on “/ccm state Lebanon”.\nPlease type it once more.',
    );
  });

  it('which button it was', async () => {
    await journey.command('log Lebanon clearance');
    expect(await leftBehind('action', () => journey.press('Log a new one'))).toBe(
      'The desk was restarted while it worked on “Log a new one”, which you had pressed.\nPlease see whether it was done; if not, do it once more.',
    );
  });

  it('to use the shortcut once more', async () => {
    const [{ ts } = { ts: '' }] = journey.see().messages[COORDINATION] ?? [];
    const callbackId = 'requests:log_message';
    const use = () => journey.act({ act: 'shortcut', as: MONTENEGRO, callbackId, channel: COORDINATION, ts });
    expect(await leftBehind('shortcut', use)).toBe(
      'The desk was restarted before it could open your window.\nPlease use the shortcut once more.',
    );
  });

  it('what the form asks before anything is kept, with what was typed', async () => {
    await journey.command('log Lebanon clearance');
    const form = journey.form();
    form.type('What is asked', 'Survey of *Nabatieh*');
    form.type('Source', 'note verbale');
    const told = await leftBehind('submission', () => form.submit());
    expect(told).toContain('Its window, “Log a request”, would now show you:\nNothing is kept yet: please choose.');
    expect(told).toContain('*Lebanon already has AR-2018-005 (2018 report).*');
    expect(told).toContain('What you typed:\nSurvey of *Nabatieh*\nnote verbale');
    expect(told).toContain('Please open the form once more where it asks you something.');
  });

  it('the answer that the window would have shown', async () => {
    await journey.openHome();
    await journey.press('Ask');
    const form = journey.form();
    form.type('Your question', 'which states need victim assistance?');
    const told = await leftBehind('submission', () => form.submit());
    expect(told).toContain('Its window, “Answer”, would now show you:');
    expect(told).toContain('victim assistance');
    expect(told).not.toContain('What you typed');
  });

  it('why the form was not kept, with what was typed', async () => {
    await journey.command('log Peru clearance');
    const form = journey.form();
    form.type('What is asked', 'Survey of the south');
    form.type('Source', 'note verbale');
    form.type('Date of the source', '2031-01-01');
    const told = await leftBehind('submission', () => form.submit());
    expect(told).toContain('The desk was restarted while you submitted a form, and could not keep it.');
    expect(told).toContain('What you typed:\nSurvey of the south\nnote verbale');
  });
});
