import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ISU,
  type Journey,
  MONTENEGRO,
  NETHERLANDS,
  OBSERVER,
  REGISTER,
  type Shown,
  startJourney,
} from '../setup/desk.ts';
import { controlsOf, messageScreen, wordsIn, wordsOf } from '../setup/shown.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney({ admins: [ISU] });
});
afterAll(() => journey.stop());

const said = ({ messages }: Shown): string => messages.map(wordsOf).join('\n');
const request = (reference: string) =>
  journey.database.db.assistanceRequest.findUniqueOrThrow({ where: { reference } });
const historyOf = (reference: string) =>
  journey.database.db.requestHistory.findMany({ where: { request: { reference } }, orderBy: { written: 'asc' } });

/** The card of a request on the person's own screen. */
async function card(reference: string, as = MONTENEGRO): Promise<Shown> {
  await journey.closeAll(as);
  const shown = await journey.command(`request ${reference}`, as);
  // Cards in the register may be changed at the same moment.
  return { ...shown, messages: shown.messages.filter(({ ephemeral }) => ephemeral) };
}

/** Presses a button on it. */
async function pressOn({ messages }: Pick<Shown, 'messages'>, button: string, as = MONTENEGRO): Promise<Shown> {
  const controls = messages.flatMap((message) => controlsOf(messageScreen(message)));
  const found = controls.find(({ label, element }) => label === button && element.type === 'button');
  if (found === undefined) throw new Error(`No “${button}” on the card.`);
  const shown = await journey.pressOn(found, as);
  return { ...shown, messages: shown.messages.filter(({ ephemeral }) => ephemeral) };
}
const labelsOf = ({ messages }: Shown): readonly string[] =>
  messages.flatMap((message) => controlsOf(messageScreen(message)).map(({ label }) => label));

/** Chooses an entry of the card's menu. */
async function choose(shown: Shown, entry: string, as = MONTENEGRO): Promise<Shown> {
  const [menu] = shown.messages
    .flatMap((message) => controlsOf(messageScreen(message)))
    .filter(({ element }) => element.type === 'overflow');
  if (menu === undefined) throw new Error('The card has no menu.');
  const options = menu.element['options'] as { text: { type: 'plain_text'; text: string }; value: string }[];
  const option = options.find(({ text }) => text.text === entry);
  if (option === undefined) throw new Error(`No “${entry}” among ${options.map(({ text }) => text.text).join(', ')}.`);
  const { where, blockId, actionId } = menu;
  const input = { type: 'overflow' as const, selected_option: option };
  return journey.shownAfter({ act: 'press', as, where, blockId, actionId, input });
}

