import type { ContextBlock } from '@slack/types';
import { ImageElement } from '../elements/ImageElement.tsx';
import { inOrder } from '../text/in-order.ts';
import { Text } from '../text/Text.tsx';

/** Small print. */
export const ContextLine = ({ of }: { of: ContextBlock }) => (
  <div class="block-context">
    {inOrder(of.elements).map(([key, element]) => (
      <div key={key} class="prose" dir="auto">
        {element.type === 'image' ? <ImageElement of={element} /> : <Text of={element} />}
      </div>
    ))}
  </div>
);
