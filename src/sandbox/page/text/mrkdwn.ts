import { unescapeText } from '../../../blocks/mrkdwn.ts';
import { type Token, tokenOf } from './token.ts';

/** mrkdwn as a tree; text in it is decoded and stands for itself. */
export type MrkdwnNode =
  | { kind: 'text'; text: string }
  | { kind: 'bold' | 'italic' | 'strike' | 'quote'; children: readonly MrkdwnNode[] }
  | { kind: 'code' | 'pre'; text: string }
  | Token;

const STYLES = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
type Marker = keyof typeof STYLES;

const isMarker = (char: string): char is Marker => char in STYLES;
const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);
const isBlank = (char: string | undefined): boolean => char === undefined || /[\s\u200B]/.test(char);

const TOKEN = /<([^<>\n]+)>/y;
const PRE = /```\n?([\s\S]+?)\n?```/y;
// A back-tick between two zero-width spaces is text, as the desk writes what somebody typed.
const TYPED = '(?<=\\u200B)`(?=\\u200B)';
const CODE = new RegExp(`(?!${TYPED})\`((?:[^\`\\n]|${TYPED})+)(?!${TYPED})\``, 'y');

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** Where a piece that is opaque to styles (token, code) which begins at `at` ends; null when none begins there. */
const opaqueEnd = (text: string, at: number): number | null => {
  if (text[at] !== '<' && text[at] !== '`') return null;
  const match = matchAt(TOKEN, text, at) ?? matchAt(PRE, text, at) ?? matchAt(CODE, text, at);
  return match === null ? null : at + match[0].length;
};

const closingOf = (marker: Marker, text: string, from: number): number | null => {
  for (let at = from; at < text.length && text[at] !== '\n'; ) {
    if (text[at] === marker && at > from && !isBlank(text[at - 1]) && !isWord(text[at + 1])) return at;
    at = opaqueEnd(text, at) ?? at + 1;
  }
  return null;
};

const withoutTokens = (text: string): string =>
  unescapeText(text.replace(/<([^<>\n]+)>/g, (_, inside: string) => inside.split('|').at(-1) ?? ''));

const parsePiece = (text: string, at: number): { node: MrkdwnNode; end: number } | null => {
  const token = matchAt(TOKEN, text, at);
  if (token) return { node: tokenOf(token[1] ?? ''), end: at + token[0].length };
  const pre = matchAt(PRE, text, at);
  if (pre) return { node: { kind: 'pre', text: withoutTokens(pre[1] ?? '') }, end: at + pre[0].length };
  const code = matchAt(CODE, text, at);
  if (code) return { node: { kind: 'code', text: withoutTokens(code[1] ?? '') }, end: at + code[0].length };
  const marker = text[at] ?? '';
  if (!isMarker(marker) || isWord(text[at - 1]) || isBlank(text[at + 1])) return null;
  const end = closingOf(marker, text, at + 1);
  if (end === null) return null;
  return { node: { kind: STYLES[marker], children: parseInline(text.slice(at + 1, end)) }, end: end + 1 };
};

/** Tokens and code are recognised first and entities decoded last, so escaped text never becomes a mention. */
function parseInline(text: string): MrkdwnNode[] {
  const nodes: MrkdwnNode[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') nodes.push({ kind: 'text', text: unescapeText(plain) });
    plain = '';
  };
  for (let at = 0; at < text.length; ) {
    const piece = parsePiece(text, at);
    if (piece === null) {
      plain += text[at];
      at += 1;
      continue;
    }
    flush();
    nodes.push(piece.node);
    at = piece.end;
  }
  flush();
  return nodes;
}

const QUOTED = /(?:^(?:>|&gt;)[^\n]*(?:\n|$))+/gm;

/** Reads mrkdwn as Slack shows it: styles, code, quotes, mentions, dates, links. Never throws; what is no markup is text. */
export function parseMrkdwn(text: string): MrkdwnNode[] {
  if (text.includes('```')) return parseInline(text);
  const nodes: MrkdwnNode[] = [];
  let from = 0;
  for (const quote of text.matchAll(QUOTED)) {
    nodes.push(...parseInline(text.slice(from, quote.index)));
    const inside = quote[0].replace(/^(?:>|&gt;) ?/gm, '').replace(/\n$/, '');
    nodes.push({ kind: 'quote', children: parseInline(inside) });
    from = quote.index + quote[0].length;
  }
  nodes.push(...parseInline(text.slice(from)));
  return nodes;
}
