import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directOf, GUEST, ISU, type Journey, MONTENEGRO, NETHERLANDS, REGISTER, startJourney } from '../setup/desk.ts';
import { wordsOf } from '../setup/shown.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
  await log('Peru', 'the words of a letter', null);
  await log('Togo', 'asked in public', 'statement at 9MSP');
});
afterAll(() => journey.stop());

/** Logs a request, published `where` if anywhere. */
async function log(state: string, asked: string, where: string | null): Promise<void> {
  await journey.command(`log ${state} clearance`);
  const form = journey.form();
  form.type('What is asked', asked);
  form.type('Source', 'a letter');
  if (where !== null) {
    await form.choose('May it be shared?', 'Yes, published by the State');
    await form.submit();
    form.type('Where did the State publish it?', where);
  }
  await form.submit();
  await journey.closeAll();
}

/** All that stands in the register channel. */
const inRegister = (as = MONTENEGRO): string => (journey.see(as).messages[REGISTER] ?? []).map(wordsOf).join('\n');
const told = (as: string): string => (journey.see(as).messages[directOf(as)] ?? []).map(wordsOf).join('\n');
const until = (ready: () => boolean) => journey.holds(ready);

describe('a guest who joins the register channel', () => {
  it('is told of to the ISU and to whoever invited, with what they can read there now', async () => {
    await until(() => inRegister().includes('the words of a letter'));
    await journey.act({ act: 'invite', as: NETHERLANDS, channel: REGISTER, person: GUEST });
    await until(() => told(ISU).includes('A guest joined'));
    await until(() => told(NETHERLANDS).includes('A guest joined'));
    // What is logged from here on comes after the guest.
    journey.sandbox.move({ advance: 'hour' });
    expect(told(ISU)).toContain('They can read 2 earlier desk messages; *2 are not for guests* (2 request cards).');
    expect(told(MONTENEGRO)).not.toContain('A guest joined');
    expect(inRegister(GUEST)).toContain('the words of a letter');
  });

  it('reads nothing new meanwhile that is not published', async () => {
    await log('Benin', 'what nobody else may read', null);
    expect(inRegister()).not.toContain('what nobody else may read');
    await log('Mali', 'also in public', 'statement at 9MSP');
    await until(() => inRegister(GUEST).includes('AR-2019-004 · Mali'));
    expect(inRegister()).not.toContain('also in public');
    await journey.command('request AR-2019-003');
    await expect.poll(() => wordsOf(journey.last('C0COORDINATION'))).toContain('Somebody from outside reads along');
  });

  it('no longer reads what is folded, which goes on being kept up to date under its fold', async () => {
    await journey.press('Show me the 2', ISU);
    expect(told(ISU)).toContain('card of AR-2019-001 · Peru');
    await journey.press('Fold the 2 now', ISU);
    await until(() => !/the words of a letter|asked in public|Nobody yet/.test(inRegister(GUEST)));
    expect(told(ISU)).toContain('2 messages are folded.');
    expect(inRegister(GUEST)).toContain('Folded for guests by ISU');
    await journey.press('Let them stay…', NETHERLANDS);
    expect(told(NETHERLANDS)).toContain('ISU has decided this already');
    await journey.command('request AR-2019-001', NETHERLANDS);
    await journey.press('Take it', NETHERLANDS);
    expect(inRegister(GUEST)).not.toMatch(/AR-2019-001|the words of a letter/);
    const kept = await journey.database.db.foldedMessage.findMany();
    expect(kept).toHaveLength(2);
  });

  it('is told of to nobody where the desk has said nothing, nor is a member', async () => {
    const before = told(ISU);
    await journey.act({ act: 'invite', as: MONTENEGRO, channel: 'C0PRACTICE', person: GUEST });
    await journey.act({ act: 'invite', as: MONTENEGRO, channel: REGISTER, person: 'U0OBSERVER' });
    await journey.slack.idle();
    expect(told(ISU)).toBe(before);
    expect(journey.faults).toEqual([]);
  });
});
