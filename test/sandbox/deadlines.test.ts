import type { ModalView } from '@slack/types';
import { afterEach, describe, expect, it } from 'vitest';
import { ME, ROOM, startDesk, stopAll, until } from './bolt-desk.ts';
import { handMachine } from './hand-machine.ts';

afterEach(stopAll);

const command = { act: 'command', as: ME, channel: ROOM, command: '/ccm', text: 'help' } as const;
const empty: ModalView = {
  type: 'modal',
  title: { type: 'plain_text', text: 'T' },
  close: { type: 'plain_text', text: 'Close' },
  blocks: [{ type: 'divider' }],
};

describe('three seconds of the machine', () => {
  it('without an acknowledgement make a command fail, in the words of Slack', async () => {
    const machine = handMachine();
    let heard = false;
    const desk = await startDesk(
      (app) => {
        app.command('/ccm', async () => {
          heard = true;
        });
      },
      { machine },
    );
    const answer = desk.act(command);
    await until(() => heard);
    machine.pass(2_999);
    await new Promise((resolve) => setImmediate(resolve));
    expect(desk.messages(ROOM)).toHaveLength(1);
    machine.pass(1);
    expect(await answer).toMatchObject({ ok: false, error: 'operation_timeout' });
    expect(desk.last(ROOM)).toMatchObject({
      text: '/ccm failed with the error "operation_timeout"',
      author: { kind: 'slackbot' },
    });
  });

  it('end a trigger, which opens one view only', async () => {
    const machine = handMachine();
    const triggers: string[] = [];
    const desk = await startDesk(
      (app) => {
        app.command('/ccm', async ({ ack, body }) => {
          triggers.push(body.trigger_id);
          await ack();
        });
      },
      { machine },
    );
    const open = (trigger: string) =>
      desk.app.client.views.open({ trigger_id: trigger, view: empty }).then(
        () => 'opened',
        (error) => error.data.error,
      );
    await desk.act(command);
    await desk.act(command);
    const [first = '', second = ''] = triggers;
    machine.pass(3_000);
    expect(await open(first)).toBe('opened');
    expect(await open(first)).toBe('exchanged_trigger_id');
    machine.pass(1);
    expect(await open(second)).toBe('expired_trigger_id');
    expect(await open('1.2.3')).toBe('invalid_trigger_id');
  });

  it('let a button and a submission fail with something to read, and nothing lost', async () => {
    const machine = handMachine();
    const heard: string[] = [];
    const desk = await startDesk(
      (app) => {
        app.command('/ccm', async ({ ack, body, client }) => {
          await ack();
          await client.views.open({
            trigger_id: body.trigger_id,
            view: {
              ...empty,
              callback_id: 'slow',
              blocks: [
                {
                  type: 'actions',
                  block_id: 'b',
                  elements: [{ type: 'button', action_id: 'slow', text: { type: 'plain_text', text: 'Go' } }],
                },
              ],
            },
          });
        });
        app.action('slow', async () => void heard.push('press'));
        app.view('slow', async () => void heard.push('submit'));
      },
      { machine },
    );
    await desk.act(command);
    await until(() => desk.modals().length === 1);
    const viewId = desk.modals()[0]?.id ?? '';
    const where = { kind: 'modal', viewId } as const;
    const pressed = desk.act({ act: 'press', as: ME, where, blockId: 'b', actionId: 'slow' });
    await until(() => heard.includes('press'));
    machine.pass(3_000);
    expect(await pressed).toMatchObject({ error: 'operation_timeout' });
    expect(desk.sandbox.seenBy(ME).notices).toMatchObject([{ error: 'operation_timeout', channel: viewId }]);

    const submitted = desk.act({ act: 'submit', as: ME, viewId, values: {} });
    await until(() => heard.includes('submit'));
    expect(desk.modals()[0]?.pending).toBe(true);
    machine.pass(3_000);
    await submitted;
    expect(desk.modals()).toMatchObject([{ pending: false, trouble: 'We had some trouble connecting. Try again?' }]);
  });

  it('send an event again up to three times with the same id and a reason, and never a command', async () => {
    const machine = handMachine();
    const seen: { id: string; retry: unknown }[] = [];
    const commands: string[] = [];
    const desk = await startDesk(
      (app) => {
        app.use(async ({ body, context, next }) => {
          if ('event_id' in body) seen.push({ id: body.event_id, retry: context.retryNum });
          await next();
        });
        app.command('/ccm', async ({ body }) => void commands.push(body.trigger_id));
      },
      { machine },
    );
    await desk.sandbox.fault({ fault: 'lost-acks', times: 10 });
    const said = desk.act({ act: 'message', as: ME, channel: ROOM, text: '@Action5 help' });
    const typed = desk.act(command);
    await until(() => seen.length === 1 && commands.length === 1);
    await until(() => {
      machine.pass(10_000);
      return seen.length === 4;
    });
    await Promise.all([said, typed]);
    for (let hour = 0; hour < 5; hour += 1) {
      machine.pass(3_600_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(machine.now()).toBeGreaterThan(3_600_000 * 5 + 363_000);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(1);
    expect(seen.map(({ retry }) => retry)).toEqual([0, 1, 2, 3]);
    expect(commands).toHaveLength(1);
  });
});
