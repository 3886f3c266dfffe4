import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SeenMessage } from '../../src/sandbox/protocol.ts';
import {
  COORDINATION,
  directOf,
  ISU,
  type Journey,
  MONTENEGRO,
  NETHERLANDS,
  REGISTER,
  startJourney,
} from '../setup/desk.ts';
import { wordsOf } from '../setup/shown.ts';

let journey: Journey;
beforeEach(async () => {
  journey = await startJourney({ admins: [MONTENEGRO, ISU] });
});
afterEach(() => journey.stop());

const cards = (channel = REGISTER, as = MONTENEGRO): readonly SeenMessage[] =>
  (journey.see(as).messages[channel] ?? []).filter(({ text }) => text.includes('AR-2019-001, Peru'));
const told = (person: string): readonly SeenMessage[] => journey.see(person).messages[directOf(person)] ?? [];
/** Waits until nothing is left to be sent. */
const allSent = () =>
  journey.holds(async () => {
    journey.queue.poke();
    await journey.queue.idle();
    return (await journey.database.db.delivery.count({ where: { state: { in: ['due', 'sending'] } } })) === 0;
  });

/** Logs the need of Peru, in the channel or alone with the desk. */
async function log(as = MONTENEGRO, alone = false): Promise<void> {
  if (alone) await journey.shownAfter({ act: 'shortcut', as, callbackId: 'requests:log_anywhere' });
  else await journey.command('log Peru victim assistance', as);
  const form = journey.form(as);
  if (alone) {
    await form.choose('State', 'Peru');
    await form.choose('Theme', 'Victim assistance');
  }
  form.type('Source', 'letter of the Permanent Mission');
  await form.submit();
}

async function add(source: string, as = NETHERLANDS): Promise<void> {
  await journey.command('log Peru victim assistance', as);
  const form = journey.form(as);
  await form.press('Add this to it');
  form.type('Source', source);
  await form.submit();
}

describe('the card in the register', () => {
  it('stands there once though Slack’s answer to it was lost, and is changed where it stands', async () => {
    await journey.sandbox.fault({ fault: 'answer-lost', method: 'chat.postMessage' });
    await log();
    expect(journey.last(COORDINATION).text).toContain('Kept as AR-2019-001.');
    await add('a later letter');
    await allSent();
    expect(cards()).toHaveLength(1);
    expect(cards()[0]?.edited).toBe(true);
    expect(wordsOf(cards()[0] ?? journey.last(COORDINATION))).toContain('a later letter');
  });

  it('shows the last of several changes that are made quickly, though Slack is slow and loses answers', async () => {
    await log();
    await journey.sandbox.fault({ fault: 'ratelimit', method: 'chat.update', retryAfter: 1 });
    await journey.sandbox.fault({ fault: 'answer-lost', method: 'chat.update' });
    for (const letter of ['letter one', 'letter two', 'letter three']) await add(letter);
    await allSent();
    expect(journey.sandbox.faultsLeft()).toBe(0);
    expect(cards()).toHaveLength(1);
    expect(wordsOf(cards()[0] ?? journey.last(COORDINATION))).toMatch(/letter one.*letter two.*letter three/);
  });

  it('waits as long as Slack says, and nobody waits for it', async () => {
    await journey.sandbox.fault({ fault: 'ratelimit', method: 'chat.postMessage', retryAfter: 4 });
    await log();
    expect(journey.last(COORDINATION).text).toContain('Kept as AR-2019-001.');
    expect(wordsOf(journey.last(COORDINATION))).toContain('it will be tried again');
    expect(cards()).toEqual([]);
    await allSent();
    expect(cards()).toHaveLength(1);
  });

  it('is posted anew where somebody has deleted it, when it is next changed', async () => {
    await log();
    await journey.holds(() => cards().length === 1);
    const [card] = cards();
    const body = new URLSearchParams({ channel: REGISTER, ts: card?.ts ?? '' });
    const headers = { authorization: `Bearer ${journey.sandbox.botToken}` };
    await fetch(`${journey.wire.apiUrl}chat.delete`, { method: 'POST', body, headers });
    expect(cards()).toEqual([]);
    await add('a later letter');
    await allSent();
    expect(cards()).toHaveLength(1);
    expect(cards()[0]?.edited).toBe(false);
  });
});

describe('a register channel that takes no message', () => {
  it('is told to the person at once and to an admin once, and takes the card as it is then when asked again', async () => {
    await journey.sandbox.fault({ fault: 'refuse', method: 'chat.postMessage', error: 'is_archived' });
    await log();
    expect(journey.last(COORDINATION).text).toContain(
      'Kept as AR-2019-001; the card could not be posted in the register channel: the channel is archived.',
    );
    await add('a later letter');
    await add('the last letter');
    await allSent();
    for (const admin of [MONTENEGRO, ISU]) {
      const notices = told(admin).filter(({ text }) => text.includes('the channel is archived'));
      expect(notices, admin).toHaveLength(1);
    }
    expect(cards()).toEqual([]);

    await journey.command('request AR-2019-001', NETHERLANDS);
    const answer = await journey.press('Post the card', NETHERLANDS);
    expect(answer.messages.at(-1)?.text).toBe('Its card is in the register channel.');
    expect(cards()).toHaveLength(1);
    expect(wordsOf(cards()[0] ?? journey.last(COORDINATION))).toContain('the last letter');
  });
});

describe('who logs alone with the desk', () => {
  it('has the card as a direct message, once though the answer was lost, and it is changed with the request', async () => {
    await journey.sandbox.fault({ fault: 'answer-lost', method: 'chat.postMessage', times: 2 });
    await log(MONTENEGRO, true);
    await allSent();
    const own = () => cards(directOf(MONTENEGRO));
    expect(own()).toHaveLength(1);
    expect(own()[0]?.text).toContain('Kept as AR-2019-001. Private to coordinators and ISU.');
    expect(cards()).toHaveLength(1);
    await add('a later letter');
    await allSent();
    expect(own()).toHaveLength(1);
    expect(wordsOf(own()[0] ?? journey.last(COORDINATION))).toContain('a later letter');
    expect(cards()).toHaveLength(1);
  });

  it('keeps the card as it was from the day on which no role is held any more', async () => {
    await log(NETHERLANDS, true);
    await allSent();
    const own = () => wordsOf(cards(directOf(NETHERLANDS), NETHERLANDS)[0] ?? journey.last(COORDINATION));
    const before = own();
    expect(before).toContain('letter of the Permanent Mission');
    await journey.database.db.roleHolding.updateMany({
      where: { slackId: NETHERLANDS },
      data: { until: new Date('2019-11-17') },
    });
    await add('a confidential letter', ISU);
    await allSent();
    expect(own()).toBe(before);
    expect(wordsOf(cards()[0] ?? journey.last(COORDINATION))).toContain('a confidential letter');
  });
});
