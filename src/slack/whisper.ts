import type { ChatPostMessageResponse, WebClient } from '@slack/web-api';
import type { Message } from '../blocks/message.ts';
import type { Place } from '../desk/describe.ts';
import type { MessageRef } from '../desk/ports.ts';
import { fallbackOf } from './fallback.ts';
import { asked } from './refusal.ts';
import { withTableIfAllowed } from './sender.ts';

/** Where one person is to be told something. */
export interface Ear {
  person: string;
  place: Place;
  /** Slack's own address for answering, where there is one: it reaches channels that the desk is not in. */
  responseUrl: string | null;
}

/** `ref` is where it stands, when it was posted so that it can be changed. */
export type Told = { ok: boolean; error?: string; ref?: MessageRef };

/** Posts and says where it stands. */
export async function posted(call: Promise<ChatPostMessageResponse>): Promise<Told> {
  const answer = await asked(call);
  if (!answer.ok) return answer;
  const { channel, ts } = answer.value;
  return channel === undefined || ts === undefined ? { ok: true } : { ok: true, ref: { channel, ts } };
}

/** Answers at Slack's own address; a refusal is a value. */
export async function byResponseUrl(url: string, body: object): Promise<Told> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  }).catch((error: unknown) => new Error(String(error)));
  if (response instanceof Error) return { ok: false, error: response.message };
  if (response.ok) return { ok: true };
  const said = await response.text();
  return {
    ok: false,
    error: said.includes('invalid_blocks') ? 'invalid_blocks' : `response_url answered ${response.status}`,
  };
}

/** Tells one person: by the answer address, else ephemeral in the channel, else as a direct message. Says whether any of them worked. */
export async function whisper(client: WebClient, ear: Ear, message: Message): Promise<Told> {
  const { responseUrl, place, person } = ear;
  const direct = place.kind === 'direct';
  const text = fallbackOf(message);
  if (responseUrl !== null && place.kind !== 'modal') {
    const told = await withTableIfAllowed<Told>(message, (blocks) =>
      byResponseUrl(responseUrl, { response_type: 'ephemeral', replace_original: false, text, blocks }),
    );
    if (told.ok) return told;
  }
  if (place.channel !== '' && !direct) {
    const told = await withTableIfAllowed<Told>(message, (blocks) =>
      asked(client.chat.postEphemeral({ channel: place.channel, user: person, text, blocks })),
    );
    if (told.ok) return told;
  }
  return withTableIfAllowed<Told>(message, (blocks) =>
    posted(
      client.chat.postMessage({
        channel: direct ? place.channel : person,
        text,
        blocks,
        unfurl_links: false,
        unfurl_media: false,
      }),
    ),
  );
}
