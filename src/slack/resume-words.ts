import { z } from 'zod';
import { context, present, section } from '../blocks/build.ts';
import { clamp, LIMITS } from '../blocks/limits.ts';
import type { Block, Message } from '../blocks/message.ts';
import { md } from '../blocks/mrkdwn.ts';
import { longText } from '../blocks/paragraphs.ts';
import { MOST_TYPED, notice } from '../desk/words.ts';
import { blockActions, shortcut, slashCommand, type ViewSubmission } from './payloads.ts';

const shownAnew = z.object({
  response_action: z.enum(['update', 'push']),
  view: z.object({
    title: z.object({ text: z.string() }),
    submit: z.object({ text: z.string() }).optional(),
    blocks: z.array(z.custom<Block>((block) => typeof block === 'object' && block !== null && 'type' in block)),
  }),
});
const refusedFields = z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) });
const named = z.object({ text: z.object({ text: z.string() }) });

/** What somebody is to be told, and who. */
export interface Told {
  person: string;
  message: Message;
}

/** What is told of a command, a button or a shortcut that no answer can reach any more; null for a payload that is none. */
export function askedOnceMore(payload: unknown): Told | null {
  const typed = slashCommand.safeParse(payload);
  if (typed.success) {
    const words = `/ccm ${typed.data.text}`;
    return {
      person: typed.data.user_id,
      message: notice(`The desk was restarted while it worked on “${words}”.`, 'Please type it once more.'),
    };
  }
  const pressed = blockActions.safeParse(payload);
  if (pressed.success) {
    const label = named.safeParse(pressed.data.actions[0]);
    const what = label.success ? `“${label.data.text.text}”, which you had pressed` : 'what you had chosen';
    return {
      person: pressed.data.user.id,
      message: notice(
        `The desk was restarted while it worked on ${what}.`,
        'Please see whether it was done; if not, do it once more.',
      ),
    };
  }
  const used = shortcut.safeParse(payload);
  if (!used.success) return null;
  return {
    person: used.data.user.id,
    message: notice('The desk was restarted before it could open your window.', 'Please use the shortcut once more.'),
  };
}

/** What is told of a form whose answer would have stood in its window; null when the answer needs no window. */
export function windowOf(submitted: ViewSubmission, answer: unknown): Told | null {
  const person = submitted.user.id;
  const refused = refusedFields.safeParse(answer);
  if (refused.success) {
    const why = Object.values(refused.data.errors).join(' ');
    const first = 'The desk was restarted while you submitted a form, and could not keep it.';
    const { text, blocks } = notice(first, why);
    return { person, message: { text, blocks: [...blocks, ...typedIn(submitted)] } };
  }
  const shown = shownAnew.safeParse(answer);
  if (!shown.success) return null;
  const { title, submit, blocks } = shown.data.view;
  const first = `The desk was restarted while you submitted a form. Its window, “${title.text}”, would now show you:`;
  const asks = submit === undefined ? null : 'Please open the form once more where it asks you something.';
  const typed = submit === undefined ? [] : typedIn(submitted);
  const said = blocks.flatMap(words).slice(0, LIMITS.messageBlocks - typed.length - 2);
  return {
    person,
    message: {
      text: `${first} ${asks ?? ''}`.trim(),
      blocks: [...present(section(md`${first}`)), ...said, ...typed, ...present(asks !== null && context(md`${asks}`))],
    },
  };
}

/** What can be read of a window outside of it: its words, without what one would press or fill in. */
function words(block: Block): Block[] {
  if (block.type === 'section') {
    const { accessory: _, block_id: _id, ...rest } = block;
    return [rest];
  }
  if (block.type !== 'context' && block.type !== 'header') return [];
  const { block_id: _, ...rest } = block;
  return [rest];
}

/** What the person had written, so that none of it has to be thought of anew. */
function typedIn({ view }: ViewSubmission): Block[] {
  const texts = Object.values(view.state?.values ?? {})
    .flatMap((inputs) => Object.values(inputs))
    .flatMap(({ type, value }) => (type === 'plain_text_input' && value ? [value] : []));
  return texts.length === 0 ? [] : [section(md`What you typed:`), ...longText(clamp(texts.join('\n'), MOST_TYPED))];
}
