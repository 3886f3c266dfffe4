import { kindOf } from '../files/kinds.ts';
import { filePath } from '../payloads/file-object.ts';
import type { SeenChannel, SeenCommand, SeenFile, SeenMessage, SeenModal, SeenPerson, WorldView } from '../protocol.ts';
import type { Sandbox } from '../sandbox.ts';
import { microsecondsOf } from './begin.ts';
import { DESK_APP, OTHER_TEAM, SLACKBOT, TEAM } from './cast.ts';
import { fileWith } from './files.ts';
import { permalinkOf } from './speak.ts';
import type { Channel, KeptFile, KeptView, Person, Said } from './state.ts';

const seenPerson = ({ id, name, title, zone, locale, guest, team }: Person): SeenPerson => ({
  id,
  name,
  title,
  zone,
  locale,
  guest: guest !== 'no',
  elsewhere: team === TEAM.id ? null : OTHER_TEAM.name,
});

const nameOf = (sandbox: Sandbox, id: string): string => {
  if (id === DESK_APP.user) return sandbox.app.name;
  if (id === SLACKBOT) return 'Slackbot';
  return sandbox.world.person(id)?.name ?? id;
};

const seenFile = (file: KeptFile | undefined): SeenFile[] => {
  if (file === undefined) return [];
  const { id, name, title, alt, size } = file;
  const { pretty, picture } = kindOf(name);
  return [{ id, name, title, alt, kind: pretty, size, picture, url: filePath(file) }];
};

const seenMessage = (sandbox: Sandbox, said: Said, replies: number): SeenMessage => ({
  ts: said.ts,
  at: said.at ?? Number(microsecondsOf(said.ts) / 1_000n),
  channel: said.channel,
  author: { kind: said.by, id: said.author, name: nameOf(sandbox, said.author) },
  text: said.text,
  blocks: said.blocks,
  files: said.files.flatMap((id) => seenFile(fileWith(sandbox.world, id))),
  joined: said.subtype === 'channel_join',
  ephemeral: said.only !== null,
  edited: said.editedAt !== null && said.only === null,
  threadTs: said.threadTs,
  replies,
  permalink: permalinkOf(sandbox, said),
});

function seenChannel(sandbox: Sandbox, channel: Channel, me: string, visible: readonly Said[]): SeenChannel {
  const readTo = sandbox.world.state.read[me]?.[channel.id] ?? '0';
  const mark = microsecondsOf(readTo);
  const outside = sandbox.world.state.people.filter(({ guest, team }) => guest !== 'no' || team !== TEAM.id);
  return {
    id: channel.id,
    name: channel.kind === 'direct' ? sandbox.app.name : channel.name,
    kind: channel.kind,
    private: channel.private,
    open: channel.kind === 'channel' && outside.some(({ id }) => channel.members.includes(id)),
    topic: channel.topic,
    members: channel.members,
    unread: visible.filter(({ ts, author }) => author !== me && microsecondsOf(ts) > mark).length,
    readTo,
  };
}

const seenModal = ({ id, hash, content, errors, pending, trouble }: KeptView): SeenModal => ({
  id,
  hash,
  callbackId: content.callback_id,
  title: content.title ?? { type: 'plain_text', text: '' },
  submit: content.submit ?? null,
  close: content.close ?? null,
  blocks: content.blocks,
  errors,
  pending,
  trouble,
});

const seenCommand = ({ command, description, usageHint }: SeenCommand): SeenCommand => ({
  command,
  description,
  usageHint,
});

/** The workspace as this person may see it; null when nobody has this id. */
export function viewFor(sandbox: Sandbox, me: string): WorldView | null {
  const { world, app, clock } = sandbox;
  const person = world.person(me);
  if (person === undefined) return null;
  const mine = world.state.channels.filter(({ members }) => members.includes(me));
  const visible = (channel: string): Said[] =>
    (world.state.said[channel] ?? []).filter(({ only }) => only === null || only === me);
  const home = world.state.homes[me];
  const installed = person.team === TEAM.id;
  return {
    revision: world.revision(),
    clock: { now: clock.now().toString(), frozen: clock.frozen(), moves: clock.moves() },
    team: { id: TEAM.id, name: TEAM.name },
    me: seenPerson(person),
    bot: { id: DESK_APP.user, name: app.name },
    people: world.state.people.map(seenPerson),
    channels: mine.map((channel) => seenChannel(sandbox, channel, me, visible(channel.id))),
    messages: Object.fromEntries(mine.map(({ id }) => [id, seenMessages(sandbox, visible(id))])),
    home: home ? { id: home.id, hash: home.hash, blocks: home.content.blocks } : null,
    modals: (world.state.modals[me] ?? []).map(seenModal),
    notices: world.state.notices[me] ?? [],
    commands: installed ? app.commands.map(seenCommand) : [],
    shortcuts: installed ? app.shortcuts : [],
    faults: sandbox.faults.ordered(),
    methods: sandbox.methods,
    connected: sandbox.sockets.open(),
  };
}

function seenMessages(sandbox: Sandbox, visible: readonly Said[]): SeenMessage[] {
  const replies = new Map<string, number>();
  // What only one person sees is no reply: Slack counts those that everybody reads.
  for (const { threadTs, only } of visible)
    if (threadTs && only === null) replies.set(threadTs, (replies.get(threadTs) ?? 0) + 1);
  return visible.map((said) => seenMessage(sandbox, said, replies.get(said.ts) ?? 0));
}
