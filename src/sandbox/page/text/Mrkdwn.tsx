import { inOrder } from './in-order.ts';
import { ChannelMention, Link, PersonMention } from './Mention.tsx';
import { type MrkdwnNode, parseMrkdwn } from './mrkdwn.ts';
import { useNames } from './names.ts';
import { slackDate } from './slack-date.ts';

function DateNode({ node }: { node: MrkdwnNode & { kind: 'date' } }) {
  const text = slackDate(useNames().reader, node.seconds, node.format) ?? node.fallback;
  return node.url === null ? <time title={node.fallback}>{text}</time> : <Link url={node.url} label={text} />;
}

const NAMED = { bold: 'strong', italic: 'em', strike: 's', quote: 'blockquote' } as const;

function Node({ node }: { node: MrkdwnNode }) {
  switch (node.kind) {
    case 'text':
    case 'written':
      return <>{node.text}</>;
    case 'bold':
    case 'italic':
    case 'strike':
    case 'quote': {
      const Tag = NAMED[node.kind];
      return (
        <Tag>
          <Nodes nodes={node.children} />
        </Tag>
      );
    }
    case 'code':
      return <code>{node.text}</code>;
    case 'pre':
      return <pre>{node.text}</pre>;
    case 'user':
      return <PersonMention id={node.id} label={node.label} />;
    case 'channel':
      return <ChannelMention id={node.id} label={node.label} />;
    case 'broadcast':
      return <span class="mention">{node.label}</span>;
    case 'date':
      return <DateNode node={node} />;
    case 'link':
      return <Link url={node.url} label={node.label} />;
  }
}

const Nodes = ({ nodes }: { nodes: readonly MrkdwnNode[] }) => (
  <>
    {inOrder(nodes).map(([key, node]) => (
      <Node key={key} node={node} />
    ))}
  </>
);

/** Slack's mrkdwn, drawn from a tree: nothing in it can become markup of the page. */
export const Mrkdwn = ({ text }: { text: string }) => <Nodes nodes={parseMrkdwn(text)} />;
