import type { Button } from '@slack/types';
import { safeLink } from '../text/safe-link.ts';
import { useConfirm } from './confirm.tsx';
import { usePress } from './use-press.ts';

const STYLES = { primary: 'button button-primary', danger: 'button button-danger' } as const;

/** A button of a message, modal or Home; with an address it also opens that in a new tab. */
export function ButtonElement({ of, blockId }: { of: Button; blockId: string }) {
  const { busy, press } = usePress(blockId, of.action_id ?? '');
  const { guard, dialog } = useConfirm(of.confirm);
  const url = of.url === undefined ? null : safeLink(of.url);
  const pressed = () => {
    if (url !== null) open(url, '_blank', 'noopener,noreferrer');
    press();
  };
  return (
    <>
      <button
        type="button"
        class={of.style ? STYLES[of.style] : 'button'}
        aria-label={of.accessibility_label}
        aria-busy={busy}
        onClick={() => guard(() => void pressed())}
      >
        {of.text.text}
      </button>
      {dialog}
    </>
  );
}
