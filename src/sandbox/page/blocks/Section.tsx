import type { SectionBlock } from '@slack/types';
import { FreeElement } from '../elements/Element.tsx';
import { inOrder } from '../text/in-order.ts';
import { Text } from '../text/Text.tsx';

/** A paragraph, its short texts in two columns, and what stands beside them. */
export const Section = ({ of }: { of: SectionBlock }) => (
  <div class={of.accessory ? 'block-section block-section-wide' : 'block-section'}>
    <div class="block-section-text">
      {of.text && (
        <div class="prose" dir="auto">
          <Text of={of.text} />
        </div>
      )}
      {of.fields && (
        <div class="block-fields">
          {inOrder(of.fields).map(([key, field]) => (
            <div key={key} class="prose" dir="auto">
              <Text of={field} />
            </div>
          ))}
        </div>
      )}
    </div>
    {of.accessory && (
      <div class="block-accessory">
        <FreeElement of={of.accessory} blockId={of.block_id ?? ''} />
      </div>
    )}
  </div>
);
