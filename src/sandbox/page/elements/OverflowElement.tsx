import type { Overflow } from '@slack/types';
import { Icon } from '../frame/Icon.tsx';
import { Menu } from '../frame/Menu.tsx';
import { useConfirm } from './confirm.tsx';
import { usePress } from './use-press.ts';

/** The menu behind three dots. */
export function OverflowElement({ of, blockId }: { of: Overflow; blockId: string }) {
  const { busy, press } = usePress(blockId, of.action_id ?? '');
  const { guard, dialog } = useConfirm(of.confirm);
  const items = of.options.map((option) => ({
    key: option.value ?? option.text.text,
    text: option.text.text,
    about: option.description?.text,
    choose: () => guard(() => void press({ type: 'overflow', selected_option: option })),
  }));
  return (
    <>
      <Menu label="More actions" face={<Icon name="more" />} class="button button-icon" items={items} busy={busy} />
      {dialog}
    </>
  );
}
