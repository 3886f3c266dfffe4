import { expect, test } from 'vitest';
import { recordNothing } from '../../src/outlook/graph/recorder.ts';
import { tokensOf } from '../../src/outlook/graph/tokens.ts';
import { wireTo } from '../../src/outlook/graph/wire.ts';
import { graphDesk, MAILBOX, meeting } from './graph-desk.ts';

const DELTA = `/users/${encodeURIComponent(MAILBOX)}/calendar`;

test('a request that is not answered in time is given up, and what came of it is found out by the next round', async () => {
  const desk = await graphDesk({ timeoutMs: 300 });
  desk.graph.settings.serviceMs = 600;
  desk.plan(meeting('m'));
  expect(await desk.wire.ask({ method: 'GET', path: DELTA })).toMatchObject({ kind: 'silence' });
  desk.graph.settings.serviceMs = 0;
  expect(await desk.round()).toEqual({ kind: 'done', left: false });
  expect(desk.graph.seen()).toHaveLength(1);
  await desk.close();
});

test('the token goes over https with the right certificate alone; an expired secret is told by the word of Microsoft', async () => {
  const desk = await graphDesk();
  const asking = (access: Partial<Parameters<typeof wireTo>[0]>) =>
    wireTo(
      { baseUrl: desk.graph.address, ca: desk.graph.ca, token: async () => 'sandbox', ...access },
      recordNothing,
      2_000,
    ).ask({ method: 'GET', path: DELTA });
  expect(await asking({})).toMatchObject({ kind: 'answer', status: 200 });
  expect(await asking({ ca: null })).toMatchObject({ kind: 'silence' });
  expect(await asking({ token: async () => 'another' })).toMatchObject({ status: 401 });
  const expired = async () => Promise.reject(new Error('AADSTS7000222: The provided client secret keys are expired.'));
  expect(await asking({ token: expired })).toMatchObject({ status: 401, body: { error: { code: 'AADSTS7000222' } } });
  expect(() => wireTo({ baseUrl: 'http://graph.example.org', ca: null, token: expired }, recordNothing, 1)).toThrow(
    'https',
  );
  await desk.close();
});

test('a registration that cannot be is refused by the package of Microsoft before anything is sent', async () => {
  const asked = { tenant: 'not a tenant!', client: 'x' };
  for (const proof of [{ secret: 'y' }, { certificateFile: 'none.pem' }])
    await expect(tokensOf({ ...asked, proof })()).rejects.toThrow(/tenant/i);
});
