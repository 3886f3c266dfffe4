import type { PlainTextOption } from '@slack/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Act, SeenMessage } from '../../src/sandbox/protocol.ts';
import {
  COORDINATION,
  directOf,
  GUEST,
  ISU,
  type Journey,
  MONTENEGRO,
  NETHERLANDS,
  OBSERVER,
  type Shown,
  SIDE_EVENT,
  startJourney,
} from '../setup/desk.ts';
import { type Control, controlsOf, homeScreen, messageScreen, modalScreen, wordsIn, wordsOf } from '../setup/shown.ts';

const THEMATIC = 'U0MEXICO';
const OUTSIDER = 'U0MINISTRY';

type Place = 'a command' | 'a mention' | 'a direct message';
const PLACES: readonly Place[] = ['a command', 'a mention', 'a direct message'];

interface Reader {
  who: string;
  as: string;
  /** Whether the whole register is theirs to read where nobody reads along. */
  register: boolean;
  places: readonly Place[];
}

// The thematic coordinator, who is nothing to the desk that the observer is not, asks by command alone; by mention the guest stands for the observer.
const READERS: readonly Reader[] = [
  { who: 'the coordinator of Montenegro', as: MONTENEGRO, register: true, places: PLACES },
  { who: 'the ISU', as: ISU, register: true, places: PLACES },
  { who: 'a thematic coordinator without a role', as: THEMATIC, register: false, places: ['a command'] },
  { who: 'an observer', as: OBSERVER, register: false, places: ['a command', 'a direct message'] },
  { who: 'a guest from an NGO', as: GUEST, register: false, places: PLACES },
  { who: 'an official in another workspace', as: OUTSIDER, register: false, places: ['a mention'] },
];

/** One request for each way of sharing, of a State of its own; the mark stands in what is asked and in the source. */
const REQUESTS = [
  { sharing: 'No, keep it to coordinators and the ISU', state: 'Peru', mark: 'zanzara', published: false },
  // An Article 7 report would show that the report is in, if it were not private.
  {
    sharing: 'No, keep it to coordinators and the ISU',
    state: 'Togo',
    mark: '2018 Article 7 report (axolotl)',
    published: false,
  },
  { sharing: 'Yes, the State agreed', state: 'Croatia', mark: 'quokka', published: false },
  { sharing: 'Yes, published by the State', state: 'Chile', mark: 'wombat', published: true },
] as const;
const WHERE = 'statement of the dormouse';

interface Logged {
  state: string;
  mark: string;
  published: boolean;
  reference: string;
}

let journey: Journey;
const logged: Logged[] = [];
beforeAll(async () => {
  journey = await startJourney({ admins: [ISU] });
  for (const { sharing, state, mark, published } of REQUESTS) {
    await journey.command(`log ${state} risk reduction education`, NETHERLANDS);
    const form = journey.form(NETHERLANDS);
    form.type('What is asked', `Help with the ${mark}`);
    form.type('Source', mark.includes('report') ? mark : `Letter of the ${mark}`);
    await form.choose('May it be shared?', sharing);
    if (published) form.type('Where did the State publish it?', WHERE);
    await form.submit();
    const { reference } = await journey.database.db.assistanceRequest.findFirstOrThrow({
      where: { description: { contains: mark } },
    });
    logged.push({ state, mark, published, reference });
  }
});
afterAll(() => journey.stop());

const channelOf = (as: string): string => (as === GUEST || as === OUTSIDER ? SIDE_EVENT : COORDINATION);

function entrance(place: Place, as: string, text: string): Act {
  if (place === 'a command') return { act: 'command', as, channel: channelOf(as), command: '/ccm', text };
  const message = place === 'a mention' ? `@Action5 ${text}` : text;
  return { act: 'message', as, channel: place === 'a mention' ? channelOf(as) : directOf(as), text: message };
}

/** Everything that is asked, of each State and each reference, and of all of them; the report alone bears on the dates of its State. */
const asked = (): readonly string[] => [
  'which states need RRE?',
  'how many states need RRE?',
  'requests',
  'deadlines',
  'digest',
  'log Peru RRE',
  'deadlines Togo all',
  ...logged.flatMap(({ state, reference }) => [`request ${reference}`, `state ${state}`, `what did ${state} ask for?`]),
];

/** What an act has led to: what others read along, and what the person alone sees. */
interface Read {
  open: string[];
  own: string[];
}

const readOf = ({ messages, modal, notices }: Shown): Read => {
  const said = messages.filter(({ author }) => author.kind === 'app');
  const openly = ({ ephemeral, channel }: SeenMessage): boolean => !ephemeral && !channel.startsWith('D');
  return {
    open: said.filter(openly).map(wordsOf),
    own: [
      ...said.filter((each) => !openly(each)).map(wordsOf),
      ...(modal === null ? [] : [modal.title.text, wordsIn(modal.blocks)]),
      ...notices.map(({ text }) => text),
    ],
  };
};

const together = (reads: readonly Read[]): { open: string; own: string } => ({
  open: reads.flatMap(({ open }) => open).join('\n'),
  own: reads
    .flatMap(({ own }) => own)
    .join('\n')
    .replaceAll(NOT_THERE, ''),
});

