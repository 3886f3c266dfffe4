import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { clamp } from '../blocks/limits.ts';
import type { DeskFile, FilePlace, Files, PostOutcome } from '../desk/ports.ts';
import { asked } from './refusal.ts';

type Refused = Extract<PostOutcome, { ok: false }>;

const uploadAddress = z.object({ upload_url: z.string(), file_id: z.string() });

/** Slack refuses a longer description of a picture (alt_txt_too_large). */
const LONGEST_ALT = 1_000;

const refused = (error: string, retry: boolean): Refused => ({ ok: false, error, retry });

/** Gives files to Slack in its three steps: an address for the bytes, the bytes, and where they are to be seen. */
export const filesOn = (client: WebClient): Files => ({
  async share(to, file, words) {
    const place = await placeOf(client, to);
    if (!place.ok) return place;
    const sent = await sendBytes(client, file);
    if (!sent.ok) return sent;
    const { channel, thread } = place;
    const named = { files: [{ id: sent.id, title: file.title }] as [{ id: string; title: string }] };
    const where = thread === null ? { channel_id: channel } : { channel_id: channel, thread_ts: thread };
    const answer = await asked(
      client.files.completeUploadExternal({ ...named, ...where, initial_comment: words.text }),
    );
    return answer.ok ? { ok: true } : answer;
  },
});

/** A file can be shared in a channel alone: a person's direct message has to be opened to learn its id. */
async function placeOf(
  client: WebClient,
  to: FilePlace,
): Promise<{ ok: true; channel: string; thread: string | null } | Refused> {
  if ('channel' in to) return { ok: true, ...to };
  const opened = await asked(client.conversations.open({ users: to.person }));
  if (!opened.ok) return opened;
  const id = opened.value.channel?.id;
  return id === undefined ? refused('no_channel', false) : { ok: true, channel: id, thread: null };
}

async function sendBytes(
  client: WebClient,
  { name, bytes, alt }: DeskFile,
): Promise<{ ok: true; id: string } | Refused> {
  const address = await asked(
    client.apiCall('files.getUploadURLExternal', {
      filename: name,
      length: bytes.byteLength,
      // Slack's own name for it; a file that is no picture is silently not shared when it carries one.
      ...(alt === null ? {} : { alt_txt: clamp(alt, LONGEST_ALT) }),
    }),
  );
  if (!address.ok) return address;
  const { upload_url, file_id } = uploadAddress.parse(address.value);
  const response = await fetch(upload_url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
    signal: AbortSignal.timeout(30_000),
  }).catch((error: unknown) => new Error(String(error)));
  if (response instanceof Error) return refused(response.message, true);
  return response.ok ? { ok: true, id: file_id } : refused(`the upload was answered with ${response.status}`, true);
}
