import type { ModalView } from '@slack/types';
import { afterEach, describe, expect, it } from 'vitest';
import type { InputValues } from '../../src/sandbox/protocol.ts';
import { type Desk, GUEST, ME, ROOM, startDesk, stopAll, until } from './bolt-desk.ts';

afterEach(stopAll);

const text = (words: string) => ({ type: 'plain_text', text: words }) as const;

const form = (title = 'Log a request'): ModalView => ({
  type: 'modal',
  callback_id: 'log',
  title: text(title),
  submit: text('Log'),
  private_metadata: 'kept',
  blocks: [
    {
      type: 'input',
      block_id: 'state',
      label: text('State'),
      element: { type: 'external_select', action_id: 'pick', min_query_length: 1 },
    },
    {
      type: 'input',
      block_id: 'what',
      label: text('What is asked'),
      element: { type: 'plain_text_input', action_id: 'text', initial_value: 'Prosthetics', max_length: 20 },
    },
    {
      type: 'input',
      block_id: 'received',
      optional: true,
      label: text('Received'),
      element: { type: 'datepicker', action_id: 'day' },
    },
  ],
});

const chad = { text: text('Chad'), value: 'TCD' };
const filled: InputValues = {
  state: { pick: { type: 'external_select', selected_option: chad } },
  what: { text: { type: 'plain_text_input', value: 'Rehabilitation' } },
};

const command = { act: 'command', as: ME, channel: ROOM, command: '/ccm', text: 'log' } as const;

async function openForm(listen: Parameters<typeof startDesk>[0]): Promise<Desk & { viewId: string }> {
  const desk = await startDesk((app) => {
    app.command('/ccm', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: form() });
    });
    listen(app);
  });
  await desk.act(command);
  await until(() => desk.modals().length === 1);
  return { ...desk, viewId: desk.modals()[0]?.id ?? '' };
}

