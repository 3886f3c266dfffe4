import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { ActAnswer } from '../../src/sandbox/protocol.ts';
import type { RunningSandbox } from '../../src/sandbox/server.ts';
import { APP, ME, OTHER, ROOM, startDesk, startSandbox, stopAll } from './bolt-desk.ts';
import { handMachine } from './hand-machine.ts';

afterEach(stopAll);

const withFiles = { app: { ...APP, scopes: [...APP.scopes, 'files:write', 'files:read'] } };
const key = ({ token }: RunningSandbox) => ({ 'x-sandbox-token': token });

const send = async (sandbox: RunningSandbox, name: string, bytes: string | Uint8Array, as = ME): Promise<ActAnswer> => {
  const address = `${sandbox.address}/sandbox/file?as=${as}&name=${encodeURIComponent(name)}`;
  const response = await fetch(address, { method: 'POST', headers: key(sandbox), body: bytes as string });
  return (await response.json()) as ActAnswer;
};

const sent = async (sandbox: RunningSandbox, name: string, bytes: string): Promise<string> => {
  const answer = await send(sandbox, name, bytes);
  return answer.ok ? (answer.file ?? '') : '';
};

/** What the page gets, with its cookie. */
const open = async (sandbox: RunningSandbox, url: string) => {
  const page = await fetch(sandbox.url);
  const [cookie = ''] = (page.headers.get('set-cookie') ?? '').split(';');
  expect(page.status).toBe(404);
  return fetch(sandbox.address + url, { headers: { cookie } });
};

