import type { NewInvitee } from './store.ts';

const ADDRESS = /^[^\s@<>"(),;:[\]\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}$/u;
const OPTIONAL = /\s*\(?\boptional\b\)?\s*$/i;

export type ReadAddresses = { ok: true; invitees: readonly NewInvitee[] } | { ok: false; problem: string };

/** People by address, one a line or with a semicolon between them: "ana@mfa.example", "Ana Perić <ana@mfa.example>", "… optional". */
export function readAddresses(text: string): ReadAddresses {
  const invitees: NewInvitee[] = [];
  for (const piece of text.split(/[\n;]|,(?=[^<]*@)/)) {
    const written = piece.trim();
    if (written === '') continue;
    const optional = OPTIONAL.test(written);
    const bare = written.replace(OPTIONAL, '').trim();
    const [, named = '', inBrackets] = /^(.*?)\s*<([^<>]*)>$/.exec(bare) ?? [];
    const address = (inBrackets ?? bare).trim();
    if (address.length > 254 || !ADDRESS.test(address))
      return {
        ok: false,
        problem: `“${written}” is not an e-mail address. One a line, as ana@mfa.example or Ana <ana@mfa.example>; add “optional” where it is.`,
      };
    invitees.push({ address, name: named.replace(/^["']|["']$/g, '').trim() || address, optional, slackId: null });
  }
  return { ok: true, invitees };
}
