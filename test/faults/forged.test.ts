import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Journey, MONTENEGRO, NETHERLANDS, OBSERVER, startJourney } from '../setup/desk.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey.stop());

/** What nobody without a role may change, whatever they send. */
const KEPT = [
  ...['AssistanceRequest', 'RequestSource', 'RequestHistory', 'RequestNote', 'RequestCard', 'ObligationEvent'],
  ...['Article7Report', 'ReportYear', 'Retraction', 'FactAnswer', 'RoleHolding', 'DeskHistory', 'Setting'],
  ...['Subscription', 'LeftOutLine', 'DigestRun', 'StateNote', 'StateContact', 'HandOver', 'GuestArrival'],
  ...['FoldedMessage', 'Follow', 'FollowUp'],
];

async function record(): Promise<Record<string, unknown>> {
  const digests: Record<string, unknown> = {};
  for (const table of KEPT) {
    const sql = `SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS digest FROM "${table}" t`;
    digests[table] = await journey.database.db.$queryRawUnsafe(sql);
  }
  return digests;
}

/** What Slack has sent to the desk last of this type, to be altered. */
function template(type: 'block_actions' | 'view_submission'): Record<string, unknown> {
  const payloads = journey.wire.delivered.map(({ payload }) => payload as Record<string, unknown>);
  const found = payloads.findLast((payload) => payload?.['type'] === type);
  if (found === undefined) throw new Error(`No ${type} has been sent yet.`);
  return structuredClone(found);
}

let forged = 0;

/** Sends it as Slack would, with ids of its own; resolves with the content of the acknowledgement. */
async function send(payload: Record<string, unknown>): Promise<unknown> {
  forged += 1;
  const trigger_id = `forged.${forged}`;
  return journey.wire.deliver({ type: 'interactive', payload: { ...payload, trigger_id } });
}

const userOf = (id: string) => ({ id, username: 'somebody', name: 'somebody', team_id: 'T0SANDBOX' });

async function press(as: string, action: string, value: string): Promise<void> {
  const base = template('block_actions');
  const button = { type: 'button', action_id: action, block_id: 'b', text: { type: 'plain_text', text: 'x' } };
  await send({ ...base, user: userOf(as), actions: [{ ...button, value, action_ts: `${forged}.000001` }] });
  await journey.slack.idle();
}

const submit = async (as: string, form: string, metadata: string, values: object = {}): Promise<unknown> => {
  const base = template('view_submission');
  const view = {
    ...(base['view'] as object),
    id: `V0FORGED${forged}`,
    callback_id: form,
    private_metadata: metadata,
    state: { values },
  };
  return send({ ...base, user: userOf(as), view });
};

const NONSENSE = '__proto__ \'); DROP TABLE "Person"; --'.padEnd(1_900, '\u{1F578}x');

const TOGETHER = 5;

/** What comes of each of these, a few at a time: a desk that is flooded says so by losing its connection. */
async function ofAll<T, Of>(all: readonly T[], sent: (one: T) => Promise<Of>): Promise<Of[]> {
  const found: Of[] = [];
  for (let at = 0; at < all.length; at += TOGETHER)
    found.push(...(await Promise.all(all.slice(at, at + TOGETHER).map(sent))));
  return found;
}

describe('what is forged on its way', () => {
  beforeAll(async () => {
    await journey.command('state Chad', OBSERVER);
    await journey.press('Sources, line by line', OBSERVER);
    await journey.closeAll(OBSERVER);
    await journey.command('request AR-2018-005');
    await journey.press('Note');
    const form = journey.form();
    form.type('Note', 'a note of the coordinator');
    await form.submit();
    await journey.closeAll();
  });

  it('any button with any value, pressed by somebody without a role, changes nothing and breaks nothing', async () => {
    const before = await record();
    const actions = [...journey.catalog.actions.keys()];
    const onRequests = actions.filter((action) => /^(handling|requests):/.test(action));
    await ofAll(actions, (action) => press(OBSERVER, action, NONSENSE));
    await ofAll(onRequests, (action) => press(OBSERVER, action, 'AR-2018-005 logged verified'));
    expect(await record()).toEqual(before);
    expect(journey.faults).toEqual([]);
  });

  it('any form with any metadata, sent by somebody without a role, changes nothing and is answered', async () => {
    const before = await record();
    for (const metadata of ['', '{"reference":"AR-2018-005","state":"LBN"}']) {
      const forms = [...journey.catalog.submissions.keys()];
      const answers = await ofAll(forms, (form) => submit(OBSERVER, form, metadata));
      expect(answers.filter((answer) => answer === undefined)).toEqual([]);
    }
    expect(await record()).toEqual(before);
  });

  it('any form whose metadata is nonsense is answered to a coordinator too, and nothing is kept', async () => {
    const before = await record();
    const answers = await ofAll([...journey.catalog.submissions.keys()], (form) => submit(MONTENEGRO, form, NONSENSE));
    expect(answers.filter((answer) => answer === undefined)).toEqual([]);
    expect(await record()).toEqual(before);
  });

  it('any form that carries something is given back, with what was typed, where an older desk had opened it', async () => {
    const typed = { f: { f: { type: 'plain_text_input', value: 'what I had typed' } } };
    const carrying = [...journey.catalog.submissions.values()].filter(({ carries }) => carries !== undefined);
    expect(carrying.length).toBeGreaterThan(10);
    const before = journey.faults.length;
    for (const older of ['', '{"of":"an older desk"}']) {
      const answers = await ofAll(carrying, ({ id }) => submit(MONTENEGRO, id, older, typed));
      for (const answer of answers.map((each) => JSON.stringify(each))) {
        expect(answer).toContain('This window is older than the desk.');
        expect(answer).toContain('what I had typed');
      }
    }
    expect(journey.faults.slice(before)).toEqual([]);
  });

  it("a change is not undone by another's press of the same button, in whichever room", async () => {
    const history = () => journey.database.db.requestHistory.count();
    await journey.command('request AR-2018-010');
    await journey.press('Take it');
    const before = await history();
    const undo = journey.wire.sent.findLast(({ body }) => body.includes('handling:undo'))?.body ?? '';
    const [, change = ''] = /handling:undo","value":"([^"]+)"/.exec(undo.replaceAll('\\"', '"')) ?? [];
    expect(change).not.toBe('');
    await press(NETHERLANDS, 'handling:undo', change);
    expect(await history()).toBe(before);
    await press(MONTENEGRO, 'handling:undo', change);
    expect(await history()).toBe(before + 1);
  });

  it('a submission that came twice, the second time for a window long closed, is kept once', async () => {
    const notes = () => journey.database.db.requestNote.count();
    const before = await notes();
    const again = template('view_submission');
    await send(again);
    await send({ ...again, trigger_id: 'another' });
    expect(await notes()).toBe(before);
  });
});
