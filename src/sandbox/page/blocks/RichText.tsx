import type { RichTextBlock, RichTextElement } from '@slack/types';
import type { ComponentChildren } from 'preact';
import { inOrder } from '../text/in-order.ts';
import { ChannelMention, Link, PersonMention } from '../text/Mention.tsx';
import { useNames } from '../text/names.ts';
import { safeLink } from '../text/safe-link.ts';
import { slackDate } from '../text/slack-date.ts';

const emojiOf = (of: { name: string; unicode?: string }): string =>
  of.unicode === undefined
    ? `:${of.name}:`
    : String.fromCodePoint(...of.unicode.split('-').map((point) => Number.parseInt(point, 16)));

function Inner({ of }: { of: RichTextElement }) {
  const { reader } = useNames();
  switch (of.type) {
    case 'text':
      return <>{of.text}</>;
    case 'link': {
      const url = safeLink(of.url);
      return url === null ? (of.text ?? of.url) : <Link url={url} label={of.text ?? null} />;
    }
    case 'user':
      return <PersonMention id={of.user_id} label={null} />;
    case 'channel':
      return <ChannelMention id={of.channel_id} label={null} />;
    case 'broadcast':
      return <span class="mention">@{of.range}</span>;
    case 'usergroup':
    case 'team':
      return <span class="mention">@group</span>;
    case 'emoji':
      return <>{emojiOf(of)}</>;
    case 'date':
      return <time>{slackDate(reader, of.timestamp, of.format) ?? of.fallback ?? ''}</time>;
    case 'color':
      return <code>{of.value}</code>;
  }
}

/** One run of text in its styles. */
function Run({ of }: { of: RichTextElement }) {
  const { bold, italic, strike, code } = of.style ?? {};
  let run: ComponentChildren = <Inner of={of} />;
  if (code) run = <code>{run}</code>;
  if (strike) run = <s>{run}</s>;
  if (italic) run = <em>{run}</em>;
  return bold ? <strong>{run}</strong> : run;
}

const Runs = ({ of }: { of: readonly RichTextElement[] }) => (
  <>
    {inOrder(of).map(([key, run]) => (
      <Run key={key} of={run} />
    ))}
  </>
);

function Part({ of }: { of: RichTextBlock['elements'][number] }) {
  switch (of.type) {
    case 'rich_text_section':
      return (
        <div dir="auto">
          <Runs of={of.elements} />
        </div>
      );
    case 'rich_text_quote':
      return (
        <blockquote>
          <Runs of={of.elements} />
        </blockquote>
      );
    case 'rich_text_preformatted':
      return (
        <pre>
          <Runs of={of.elements} />
        </pre>
      );
    case 'rich_text_list': {
      const List = of.style === 'ordered' ? 'ol' : 'ul';
      return (
        <List class={`indent-${Math.min(of.indent ?? 0, 4)}`}>
          {inOrder(of.elements).map(([key, item]) => (
            <li key={key} dir="auto">
              <Runs of={item.elements} />
            </li>
          ))}
        </List>
      );
    }
  }
}

/** Rich text: paragraphs, lists, quotations, preformatted text. */
export const RichText = ({ of }: { of: RichTextBlock }) => (
  <div class="prose">
    {inOrder(of.elements).map(([key, part]) => (
      <Part key={key} of={part} />
    ))}
  </div>
);
