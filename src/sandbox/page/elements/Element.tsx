import type { ActionsBlockElement, InputBlockElement, SectionBlockAccessory } from '@slack/types';
import { useId } from 'preact/hooks';
import { ButtonElement } from './ButtonElement.tsx';
import { ChoiceElement } from './ChoiceElement.tsx';
import type { ControlPlace } from './control.ts';
import { DateElement } from './DateElement.tsx';
import { ImageElement } from './ImageElement.tsx';
import { MomentElement } from './MomentElement.tsx';
import { MultiSelectElement } from './MultiSelectElement.tsx';
import { OverflowElement } from './OverflowElement.tsx';
import { SelectElement } from './SelectElement.tsx';
import { TextElement } from './TextElement.tsx';
import type { AnyElement } from './value.ts';

export type KnownElement = ActionsBlockElement | InputBlockElement | SectionBlockAccessory;

/** An element of a block; one that the page does not know is named, not hidden. */
export function Element({ of, place }: { of: KnownElement; place: ControlPlace }) {
  switch (of.type) {
    case 'button':
      return <ButtonElement of={of} blockId={place.blockId} />;
    case 'overflow':
      return <OverflowElement of={of} blockId={place.blockId} />;
    case 'image':
      return <ImageElement of={of} />;
    case 'static_select':
    case 'external_select':
    case 'users_select':
    case 'conversations_select':
    case 'channels_select':
      return <SelectElement of={of} place={place} />;
    case 'multi_static_select':
    case 'multi_external_select':
    case 'multi_users_select':
    case 'multi_conversations_select':
    case 'multi_channels_select':
      return <MultiSelectElement of={of} place={place} />;
    case 'checkboxes':
    case 'radio_buttons':
      return <ChoiceElement of={of} place={place} />;
    case 'datepicker':
    case 'timepicker':
      return <DateElement of={of} place={place} />;
    case 'datetimepicker':
      return <MomentElement of={of} place={place} />;
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return <TextElement of={of} place={place} />;
    default:
      return <Unknown of={of} />;
  }
}

const Unknown = ({ of }: { of: AnyElement }) => <span class="quiet">({of.type} is not shown here)</span>;

/** An element that stands on its own in a message, modal or Home. */
export function FreeElement({ of, blockId }: { of: KnownElement; blockId: string }) {
  const id = useId();
  const place = { blockId, id, input: false, dispatch: true, invalid: false, required: false };
  return <Element of={of} place={place} />;
}
