import { MOST_FILE_BYTES } from '../files/uploads.ts';
import { fileObject } from '../payloads/file-object.ts';
import type { Sandbox } from '../sandbox.ts';
import { isRecord, type Part } from '../validate/part.ts';
import { DESK_APP } from '../world/cast.ts';
import { fileFor, fileWith, shareIn } from '../world/files.ts';
import { sayAsDesk, type Words } from '../world/speak.ts';
import { channelFor, threadOf } from './chat-post.ts';
import { type Answer, type Method, missing, refused, textArg } from './method.ts';
import { UPLOADED, wordsOf } from './words.ts';

/** Gives an address for the bytes of one file. */
export const getUploadURLExternal: Method = {
  token: 'bot',
  scopes: ['files:write'],
  run(args, sandbox) {
    const name = textArg(args, 'filename');
    const size = Number(textArg(args, 'length') ?? '');
    if (name === null) return missing('filename');
    if (!Number.isInteger(size) || size < 1) return missing('length');
    if (size > MOST_FILE_BYTES) return refused('file_upload_size_restricted');
    const alt = textArg(args, 'alt_txt') ?? textArg(args, 'alt_text');
    const { id, secret } = sandbox.uploads.begin({ name, size, alt });
    return { ok: true, upload_url: `${sandbox.address()}/upload/${secret}`, file_id: id };
  },
};

interface Named {
  id: string;
  title: string | null;
}

/** The files that a completion names; null when they cannot be read. */
function namedIn(args: Part): Named[] | null {
  const { files } = args;
  if (!Array.isArray(files) || files.length === 0) return null;
  const named = files.map((each: unknown) =>
    isRecord(each) && typeof each.id === 'string'
      ? { id: each.id, title: typeof each.title === 'string' ? each.title : null }
      : null,
  );
  return named.every((each) => each !== null) ? named : null;
}

function keep(sandbox: Sandbox, named: readonly Named[]): boolean {
  const offers = sandbox.uploads.complete(named.map(({ id }) => id));
  if (offers === null) return false;
  const created = Math.floor(sandbox.clock.now().epochMilliseconds / 1_000);
  for (const [at, { name, alt, size }] of offers.entries()) {
    const { id = '', title = null } = named[at] ?? {};
    const file = { id, name, title: title ?? name, alt, size, author: DESK_APP.user, created, channels: [] };
    sandbox.world.state.files[id] = file;
  }
  return true;
}

/** Makes uploaded files lasting and, where a channel is named, shares them in one message. */
export const completeUploadExternal: Method = {
  token: 'bot',
  scopes: ['files:write'],
  run(args, sandbox) {
    const named = namedIn(args);
    if (named === null) return missing('files');
    const spoken = spokenIn(args, sandbox);
    if (!spoken.ok) return spoken.answer;
    if (!keep(sandbox, named)) return refused('file_not_found');
    const ids = named.map(({ id }) => id);
    if (spoken.spot !== null) {
      shareIn(sandbox.world, ids, spoken.spot.channel);
      sayAsDesk(sandbox, { ...spoken.words, files: ids }, { ...spoken.spot, only: null });
    } else sandbox.world.changed();
    return { ok: true, files: ids.map((id) => ({ id, title: fileWith(sandbox.world, id)?.title ?? '' })) };
  },
};

type Spoken =
  | { ok: true; spot: { channel: string; threadTs: string | null } | null; words: Words }
  | { ok: false; answer: Answer };

/** Where the files go and with which words; nowhere when no channel is named. */
function spokenIn(args: Part, sandbox: Sandbox): Spoken {
  const comment = textArg(args, 'initial_comment');
  const read = wordsOf(
    { ...args, text: comment ?? '', blocks: comment === null ? args.blocks : [] },
    UPLOADED,
    sandbox,
  );
  if (!read.ok) return read;
  const asked = textArg(args, 'channel_id');
  if (asked === null) return { ok: true, spot: null, words: read.words };
  const found = channelFor(sandbox, asked);
  if (!found.ok) return found;
  const thread = threadOf(args, sandbox, found.channel);
  if (!thread.ok) return { ok: false, answer: refused('thread_not_found') };
  return { ok: true, spot: { channel: found.channel.id, threadTs: thread.ts }, words: read.words };
}

export const info: Method = {
  token: 'bot',
  scopes: ['files:read'],
  run(args, sandbox) {
    const file = fileFor(sandbox, textArg(args, 'file') ?? '');
    return file ? { ok: true, file: fileObject(sandbox, file) } : refused('file_not_found');
  },
};
