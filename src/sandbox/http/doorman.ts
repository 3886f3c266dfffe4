import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Who may come in: the person who has the printed address, from this machine, and no web page of another origin. */
export interface Doorman {
  /** Whether the request names this server itself (a web page that points its own name here does not). */
  ownHost(request: IncomingMessage): boolean;
  /** Why a request under /sandbox/ is refused; null when it may pass. */
  refusal(request: IncomingMessage): string | null;
  holdsToken(token: string | null): boolean;
  hasCookie(request: IncomingMessage): boolean;
  cookie(): string;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const equal = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

export function doormanFor(token: string, port: () => number): Doorman {
  // Cookies know no ports: another server on this machine may be sent this one, and must not learn the token from it.
  const kept = digest(`the cookie of ${token}`).toString('hex');
  const holdsToken = (given: string | null): boolean => given !== null && equal(given, token);
  const name = (): string => `sandbox-${port()}`;
  const hosts = (): string[] => [`127.0.0.1:${port()}`, `localhost:${port()}`];
  const hasCookie = (request: IncomingMessage): boolean =>
    (request.headers.cookie ?? '')
      .split(';')
      .map((each) => each.trim())
      .some((each) => each.startsWith(`${name()}=`) && equal(each.slice(name().length + 1), kept));
  const ownHost = (request: IncomingMessage): boolean => hosts().includes(request.headers.host ?? '');

  return {
    ownHost,
    holdsToken,
    hasCookie,
    cookie: () => `${name()}=${kept}; HttpOnly; SameSite=Strict; Path=/`,
    refusal(request) {
      const { origin } = request.headers;
      const site = request.headers['sec-fetch-site'];
      if (!ownHost(request)) return 'foreign_host';
      if (origin !== undefined && origin !== `http://${request.headers.host}`) return 'foreign_origin';
      if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'foreign_origin';
      const header = request.headers['x-sandbox-token'];
      return hasCookie(request) || holdsToken(typeof header === 'string' ? header : null) ? null : 'no_token';
    },
  };
}
