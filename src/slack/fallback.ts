import { clamp, LIMITS } from '../blocks/limits.ts';
import type { Message } from '../blocks/message.ts';
import { escapeText } from '../blocks/mrkdwn.ts';

/** The plain text of a message as Slack is to be given it: Slack would read tokens in it, so that it is escaped here, once, and cut to Slack's limit. */
export const fallbackOf = ({ text }: Message): string => clamp(escapeText(text).text, LIMITS.fallbackText);
