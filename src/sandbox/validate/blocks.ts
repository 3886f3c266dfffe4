import { all, boolean, byType, type Check, integer, list, oneOf, problem, shape, string } from './check.ts';
import { image } from './elements.ts';
import { SLACK_LIMITS } from './limits.ts';
import { isRecord } from './part.ts';
import { IN_ACTIONS, IN_INPUT, IN_SECTION } from './places.ts';
import { richText } from './rich-text.ts';
import { dataTable, table } from './tables.ts';
import { anyText, plainText } from './texts.ts';

const named = { block_id: string(SLACK_LIMITS.blockId) };

const saysSomething: Check = (block, at) =>
  isRecord(block) && block.text === undefined && block.fields === undefined
    ? [problem('missing_field', 'missing required field: text', at)]
    : [];

const titled: Check = (block, at) =>
  isRecord(block) && block.title === undefined && block.rich_text_title === undefined
    ? [problem('missing_field', 'missing required field: title', at)]
    : [];

const contextElement = (value: unknown, at: string) =>
  byType({
    image,
    plain_text: anyText(SLACK_LIMITS.textObject),
    mrkdwn: anyText(SLACK_LIMITS.textObject),
  })(value, at);

const withPicture: Check = all(
  (block, at) => {
    if (!isRecord(block)) return [];
    const { title: _title, block_id: _id, ...picture } = block;
    return image(picture, at);
  },
  (block, at) => {
    if (!isRecord(block)) return [];
    const { title, block_id } = block;
    return shape({}, { ...named, title: plainText(SLACK_LIMITS.imageTitle) })({ title, block_id }, at);
  },
);

const simple: Readonly<Record<string, Check>> = {
  section: all(
    shape(
      {},
      {
        ...named,
        text: anyText(SLACK_LIMITS.textObject),
        fields: list(anyText(SLACK_LIMITS.fieldText), SLACK_LIMITS.sectionFields),
        accessory: IN_SECTION,
        expand: boolean,
      },
    ),
    saysSomething,
  ),
  header: shape({ text: plainText(SLACK_LIMITS.headerText) }, { ...named, level: integer({ min: 1, max: 4 }) }),
  divider: shape({}, named),
  context: shape({ elements: list(contextElement, SLACK_LIMITS.contextElements) }, named),
  actions: shape({ elements: list(IN_ACTIONS, SLACK_LIMITS.actionsElements) }, named),
  input: shape(
    { label: plainText(SLACK_LIMITS.inputLabel), element: IN_INPUT },
    { ...named, hint: plainText(SLACK_LIMITS.inputHint), optional: boolean, dispatch_action: boolean },
  ),
  image: withPicture,
  rich_text: richText,
  table,
};

const container: Check = all(
  shape(
    { child_blocks: list(byType(simple), SLACK_LIMITS.containerBlocks) },
    {
      ...named,
      title: plainText(SLACK_LIMITS.containerTitle),
      rich_text_title: byType({ rich_text: richText }),
      subtitle: anyText(SLACK_LIMITS.containerTitle),
      width: oneOf('narrow', 'standard', 'wide', 'full'),
      icon: byType({ image }),
      is_collapsible: boolean,
      default_collapsed: boolean,
      has_header_divider: boolean,
    },
  ),
  titled,
);

/** Any block that an app may send; where it may stand is another matter (`surfaceProblems`). */
export const block: Check = byType({
  ...simple,
  container,
  data_table: dataTable,
  markdown: shape({ text: string(SLACK_LIMITS.markdownText) }, named),
  alert: shape(
    { text: anyText(SLACK_LIMITS.alertText) },
    { ...named, level: oneOf('default', 'info', 'warning', 'error', 'success') },
  ),
});
