import { z } from 'zod';
import { type AnswerParts, answer, SILENCE } from './answer.ts';
import { badRequest, type GraphReply, type GraphRequest, refusal, reply } from './reply.ts';

const shape = z.strictObject({
  requests: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        method: z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']),
        url: z.string().startsWith('/'),
        headers: z.record(z.string(), z.string()).default({}),
        body: z.unknown().optional(),
        dependsOn: z.array(z.string()).optional(),
      }),
    )
    .min(1),
});

/** A batch: four members at a time, answered in another order than they were asked, each with a status of its own. */
export async function answerBatch(parts: AnswerParts, whole: GraphRequest): Promise<GraphReply> {
  const parsed = shape.safeParse(whole.body);
  if (!parsed.success) return badRequest('Invalid batch payload format.');
  const { requests } = parsed.data;
  if (requests.length > 20) return badRequest('The number of batch requests exceeds the maximum of 20.');
  if (new Set(requests.map(({ id }) => id.toLowerCase())).size < requests.length)
    return badRequest('Request ids are not unique.');
  const waiting = [...requests];
  const responses: object[] = [];
  const lane = async (): Promise<void> => {
    for (let member = waiting.shift(); member !== undefined; member = waiting.shift()) {
      const response = await answerMember(parts, member);
      if (response !== null) responses.unshift(response);
    }
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
  return reply(200, { responses });
}

async function answerMember(
  parts: AnswerParts,
  { id, method, url, headers, body }: z.infer<typeof shape>['requests'][number],
): Promise<object | null> {
  const at = new URL(url, 'https://graph.invalid');
  const names = Object.entries(headers).map(([name, text]) => [name.toLowerCase(), text] as const);
  const request = { method, path: at.pathname, query: at.searchParams, headers: Object.fromEntries(names), body };
  if (body !== undefined && !request.headers['content-type']?.startsWith('application/json'))
    return { id, ...withBody(refusal(400, 'BadRequest', 'Content-Type is missing.')) };
  const outcome = await answer(parts, request);
  if (outcome === SILENCE || parts.faults.take(request, 'missing_member') !== null) return null;
  return { id, ...withBody(outcome) };
}

const withBody = ({ status, headers, body }: GraphReply): object => ({
  status,
  headers: { ...headers, ...(body === null ? {} : { 'Content-Type': 'application/json' }) },
  ...(body === null ? {} : { body }),
});
