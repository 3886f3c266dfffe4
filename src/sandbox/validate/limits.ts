/** A range of lengths in Unicode code points, or of numbers of items. */
export interface Range {
  min: number;
  max: number;
}

const upTo = (max: number): Range => ({ min: 1, max });

/** Slack's published limits (docs.slack.dev, @slack/types 3.2.0); where sources disagree, the lower one. */
export const SLACK_LIMITS = {
  messageBlocks: upTo(50),
  viewBlocks: upTo(100),
  attachments: upTo(100),
  textObject: upTo(3_000),
  sectionFields: upTo(10),
  fieldText: upTo(2_000),
  headerText: upTo(150),
  contextElements: upTo(10),
  actionsElements: upTo(25),
  inputLabel: upTo(2_000),
  inputHint: upTo(2_000),
  imageAlt: upTo(2_000),
  imageTitle: upTo(2_000),
  url: upTo(3_000),
  markdownText: upTo(12_000),
  blockId: upTo(255),
  actionId: upTo(255),
  callbackId: { min: 0, max: 255 },
  externalId: { min: 0, max: 255 },
  viewTitle: upTo(24),
  viewButton: upTo(24),
  privateMetadata: { min: 0, max: 3_000 },
  buttonText: upTo(75),
  buttonValue: upTo(2_000),
  accessibilityLabel: upTo(75),
  confirmTitle: upTo(100),
  confirmText: upTo(300),
  confirmButton: upTo(30),
  optionText: upTo(75),
  optionValue: upTo(150),
  optionDescription: upTo(75),
  options: upTo(100),
  optionGroups: upTo(100),
  optionGroupLabel: upTo(75),
  overflowOptions: upTo(5),
  choiceOptions: upTo(10),
  placeholder: upTo(150),
  plainInput: { min: 0, max: 3_000 },
  fileInputFiles: upTo(10),
  tableRows: upTo(100),
  tableCells: upTo(20),
  dataTableRows: { min: 2, max: 101 },
  dataTablePage: upTo(100),
  containerTitle: upTo(150),
  containerBlocks: upTo(10),
  alertText: upTo(200),
} as const satisfies Record<string, Range>;

/** Limits over a whole message or view. */
export const WHOLE = {
  /** `text` of chat.postMessage is cut beyond it. */
  postedText: 40_000,
  /** `text` of chat.update is refused beyond it. */
  updatedText: 4_000,
  /** Text in all blocks of one posted message; not published, a count of 11,341 was seen refused. */
  blockText: 11_000,
  /** Text in the cells of all tables of a message. */
  tableText: 10_000,
  viewBytes: 250_000,
  stack: 3,
} as const;

/** The length that Slack counts. */
export const codePoints = (text: string): number => [...text].length;
