/** Slack's limits, in Unicode code points; where its documents disagree, the lower one (docs.slack.dev, @slack/types 3.2.0). */
export const LIMITS = {
  messageBlocks: 50,
  viewBlocks: 100,
  messageChars: 10_000,
  fallbackText: 4_000,
  sectionText: 3_000,
  fields: 10,
  fieldText: 2_000,
  headerText: 150,
  contextElements: 10,
  actionsElements: 25,
  optionText: 75,
  optionValue: 150,
  optionDescription: 75,
  options: 100,
  overflowOptions: 5,
  buttonText: 75,
  buttonValue: 2_000,
  modalTitle: 24,
  privateMetadata: 3_000,
  inputLabel: 2_000,
  placeholder: 150,
  plainInput: 3_000,
  tableRows: 100,
  tableChars: 10_000,
} as const;

/** The length that Slack counts: code points, not UTF-16 units. */
export const lengthOf = (text: string): number => [...text].length;

/** `text` cut to `limit` code points, with an ellipsis when something was left out. */
export const clamp = (text: string, limit: number): string => {
  const points = [...text];
  return points.length <= limit ? text : `${points.slice(0, limit - 1).join('')}…`;
};
