import type { ImageElement as Image } from '@slack/types';
import { safeLink } from '../text/safe-link.ts';

/** Pictures come from this computer only: another address is named and not fetched. */
const shownHere = (address: string): boolean =>
  address.startsWith('data:image/') || (safeLink(address) !== null && new URL(address).origin === location.origin);

/** Where a file of this workspace is, by its id or by the address that came with it. */
const addressOf = (file: { id?: string; url?: string }): string | null =>
  file.id === undefined ? (file.url ?? null) : `${location.origin}/files/${encodeURIComponent(file.id)}/picture`;

/** A picture, or its description where it may not be fetched. */
export function ImageElement({ of }: { of: Image }) {
  const url = 'image_url' in of ? of.image_url : addressOf(of.slack_file);
  return url !== null && shownHere(url) ? (
    <img src={url} alt={of.alt_text} />
  ) : (
    <span class="picture-unseen">{of.alt_text}</span>
  );
}