describe('the card of a request', () => {
  it('shows the moves that are allowed now, as the screen does', async () => {
    const shown = await card('AR-2018-005');
    const [row] = shown.messages[0]?.blocks.filter(({ type }) => type === 'actions') ?? [];
    expect(labelsOf(shown).slice(0, 4)).toEqual(['Take it', 'Verify', 'Add evidence', 'Note']);
    expect(JSON.stringify(row)).toContain('Withdraw, replace or merge…');
  });

  it('is taken by a press, with its history, and can be given back for a minute', async () => {
    const taken = await pressOn(await card('AR-2018-005'), 'Take it');
    expect(said(taken)).toContain('AR-2018-005 is yours now.');
    // The card on which it was pressed, which nobody else sees, is the request as it is now.
    expect(said(taken)).not.toContain('Nobody yet');
    expect(labelsOf(taken)).not.toContain('Take it');
    expect(said(taken)).toContain('*Owner*\n<@U0MONTENEGRO>');
    expect(await request('AR-2018-005')).toMatchObject({ ownerId: MONTENEGRO });
    expect((await historyOf('AR-2018-005')).at(-1)).toMatchObject({
      what: 'owner',
      before: 'nobody',
      after: 'Coordinator (Montenegro)',
      byName: 'Coordinator (Montenegro)',
    });
    const undone = await pressOn(taken, 'Undo');
    expect(said(undone)).toContain('AR-2018-005 is as it was before.');
    expect(await request('AR-2018-005')).toMatchObject({ ownerId: null });
  });

  it('cannot be undone after a minute: the history stays, and so does the change', async () => {
    const taken = await pressOn(await card('AR-2018-005'), 'Take it');
    journey.sandbox.move({ advance: 'hour' });
    const late = await pressOn(taken, 'Undo');
    expect(said(late)).toContain('more than a minute ago');
    expect(await request('AR-2018-005')).toMatchObject({ ownerId: MONTENEGRO });
  });

  it('tells the second of two who take the same request what the first did', async () => {
    const other = await card('AR-2018-010', NETHERLANDS);
    expect(labelsOf(other)).toContain('Take it');
    await pressOn(await card('AR-2018-010'), 'Take it');
    const late = await pressOn(other, 'Take it', NETHERLANDS);
    expect(said(late)).toContain('AR-2018-010 was not changed.');
    expect(said(late)).toMatch(
      /Meanwhile: Coordinator \(Montenegro\), .*: owner, nobody → Coordinator \(Montenegro\)\./,
    );
    expect(await request('AR-2018-010')).toMatchObject({ ownerId: MONTENEGRO });
  });

  it('goes on by a press where one step needs no more, once however often it is pressed', async () => {
    const [first, other] = [await card('AR-2018-018'), await card('AR-2018-018')];
    expect(said(await pressOn(first, 'Verify'))).toContain('AR-2018-018 is now: verified.');
    const again = await pressOn(other, 'Verify');
    expect(said(again)).toContain('Meanwhile: Coordinator (Montenegro)');
    expect(await request('AR-2018-018')).toMatchObject({ status: 'verified' });
    expect(labelsOf(await card('AR-2018-018'))).toContain('Acknowledge');
  });
});

describe('moving a request by hand', () => {
  it('asks for a reason where one is needed, on its field, and keeps what was chosen', async () => {
    await choose(await card('AR-2018-018'), 'Move it…');
    const form = journey.form();
    await form.choose('To', 'Offered (forward, with a reason)');
    await form.submit();
    expect(form.errors()).toEqual({ Reason: 'Please say why: it stands in the history.' });
    expect(form.holds()).toMatchObject({ To: 'Offered (forward, with a reason)' });
    form.type('Reason', 'A donor wrote to Lebanon itself.');
    await form.submit();
    expect(await request('AR-2018-018')).toMatchObject({ status: 'offered' });
    expect((await historyOf('AR-2018-018')).at(-1)).toMatchObject({
      what: 'moved',
      before: 'Verified',
      after: 'Offered',
      why: 'A donor wrote to Lebanon itself.',
    });
  });

  it('changes nothing when somebody was quicker while the window was open', async () => {
    await choose(await card('AR-2018-018'), 'Move it…');
    const form = journey.form();
    await form.choose('To', 'Matched (forward)');
    await choose(await card('AR-2018-018', NETHERLANDS), 'Put on hold…', NETHERLANDS);
    const hold = journey.form(NETHERLANDS);
    hold.type('Reason', 'Elections.');
    hold.type('Until', '2019-12-02');
    await hold.submit();
    await form.submit();
    expect(form.errors()['To']).toContain('Meanwhile: Coordinator (Netherlands)');
    expect(await request('AR-2018-018')).toMatchObject({ status: 'on_hold', leftStatus: 'offered' });
    await journey.closeAll(MONTENEGRO);
  });

  it('puts on hold until a day to come, and takes up again what was left', async () => {
    const shown = await card('AR-2018-018');
    expect(said(shown)).toContain('On hold');
    expect(labelsOf(shown).slice(0, 3)).toEqual(['Take it', 'Take up again', 'Add evidence']);
    await pressOn(shown, 'Take up again');
    expect(await request('AR-2018-018')).toMatchObject({ status: 'offered', leftStatus: null, holdUntil: null });
  });

  it('refuses a day that has gone', async () => {
    await choose(await card('AR-2018-018'), 'Put on hold…');
    const form = journey.form();
    form.type('Reason', 'Elections.');
    form.type('Until', '2019-11-01');
    await form.submit();
    expect(Object.keys(form.errors())).toEqual(['Until']);
    await journey.closeAll(MONTENEGRO);
  });
});