/** The buttons and menu entries that a person can use on what an act has led to. */
function controlsAfter({ messages, modal }: Shown): readonly Control[] {
  const said = messages
    .filter(({ author }) => author.kind === 'app')
    .flatMap((each) => controlsOf(messageScreen(each)));
  return [...(modal ? controlsOf(modalScreen(modal)) : []), ...said].filter(
    ({ element, input }) => input === null && (element.type === 'button' || element.type === 'overflow'),
  );
}

/** Buttons that change the desk itself, which the readers after this one would see. */
const CHANGES = /^(requests:(post-card|add-to|log-new)|people:|digests:|deliveries:|handling:(take|step|undo))/;

/** The picture of the dates holds nothing of requests, whoever asks for it, and takes longer to draw than all else: once is enough. */
const drawn = new Set<string>();

/** What a control leads to. */
const leadsTo = ({ actionId, element }: Control): string =>
  actionId === 'deadlines:timeline' ? actionId : `${actionId} ${String(element['value'] ?? '')}`;

/** All that is read by asking `text` in `place`, and by pressing what stands there and was not pressed yet. */
async function readBy(as: string, place: Place, text: string, pressed: Set<string>): Promise<readonly Read[]> {
  await journey.closeAll(as);
  const first = await journey.shownAfter(entrance(place, as, text));
  const read = [readOf(first)];
  for (const control of controlsAfter(first).filter(({ actionId }) => !CHANGES.test(actionId))) {
    const known = control.actionId === 'deadlines:timeline' ? drawn : pressed;
    if (known.has(leadsTo(control))) continue;
    known.add(leadsTo(control));
    const { element } = control;
    const entries = element.type === 'overflow' ? (element['options'] as PlainTextOption[]) : [null];
    for (const entry of entries) {
      const input = entry === null ? {} : { input: { type: 'overflow' as const, selected_option: entry } };
      const { where, blockId, actionId } = control;
      if (where.kind !== 'modal') await journey.closeAll(as);
      read.push(readOf(await journey.shownAfter({ act: 'press', as, where, blockId, actionId, ...input })));
    }
  }
  return read;
}

async function homeOf(as: string): Promise<readonly Read[]> {
  await journey.openHome(as);
  const { home } = journey.see(as);
  const controls = home === null ? [] : controlsOf(homeScreen(home));
  const read: Read[] = [{ open: [], own: [home === null ? '' : wordsIn(home.blocks)] }];
  for (const control of controls.filter(({ element }) => element.type === 'button')) {
    await journey.closeAll(as);
    const { where, blockId, actionId } = control;
    read.push(readOf(await journey.shownAfter({ act: 'press', as, where, blockId, actionId })));
  }
  return read;
}

/** The desk's word to one who may not read a request: the same as for a reference that was never given. */
const NOT_THERE = /No request AR-\d{4}-\d{3} is on record\./g;

describe.each(READERS)('$who', ({ as, register, places }) => {
  it.each(places)(
    'reads by %s what may be read there, and not a word more',
    async (place) => {
      const reads: Read[] = [];
      const pressed = new Set<string>();
      for (const text of asked()) reads.push(...(await readBy(as, place, text, pressed)));
      const { open, own } = together(reads);
      for (const { reference, mark, published } of logged) {
        expect([mark, 'open', open.includes(mark)]).toEqual([mark, 'open', false]);
        if (!published) expect(open.replaceAll(NOT_THERE, '')).not.toContain(reference);
        if (!register) expect(own).not.toContain(mark);
        if (!register && !published) expect(own).not.toContain(reference);
        if (register && place !== 'a mention') expect(own).toContain(reference);
        if (register && place !== 'a mention') expect(own).toContain(mark);
      }
      expect(place === 'a mention' ? open : own).toContain(WHERE);
    },
    240_000,
  );

  if (as === OUTSIDER) return;
  it('sees on App Home, and by what stands there, what is theirs to see', async () => {
    const { own } = together(await homeOf(as));
    expect(own).toContain('Dates ahead');
    for (const { reference, mark, published } of logged) {
      if (!register) expect(own).not.toContain(mark);
      if (!register && !published) expect(own).not.toContain(reference);
    }
  });
});

it('tells nobody but those who read the register how the desk works on a request', async () => {
  const published = logged.find((each) => each.published);
  if (published === undefined) throw new Error('One of them is published.');
  const { reference } = published;
  await journey.database.db.assistanceRequest.update({ where: { reference }, data: { status: 'verified' } });
  for (const [place, as, text] of [
    ['a command', OBSERVER, 'requests verified'],
    ['a mention', GUEST, 'requests verified'],
    ['a mention', OUTSIDER, 'which requests are verified?'],
  ] as const) {
    const { open, own } = readOf(await journey.shownAfter(entrance(place, as, text)));
    const said = [...open, ...own].join('\n');
    expect(said).toContain('for coordinators and the ISU');
    expect(said).not.toContain(reference);
  }
});

it('is told without a fault', () => {
  expect(journey.faults).toEqual([]);
});
