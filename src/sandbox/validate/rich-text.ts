import { anything, boolean, byType, type Check, integer, list, oneOf, shape, string } from './check.ts';

const MANY = { min: 0, max: 1_000 };
const words = string({ min: 1, max: 100_000 });
const styled = {
  style: shape({}, { bold: boolean, italic: boolean, strike: boolean, code: boolean, underline: boolean }),
};

const piece: Check = byType({
  text: shape({ text: words }, styled),
  link: shape({ url: words }, { text: words, unsafe: boolean, ...styled }),
  user: shape({ user_id: words }, styled),
  usergroup: shape({ usergroup_id: words }, styled),
  channel: shape({ channel_id: words }, styled),
  broadcast: shape({ range: oneOf('here', 'channel', 'everyone') }, styled),
  emoji: shape({ name: words }, { unicode: words, ...styled }),
  date: shape({ timestamp: anything, format: words }, { url: words, fallback: words, ...styled }),
  color: shape({ value: words }),
});

const pieces = list(piece, MANY);
const section = shape({ elements: pieces });
const border = { border: integer({ min: 0, max: 1 }) };

/** A rich_text block. */
export const richText: Check = shape(
  {
    elements: list(
      byType({
        rich_text_section: section,
        rich_text_preformatted: shape({ elements: pieces }, { ...border, language: words }),
        rich_text_quote: shape({ elements: pieces }, border),
        rich_text_list: shape(
          { elements: list(byType({ rich_text_section: section }), MANY), style: oneOf('bullet', 'ordered') },
          { ...border, indent: integer({ min: 0, max: 8 }), offset: integer({ min: 0, max: 10_000 }) },
        ),
      }),
      { min: 1, max: 1_000 },
    ),
  },
  { block_id: string({ min: 1, max: 255 }) },
);
