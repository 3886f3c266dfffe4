import type { SeenFile } from '../../protocol.ts';
import { Icon } from '../frame/Icon.tsx';
import { sizeOf } from './size.ts';

/** A file of a message: a picture is shown, anything else can be taken down. */
export function FileCard({ of }: { of: SeenFile }) {
  const about = `${of.kind}, ${sizeOf(of.size)}`;
  if (of.picture)
    return (
      <figure class="file-picture">
        <figcaption dir="auto">
          {of.title} <span class="quiet">{about}</span>
        </figcaption>
        <a href={of.url} target="_blank" rel="noopener noreferrer">
          <img src={of.url} alt={of.alt ?? of.title} />
        </a>
      </figure>
    );
  return (
    <a class="file" href={of.url} download={of.name}>
      <Icon name="file" />
      <span>
        <span class="file-name" dir="auto">
          {of.title}
        </span>
        <span class="quiet">{about}</span>
      </span>
    </a>
  );
}
