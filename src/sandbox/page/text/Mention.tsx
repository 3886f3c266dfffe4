import { useNames } from './names.ts';

/** A person's name as a mention; stronger when it is the person looking. */
export function PersonMention({ id, label }: { id: string; label: string | null }) {
  const names = useNames();
  const name = names.person(id) ?? label ?? 'unknown person';
  return <bdi class={id === names.me ? 'mention mention-me' : 'mention'}>@{name.replace(/^@/, '')}</bdi>;
}

/** A channel's name as a mention; a channel closed to the reader keeps its name to itself. */
export function ChannelMention({ id, label }: { id: string; label: string | null }) {
  const name = useNames().channel(id) ?? label;
  return <bdi class="mention">{name === null ? 'a private channel' : `#${name.replace(/^#/, '')}`}</bdi>;
}

/** An address to follow in a new tab, which learns nothing of this page. */
export function Link({ url, label }: { url: string; label: string | null }) {
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {label ?? url.replace(/^mailto:/i, '')}
    </a>
  );
}
