import { App, type ReceiverEvent } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { Actor } from '../desk/actor.ts';
import type { Catalog } from '../desk/catalog.ts';
import type { Clockwork } from '../desk/describe.ts';
import type { SlackAccess } from '../desk/ground.ts';
import type { Files, Ids, Inbox, Log, Memory, Outbox } from '../desk/ports.ts';
import type { Profile } from '../desk/profile.ts';
import type { Rooms } from '../desk/rooms.ts';
import type { Clock } from '../desk/time.ts';
import { boltLogger } from './bolt-logger.ts';
import { failuresOf } from './failures.ts';
import { filesOn } from './files.ts';
import { intakeOf } from './intake.ts';
import type { Listening } from './listen.ts';
import { onCommands } from './on-commands.ts';
import { homesOf } from './on-home.ts';
import { onMembers } from './on-members.ts';
import { onMessages } from './on-messages.ts';
import { onOptions } from './on-options.ts';
import { onPresses } from './on-presses.ts';
import { onShortcuts } from './on-shortcuts.ts';
import { onSubmissions } from './on-submissions.ts';
import { type People, peopleOf } from './people.ts';
import { socketsOf } from './receivers.ts';
import { asked } from './refusal.ts';
import { takeUpAgain } from './resume.ts';
import { roomsOn } from './rooms.ts';
import { senderOf } from './sender.ts';
import { tellUnkept } from './unkept.ts';

/** The client that the ports are made of, for the features to be made with before the listeners are. */
export const clientOf = ({ botToken, apiUrl }: SlackAccess, log: Log): WebClient =>
  new WebClient(botToken, {
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    logger: boltLogger(log),
    // Set explicitly: Bolt would otherwise make it a hundred retries.
    retryConfig: { retries: 3, factor: 2, minTimeout: 200, maxTimeout: 2_000 },
    timeout: 10_000,
  });

/** Whom Slack knows, for the features and the listeners alike. */
export const profilesOf = (client: WebClient): People => peopleOf(client, () => performance.now());

/** Who reads along in a channel. */
export const roomsOf = (client: WebClient, profiles: People): Rooms => roomsOn(client, profiles);

export const outboxOf = (client: WebClient): Outbox => senderOf(client);

export const filesOf = (client: WebClient): Files => filesOn(client);

export interface SlackParts {
  access: SlackAccess;
  client: WebClient;
  people: People;
  catalog: Catalog;
  inbox: Inbox;
  memory: Memory;
  clock: Clock;
  ids: Ids;
  log: Log;
  actorFor(profile: Profile): Promise<Actor>;
}

/** The desk in Slack, listening; `stop` waits until everything taken has been worked through. */
export interface Slack {
  team: string;
  botName: string;
  connected(): number;
  /** Finishes what another process of the desk took and left when it died; never run twice at the same time. */
  clockwork: Clockwork;
  /** Resolves when everything taken so far has been worked through. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export type SlackOutcome = { ok: true; slack: Slack } | { ok: false; problem: string };

/** Connects to Slack by Socket Mode and begins to answer; refused tokens are said to be so, with where to find the right ones. */
export async function startSlack({
  access,
  client,
  people,
  catalog,
  inbox,
  memory,
  clock,
  ids,
  log,
  actorFor,
}: SlackParts): Promise<SlackOutcome> {
  const failures = failuresOf({ ids, log });
  const unkept = (delivery: ReceiverEvent, reference: string) => tellUnkept(client, delivery, reference);
  const intake = intakeOf({ inbox, failures, log, unkept });
  const sockets = socketsOf({ appToken: access.appToken, apiUrl: access.apiUrl, intake, failures, log });
  const asking = await asked(client.auth.test());
  if (!asking.ok) return { ok: false, problem: refused('SLACK_BOT_TOKEN', asking) };
  const who = asking.value;
  const bolt = new App({
    receiver: sockets,
    logger: boltLogger(log),
    convoStore: false,
    authorize: async () => ({
      botToken: access.botToken,
      ...(who.bot_id ? { botId: who.bot_id } : {}),
      ...(who.user_id ? { botUserId: who.user_id } : {}),
    }),
    clientOptions: {
      ...(access.apiUrl ? { slackApiUrl: access.apiUrl } : {}),
      retryConfig: { retries: 3, factor: 2, minTimeout: 200, maxTimeout: 2_000 },
    },
  });
  bolt.error(async (error) => void failures.note('listening to Slack', error));

  const homes = homesOf();
  const listening: Listening = {
    bolt,
    botUser: who.user_id ?? '',
    catalog,
    clock,
    people,
    failures,
    memory,
    actorFor,
    redraw: (slackId, teamId) => homes.redraw(listening, client, slackId, teamId),
  };
  onCommands(listening);
  onMessages(listening);
  onMembers(listening);
  onPresses(listening);
  onSubmissions(listening);
  onShortcuts(listening);
  onOptions(listening);
  homes.listen(listening);
  bolt.event('user_change', async ({ event }) => people.forget(event.user.id));

  const takeUp = () => takeUpAgain({ bolt, inbox, working: intake.working(), failures, client, log });
  await takeUp();
  const dialled = await asked(sockets.start());
  if (!dialled.ok) return { ok: false, problem: refused('SLACK_APP_TOKEN', dialled) };
  const slack: Slack = {
    team: who.team ?? '',
    botName: who.user ?? '',
    connected: () => sockets.connected(),
    clockwork: { name: 'what a desk that died had taken', run: takeUp },
    idle: () => intake.idle(),
    async stop() {
      await sockets.stop();
      await intake.idle();
    },
  };
  return { ok: true, slack };
}

const refused = (token: string, { error, retry }: { error: string; retry: boolean }): string =>
  retry
    ? `Slack does not answer (${error}). See that this computer reaches slack.com, and start the desk again.`
    : `Slack refused ${token} (${error}). Take it anew from api.slack.com/apps > your app, and see that the app is installed in the workspace.`;
