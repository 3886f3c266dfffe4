import type { SeenBlock } from '../../protocol.ts';
import { FreeElement } from '../elements/Element.tsx';
import { inOrder } from '../text/in-order.ts';
import { Alert } from './Alert.tsx';
import { Container } from './Container.tsx';
import { ContextLine } from './ContextLine.tsx';
import { DataTable } from './DataTable.tsx';
import { InputField } from './InputField.tsx';
import { Picture } from './Picture.tsx';
import { PlainTable } from './PlainTable.tsx';
import { RichText } from './RichText.tsx';
import { Section } from './Section.tsx';

function Block({ of }: { of: SeenBlock }) {
  switch (of.type) {
    case 'section':
      return <Section of={of} />;
    case 'header':
      return (
        <h3 class="block-header" dir="auto">
          {of.text.text}
        </h3>
      );
    case 'context':
      return <ContextLine of={of} />;
    case 'divider':
      return <hr />;
    case 'actions':
      return (
        <div class="block-actions">
          {inOrder(of.elements).map(([key, element]) => (
            <FreeElement key={key} of={element} blockId={of.block_id} />
          ))}
        </div>
      );
    case 'input':
      return <InputField of={of} />;
    case 'image':
      return <Picture of={of} />;
    case 'data_table':
      return <DataTable of={of} />;
    case 'table':
      return <PlainTable of={of} />;
    case 'container':
      return (
        <Container of={of}>
          {/* The server has given every block an id. */}
          <Blocks of={of.child_blocks as readonly SeenBlock[]} />
        </Container>
      );
    case 'alert':
      return <Alert of={of} />;
    case 'markdown':
      // As it was written: the desk sends none, and nothing of it is lost.
      return (
        <div class="prose" dir="auto">
          {of.text}
        </div>
      );
    case 'rich_text':
      return <RichText of={of} />;
    default:
      return <p class="quiet">({of.type} is not shown here)</p>;
  }
}

/** The blocks of a message, modal or Home, one under the other. */
export const Blocks = ({ of }: { of: readonly SeenBlock[] }) => (
  <div class="blocks">
    {of.map((block) => (
      <Block key={`${block.type} ${block.block_id}`} of={block} />
    ))}
  </div>
);
