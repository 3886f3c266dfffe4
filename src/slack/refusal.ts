import { ErrorCode } from '@slack/web-api';
import { z } from 'zod';
import type { PostOutcome } from '../desk/ports.ts';

const platform = z.object({ code: z.literal(ErrorCode.PlatformError), data: z.object({ error: z.string() }).loose() });
const coded = z.object({ code: z.string() });

const LATER = [
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'ratelimited',
  'team_added_to_org',
];
const TRANSPORT: readonly string[] = [ErrorCode.RequestError, ErrorCode.HTTPError, ErrorCode.RateLimitedError];

/** Slack's refusal of a call as a value; a bug of ours is thrown again. */
function refusalIn(error: unknown): Extract<PostOutcome, { ok: false }> {
  const said = platform.safeParse(error);
  if (said.success) return { ok: false, error: said.data.data.error, retry: LATER.includes(said.data.data.error) };
  const transport = coded.safeParse(error);
  if (transport.success && TRANSPORT.includes(transport.data.code))
    return { ok: false, error: transport.data.code, retry: true };
  throw error;
}

/** The result of a call to Slack, or its refusal as a value. */
export async function asked<T>(
  call: Promise<T>,
): Promise<{ ok: true; value: T } | Extract<PostOutcome, { ok: false }>> {
  try {
    return { ok: true, value: await call };
  } catch (error) {
    return refusalIn(error);
  }
}
