// Overrides and isolates could reorder the words around a name; the record keeps the text as it was typed.
const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;
const OTHER_CONTROLS = /(?![\n\t\r])\p{Cc}/gu;

/** Text in Slack's mrkdwn, in which all that a person or a source wrote has been escaped exactly once. */
export class Mrkdwn {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** `text` without the control characters that would reorder or hide what stands around it. */
export const visible = (text: string): string => text.replace(BIDI_CONTROLS, '').replace(OTHER_CONTROLS, '');

const entities = (text: string): string =>
  visible(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Slack has no escape for its formatting; between two of these a mark opens nothing and closes nothing. */
const NOTHING_WIDE = '\u200B';
// Between two letters a mark is none, as in snake_case.
const MARKS = /`|(?<![\p{L}\p{N}])[*_~]|[*_~](?![\p{L}\p{N}])/gu;
const QUOTES = /(?<=^|\n)&gt;/g;

/** `text` so that Slack shows it as written: no mention, link, token or formatting in it can come alive. */
export const escapeText = (text: string): Mrkdwn =>
  new Mrkdwn(
    entities(text)
      .replace(MARKS, (mark) => `${NOTHING_WIDE}${mark}${NOTHING_WIDE}`)
      .replace(QUOTES, `${NOTHING_WIDE}&gt;`),
  );

const SAFE_LINK = /^https:\/\/[^\s|<>]+$/;

/** `label` as a link, where `url` is one that can be followed; else null. */
export const linkTo = (url: string | null, label: string): Mrkdwn | null =>
  url !== null && SAFE_LINK.test(url) ? new Mrkdwn(`<${entities(url)}|${escapeText(label).text}>`) : null;

/** What `escapeText` was given, as Slack sends it back in commands and messages; decodes once. */
export const unescapeText = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

type Value = Mrkdwn | string | number;

const written = (value: Value): string => (value instanceof Mrkdwn ? value.text : escapeText(String(value)).text);

/** mrkdwn written in the code; every plain value put into it is escaped, mrkdwn goes in as it is. */
export function md(parts: TemplateStringsArray, ...values: readonly Value[]): Mrkdwn {
  return new Mrkdwn(
    parts.reduce((text, part, at) => {
      const value = values[at - 1];
      return (value === undefined ? text : text + written(value)) + part;
    }, ''),
  );
}

/** Pieces of mrkdwn or plain text in a row, with `between` written as it is. */
export const join = (pieces: readonly Value[], between: string): Mrkdwn =>
  new Mrkdwn(pieces.map(written).join(between));

/** `<@U…>` for an id that the desk itself holds; never for text that somebody typed. */
export const mention = (slackId: string): Mrkdwn =>
  /^[UW][A-Z0-9]+$/.test(slackId) ? new Mrkdwn(`<@${slackId}>`) : escapeText(slackId);

/** `<#C…>` for a channel id that the desk itself holds. */
export const channelLink = (channelId: string): Mrkdwn =>
  /^[CG][A-Z0-9]+$/.test(channelId) ? new Mrkdwn(`<#${channelId}>`) : escapeText(channelId);

/** An instant that Slack shows each reader in their own zone, "14:00"; `otherwise` where it cannot. */
export const ownTime = (epochSeconds: number, format: string, otherwise: string): Mrkdwn =>
  new Mrkdwn(
    `<!date^${Math.floor(epochSeconds)}^${format.replace(/[<>|^]/g, '')}|${entities(otherwise).replace(/[|^]/g, ' ')}>`,
  );
