import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/db/open.ts';
import type { Place } from '../../../src/desk/describe.ts';
import { answersFeature } from '../../../src/features/answers/feature.ts';
import { freshDatabase } from '../../setup/database.ts';
import { ids } from '../../setup/ids.ts';
import { clockAt, instant } from '../../setup/instants.ts';
import { isu, montenegro } from '../people.ts';

let database: Database;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.conversation.deleteMany();
});

const VA = 'which states need victim assistance?';
const RRE = 'and for RRE?';
const FIVE = 'Five States Parties asked for help with risk reduction education';
const channel: Place = { kind: 'channel', channel: 'C1', thread: null, public: false };
const thread = (ts: string): Place => ({ kind: 'channel', channel: 'C1', thread: ts, public: true });
const direct = (ts: string | null): Place => ({ kind: 'direct', channel: 'D1', thread: ts, public: false });

/** Asks a desk of its own each time: what is kept is kept in the database alone. */
async function say(text: string, place: Place, time: string, actor = montenegro): Promise<string> {
  const at = `2019-11-18T${time}+01:00`;
  const { freeText } = answersFeature({ db: database.db, ids, clock: clockAt(at), verbsLike: () => [] });
  const reply = await freeText?.answer({ actor, text, place, at: instant(at) });
  return reply?.kind === 'say' ? reply.message.text : '';
}

describe('a follow-up', () => {
  it('goes on from what the person asked in the channel, for thirty minutes', async () => {
    await say(VA, channel, '09:00:00');
    expect(await say(RRE, channel, '09:30:00')).toContain(FIVE);
    expect(await say('And Chad?', channel, '09:59:00')).toContain('No request of Chad for risk reduction education');
    expect(await say('only those before 2021', channel, '10:29:01')).toContain('did not understand');
  });

  it('is counted from what was understood last', async () => {
    await say(VA, channel, '09:00:00');
    await say('xyzzy', channel, '09:20:00');
    expect(await say(RRE, channel, '09:31:00')).not.toContain(FIVE);
  });

  it('is each person’s own after a command, and each channel’s', async () => {
    await say(VA, channel, '09:00:00');
    expect(await say(RRE, channel, '09:01:00', isu)).not.toContain(FIVE);
    expect(await say(RRE, { ...channel, channel: 'C2' }, '09:01:00')).not.toContain(FIVE);
  });

  it('is everybody’s in a thread, and no other thread’s', async () => {
    await say(VA, thread('1.1'), '09:00:00');
    expect(await say(RRE, thread('1.1'), '09:01:00', isu)).toContain(FIVE);
    expect(await say(RRE, thread('2.2'), '09:01:00')).not.toContain(FIVE);
  });

  it('goes on in a direct message with and without a thread', async () => {
    await say(VA, direct(null), '09:00:00');
    expect(await say(RRE, direct('3.3'), '09:01:00')).toContain(FIVE);
    expect(await say('and for clearance?', direct(null), '09:02:00')).toContain('Six States Parties');
  });

  it('leaves a whole question alone', async () => {
    await say(VA, channel, '09:00:00');
    expect(await say('is Chad a State Party?', channel, '09:01:00')).toContain('Chad is a State Party');
    expect(await say('and Lebanon?', channel, '09:02:00')).toContain('Yes, Lebanon is a State Party');
  });
});
