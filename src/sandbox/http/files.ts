import type { IncomingMessage, ServerResponse } from 'node:http';
import { refusedAct } from '../acts/outcome.ts';
import { kindOf } from '../files/kinds.ts';
import { MOST_FILE_BYTES } from '../files/uploads.ts';
import type { ActAnswer } from '../protocol.ts';
import type { Sandbox } from '../sandbox.ts';
import { bearerOf } from '../web-api/serve.ts';
import { fileFor, fileWith } from '../world/files.ts';
import type { KeptFile } from '../world/state.ts';
import type { Doorman } from './doorman.ts';
import { bytesOf, sendText } from './requests.ts';

// Opened by itself, a file runs nothing, whatever it holds.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** Slack answers strangers with a page to sign in, and status 200: whoever fetches a file must look at what came. */
const SIGN_IN = '<!doctype html><title>Sign in</title><h1>Sign in to your workspace</h1>';

const NAMED = /^\/files\/(F[A-Z0-9]+)\/[^/]+$/;

function mayHave(request: IncomingMessage, sandbox: Sandbox, doorman: Doorman, id: string): KeptFile | undefined {
  if (doorman.hasCookie(request)) return fileWith(sandbox.world, id);
  const asDesk = bearerOf(request) === sandbox.tokens.bot && sandbox.app.scopes.includes('files:read');
  return asDesk ? fileFor(sandbox, id) : undefined;
}

/** The bytes of a file, to the page and to the desk. */
export async function serveFile(
  request: IncomingMessage,
  response: ServerResponse,
  { sandbox, doorman, url }: { sandbox: Sandbox; doorman: Doorman; url: URL },
): Promise<void> {
  response.setHeader('content-security-policy', POLICY);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('cache-control', 'no-store');
  const file = mayHave(request, sandbox, doorman, NAMED.exec(url.pathname)?.[1] ?? '');
  const bytes = file ? await sandbox.shelf.get(file.id) : null;
  if (file === undefined || bytes === null) {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(SIGN_IN);
    return;
  }
  const { mime, picture } = kindOf(file.name);
  response.setHeader('content-type', mime);
  response.setHeader(
    'content-disposition',
    `${picture ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  );
  response.end(bytes);
}

/** The bytes of a form's first file, or the whole body when it is no form. */
async function contentOf(request: IncomingMessage, body: Buffer): Promise<Buffer | null> {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return body;
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    const [file] = [...form.values()].filter((each) => typeof each !== 'string');
    return file === undefined ? null : Buffer.from(await file.arrayBuffer());
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Takes the bytes that the desk sends to the address it was given; the address is its permission. */
export async function takeUpload(
  request: IncomingMessage,
  response: ServerResponse,
  sandbox: Sandbox,
  secret: string,
): Promise<void> {
  const body = await bytesOf(request, MOST_FILE_BYTES);
  const bytes = body && (await contentOf(request, body));
  const id = bytes ? sandbox.uploads.receive(secret, bytes.length) : null;
  if (bytes === null || id === null) return sendText(response, 400, 'This upload was not expected.');
  await sandbox.shelf.put(id, bytes);
  sendText(response, 200, `OK - ${bytes.length}`);
}

/** Takes a file that a person has chosen; a message brings it later. */
export async function takeFile(request: IncomingMessage, sandbox: Sandbox, url: URL): Promise<ActAnswer> {
  const author = url.searchParams.get('as') ?? '';
  const name = (url.searchParams.get('name') ?? '').replace(/[/\\\p{Cc}]/gu, '_').slice(0, 200);
  if (sandbox.world.person(author) === undefined) return refusedAct('user_not_found', 'Nobody here has this id.');
  const bytes = await bytesOf(request, MOST_FILE_BYTES);
  if (bytes === null)
    return refusedAct('file_upload_size_restricted', 'This file is too large: the sandbox takes up to 20 MB.');
  if (name === '' || bytes.length === 0) return refusedAct('empty_file', 'This file is empty.');
  const id = sandbox.ids.next('F');
  await sandbox.shelf.put(id, bytes);
  const created = Math.floor(sandbox.clock.now().epochMilliseconds / 1_000);
  const file = { id, name, title: name, alt: null, size: bytes.length, author, created, channels: [] };
  sandbox.world.state.files[id] = file;
  sandbox.world.changed();
  return { ok: true, file: id };
}
