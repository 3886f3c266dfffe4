import type { OutlookAccess } from '../desk/ground.ts';
import { type Registration, tokensOf } from './graph/tokens.ts';

/** How to reach Outlook, and who one is there; null for an address that is not Microsoft's, where nobody signs in. */
type Place = Omit<OutlookAccess, 'token'> & { registration: Registration | null };

export function accessOf({ registration, ...place }: Place): OutlookAccess {
  const { baseUrl, ca, mailbox, calendar } = place;
  return {
    baseUrl,
    ca,
    mailbox,
    calendar,
    token: registration === null ? async () => 'stand-in' : tokensOf(registration),
  };
}
