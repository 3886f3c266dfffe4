import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { InputState } from '../../src/sandbox/protocol.ts';
import { type Desk, ME, ROOM, startDesk, startSandbox, stopAll, until } from './bolt-desk.ts';
import { handMachine } from './hand-machine.ts';

afterEach(stopAll);

const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const option = (text: string, value: string) => ({ text: plain(text), value });
const command = { act: 'command', as: ME, channel: ROOM, command: '/ccm', text: 'go' } as const;
const turn = () => new Promise((resolve) => setImmediate(resolve));

const modal = (rest: Partial<ModalView> = {}): ModalView => ({
  type: 'modal',
  callback_id: 'm',
  title: plain('T'),
  submit: plain('Send'),
  blocks: [
    {
      type: 'actions',
      block_id: 'b',
      elements: [
        { type: 'static_select', action_id: 'pick', options: [option('One', '1'), option('Two', '2')] },
        { type: 'button', action_id: 'push', text: plain('Push') },
      ],
    },
  ],
  ...rest,
});

interface Triggered {
  command: string;
  press: string;
}

/** A desk whose triggers the test uses itself. */
async function triggerDesk(
  listen: (app: App) => void = () => undefined,
): Promise<{ desk: Desk; triggers: Triggered; viewId: string; error(call: Promise<unknown>): Promise<unknown> }> {
  const triggers: Triggered = { command: '', press: '' };
  const desk = await startDesk((app) => {
    app.command('/ccm', async ({ ack, body }) => {
      triggers.command = body.trigger_id;
      await ack();
    });
    app.action('push', async ({ ack, body }) => {
      if ('trigger_id' in body) triggers.press = body.trigger_id;
      await ack();
    });
    listen(app);
  });
  await desk.act(command);
  await desk.app.client.views.open({ trigger_id: triggers.command, view: modal({ external_id: 'only' }) });
  const error = (call: Promise<unknown>): Promise<unknown> =>
    call.then(
      () => null,
      (refusal) => refusal.data.error,
    );
  return { desk, triggers, viewId: desk.modals()[0]?.id ?? '', error };
}

const pressPush = (desk: Desk, viewId: string) =>
  desk.act({ act: 'press', as: ME, where: { kind: 'modal', viewId }, blockId: 'b', actionId: 'push' });

describe('views over the Web API', () => {
  it('are pushed onto the modal that the trigger came from, up to three', async () => {
    const { desk, triggers, viewId, error } = await triggerDesk();
    const { views } = desk.app.client;
    await desk.act(command);
    expect(await error(views.push({ trigger_id: triggers.command, view: modal() }))).toBe('not_found');
    for (const expected of [null, null, 'push_limit_reached']) {
      await pressPush(desk, desk.modals().at(-1)?.id ?? '');
      expect(await error(views.push({ trigger_id: triggers.press, view: modal() }))).toBe(expected);
    }
    const [first, second, third] = desk.modals();
    expect([first?.id, desk.modals().length]).toEqual([viewId, 3]);
    await desk.act({ act: 'close', as: ME, viewId: second?.id ?? '' });
    expect(desk.modals().map(({ id }) => id)).toEqual([viewId]);
    expect(third).toBeDefined();
  });

  it('carry each external_id once, by which they are also found, and at most 250 kB', async () => {
    const { desk, triggers, error } = await triggerDesk();
    const { views } = desk.app.client;
    await desk.act(command);
    const open = (view: ModalView) => error(views.open({ trigger_id: triggers.command, view }));
    expect(await open(modal({ external_id: 'only' }))).toBe('duplicate_external_id');
    const blocks = Array.from({ length: 100 }, () => ({ type: 'section', text: plain('x'.repeat(2_600)) }) as const);
    expect(await open(modal({ blocks }))).toBe('view_too_large');
    await views.update({ external_id: 'only', view: modal({ title: plain('New') }) });
    expect(desk.modals()[0]?.title.text).toBe('New');
  });
});

