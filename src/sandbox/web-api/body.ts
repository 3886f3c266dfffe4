import { isRecord, type Part } from '../validate/part.ts';

const JSON_FIELDS = ['blocks', 'view', 'attachments', 'metadata', 'files'];

export type ReadBody = { ok: true; args: Part } | { ok: false; error: string };

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The arguments of a call: a form, whose structured fields are JSON, or JSON. */
export function argsOf(contentType: string, body: string): ReadBody {
  if (contentType.startsWith('application/json')) {
    const read = json(body);
    return isRecord(read) ? { ok: true, args: read } : { ok: false, error: 'invalid_json' };
  }
  if (contentType !== '' && !contentType.startsWith('application/x-www-form-urlencoded'))
    return { ok: false, error: 'invalid_form_data' };
  const args: Part = {};
  for (const [name, value] of new URLSearchParams(body)) {
    if (!JSON_FIELDS.includes(name)) args[name] = value;
    else {
      const read = json(value);
      if (read === undefined)
        return { ok: false, error: name === 'blocks' ? 'invalid_blocks_format' : 'invalid_arguments' };
      args[name] = read;
    }
  }
  return { ok: true, args };
}
