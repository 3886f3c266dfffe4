import { plain, section } from '../blocks/build.ts';
import { clamp, LIMITS } from '../blocks/limits.ts';
import type { Modal } from '../blocks/message.ts';
import { md } from '../blocks/mrkdwn.ts';
import { longText } from '../blocks/paragraphs.ts';
import { MOST_TYPED } from '../desk/words.ts';
import type { ViewState } from './payloads.ts';

/** What a person typed into a window, field by field. */
const typedIn = (state: ViewState | undefined): string =>
  Object.values(state?.values ?? {})
    .flatMap((block) => Object.values(block))
    .flatMap(({ type, value }) => (type === 'plain_text_input' && value ? [value] : []))
    .join('\n\n');

/** In place of a window that an earlier desk had opened and that this one cannot read: nothing typed in it is lost. */
export function oldWindow(state: ViewState | undefined): Modal {
  const typed = typedIn(state);
  const kept = typed === '' ? 'Nothing was kept.' : 'Nothing was kept. What you typed is below:';
  return {
    type: 'modal',
    callback_id: 'desk:message',
    title: plain('Please open it again', LIMITS.modalTitle),
    close: plain('Close', LIMITS.modalTitle),
    blocks: [
      section(md`*This window is older than the desk.* ${kept} Open it again and it goes on from there.`),
      ...longText(clamp(typed, MOST_TYPED)),
    ],
  };
}
