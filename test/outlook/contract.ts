import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { z } from 'zod';

const FILE = new URL('../contracts/graph-calendar.strict.openapi.json', import.meta.url);
const content = z.object({ content: z.record(z.string(), z.unknown()) }).partial();
const operation = z.object({
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), schema: z.object({ pattern: z.string().optional() }) }))
    .default([]),
  requestBody: content.optional(),
  responses: z.record(z.string(), z.looseObject({ content: z.record(z.string(), z.unknown()).optional() })),
});
const document: unknown = JSON.parse(readFileSync(FILE, 'utf8'));
const { paths } = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) }).parse(document);
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: false });
ajv.addSchema({ $id: 'graph', ...z.looseObject({}).parse(document) });

const message = z.object({
  method: z.string(),
  url: z.string(),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.unknown().optional(),
  response: z.object({ status: z.number(), body: z.unknown().optional() }),
});
type Exchange = z.infer<typeof message>;
const batch = z.object({
  body: z.object({ requests: z.array(z.looseObject({ id: z.string(), method: z.string(), url: z.string() })) }),
  response: z.object({ body: z.object({ responses: z.array(z.looseObject({ id: z.string() })) }) }),
});

const pointer = (...parts: readonly string[]): string =>
  `graph#/${parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
const templates = Object.keys(paths)
  .map((path) => ({ path, fits: new RegExp(`^${path.replace(/[$.()]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+')}$`) }))
  .toSorted((a, b) => (a.path.match(/\{/g)?.length ?? 0) - (b.path.match(/\{/g)?.length ?? 0));

function wrongBody(reference: string, body: unknown): string[] {
  const validate = ajv.getSchema(reference) ?? ajv.compile({ $ref: reference });
  return validate(body) ? [] : [ajv.errorsText(validate.errors)];
}

function wrongOne({ method, url, headers, body, response }: Exchange): string[] {
  const path = new URL(url, 'https://graph.invalid').pathname.replace(/^\/v1\.0/, '');
  const template = templates.find(({ fits }) => fits.test(path))?.path;
  const verb = method.toLowerCase();
  const parsed = operation.safeParse(paths[template ?? '']?.[verb]);
  if (template === undefined || !parsed.success) return [`There is no ${method} ${path}.`];
  const names = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const at = (...parts: readonly string[]): string =>
    pointer('paths', template, verb, ...parts, 'content', 'application/json', 'schema');
  const { parameters, requestBody, responses } = parsed.data;
  const status = String(response.status);
  return [
    ...parameters
      .filter((each) => each.in === 'header' && each.schema.pattern !== undefined)
      .filter(
        ({ name, schema }) => !new RegExp(schema.pattern ?? '').test(names.get(name.toLowerCase()) ?? 'return=minimal'),
      )
      .filter(({ name }) => names.has(name.toLowerCase()))
      .map(({ name }) => `${name} is not as it should be: ${names.get(name.toLowerCase())}`),
    ...(requestBody === undefined ? [] : wrongBody(at('requestBody'), body)),
    ...(response.status >= 400
      ? wrongBody(pointer('components', 'schemas', 'error'), response.body)
      : responses[status]?.content === undefined
        ? []
        : wrongBody(at('responses', status), response.body)),
  ].map((wrong) => `${method} ${path} ${status}: ${wrong}`);
}

/** Everything in recorded exchanges that the contract does not allow; the members of batches too. */
export function wrongIn(exchanges: readonly unknown[]): string[] {
  return exchanges
    .map((each) => message.parse(each))
    .flatMap((exchange) => {
      const outer = wrongOne(exchange);
      const members = batch.safeParse(exchange);
      if (!members.success || !exchange.url.endsWith('$batch')) return outer;
      const { requests } = members.data.body;
      const inner = members.data.response.body.responses.flatMap((response) => {
        const request = requests.find(({ id }) => id === response.id);
        return wrongOne(message.parse({ ...request, response }));
      });
      return [...outer, ...inner];
    });
}
