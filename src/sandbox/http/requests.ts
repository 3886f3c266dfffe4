import type { IncomingMessage, ServerResponse } from 'node:http';

const MOST_BYTES = 4 * 1024 * 1024;

/** What the request asks for on `origin`; null for an address that is none. */
export function addressOf(request: IncomingMessage, origin: string): URL | null {
  try {
    return new URL(`${origin}${request.url ?? '/'}`);
  } catch {
    return null;
  }
}

/** The whole body as text; null when it is longer than 4 MB. */
export async function bodyOf(request: IncomingMessage): Promise<string | null> {
  return (await bytesOf(request, MOST_BYTES))?.toString('utf8') ?? null;
}

/** The whole body; null when it is longer than `most` bytes. */
export async function bytesOf(request: IncomingMessage, most: number): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let bytes = 0;
  // Read to its end even when it is too long: who sends it should get the answer, not a broken connection.
  for await (const part of request) {
    bytes += part.length;
    if (bytes <= most) parts.push(part);
  }
  return bytes > most ? null : Buffer.concat(parts);
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.end(JSON.stringify(body));
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.end(text);
}
