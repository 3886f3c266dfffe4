import { afterEach, beforeEach, expect, test } from 'vitest';
import { wrongIn } from './contract.ts';
import { type GraphDesk, graphDesk, meeting } from './graph-desk.ts';

let desk: GraphDesk;
beforeEach(async () => {
  desk = await graphDesk();
});
// Whatever a test is about: what was asked and answered is as Microsoft's contract has it.
afterEach(async () => {
  const wrong = wrongIn(await desk.exchanges());
  await desk.close();
  expect(wrong).toEqual([]);
});

const DONE = { kind: 'done', left: false };
const only = () => desk.graph.seen()[0] ?? {};
const restless = async (): Promise<void> => {
  for (const _ of [1, 2, 3]) await desk.round();
};
const LATER = {
  start: { dateTime: '2019-11-22T13:00:00', timeZone: 'UTC' },
  end: { dateTime: '2019-11-22T14:00:00', timeZone: 'UTC' },
};

test('a meeting is made once, linked and told; its echo costs nothing, and a quiet round is one request', async () => {
  desk.plan(meeting('m'));
  expect(await desk.round()).toEqual(DONE);
  expect(desk.graph.seen()).toMatchObject([
    {
      subject: 'Coordinators and ISU: priorities',
      start: { dateTime: '2019-11-21T09:00:00.0000000', timeZone: 'UTC' },
      transactionId: 'm:1',
    },
  ]);
  for (const _ of ['the echo', 'a quiet round']) {
    expect(await desk.cost(async () => expect(await desk.round()).toEqual(DONE))).toBe(1);
    expect(desk.kinds()).toEqual(['linked']);
  }
});

test('changes of a hundred meetings cost one reading and five batches, with never more than four under way', async () => {
  desk.plan(...Array.from({ length: 100 }, (_, at) => meeting(`m${at}`)));
  expect(await desk.cost(desk.round)).toBe(6);
  expect(await desk.cost(async () => expect(await desk.round()).toEqual(DONE))).toBe(1);
  for (const id of [...desk.book.meetings.keys()]) desk.book.edit(id, { place: 'Zurich' });
  expect(await desk.cost(desk.round)).toBe(6);
  expect(desk.graph.seen().every(({ location }) => JSON.stringify(location).includes('Zurich'))).toBe(true);
  expect(desk.graph.counts()).toMatchObject({ most: 4, refused: 0 });
});

test.each([1, 20, 21, 250])(
  '%i changes cost one reading and a batch for each twenty, their echo one reading',
  async (changes) => {
    desk.plan(...Array.from({ length: changes }, (_, at) => meeting(`m${at}`)));
    expect(await desk.cost(desk.round)).toBe(Math.ceil(changes / 20) + 1);
    await desk.round();
    for (const id of [...desk.book.meetings.keys()]) desk.book.edit(id, { place: 'Zurich' });
    expect(await desk.cost(desk.round)).toBe(Math.ceil(changes / 20) + 1);
    // A page holds a hundred.
    expect(await desk.cost(desk.round)).toBe(Math.ceil(changes / 100));
  },
);

test('the answers of a batch are kept while the next is under way, and never more than one batch behind', async () => {
  desk.plan(...Array.from({ length: 60 }, (_, at) => meeting(`m${at}`)));
  const { saveRow } = desk.store;
  let [answered, most] = [0, 0];
  desk.store.saveRow = async (row) => {
    if (row.remote !== null) {
      // A record that is slower than Outlook.
      await new Promise((resolve) => setTimeout(resolve, 10));
      answered += 1;
      most = Math.max(most, desk.graph.seen().length - answered);
    }
    return saveRow(row);
  };
  await desk.round();
  expect(answered).toBe(60);
  expect(most).toBeLessThan(40);
});

