import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/db/open.ts';
import { clockFrom } from '../../src/desk/time.ts';
import { VARIABLES } from '../../src/env-variables.ts';
import { chooseRegisterChannel } from '../../src/features/people/use-cases.ts';
import { appOf } from '../../src/sandbox/app-definition.ts';
import { movableClock, SANDBOX_OPENS } from '../../src/sandbox/clock.ts';
import type { SeenMessage, SeenModal } from '../../src/sandbox/protocol.ts';
import { type RunningSandbox, startSandboxServer } from '../../src/sandbox/server.ts';
import { AMONG_US, admin } from '../features/people.ts';
import { type Child, runScript } from '../setup/child.ts';
import { patient } from '../setup/desk.ts';
import { recordFolder } from '../setup/folder.ts';
import { formOf } from '../setup/form.ts';
import { wordsIn } from '../setup/shown.ts';
import { layWire, type Wire } from '../setup/wire.ts';

const AS = 'U0MONTENEGRO';
const CHANNEL = 'C0COORDINATION';
const REGISTER = 'C0REGISTER';
/** Every moment, as `npm run test:crash` asks for. */
const WHOLE = process.env['CRASH_SEEDS'] !== undefined;
/** Each test starts a desk anew. */
const PATIENCE_MS = 240_000;

let slack: RunningSandbox;
let wire: Wire;
let folder: string;
let desk: Child;

async function openFolder(): Promise<Database> {
  const opened = await openDatabase({ folder, address: () => 'the test' });
  if (!opened.ok) throw new Error(opened.problem);
  return opened.database;
}

const until = async (what: string, ready: () => boolean): Promise<void> => {
  const begun = performance.now();
  while (!ready()) {
    if (performance.now() - begun > 60_000) throw new Error(`Waited in vain until ${what}. ${desk.errors()}`);
    await new Promise((again) => setTimeout(again, 1));
  }
};

/** Starts the desk in a process of its own, on the data folder and on a Slack that outlives it. */
async function startDesk(): Promise<void> {
  const nothingElse = Object.fromEntries(VARIABLES.map(({ name }) => [name, '']));
  desk = runScript('dist/desk/main.mjs', [], {
    ...nothingElse,
    SLACK_API_URL: wire.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    ACTION5_DATA: folder,
    ACTION5_ADMINS: AS,
    ACTION5_NOW: SANDBOX_OPENS.toString(),
    ACTION5_CLOCK: 'frozen',
  });
  await desk.line((line) => line.startsWith('The desk is connected'));
  await until('Slack sees the desk', () => slack.seenBy(AS).connected > 0);
}

beforeAll(async () => {
  folder = recordFolder();
  const database = await openFolder();
  const settled = {
    db: database.db,
    clock: clockFrom(SANDBOX_OPENS, true),
    ids: { next: () => 'register' },
    rooms: AMONG_US,
  };
  await chooseRegisterChannel(settled, admin, REGISTER, SANDBOX_OPENS);
  await database.close();
  slack = await startSandboxServer({
    port: 0,
    app: appOf(JSON.parse(readFileSync('manifests/socket-mode.json', 'utf8'))),
    pageFolder: null,
    clock: movableClock(SANDBOX_OPENS, true),
    machine: patient,
    rates: {},
  });
  wire = await layWire(slack.address);
  await startDesk();
}, PATIENCE_MS);
afterAll(async () => {
  await desk.end('SIGKILL');
  await wire.close();
  await slack.close();
});

/** Ends the desk when it has nothing left to send: what was cut off is taken up again some seconds later. */
async function endAtRest(): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    expect(await desk.end('SIGTERM')).toBe(0);
    const { db, close } = await openFolder();
    const left = await db.delivery.count({ where: { state: { in: ['due', 'sending'] } } });
    await close();
    if (left === 0) return;
    await startDesk();
    await new Promise((later) => setTimeout(later, 3_000));
  }
}

const modals = (): readonly SeenModal[] => slack.seenBy(AS).modals;
const form = formOf({
  as: AS,
  act: (act) => slack.act(act),
  modal() {
    const top = modals().at(-1);
    if (top === undefined) throw new Error('No modal is open.');
    return top;
  },
});

/** Opens the form for a State and fills it in; none other is open then. */
async function fillIn(state: string): Promise<void> {
  const [left] = modals();
  if (left) await slack.act({ act: 'close', as: AS, viewId: left.id, all: true });
  const isThere = () => modals().some(({ title, blocks }) => title.text === 'Log a request' && blocks.length > 1);
  // What was typed while the desk was away is typed once more.
  while (!isThere()) {
    await slack.act({ act: 'command', as: AS, channel: CHANNEL, command: '/ccm', text: `log ${state} transparency` });
    const begun = performance.now();
    while (!isThere() && performance.now() - begun < 15_000) await new Promise((again) => setTimeout(again, 5));
  }
  form.type('Source', `letter of ${state}`);
  form.type('Date of the source', '2019-11-04');
}

const saidTo = (): readonly SeenMessage[] => slack.seenBy(AS).messages[CHANNEL] ?? [];
const register = (): readonly SeenMessage[] => slack.seenBy(AS).messages[REGISTER] ?? [];
const cardsOf = (reference: string) => register().filter(({ text }) => text.startsWith(reference));
const submissions = (): number =>
  wire.delivered.filter(({ payload }) => Object(payload).type === 'view_submission').length;