describe('putting a request aside', () => {
  it('closes what the State withdrew, with a reason, and opens it again where it was', async () => {
    await choose(await card('AR-2018-001'), 'Withdraw, replace or merge…');
    const form = journey.form();
    form.type('Reason', '  ');
    await form.submit();
    expect(form.errors()).toEqual({ Reason: 'Please say why: it stands in the history.' });
    form.type('Reason', 'The Mission wrote so.');
    await form.submit();
    expect(await request('AR-2018-001')).toMatchObject({ status: 'withdrawn', leftStatus: 'logged' });
    const closed = await card('AR-2018-001');
    expect(labelsOf(closed)).not.toContain('Take it');
    // What the State asked in its report stays asked, and the report stays in.
    const state = said(await journey.command('state Peru'));
    expect(state).toContain('Asked for, request closed since');
    expect(state).not.toContain('2018: not on record');
    const reported = said(await journey.command('which states reported for 2018?'));
    expect(reported).toContain('Peru');
    await choose(closed, 'Open it again…');
    const again = journey.form();
    again.type('Reason', 'It was another State.');
    await again.submit();
    expect(await request('AR-2018-001')).toMatchObject({ status: 'logged', leftStatus: null, closedOn: null });
  });

  it('merges one that was logged twice into the other, with its sources', async () => {
    await journey.command('log Lebanon risk reduction education');
    const log = journey.form();
    await log.press('Log a new one');
    log.type('Source', 'letter of the Mission');
    await log.submit();
    const made = await journey.database.db.assistanceRequest.findFirstOrThrow({ where: { recordedBy: MONTENEGRO } });
    await choose(await card(made.reference), 'Withdraw, replace or merge…');
    const form = journey.form();
    await form.choose('What happened', 'It is the same as another request');
    form.type('Reason', 'The same letter.');
    await form.submit();
    expect(Object.values(form.errors())).toEqual(['Please choose the request that it is the same as.']);
    await form.choose('The other request', 'AR-2018-010 · risk reduction education (2018 report)');
    await form.submit();
    expect(await request(made.reference)).toMatchObject({ status: 'superseded', replacedBy: 'AR-2018-010' });
    const sources = await journey.database.db.requestSource.findMany({
      where: { request: { reference: 'AR-2018-010' } },
      include: { source: true },
    });
    expect(sources.map(({ source }) => source.fullTitle)).toContain('letter of the Mission');
    expect((await historyOf('AR-2018-010')).at(-1)).toMatchObject({ what: 'merged' });
  });
});

