import { App, LogLevel } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { ANSWER, DETAILS, form, LOOKED_UP, option, SELDOM } from './practice-blocks.ts';

const STATES = ['Eastland', 'Northland', 'Southland', 'Westland'];

/** What the practice desk asks for on the field when this is typed in it. */
export const REFUSED = 'too short';

// A grey square of eight by eight points.
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGNIS0vDihgGl0RaGgCZ0FoBUTMqOwAAAABJRU5ErkJggg==';

async function sendPicture(client: WebClient, channel: string): Promise<void> {
  await client.filesUploadV2({
    channel_id: channel,
    file: Buffer.from(PICTURE, 'base64'),
    filename: 'timeline.png',
    title: 'Dates ahead',
    alt_text: 'A line of dates',
    initial_comment: 'The dates as a picture',
  });
}

/** A small real Bolt app that answers with one of everything, so that the page can be tried without the desk. */
export async function startPracticeDesk(apiUrl: string, tokens: { bot: string; app: string }): Promise<App> {
  const app = new App({
    token: tokens.bot,
    appToken: tokens.app,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 1 } },
  });
  app.command('/ccm', async ({ ack, command, client, respond }) => {
    if (command.text === 'be silent') return;
    await ack();
    if (command.text === 'picture') return sendPicture(client, command.channel_id);
    if (command.text === 'seldom') return void (await respond({ text: 'Seldom seen', blocks: SELDOM }));
    if (command.text.startsWith('log'))
      await client.views
        .open({ trigger_id: command.trigger_id, view: form('') })
        .catch(() => respond('The form could not be opened.'));
    else await respond({ text: 'Four made-up States', blocks: ANSWER });
  });
  app.action('practice:share', async ({ ack, respond }) => {
    await ack();
    await respond({ text: 'Shared with *everyone* here', response_type: 'in_channel', replace_original: false });
  });
  app.action(/^practice:(more|view)$/, async ({ ack, respond, action }) => {
    await ack();
    const chosen = 'selected_option' in action ? action.selected_option?.text.text : 'nothing';
    await respond({ text: `You chose ${chosen}`, replace_original: false });
  });
  app.action('practice:when', async ({ ack, respond, action }) => {
    await ack();
    const at = 'selected_date_time' in action ? action.selected_date_time : null;
    await respond({ text: `Chosen: ${at}`, replace_original: false });
  });
  app.event('message', async ({ event, say }) => {
    if (event.subtype !== 'file_share') return;
    await say({ text: `Received ${event.files?.map(({ name, size }) => `${name} (${size})`).join(', ')}` });
  });
  app.options('practice:state', async ({ ack, payload }) => {
    const typed = payload.value.toLowerCase();
    await ack({ options: STATES.filter((state) => state.toLowerCase().includes(typed)).map(option) });
  });
  app.view('practice:log', async ({ ack, view, body, client }) => {
    const { state, asked, share } = view.state.values;
    const [typed] = Object.values(asked ?? {});
    const text = typed?.value ?? '';
    if (text === REFUSED) {
      await ack({ response_action: 'errors', errors: { asked: 'Please say more than that.' } });
      return;
    }
    await ack();
    const said = [state, share]
      .flatMap((block) => Object.values(block ?? {}).map((one) => one.selected_option?.value))
      .join(', ');
    await client.chat.postMessage({ channel: body.user.id, text: `Logged: ${said}, ${text}` });
  });
  app.action('practice:details', async ({ ack, body, client }) => {
    await ack();
    if (body.type === 'block_actions' && body.view)
      await client.views.update({ view_id: body.view.id, view: form('', [DETAILS]) });
  });
  app.action('practice:look_up', async ({ ack, body, client }) => {
    await ack();
    if (body.type === 'block_actions') await client.views.push({ trigger_id: body.trigger_id, view: LOOKED_UP });
  });
  app.shortcut({ type: 'message_action' }, async ({ ack, shortcut, client }) => {
    await ack();
    const text = shortcut.type === 'message_action' ? (shortcut.message.text ?? '') : '';
    await client.views.open({ trigger_id: shortcut.trigger_id, view: form(text) });
  });
  const openings = new Map<string, number>();
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return;
    const times = event.view === undefined ? 1 : (openings.get(event.user) ?? 0) + 1;
    openings.set(event.user, times);
    const opened = { type: 'mrkdwn', text: `Opened ${times} ${times === 1 ? 'time' : 'times'}` } as const;
    await client.views.publish({
      user_id: event.user,
      view: {
        type: 'home',
        blocks: [
          { type: 'header', text: { type: 'plain_text', text: 'Practice home' } },
          { type: 'section', text: opened },
        ],
      },
    });
  });
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: `You asked: ${event.text}`, thread_ts: event.thread_ts ?? event.ts });
  });
  await app.start();
  return app;
}
