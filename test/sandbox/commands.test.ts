import { afterEach, describe, expect, it } from 'vitest';
import { ME, ROOM, startDesk, startSandbox, stopAll, until } from './bolt-desk.ts';

afterEach(stopAll);

const ask = (text: string, extra: { threadTs?: string; command?: string } = {}) =>
  ({ act: 'command', as: ME, channel: ROOM, command: '/ccm', text, ...extra }) as const;

describe('a slash command', () => {
  it('reaches Bolt with its text escaped and its mentions as tokens, and is answered for the person alone', async () => {
    const heard: string[] = [];
    const desk = await startDesk((app) => {
      app.command('/ccm', async ({ ack, command, respond }) => {
        await ack();
        heard.push(command.text, command.channel_id, command.user_id, command.user_name);
        await respond({ text: 'Nine States Parties', response_type: 'ephemeral' });
      });
    });
    expect(await desk.act(ask('log <Chad> & @ISU in #side-event'))).toEqual({ ok: true });
    await until(() => desk.messages(ROOM).length === 2);
    expect(heard).toEqual([
      'log &lt;Chad&gt; &amp; <@U0ISU|isu> in <#C0SIDEEVENT|side-event>',
      ROOM,
      ME,
      'coordinator.montenegro',
    ]);
    expect(desk.last(ROOM)).toMatchObject({ text: 'Nine States Parties', ephemeral: true, author: { kind: 'app' } });
    expect(desk.messages(ROOM, 'U0ISU')).toHaveLength(1);
  });

  it('may be answered with its acknowledgement, for everyone', async () => {
    const desk = await startDesk((app) => {
      app.command('/ccm', async ({ ack }) => void (await ack({ text: 'For all', response_type: 'in_channel' })));
    });
    await desk.act(ask(''));
    expect(desk.last(ROOM, 'U0ISU')).toMatchObject({ text: 'For all', ephemeral: false });
  });

  it('is refused in a thread and when nobody offers it, in Slack words that only the person reads', async () => {
    const desk = await startDesk(() => undefined);
    const first = desk.last(ROOM).ts;
    expect(await desk.act(ask('and for RRE?', { threadTs: first }))).toMatchObject({
      ok: false,
      shown: '/ccm is not supported in threads. Sorry!',
    });
    expect(desk.last(ROOM)).toMatchObject({ threadTs: first, ephemeral: true, author: { name: 'Slackbot' } });
    // What nobody else reads is no reply.
    expect(desk.messages(ROOM)[0]?.replies).toBe(0);
    expect(await desk.act(ask('x', { command: '/other' }))).toMatchObject({ ok: false, error: 'invalid_command' });
    expect(desk.last(ROOM).text).toContain('/other is not a valid command');
  });

  it('fails with dispatch_failed while no desk is connected', async () => {
    const sandbox = await startSandbox();
    expect(await sandbox.act(ask('help'))).toMatchObject({
      ok: false,
      shown: '/ccm failed with the error "dispatch_failed"',
    });
  });

  it('may answer its response_url five times and not a sixth', async () => {
    const outcomes: string[] = [];
    const desk = await startDesk((app) => {
      app.command('/ccm', async ({ ack, respond }) => {
        await ack();
        for (let n = 0; n < 6; n += 1) {
          const outcome = await respond(`Part ${n}`).then(
            () => 'ok',
            (error) => `refused ${error.statusCode}`,
          );
          outcomes.push(outcome);
        }
      });
    });
    await desk.act(ask('help'));
    await until(() => outcomes.length === 6);
    expect(outcomes).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'refused 404']);
  });
});
