import type { Carried, Message, Modal } from '../blocks/message.ts';

/** What a person gets back; the router carries it out where the person is looking. */
export type Reply =
  /** To the person alone: ephemeral after a command or button in a channel, plain in a direct message. */
  | { kind: 'say'; message: Message }
  /** Opens a modal, or replaces the one that is open. */
  | { kind: 'modal'; modal: Modal; carries?: Carried | undefined }
  /** Puts another modal on top of the one that is open. */
  | { kind: 'push'; modal: Modal }
  /** Field errors by block id, in the modal that was submitted; what was typed stays. */
  | { kind: 'errors'; errors: Readonly<Record<string, string>> }
  /** Closes the modal, then says one thing after the other; making them may take longer than Slack waits for an answer. */
  | { kind: 'close'; messages: Iterable<Message> | AsyncIterable<Message> }
  /** Under the message whose button was pressed, for whoever reads it there; to the person alone where only they see that message. */
  | { kind: 'thread'; messages: readonly Message[] }
  /** Replaces the message whose button was pressed. */
  | { kind: 'replace'; message: Message }
  /** Nothing more to show. */
  | { kind: 'nothing' };

export const say = (message: Message): Reply => ({ kind: 'say', message });
