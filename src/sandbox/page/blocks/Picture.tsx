import type { ImageBlock } from '@slack/types';
import { ImageElement } from '../elements/ImageElement.tsx';

/** A picture with its title. */
export const Picture = ({ of }: { of: ImageBlock }) => (
  <figure class="block-picture">
    {of.title && <figcaption>{of.title.text}</figcaption>}
    <ImageElement of={{ ...of, type: 'image' }} />
  </figure>
);