test.each(['bad_request', 'conflict', 'conflict_with_id'] as const)(
  'made and then never answered: there is one event, also when Outlook calls the name used (%s)',
  async (style) => {
    desk.graph.settings.duplicates = style;
    desk.plan(meeting('m'));
    desk.graph.faults.order({ fault: 'silence', method: 'POST', done: true });
    // The reading that would show it is late: the name is used before it is seen.
    desk.graph.faults.order({ fault: 'empty_reading', times: 2 });
    expect(await desk.round()).toEqual({ kind: 'done', left: true });
    await restless();
    expect(desk.graph.seen()).toHaveLength(1);
    expect(await desk.store.row('m')).toMatchObject({ incarnation: 1, remote: { id: only()['id'] }, making: null });
  },
);

test('an error of Outlook after it has made the event, and time-outs of a whole batch, end in one event', async () => {
  desk.plan(meeting('m'), meeting('n'));
  desk.graph.faults.order({ fault: 'status', status: 503, code: 'ConcurrentItemSave', method: 'POST', done: true });
  desk.graph.faults.order({ fault: 'status', status: 504, method: 'POST', done: true });
  await restless();
  desk.book.edit('m', { place: 'Bern' });
  desk.graph.faults.order({ fault: 'silence', method: 'BATCH', done: true });
  await restless();
  expect(desk.graph.seen().map(({ transactionId }) => transactionId)).toEqual(['m:1', 'n:1']);
  expect(only()).toMatchObject({ location: { displayName: 'Bern' } });
});

test('deleted in Outlook and changed here since, it is made again at the first try under a new name', async () => {
  desk.plan(meeting('m'));
  await desk.round();
  desk.graph.act({ act: 'delete', id: await desk.idOf('m') });
  desk.book.edit('m', { place: 'Bern' });
  expect(await desk.round()).toEqual(DONE);
  expect(desk.graph.seen()).toMatchObject([{ transactionId: 'm:2', location: { displayName: 'Bern' } }]);
});

test.each([
  ['deleted', (id: string) => ({ act: 'delete' as const, id })],
  ['moved to another calendar', (id: string) => ({ act: 'move_to_calendar' as const, id, calendar: 'private' })],
])('%s in Outlook and not changed here: a person is asked, once', async (_, act) => {
  desk.plan(meeting('m'));
  await desk.round();
  desk.graph.act(act(await desk.idOf('m')));
  await restless();
  expect(desk.kinds()).toEqual(['linked', 'deleted']);
  expect(await desk.cost(desk.round)).toBe(1);
});

test('what somebody moves, answers and proposes in Outlook comes here; nothing is sent back', async () => {
  desk.plan(meeting('m'));
  await desk.round();
  const id = await desk.idOf('m');
  desk.graph.act({ act: 'edit', id, changes: LATER });
  desk.graph.act({ act: 'answer', id, address: 'isu@example.org', response: 'tentativelyAccepted', proposes: LATER });
  expect(await desk.cost(desk.round)).toBe(1);
  const when = { kind: 'timed', start: '2019-11-22T13:00:00Z', end: '2019-11-22T14:00:00Z' };
  expect(desk.book.meetings.get('m')?.fields.when).toEqual(when);
  expect(desk.book.heard).toContainEqual({
    meeting: 'm',
    kind: 'answers',
    answers: [{ address: 'isu@example.org', name: 'ISU', answer: 'tentative', proposes: when }],
  });
});

test('edited there between reading and writing: both edits are kept', async () => {
  desk.plan(meeting('m'));
  await desk.round();
  desk.book.edit('m', { place: 'Bern' });
  const { read } = desk.remote;
  desk.remote.read = async (...given) => {
    const reading = await read(...given);
    desk.graph.act({ act: 'edit', id: await desk.idOf('m'), changes: { subject: 'Needs' } });
    desk.remote.read = read;
    return reading;
  };
  expect(await desk.round()).toEqual(DONE);
  expect(only()).toMatchObject({ subject: 'Needs', location: { displayName: 'Bern' } });
  expect(desk.book.meetings.get('m')?.fields).toMatchObject({ subject: 'Needs', place: 'Bern' });
});

