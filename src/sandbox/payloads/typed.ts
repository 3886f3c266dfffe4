import type { Sandbox } from '../sandbox.ts';
import { DESK_APP } from '../world/cast.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What a person may have meant by each mention that they can type. */
function mentions(sandbox: Sandbox, named: boolean): Map<string, string> {
  const { people, channels } = sandbox.world.state;
  const known = new Map<string, string>();
  const everyone = [{ id: DESK_APP.user, name: sandbox.app.name, handle: 'action5' }, ...people];
  for (const { id, name, handle } of everyone) {
    const token = named ? `<@${id}|${handle}>` : `<@${id}>`;
    for (const typed of [`@${name}`, `@${handle}`, `<@${id}>`]) known.set(typed.toLowerCase(), token);
  }
  for (const { id, kind, name } of channels) {
    if (kind === 'direct') continue;
    for (const typed of [`#${name}`, `<#${id}>`]) known.set(typed.toLowerCase(), `<#${id}|${named ? name : ''}>`);
  }
  for (const all of ['here', 'channel', 'everyone']) known.set(`@${all}`, `<!${all}>`);
  return known;
}

/** Text as Slack passes it on after a person typed it: mentions of known persons and channels become tokens, all else is escaped. `named` adds names, as slash commands have them. */
export function asTyped(sandbox: Sandbox, text: string, named: boolean): string {
  const known = mentions(sandbox, named);
  const longestFirst = [...known.keys()].sort((a, b) => b.length - a.length).map(literal);
  const pattern = new RegExp(`(?<![\\w.])(?:${longestFirst.join('|')})(?![\\w-])`, 'gi');
  let passed = '';
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    passed += escaped(text.slice(from, match.index)) + (known.get(match[0].toLowerCase()) ?? escaped(match[0]));
    from = match.index + match[0].length;
  }
  return passed + escaped(text.slice(from));
}