describe('a modal', () => {
  it('is submitted with what was entered and the initial values of the rest, and closes', async () => {
    const got: unknown[] = [];
    const desk = await openForm((app) => {
      app.view('log', async ({ ack, view, body }) => {
        await ack();
        got.push(view.state.values, view.private_metadata, body.user.id, view.hash);
      });
    });
    const hash = desk.modals()[0]?.hash;
    const { what: _what, ...chosen } = filled;
    expect(await desk.act({ act: 'submit', as: ME, viewId: desk.viewId, values: chosen })).toEqual({ ok: true });
    expect(got).toEqual([
      {
        state: { pick: { type: 'external_select', selected_option: chad } },
        what: { text: { type: 'plain_text_input', value: 'Prosthetics' } },
        received: { day: { type: 'datepicker', selected_date: null } },
      },
      'kept',
      ME,
      hash,
    ]);
    expect(desk.modals()).toEqual([]);
  });

  it('shows what Slack itself refuses without asking the desk', async () => {
    let asked = 0;
    const desk = await openForm((app) => {
      app.view('log', async ({ ack }) => {
        asked += 1;
        await ack();
      });
    });
    const values: InputValues = {
      what: { text: { type: 'plain_text_input', value: 'x'.repeat(21) } },
      received: { day: { type: 'datepicker', selected_date: '2019-02-30' } },
    };
    expect(await desk.act({ act: 'submit', as: ME, viewId: desk.viewId, values })).toMatchObject({
      error: 'invalid_fields',
    });
    expect(desk.modals()[0]?.errors).toEqual({
      state: 'Please complete this required field.',
      what: 'Must be at most 20 characters.',
      received: 'Enter a valid date.',
    });
    expect(asked).toBe(0);
  });

  it('stays open with the desk errors on its fields, and forgets them at the next try', async () => {
    let tries = 0;
    const desk = await openForm((app) => {
      app.view('log', async ({ ack }) => {
        tries += 1;
        await (tries === 1 ? ack({ response_action: 'errors', errors: { state: 'Which Congo?' } }) : ack());
      });
    });
    await desk.act({ act: 'submit', as: ME, viewId: desk.viewId, values: filled });
    expect(desk.modals()[0]).toMatchObject({ errors: { state: 'Which Congo?' }, trouble: null, pending: false });
    await desk.act({ act: 'submit', as: ME, viewId: desk.viewId, values: filled });
    expect(desk.modals()).toEqual([]);
  });

  it('says it had trouble connecting when errors name a field that is not there, or a next view is refused', async () => {
    let tries = 0;
    const desk = await openForm((app) => {
      app.view('log', async ({ ack }) => {
        tries += 1;
        if (tries === 1) await ack({ response_action: 'errors', errors: { nowhere: 'x' } });
        else await ack({ response_action: 'update', view: { ...form(), title: text('x'.repeat(25)) } });
      });
    });
    for (const _ of [1, 2]) {
      const answer = await desk.act({ act: 'submit', as: ME, viewId: desk.viewId, values: filled });
      expect(answer).toMatchObject({ ok: false, error: 'invalid_response_action' });
      expect(desk.modals()[0]?.trouble).toBe('We had some trouble connecting. Try again?');
    }
  });

  it('is updated, pushed upon to three, and cleared by acknowledgements', async () => {
    const desk = await openForm((app) => {
      app.view('log', async ({ ack, view }) => {
        const title = view.title.text;
        if (title === 'Log a request') await ack({ response_action: 'update', view: form('Two') });
        else if (title === 'Two') await ack({ response_action: 'push', view: form('Three') });
        else if (title === 'Three') await ack({ response_action: 'push', view: form('Four') });
        else await ack({ response_action: 'clear' });
      });
    });
    const before = desk.modals()[0]?.hash;
    for (const titles of [['Two'], ['Two', 'Three'], ['Two', 'Three', 'Four'], []]) {
      const top = desk.modals().at(-1)?.id ?? '';
      await desk.act({ act: 'submit', as: ME, viewId: top, values: filled });
      expect(desk.modals().map(({ title }) => title.text)).toEqual(titles);
      if (titles.length === 1) expect(desk.modals()[0]).not.toMatchObject({ hash: before });
    }
  });

  it('is updated by hash only while nobody else has updated it', async () => {
    const errors: unknown[] = [];
    const desk = await openForm(() => undefined);
    const { hash = '' } = desk.modals()[0] ?? {};
    const { views } = desk.app.client;
    await views.update({ view_id: desk.viewId, hash, view: form('First') });
    await views
      .update({ view_id: desk.viewId, hash, view: form('Second') })
      .catch((error) => errors.push(error.data.error));
    await views.update({ view_id: 'V0NOWHERE', view: form() }).catch((error) => errors.push(error.data.error));
    expect(errors).toEqual(['hash_conflict', 'not_found']);
    expect(desk.modals()[0]?.title.text).toBe('First');
  });

  it('tells the desk when it is closed, if it asked for that', async () => {
    const closed: unknown[] = [];
    const desk = await openForm((app) => {
      app.view({ callback_id: 'log', type: 'view_closed' }, async ({ ack, body }) => {
        await ack();
        closed.push(body.view.id, 'is_cleared' in body ? body.is_cleared : null);
      });
    });
    await desk.app.client.views.update({ view_id: desk.viewId, view: { ...form(), notify_on_close: true } });
    await desk.act({ act: 'close', as: ME, viewId: desk.viewId });
    expect(closed).toEqual([desk.viewId, false]);
    expect(desk.modals()).toEqual([]);
  });

  it('fills an external select from the desk, once enough is typed', async () => {
    const desk = await openForm((app) => {
      app.options('pick', async ({ ack, body }) => {
        await ack({ options: body.value === 'ch' ? [chad] : [] });
      });
    });
    const typing = (query: string) =>
      ({
        act: 'suggest',
        as: ME,
        where: { kind: 'modal', viewId: desk.viewId },
        blockId: 'state',
        actionId: 'pick',
        query,
      }) as const;
    expect(await desk.act(typing('ch'))).toEqual({ ok: true, options: [chad] });
    expect(await desk.act(typing(''))).toEqual({ ok: true, options: [] });
  });

  it('takes nothing in once it is closed, and the desk hears of no submission', async () => {
    const heard: string[] = [];
    const desk = await openForm((app) => {
      app.view(/.*/, async ({ ack }) => {
        heard.push('sent');
        await ack();
      });
    });
    await desk.act({ act: 'close', as: ME, viewId: desk.viewId });
    const late = { act: 'submit', as: ME, viewId: desk.viewId, values: filled } as const;
    expect(await desk.act(late)).toMatchObject({ ok: false, error: 'not_found' });
    expect(heard).toEqual([]);
  });

  it('belongs to the one who opened it', async () => {
    const desk = await openForm(() => undefined);
    expect(desk.modals(GUEST)).toEqual([]);
    expect(await desk.act({ act: 'submit', as: GUEST, viewId: desk.viewId, values: filled })).toMatchObject({
      error: 'not_found',
    });
  });
});
