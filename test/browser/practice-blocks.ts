import type { KnownBlock, ModalView } from '@slack/types';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const cell = (text: string) => ({ type: 'raw_text' as const, text });

export const option = (text: string) => ({ text: plain(text), value: text });

const ROWS = [
  ['Northland', '1 November 2023'],
  ['Eastland', '1 May 2021'],
  ['Southland', 'to be confirmed'],
  ['Westland', '1 March 2026'],
];

/** One of everything that an answer may hold. Its States are made up. */
export const ANSWER: KnownBlock[] = [
  { type: 'header', text: plain('Practice answer') },
  {
    type: 'section',
    text: { type: 'mrkdwn', text: '*Four States* asked, says &lt;!channel&gt; & <https://example.org|a source>.' },
  },
  {
    type: 'data_table',
    caption: 'Made-up States and dates',
    page_size: 3,
    rows: [[cell('State'), cell('Date')], ...ROWS.map((row) => row.map(cell))],
  },
  {
    type: 'section',
    fields: [
      { type: 'mrkdwn', text: '*One*\nfirst' },
      { type: 'mrkdwn', text: '*Two*\nsecond' },
    ],
  },
  { type: 'context', elements: [{ type: 'mrkdwn', text: 'As of a day of practice' }] },
  { type: 'divider' },
  {
    type: 'actions',
    elements: [
      {
        type: 'button',
        text: plain('Share here'),
        action_id: 'practice:share',
        confirm: {
          title: plain('Share it?'),
          text: plain('Five people will read it.'),
          confirm: plain('Share'),
          deny: plain('Keep'),
        },
      },
      { type: 'overflow', action_id: 'practice:more', options: [option('Sources'), option('Not what I asked')] },
      {
        type: 'static_select',
        action_id: 'practice:view',
        placeholder: plain('View'),
        options: [option('Mine'), option('All')],
      },
    ],
  },
];

/** What the desk itself does not send today, and Slack shows all the same. */
export const SELDOM: KnownBlock[] = [
  {
    type: 'table',
    column_settings: [{}, { align: 'right' }],
    rows: [['State', 'Days'].map(cell), ['Northland', '12'].map(cell)],
  },
  {
    type: 'container',
    title: plain('Folded away'),
    subtitle: plain('two lines'),
    is_collapsible: true,
    default_collapsed: true,
    child_blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'what was *folded*' } }],
  },
  {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'an item', style: { bold: true } }] }],
      },
    ],
  },
  {
    type: 'actions',
    elements: [{ type: 'datetimepicker', action_id: 'practice:when', initial_date_time: 1_574_326_800 }],
  },
];

/** A form with a field of each kind; `asked` is what stands in its box from the start. */
export const form = (asked: string, more: KnownBlock[] = []): ModalView => ({
  type: 'modal',
  callback_id: 'practice:log',
  title: plain('Log a request'),
  submit: plain('Log it'),
  close: plain('Cancel'),
  blocks: [
    {
      type: 'actions',
      block_id: 'tools',
      elements: [
        { type: 'button', text: plain('Add details'), action_id: 'practice:details' },
        { type: 'button', text: plain('Look up'), action_id: 'practice:look_up' },
      ],
    },
    {
      type: 'input',
      block_id: 'state',
      label: plain('State'),
      element: { type: 'external_select', action_id: 'practice:state', min_query_length: 1 },
    },
    {
      type: 'input',
      block_id: 'theme',
      label: plain('Theme'),
      element: {
        type: 'static_select',
        action_id: 'theme',
        options: [option('Clearance'), option('Victim assistance')],
      },
    },
    {
      type: 'input',
      block_id: 'asked',
      label: plain('What is asked'),
      hint: plain('In the words of the State'),
      element: {
        type: 'plain_text_input',
        action_id: 'asked',
        multiline: true,
        max_length: 300,
        ...(asked === '' ? {} : { initial_value: asked }),
      },
    },
    {
      type: 'input',
      block_id: 'when',
      optional: true,
      label: plain('Date of the source'),
      element: { type: 'datepicker', action_id: 'when' },
    },
    {
      type: 'input',
      block_id: 'share',
      label: plain('May it be shared?'),
      element: {
        type: 'radio_buttons',
        action_id: 'share',
        options: [option('As published'), option('Not yet')],
        initial_option: option('As published'),
      },
    },
    {
      type: 'input',
      block_id: 'help',
      optional: true,
      label: plain('Kind of help'),
      element: { type: 'checkboxes', action_id: 'help', options: [option('Technical'), option('Financial')] },
    },
    {
      type: 'input',
      block_id: 'owner',
      optional: true,
      label: plain('Owner'),
      element: { type: 'users_select', action_id: 'owner' },
    },
    ...more,
  ],
});

export const DETAILS: KnownBlock = {
  type: 'input',
  block_id: 'amount',
  optional: true,
  label: plain('Amount'),
  element: { type: 'plain_text_input', action_id: 'amount' },
};

export const LOOKED_UP: ModalView = {
  type: 'modal',
  title: plain('Looked up'),
  close: plain('Close'),
  blocks: [
    { type: 'alert', level: 'warning', text: plain('This is practice.') },
    { type: 'section', text: { type: 'mrkdwn', text: 'Nothing on record.\n'.repeat(60) } },
  ],
};