describe('a file of the desk', () => {
  it('is uploaded by the client of Slack itself, in a thread, and can be opened', async () => {
    const { sandbox, app, messages } = await startDesk(() => undefined, withFiles);
    const first = messages(ROOM)[0]?.ts ?? '';
    await app.client.filesUploadV2({
      channel_id: ROOM,
      thread_ts: first,
      initial_comment: 'The list as *asked*',
      alt_text: 'A drawing',
      file: Buffer.from([1, 2, 3]),
      filename: 'plan “A”.png',
      title: 'Plan A',
    });
    const message = messages(ROOM).at(-1);
    expect(message).toMatchObject({ text: 'The list as *asked*', threadTs: first, author: { kind: 'app' } });
    const [file] = message?.files ?? [];
    expect(file).toMatchObject({
      name: 'plan “A”.png',
      title: 'Plan A',
      alt: 'A drawing',
      kind: 'PNG',
      size: 3,
      picture: true,
    });
    const opened = await open(sandbox, file?.url ?? '');
    expect(opened.headers.get('content-type')).toBe('image/png');
    expect(opened.headers.get('content-security-policy')).toContain('sandbox');
    expect([...new Uint8Array(await opened.arrayBuffer())]).toEqual([1, 2, 3]);
    const { file: info } = await app.client.files.info({ file: file?.id ?? '' });
    expect(info).toMatchObject({ channels: [ROOM], is_public: true, mimetype: 'image/png', user: 'U0ACTION5' });
  });

  it('is nowhere to be seen before it is completed, needs all its bytes, and is completed once', async () => {
    const { sandbox, app, messages } = await startDesk(() => undefined, withFiles);
    const before = messages(ROOM).length;
    const begin = async (length: number) => app.client.files.getUploadURLExternal({ filename: 'a.csv', length });
    const { upload_url = '', file_id = '' } = await begin(3);
    const complete = (id: string) =>
      app.client.files.completeUploadExternal({ channel_id: ROOM, files: [{ id }] }).then(
        () => 'done',
        (error) => error.data.error,
      );
    expect(await complete(file_id)).toBe('file_not_found');
    expect((await fetch(upload_url, { method: 'POST', body: 'too long' })).status).toBe(400);
    expect((await fetch(upload_url, { method: 'POST', body: 'a,b' })).status).toBe(200);
    expect((await fetch(upload_url, { method: 'POST', body: 'a,b' })).status).toBe(400);
    expect(messages(ROOM)).toHaveLength(before);
    // Of two files, one of which never came, neither is taken.
    const both = app.client.files.completeUploadExternal({ files: [{ id: file_id }, { id: 'F0NEVER' }] });
    await expect(both).rejects.toMatchObject({ data: { error: 'file_not_found' } });
    expect(await complete(file_id)).toBe('done');
    expect(await complete(file_id)).toBe('file_not_found');
    expect(messages(ROOM)).toHaveLength(before + 1);
    const form = new FormData();
    form.set('file', new Blob(['a;b']), 'a.csv');
    const other = await begin(3);
    expect((await fetch(other.upload_url ?? '', { method: 'POST', body: form })).status).toBe(200);
    expect(await complete(other.file_id ?? '')).toBe('done');
    const opened = await open(sandbox, messages(ROOM).at(-1)?.files[0]?.url ?? '');
    expect(await opened.text()).toBe('a;b');
    expect(opened.headers.get('content-disposition')).toMatch(/^attachment;/);
  });

  it('is shown by a block only after Slack has worked it through, and only where it is known', async () => {
    const machine = handMachine();
    const { app, messages } = await startDesk(() => undefined, { ...withFiles, machine });
    const { upload_url = '', file_id = '' } = await app.client.files.getUploadURLExternal({
      filename: 'a.png',
      length: 3,
    });
    await fetch(upload_url, { method: 'POST', body: 'png' });
    await app.client.files.completeUploadExternal({ files: [{ id: file_id }] });
    const show = (id: string) =>
      app.client.chat
        .postMessage({ channel: ROOM, text: 'x', blocks: [{ type: 'image', alt_text: 'a', slack_file: { id } }] })
        .then(
          () => null,
          (error) => [error.data.error, error.data.errors],
        );
    const refused = ['invalid_blocks', ['invalid slack file [json-pointer:/blocks/0/slack_file]']];
    expect(await show(file_id)).toEqual(refused);
    machine.pass(1_999);
    expect(await show(file_id)).toEqual(refused);
    machine.pass(1);
    expect(await show(file_id)).toBeNull();
    expect(await show('F0NOWHERE')).toEqual(refused);
    expect(messages(ROOM).at(-1)?.blocks).toMatchObject([{ slack_file: { id: file_id } }]);
  });

  it('needs files:write, a name, a size that is taken, and a channel where the desk is', async () => {
    const { app } = await startDesk(() => undefined);
    const errorOf = (call: Promise<unknown>) =>
      call.then(
        () => null,
        (error) => error.data.error,
      );
    expect(await errorOf(app.client.files.getUploadURLExternal({ filename: 'a', length: 1 }))).toBe('missing_scope');
    const { client } = (await startDesk(() => undefined, withFiles)).app;
    const begin = (filename: string, length: number) =>
      errorOf(client.files.getUploadURLExternal({ filename, length }));
    expect(await begin('', 1)).toBe('invalid_arguments');
    expect(await begin('a', 0)).toBe('invalid_arguments');
    expect(await begin('a', 21 * 1024 * 1024)).toBe('file_upload_size_restricted');
    const files = [{ id: 'F0' }] as const;
    expect(await errorOf(client.files.completeUploadExternal({ channel_id: 'C0NOWHERE', files: [...files] }))).toBe(
      'channel_not_found',
    );
  });
});

