import { boolean, byType, type Check, oneOf, shape, string } from './check.ts';
import { type Range, SLACK_LIMITS } from './limits.ts';

const plainFields = (range: Range): Check => shape({ text: string(range) }, { emoji: boolean });
const markedFields = (range: Range): Check => shape({ text: string(range) }, { verbatim: boolean });

/** A plain_text object of so many characters. */
export const plainText = (range: Range): Check => byType({ plain_text: plainFields(range) });

/** A plain_text or mrkdwn object of so many characters. */
export const anyText = (range: Range): Check => byType({ plain_text: plainFields(range), mrkdwn: markedFields(range) });

/** The question asked before a control takes effect. */
export const confirm: Check = shape(
  {
    title: plainText(SLACK_LIMITS.confirmTitle),
    text: anyText(SLACK_LIMITS.confirmText),
    confirm: plainText(SLACK_LIMITS.confirmButton),
    deny: plainText(SLACK_LIMITS.confirmButton),
  },
  { style: oneOf('primary', 'danger') },
);
