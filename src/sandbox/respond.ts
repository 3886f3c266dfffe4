import type { ResponseGrant } from './response-urls.ts';
import type { Sandbox } from './sandbox.ts';
import { isRecord, type Part } from './validate/part.ts';
import { type Answer, flagArg, refused } from './web-api/method.ts';
import { RESPONDED, wordsOf } from './web-api/words.ts';
import { rewrite, sayAsDesk } from './world/speak.ts';

const NEEDS_NO_WORDS: Answer = { ok: true };

/** Carries out what the desk sent to a response_url, or with the acknowledgement of a command. */
export function respond(sandbox: Sandbox, grant: ResponseGrant, body: Part): Answer {
  const original = grant.messageTs === null ? undefined : sandbox.world.said(grant.channel, grant.messageTs);
  if (flagArg(body, 'delete_original')) {
    if (original) sandbox.world.remove(original);
    return NEEDS_NO_WORDS;
  }
  const read = wordsOf(body, RESPONDED, sandbox);
  if (!read.ok) return read.answer;
  if (flagArg(body, 'replace_original') && original) {
    rewrite(sandbox, original, read.words);
    return { ok: true };
  }
  const forAll = body.response_type === 'in_channel';
  sayAsDesk(sandbox, read.words, {
    channel: grant.channel,
    threadTs: typeof body.thread_ts === 'string' ? body.thread_ts : grant.threadTs,
    only: forAll ? null : grant.person,
  });
  return { ok: true };
}

/** Answers a POST to a response_url: the HTTP status and Slack's body. */
export function respondTo(sandbox: Sandbox, secret: string, body: string): { status: number; answer: Answer } {
  const used = sandbox.responseUrls.use(secret);
  if (!used.ok) return { status: 404, answer: refused(used.error) };
  const read = jsonOf(body);
  if (read === null) return { status: 400, answer: refused('invalid_payload') };
  const answer = respond(sandbox, used.grant, read);
  return { status: answer.ok ? 200 : 400, answer };
}

function jsonOf(body: string): Part | null {
  try {
    const read: unknown = JSON.parse(body);
    return isRecord(read) ? read : null;
  } catch {
    return null;
  }
}
