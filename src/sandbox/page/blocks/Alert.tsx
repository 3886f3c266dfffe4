import type { AlertBlock } from '@slack/types';
import { Text } from '../text/Text.tsx';

const LEVELS = { default: 'Note', info: 'Note', warning: 'Warning', error: 'Problem', success: 'Done' } as const;

/** A remark in a modal that is not to be overlooked; its level is said, not only coloured. */
export const Alert = ({ of }: { of: AlertBlock }) => (
  <div class={`block-alert alert-${of.level ?? 'default'}`} role="note">
    <strong>{LEVELS[of.level ?? 'default']}</strong>
    <div class="prose" dir="auto">
      <Text of={of.text} />
    </div>
  </div>
);