describe('evidence, owner and notes', () => {
  it('keeps which evidence is on record, and names what is missing', async () => {
    await pressOn(await card('AR-2018-005'), 'Add evidence');
    const form = journey.form();
    form.tick('Evidence on record', 'Baseline', 'Area');
    await form.submit();
    expect(await request('AR-2018-005')).toMatchObject({ evidence: ['baseline', 'area'] });
    expect(said(await card('AR-2018-005'))).toContain('*Missing:* people, national plan, cost, time frame');
  });

  it('gives a request to another, and offers nobody who represents the State itself', async () => {
    await choose(await card('AR-2018-005'), 'Choose an owner…');
    const form = journey.form();
    await form.choose('Owner', 'Coordinator (Netherlands)');
    await form.submit();
    expect(await request('AR-2018-005')).toMatchObject({ ownerId: NETHERLANDS });
    const own = await journey.database.db.assistanceRequest.findFirstOrThrow({ where: { iso3: 'MNE' } });
    await choose(await card(own.reference, ISU), 'Choose an owner…', ISU);
    await expect(journey.form(ISU).choose('Owner', 'Coordinator (Montenegro)')).rejects.toThrow('does not offer');
    await journey.closeAll(ISU);
  });

  it('lets nobody handle a request of their own State, and says who does', async () => {
    const own = await journey.database.db.assistanceRequest.findFirstOrThrow({ where: { iso3: 'MNE' } });
    // On their own screen nothing is offered that they may not do; the card in the register is everybody's.
    expect(labelsOf(await card(own.reference))).toEqual(['Note', 'History']);
    await pressOn(await card(own.reference, ISU), 'Verify', ISU);
    await expect
      .poll(() => journey.see().messages[REGISTER]?.some((one) => wordsOf(one).includes(own.reference)))
      .toBe(true);
    const posted = journey.see().messages[REGISTER]?.filter((one) => wordsOf(one).includes(own.reference)) ?? [];
    const refused = await pressOn({ messages: posted }, 'Take it');
    expect(said(refused)).toContain('You represent Montenegro: the Netherlands handles its requests.');
    expect(await request(own.reference)).toMatchObject({ ownerId: null });
  });

  it('keeps a note for those who may read it, and for nobody else', async () => {
    const note = async (text: string, readers: string): Promise<Shown> => {
      await pressOn(await card('AR-2018-005'), 'Note');
      const form = journey.form();
      form.type('Note', text);
      await form.choose('Who may read it', readers);
      await form.submit();
      return card('AR-2018-005');
    };
    await note('zebra for me', 'Only you');
    await note('okapi for us', 'Coordinators');
    await note('heron for all', 'Coordinators and the ISU');
    const read = async (as: string): Promise<readonly string[]> => {
      const { modal } = await choose(await card('AR-2018-005', as), 'History', as);
      const words = wordsIn(modal?.blocks ?? []);
      return ['zebra', 'okapi', 'heron'].filter((word) => words.includes(word));
    };
    expect(await read(MONTENEGRO)).toEqual(['zebra', 'okapi', 'heron']);
    expect(await read(NETHERLANDS)).toEqual(['okapi', 'heron']);
    expect(await read(ISU)).toEqual(['heron']);
  });

  it('refuses an empty note on its field', async () => {
    await pressOn(await card('AR-2018-005'), 'Note');
    const form = journey.form();
    form.type('Note', '   ');
    await form.submit();
    expect(Object.keys(form.errors())).toEqual(['Note']);
    await journey.closeAll(MONTENEGRO);
  });
});

describe('the card in the register channel', () => {
  it('is changed in place by what is done with the request, and nothing new is posted', async () => {
    await journey.command('log Peru victim assistance');
    const form = journey.form();
    form.type('Source', 'meeting in Geneva');
    await form.submit();
    await journey.until(({ messages }) => (messages[REGISTER] ?? []).some(({ text }) => text.includes('Peru')));
    const before = journey.last(REGISTER);
    const count = journey.see().messages[REGISTER]?.length;
    const button = controlsOf(messageScreen(before)).find(({ label }) => label === 'Take it');
    if (button === undefined) throw new Error('The card in the register cannot be taken.');
    await journey.pressOn(button, NETHERLANDS);
    await journey.until(() => wordsOf(journey.last(REGISTER)).includes('<@U0NETHERLANDS>'));
    expect(wordsOf(journey.last(REGISTER))).toContain('replies in this thread are not kept: use Note');
    expect(journey.last(REGISTER).ts).toBe(before.ts);
    expect(journey.see().messages[REGISTER]?.length).toBe(count);
  });

  it('can be pressed by nobody without the role', async () => {
    const own = await journey.database.db.assistanceRequest.findFirstOrThrow({ where: { iso3: 'PER' } });
    const card_ = await card(own.reference, OBSERVER);
    expect(labelsOf(card_)).not.toContain('Take it');
  });
});

it('does all of this without a fault', () => {
  expect(journey.faults).toEqual([]);
});