test('a batch whose members fail in every way: each is told apart, what was refused for its haste waits for its time', async () => {
  const ids = ['busy', 'conflict', 'fault', 'gone', 'mute', 'well'];
  desk.plan(...ids.map((id) => meeting(id)));
  await desk.round();
  for (const id of ids) desk.book.edit(id, { place: 'Bern' });
  const path = async (id: string) => new RegExp(encodeURIComponent(await desk.idOf(id)));
  const order = async (id: string, status: number, code: string, retryAfter?: string) =>
    desk.graph.faults.order({
      fault: 'status',
      status,
      code,
      method: 'PATCH',
      path: await path(id),
      ...(retryAfter ? { retryAfter } : {}),
    });
  await order('busy', 429, 'TooManyRequests', '2');
  await order('conflict', 412, 'ErrorIrresolvableConflict');
  await order('fault', 500, 'ErrorInternalServerError');
  desk.graph.act({ act: 'delete', id: await desk.idOf('gone') });
  desk.graph.faults.order({ fault: 'missing_member', method: 'PATCH', path: await path('mute') });
  await restless();
  expect(desk.graph.seen().every(({ location }) => JSON.stringify(location).includes('Bern'))).toBe(true);
  expect(desk.graph.seen()).toHaveLength(ids.length);
  expect(desk.clock.waited).toContain(2_000);
  expect(desk.graph.counts().refused).toBe(0);
});

test('Retry-After as a date is waited for too; where nobody waits so long, the next round takes it up', async () => {
  desk.plan(meeting('m'));
  const retryAfter = new Date(desk.clock.at + 4_000).toUTCString();
  desk.graph.faults.order({ fault: 'status', status: 503, retryAfter, method: 'POST' });
  expect(await desk.round()).toEqual(DONE);
  expect(desk.clock.waited).toEqual([4_000]);
  desk.book.edit('m', { place: 'Bern' });
  desk.graph.faults.order({ fault: 'status', status: 429, retryAfter: '900', method: 'PATCH' });
  expect(await desk.round()).toEqual({ kind: 'done', left: true });
  desk.clock.at += 900_000;
  expect(await desk.round()).toEqual(DONE);
  expect(only()).toMatchObject({ location: { displayName: 'Bern' } });
});

test('what Outlook makes of a text is not a change: HTML, line ends, the end that it adds', async () => {
  desk.plan(meeting('m'));
  await desk.round();
  desk.graph.act({ act: 'edit', id: await desk.idOf('m'), changes: { location: { displayName: 'Bern' } } });
  await desk.round();
  expect(desk.book.meetings.get('m')?.fields).toMatchObject({ agenda: 'One & two <three>\nfour', place: 'Bern' });
});

test.each([
  ['410', 410],
  ['400', 400],
])(
  'a link that has ended its life (%s) begins a full reading, in which an empty answer deletes nothing',
  async (_, status) => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    desk.plan(...ids.map((id) => meeting(id)));
    await desk.round();
    desk.graph.faults.order({ fault: 'reset', status });
    desk.graph.faults.order({ fault: 'empty_reading' });
    expect(await desk.round()).toEqual(DONE);
    expect(desk.kinds()).not.toContain('deleted');
    expect(await desk.cost(desk.round)).toBe(1);
  },
);

test('pages in any order and repeated, and a failure on the second page: nothing is doubled and nothing lost', async () => {
  desk.plan(...Array.from({ length: 150 }, (_, at) => meeting(`m${at}`)));
  await desk.round();
  await desk.round();
  for (const { id } of desk.graph.seen())
    desk.graph.act({ act: 'edit', id: String(id), changes: { subject: 'Needs' } });
  desk.graph.faults.order({ fault: 'shuffle' });
  desk.graph.faults.order({ fault: 'repeat' });
  const failing = { fault: 'status' as const, status: 500, path: /delta/, times: 4 };
  const { ask } = desk.wire;
  desk.wire.ask = async (asked) => {
    const answer = await ask(asked);
    if (asked.path.includes('deltatoken')) desk.graph.faults.order(failing);
    return answer;
  };
  expect(await desk.round()).toMatchObject({ kind: 'trouble', trouble: { kind: 'unreachable' } });
  desk.wire.ask = ask;
  expect(await desk.round()).toEqual(DONE);
  expect([...desk.book.meetings.values()].every(({ fields }) => fields.subject === 'Needs')).toBe(true);
});