describe('a file of a person', () => {
  it('reaches the desk with the message in which it was dropped, and is read with the token', async () => {
    const heard: { subtype: unknown; text: unknown; url: string; names: unknown }[] = [];
    const { sandbox, act, last } = await startDesk(
      (app) =>
        app.event('message', async ({ event }) => {
          if (event.subtype !== 'file_share') return;
          const { files = [], text, subtype } = event;
          heard.push({ subtype, text, url: files[0]?.url_private ?? '', names: files.map(({ name }) => name) });
        }),
      withFiles,
    );
    const file = await sent(sandbox, 'needs 2019.csv', 'iso3,theme');
    await act({ act: 'message', as: ME, channel: 'D0MONTENEGRO', text: '', files: [file] });
    expect(heard).toMatchObject([{ subtype: 'file_share', text: '', names: ['needs 2019.csv'] }]);
    expect(last('D0MONTENEGRO').files).toMatchObject([{ id: file, kind: 'CSV', size: 10, picture: false }]);
    const read = (token: string) =>
      fetch(heard[0]?.url ?? '', { headers: { authorization: `Bearer ${token}` } }).then((answer) => answer.text());
    expect(await read(sandbox.botToken)).toBe('iso3,theme');
    expect(await read('xoxb-other')).toContain('Sign in to your workspace');
  });

  it('is not read without files:read, nor from where the desk is not: Slack then answers with a page to sign in', async () => {
    const lacking = await startSandbox({ app: { ...APP, scopes: [...APP.scopes, 'files:write'] } });
    const file = await sent(lacking, 'a.csv', 'x');
    await lacking.act({ act: 'message', as: ME, channel: ROOM, text: '', files: [file] });
    const headers = { authorization: `Bearer ${lacking.botToken}` };
    const url = lacking.seenBy(ME).messages[ROOM]?.at(-1)?.files[0]?.url ?? '';
    const answer = await fetch(lacking.address + url, { headers });
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('Sign in')]);

    const sandbox = await startSandbox(withFiles);
    const unshared = await sent(sandbox, 'a.csv', 'x');
    const unseen = await fetch(`${sandbox.address}/files/${unshared}/a.csv`, {
      headers: { authorization: `Bearer ${sandbox.botToken}` },
    });
    expect(await unseen.text()).toContain('Sign in');
  });

  it('is taken from its owner alone, when it is not empty, not too large and named', async () => {
    const sandbox = await startSandbox(withFiles);
    const file = await sent(sandbox, 'a.csv', 'x');
    const message = { act: 'message', channel: ROOM, text: 'see', files: [file] } as const;
    expect(await sandbox.act({ ...message, files: ['F0NOWHERE'], as: ME })).toMatchObject({ error: 'file_not_found' });
    expect(await sandbox.act({ ...message, files: [file], as: OTHER })).toMatchObject({ error: 'file_not_found' });
    expect(await send(sandbox, 'a.csv', '')).toMatchObject({ error: 'empty_file' });
    expect(await send(sandbox, 'a.csv', 'x', 'U0NOBODY')).toMatchObject({ error: 'user_not_found' });
    expect(await send(sandbox, 'big.bin', new Uint8Array(20 * 1024 * 1024 + 1))).toMatchObject({
      error: 'file_upload_size_restricted',
    });
    const answer = await fetch(`${sandbox.address}/sandbox/file?as=${ME}&name=a.csv`, { method: 'POST', body: 'x' });
    expect(answer.status).toBe(403);
  });

  it('never names a place outside, nor becomes a page of the sandbox', async () => {
    const sandbox = await startSandbox(withFiles);
    const file = await sent(sandbox, '../../x.html', '<script>1</script>');
    await sandbox.act({ act: 'message', as: ME, channel: ROOM, text: '', files: [file] });
    const [seen] = sandbox.seenBy(ME).messages[ROOM]?.at(-1)?.files ?? [];
    expect(seen?.name).toBe('.._.._x.html');
    const opened = await open(sandbox, seen?.url ?? '');
    expect(opened.headers.get('content-type')).toBe('application/octet-stream');
    expect(opened.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(opened.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is kept over a restart and gone after a reset', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
    const storeFile = join(folder, 'world.json');
    const first = await startSandbox({ ...withFiles, storeFile });
    const file = await sent(first, 'a.csv', 'kept');
    await first.act({ act: 'message', as: ME, channel: ROOM, text: '', files: [file] });
    await first.close();
    const second = await startSandbox({ ...withFiles, storeFile });
    const [seen] = second.seenBy(ME).messages[ROOM]?.at(-1)?.files ?? [];
    expect(await (await open(second, seen?.url ?? '')).text()).toBe('kept');
    await fetch(`${second.address}/sandbox/reset`, { method: 'POST', headers: key(second) });
    expect(await (await open(second, seen?.url ?? '')).text()).toContain('Sign in');
    await second.close();
    expect(await readdir(folder)).toEqual(['world.json']);
  });
});
