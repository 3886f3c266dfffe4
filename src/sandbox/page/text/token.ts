import { unescapeText } from '../../../blocks/mrkdwn.ts';
import { safeLink } from './safe-link.ts';

/** What stands between `<` and `>` in mrkdwn. */
export type Token =
  | { kind: 'user'; id: string; label: string | null }
  | { kind: 'channel'; id: string; label: string | null }
  | { kind: 'broadcast'; label: string }
  | { kind: 'date'; seconds: number; format: string; url: string | null; fallback: string }
  | { kind: 'link'; url: string; label: string | null }
  | { kind: 'written'; text: string };

const dateOf = (body: string, fallback: string): Token | null => {
  const match = /^!date\^(-?\d{1,12})\^([^^]+)(?:\^(.+))?$/.exec(body);
  if (match === null) return null;
  const [, seconds = '', format = '', url = ''] = match;
  return {
    kind: 'date',
    seconds: Number(seconds),
    format: unescapeText(format),
    url: safeLink(unescapeText(url)),
    fallback,
  };
};

const special = (body: string, label: string | null): Token => {
  const name = body.slice(1).split('^')[0] ?? '';
  if (['channel', 'here', 'everyone'].includes(name)) return { kind: 'broadcast', label: `@${name}` };
  if (name === 'subteam') return { kind: 'broadcast', label: label ?? '@group' };
  return dateOf(body, label ?? '') ?? { kind: 'written', text: label ?? `<${name}>` };
};

/** Reads the inside of `<…>`; what is no token, or a link that may not be followed, stays as it was written. */
export function tokenOf(inside: string): Token {
  const bar = inside.indexOf('|');
  const body = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 || bar === inside.length - 1 ? null : unescapeText(inside.slice(bar + 1));
  if (/^@[UWB][A-Z0-9]*$/.test(body)) return { kind: 'user', id: body.slice(1), label };
  if (/^#[CGD][A-Z0-9]*$/.test(body)) return { kind: 'channel', id: body.slice(1), label };
  if (body.startsWith('!')) return special(body, label);
  const url = safeLink(unescapeText(body));
  return url === null ? { kind: 'written', text: `<${unescapeText(inside)}>` } : { kind: 'link', url, label };
}