test('a link to another address is not followed, whichever it is', async () => {
  desk.plan(meeting('m'));
  desk.graph.faults.order({ fault: 'foreign_link' });
  expect(await desk.round()).toMatchObject({ kind: 'trouble', trouble: { kind: 'refused', code: 'foreign_link' } });
  const links = [
    'https://127.0.0.1/v1.0/x',
    'http://graph.microsoft.com/v1.0/x',
    `${desk.graph.address}@evil.example/v1.0/x`,
  ];
  expect(links.filter((link) => desk.wire.owns(link))).toEqual([]);
  expect(desk.wire.owns(`${desk.graph.address}/v1.0/users/x`)).toBe(true);
});

test('where a reading ended at another address, as before a move of it, all is read anew and nothing is lost or doubled', async () => {
  desk.plan(meeting('m'));
  await desk.round();
  const state = await desk.store.state();
  const deltaLink = state.deltaLink?.replace(desk.graph.address, 'https://127.0.0.1:9') ?? null;
  expect(deltaLink).toContain('https://127.0.0.1:9/');
  await desk.store.saveState({ ...state, deltaLink });
  desk.book.edit('m', { place: 'Bern' });
  expect(await desk.round()).toEqual(DONE);
  expect(desk.graph.seen()).toMatchObject([{ location: { displayName: 'Bern' } }]);
  expect((await desk.store.state()).deltaLink).toContain(desk.graph.address);
});

test('a mailbox that the policy excludes, and a token that is not taken, are told with the word of Graph and change nothing', async () => {
  desk.plan(meeting('m'));
  await desk.round();
  for (const [status, code] of [
    [403, 'ErrorAccessDenied'],
    [401, 'InvalidAuthenticationToken'],
  ] as const) {
    desk.graph.faults.order({ fault: 'status', status, code, path: /delta/ });
    expect(await desk.round()).toMatchObject({ kind: 'trouble', trouble: { kind: 'refused', code } });
  }
  desk.book.edit('m', { place: 'Bern' });
  desk.graph.faults.order({ fault: 'status', status: 403, code: 'ErrorAccessDenied', method: 'PATCH' });
  expect(await desk.round()).toMatchObject({
    kind: 'trouble',
    trouble: { kind: 'refused', code: 'ErrorAccessDenied' },
  });
  expect(await desk.round()).toEqual(DONE);
  expect(only()).toMatchObject({ location: { displayName: 'Bern' } });
});

test('a meeting that Outlook does not take is told once and sent again only when it was changed', async () => {
  desk.plan(meeting('m', {}, { when: { kind: 'timed', start: '2019-11-21T10:00:00Z', end: '2019-11-21T09:00:00Z' } }));
  await restless();
  expect(desk.book.heard).toEqual([
    { meeting: 'm', kind: 'refused', why: 'other', code: 'ErrorPropertyValidationFailure' },
  ]);
  desk.book.edit('m', { when: { kind: 'timed', start: '2019-11-21T10:00:00Z', end: '2019-11-21T11:00:00Z' } });
  expect(await desk.round()).toEqual(DONE);
  expect(desk.graph.seen()).toHaveLength(1);
});

test('the recorder writes one line for each exchange and never the token', async () => {
  desk.plan(meeting('m'));
  await desk.round();
  const exchanges = await desk.exchanges();
  expect(exchanges).toHaveLength(2);
  expect(exchanges[1]).toMatchObject({
    method: 'POST',
    headers: { Authorization: 'Bearer redacted' },
    response: { status: 200, body: { responses: [{ status: 201 }] } },
  });
  expect(JSON.stringify(exchanges)).not.toContain('Bearer sandbox');
});