describe('controls', () => {
  it('pass on the choice as the desk offered it, and no other', async () => {
    const chosen: unknown[] = [];
    const { desk, viewId } = await triggerDesk((app) => {
      app.action('pick', async ({ ack, action, body }) => {
        await ack();
        chosen.push('selected_option' in action ? action.selected_option : null);
        const { b } = ('view' in body && body.view?.state.values) || {};
        const { pick } = b ?? {};
        chosen.push(pick?.selected_option?.value);
      });
    });
    const pick = (value: string | null, actionId = 'pick') => {
      const input: InputState = {
        type: 'static_select',
        selected_option: value === null ? null : option('Forged', value),
      };
      return desk.act({ act: 'press', as: ME, where: { kind: 'modal', viewId }, blockId: 'b', actionId, input });
    };
    expect(await pick('2')).toEqual({ ok: true });
    expect(chosen).toEqual([option('Two', '2'), '2']);
    expect(await pick('3')).toMatchObject({ error: 'unknown_option' });
    expect(await pick('1', 'gone')).toMatchObject({ error: 'not_found' });
    expect(chosen).toHaveLength(2);
  });

  it('of a message that somebody else alone could see are not there', async () => {
    const desk = await startDesk((app) => {
      app.command('/ccm', async ({ ack }) => {
        const button = { type: 'button', action_id: 'go', text: plain('Go') };
        await ack({ text: 'x', blocks: [{ type: 'actions', block_id: 'b', elements: [button] }] as never });
      });
    });
    await desk.act(command);
    const where = { kind: 'message', channel: ROOM, ts: desk.last(ROOM).ts } as const;
    expect(await desk.act({ act: 'press', as: 'U0ISU', where, blockId: 'b', actionId: 'go' })).toMatchObject({
      error: 'not_found',
    });
  });
});

describe('closing and sending', () => {
  it('tells the desk of a closing only when asked to', async () => {
    let told = 0;
    const { desk, viewId } = await triggerDesk((app) => {
      app.view({ callback_id: 'm', type: 'view_closed' }, async ({ ack }) => {
        told += 1;
        await ack();
      });
    });
    await desk.act({ act: 'close', as: ME, viewId });
    expect(told).toBe(0);
    expect(desk.modals()).toEqual([]);
  });

  it('sends a form once, however often the button is pressed', async () => {
    let sent = 0;
    const { desk, viewId } = await triggerDesk((app) => {
      app.view('m', async ({ ack }) => {
        sent += 1;
        await turn();
        await ack();
      });
    });
    const submit = { act: 'submit', as: ME, viewId, values: {} } as const;
    const [first, second] = await Promise.all([desk.act(submit), desk.act(submit)]);
    expect([first.ok, second]).toMatchObject([true, { error: 'pending' }]);
    expect(sent).toBe(1);
  });
});

describe('time', () => {
  const acking = (app: App) => app.command('/ccm', async ({ ack }) => ack());

  it('lets an acknowledgement be late by less than three seconds, and not by more', async () => {
    const machine = handMachine();
    const desk = await startDesk(acking, { machine });
    for (const [milliseconds, outcome] of [
      [2_999, { ok: true }],
      [3_001, { error: 'operation_timeout' }],
    ] as const) {
      await desk.sandbox.fault({ fault: 'late-acks', milliseconds });
      const answer = desk.act(command);
      await until(() => desk.sandbox.faultsLeft() === 0);
      machine.pass(3_100);
      expect(await answer).toMatchObject(outcome);
    }
  });

  it('ends a response_url after thirty minutes of the machine', async () => {
    const machine = handMachine();
    const urls: string[] = [];
    const desk = await startDesk(
      (app) => {
        app.command('/ccm', async ({ ack, body }) => {
          urls.push(body.response_url);
          await ack();
        });
      },
      { machine },
    );
    await desk.act(command);
    const answer = () => fetch(urls[0] ?? '', { method: 'POST', body: JSON.stringify({ text: 'x' }) });
    machine.pass(30 * 60_000);
    expect((await answer()).status).toBe(200);
    machine.pass(1);
    const late = await answer();
    expect([late.status, await late.json()]).toEqual([404, { ok: false, error: 'expired_url' }]);
  });
});

describe('the eleventh socket', () => {
  it('is told that there are too many', async () => {
    const sandbox = await startSandbox();
    const open = async () => {
      const headers = { authorization: `Bearer ${sandbox.appToken}` };
      const answer = await fetch(`${sandbox.apiUrl}apps.connections.open`, { method: 'POST', headers });
      const socket = new WebSocket(((await answer.json()) as { url: string }).url);
      return new Promise((resolve) => socket.once('message', (data) => resolve(JSON.parse(String(data)).type)));
    };
    for (let n = 0; n < 10; n += 1) expect(await open()).toBe('hello');
    expect(await open()).toBe('disconnect');
    await until(() => sandbox.seenBy(ME).connected === 10);
  });
});
