import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MethodFault } from '../faults.ts';
import { addressOf } from '../http/requests.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Part } from '../validate/part.ts';
import { argsOf } from './body.ts';
import { type Answer, type Method, missingScope, refused, textArg } from './method.ts';
import { METHODS } from './methods.ts';
import type { Rates } from './rates.ts';

const HTML = '<!doctype html><title>Bad gateway</title><h1>The server is not available</h1>';

/** The token in the header of a request; null when there is none. */
export const bearerOf = (request: IncomingMessage): string | null => {
  const header = request.headers.authorization ?? '';
  return header.startsWith('Bearer ') ? header.slice(7) : null;
};

const bearer = (request: IncomingMessage, args: Part): string | null => bearerOf(request) ?? textArg(args, 'token');

/** Whether this token may call it. */
function permission(method: Method, token: string | null, sandbox: Sandbox): Answer | null {
  if (method.token === 'none') return null;
  if (token === null) return refused('not_authed');
  const { bot, app } = sandbox.tokens;
  if (token !== bot && token !== app) return refused('invalid_auth');
  if (token !== (method.token === 'app' ? app : bot)) return refused('not_allowed_token_type');
  const { scopes } = sandbox.app;
  if (method.scopes.length === 0 || method.scopes.some((scope) => scopes.includes(scope))) return null;
  return missingScope(method.scopes, sandbox);
}

function send(response: ServerResponse, answer: Answer, sandbox: Sandbox, method: Method | undefined): void {
  response.setHeader('x-oauth-scopes', sandbox.app.scopes.join(','));
  if (method) response.setHeader('x-accepted-oauth-scopes', method.scopes.join(','));
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(answer));
}

/** Answers `/api/METHOD` as Slack's Web API does. */
export function serveWebApi(
  request: IncomingMessage,
  response: ServerResponse,
  { sandbox, rates, name, body }: { sandbox: Sandbox; rates: Rates; name: string; body: string },
): void {
  const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
  const fault = method ? sandbox.faults.onCall(name) : null;
  if (fault?.fault === 'broken') {
    response.statusCode = fault.status;
    response.setHeader('content-type', 'text/html');
    response.end(HTML);
    return;
  }
  const { answer, wait } = answerTo(request, { sandbox, rates, name, body, method, fault });
  if (fault?.fault === 'answer-lost') {
    request.socket.destroy();
    return;
  }
  if (wait > 0) {
    response.statusCode = 429;
    response.setHeader('retry-after', String(wait));
  }
  send(response, answer, sandbox, method);
}

interface Calling {
  sandbox: Sandbox;
  rates: Rates;
  name: string;
  body: string;
  method: Method | undefined;
  fault: MethodFault | null;
}

function answerTo(
  request: IncomingMessage,
  { sandbox, rates, name, body, method, fault }: Calling,
): { answer: Answer; wait: number } {
  const at = (answer: Answer, wait = 0) => ({ answer, wait });
  if (method === undefined) return at(refused('unknown_method', { req_method: name }));
  const query = addressOf(request, 'http://127.0.0.1')?.search.slice(1) ?? '';
  const read = body === '' ? argsOf('', query) : argsOf(request.headers['content-type'] ?? '', body);
  if (!read.ok) return at(refused(read.error));
  const denied = permission(method, bearer(request, read.args), sandbox);
  if (denied) return at(denied);
  const wait = fault?.fault === 'ratelimit' ? fault.retryAfter : rates.wait(name, read.args);
  if (wait > 0) return at(refused('ratelimited'), wait);
  if (fault?.fault === 'refuse') return at(refused(fault.error));
  return at(method.run(read.args, sandbox));
}
