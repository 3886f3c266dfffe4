import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import type { Doorman } from './doorman.ts';
import { sendText } from './requests.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
};

// Nothing is fetched from anywhere else, and no other page may frame this one.
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

async function file(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')) return null;
    throw error;
  }
}

/** Serves the page to who has the token or its cookie, and the files it is made of. Permalinks open the page too. */
export async function servePage(
  request: IncomingMessage,
  response: ServerResponse,
  { folder, doorman, url }: { folder: string | null; doorman: Doorman; url: URL },
): Promise<void> {
  response.setHeader('content-security-policy', POLICY);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cache-control', 'no-cache');
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendText(response, 405, 'Only GET.');
  const asset = /^\/assets\/([A-Za-z0-9][A-Za-z0-9._-]*)$/.exec(url.pathname)?.[1];
  const isPage = url.pathname === '/' || url.pathname.startsWith('/archives/');
  if (asset === undefined && !isPage) return sendText(response, 404, 'There is nothing here.');
  const holds = doorman.holdsToken(url.searchParams.get('token'));
  if (isPage && !holds && !doorman.hasCookie(request))
    return sendText(response, 403, 'Open the address that the desk printed when it started: it carries the key.');
  if (isPage && holds) response.setHeader('set-cookie', doorman.cookie());
  const name = asset ?? 'index.html';
  const content = folder === null ? null : await file(join(folder, name));
  if (content === null)
    return sendText(response, 404, isPage ? 'The page has not been built.' : 'There is nothing here.');
  response.setHeader('content-type', TYPES[extname(name)] ?? 'application/octet-stream');
  response.end(content);
}