const sentTo = (to: string): number => wire.sent.filter((each) => each.to === to).length;
const after = (milliseconds: number) => () => new Promise<void>((go) => setTimeout(go, milliseconds));
/** Until there is more of something than there was when the form was sent. */
const more = (what: string, count: () => number) => () => {
  const before = count();
  return until(what, () => count() > before);
};

type Moment = readonly [state: string, when: string, moment: () => Promise<void>];

// The moments of logging at which the desk is killed. Each has a State of its own. `npm test` has time for two of them.
const MOMENTS: readonly Moment[] = [
  ['Croatia', 'as it acknowledges', more('it acknowledged', () => sentTo('ack'))],
  ['Ghana', 'as it sends the card', more('it sent the card', () => sentTo('chat.postMessage'))],
  ...(WHOLE
    ? ([
        ['Benin', 'as the form reaches it', after(0)],
        ['Cameroon', 'a moment later, while it works on the form', after(25)],
        ['Malta', 'when Slack has taken the card', more('the card stood in the register', () => register().length)],
      ] satisfies Moment[])
    : []),
];
const CHANGES: readonly (readonly [when: string, times: number])[] = [
  ['as it changes the card', 1],
  ...(WHOLE ? ([['as it changes the card once more', 2]] as const) : []),
];

for (const [state, when, moment] of MOMENTS) {
  test(
    `a request that is logged stays, once, though the desk is killed ${when}`,
    async () => {
      await fillIn(state);
      const arrived = submissions();
      const atMoment = moment();
      const submitting = form.submit();
      await until('the form reached the desk', () => submissions() > arrived);
      await atMoment;
      await desk.end('SIGKILL');
      await startDesk();
      // Where Slack had no answer it keeps the form open, and the person presses the button again.
      let answer = await submitting;
      for (let tries = 0; !answer.ok && tries < 20; tries += 1) answer = await form.submit();
      expect(answer).toEqual({ ok: true });
      expect(modals()).toEqual([]);
      const told = () => saidTo().filter(({ text }) => text.startsWith('Kept as') && text.includes(state));
      await until('the person was told', () => told().length > 0);
      const references = told().map(({ text }) => /AR-2019-\d{3}/.exec(text)?.[0]);
      expect(new Set(references).size).toBe(1);
      // What was cut off is looked for in Slack first, as soon as Slack must show it.
      await until('its card stood in the register', () => cardsOf(references[0] ?? '?').length > 0);
      expect(cardsOf(references[0] ?? '?')).toHaveLength(1);
    },
    PATIENCE_MS,
  );
}

for (const [when, times] of CHANGES) {
  test(
    `a letter that is added shows on the one card though the desk is killed ${when}`,
    async () => {
      const [card] = cardsOf('AR-2019-001');
      await fillIn(MOMENTS[0]?.[0] ?? '');
      await form.press('Add this to it');
      await until('the form is for adding', () => modals().at(-1)?.title.text === 'Add to AR-2019-001');
      form.type('Source', `letter number ${times}`);
      const atMoment = more('it changed the card', () => sentTo('chat.update'))();
      const submitting = form.submit();
      await atMoment;
      await desk.end('SIGKILL');
      await startDesk();
      expect(await submitting).toEqual({ ok: true });
      await until('the card showed it', () =>
        wordsIn(cardsOf('AR-2019-001')[0]?.blocks ?? []).includes(`letter number ${times}`),
      );
      expect(cardsOf('AR-2019-001')).toMatchObject([{ ts: card?.ts }]);
    },
    PATIENCE_MS,
  );
}

test(
  'after all of it the record holds each request once, with its source, its history and what became of its card',
  async () => {
    await endAtRest();
    const { db, close } = await openFolder();
    const kept = await db.assistanceRequest.findMany({
      where: { theme: 'TRANSPARENCY' },
      include: {
        state: true,
        sources: { include: { source: true }, orderBy: { position: 'asc' } },
        history: { orderBy: { written: 'asc' } },
        cards: { include: { delivery: true } },
      },
      orderBy: { reference: 'asc' },
    });
    expect(kept.map(({ reference }) => reference)).toEqual(MOMENTS.map((_, at) => `AR-2019-00${at + 1}`));
    expect(kept.map(({ state }) => state.shortName)).toEqual(MOMENTS.map(([state]) => state));
    for (const { reference, state, sources, history, cards } of kept) {
      const isFirst = reference === 'AR-2019-001';
      expect(sources[0], reference).toMatchObject({ source: { fullTitle: `letter of ${state.shortName}` } });
      expect(sources, reference).toHaveLength(isFirst ? 1 + CHANGES.length : 1);
      expect(history[0], reference).toMatchObject({ what: 'logged' });
      expect(cards, reference).toMatchObject([{ place: REGISTER, delivery: { state: 'sent' } }]);
      expect(cardsOf(reference), reference).toHaveLength(1);
    }
    expect(await db.inboundEvent.groupBy({ by: ['state'], _count: true })).toMatchObject([{ state: 'done' }]);
    await close();
  },
  PATIENCE_MS,
);
