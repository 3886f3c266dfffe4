import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Act, InputState, SeenHome, SeenMessage, SeenModal } from '../../src/sandbox/protocol.ts';
import { FORBIDDEN } from '../features/words.ts';
import {
  COORDINATION,
  GUEST,
  ISU,
  type Journey,
  MONTENEGRO,
  OBSERVER,
  type Shown,
  SIDE_EVENT,
  startJourney,
} from '../setup/desk.ts';
import { type Control, controlsOf, homeScreen, messageScreen, modalScreen, wordsIn, wordsOf } from '../setup/shown.ts';

const PEOPLE = [MONTENEGRO, ISU, OBSERVER, GUEST] as const;
const DEEPEST = 3;

/** Controls that only stand there in a state of their own, in which they are pressed elsewhere. */
const ELSEWHERE = new Map([
  ['answers:feedback_read', 'a question that was answered otherwise than it was meant'],
  ['requests:post-card', 'a card that Slack refused'],
  ['deliveries:send', 'a message of the desk that could not be sent'],
  ['deliveries:drop', 'a message of the desk that could not be sent'],
  ['requests:open', 'a source that was added to a request'],
  ['digests:leave-out', 'the Friday preview of a digest'],
  ['digests:put-back', 'a Friday preview from which a line was left out'],
  ['calendar:address', 'a desk that is reached from outside'],
  ['calendar:revoke', 'a desk that is reached from outside'],
  ['digests:more', 'a digest that was posted'],
  ['digests:send-now', 'a digest that is to go out of its time'],
  ['digests:hold', 'the Friday preview of a digest'],
  ['digests:release', 'a digest that is held'],
  ['digests:post-now', 'the first digest of a channel'],
  ['digests:wait', 'the first digest of a channel'],
  ['followups:menu', 'a list of follow-ups that are open'],
  ['followups:done', 'a reminder'],
  ['followups:list', 'a follow-up that somebody was given'],
  ['reminders:nothing', 'a reminder'],
  ['reminders:week', 'a reminder'],
  ['reminders:more', 'a reminder'],
  ['requests:history', 'a card from before the menu of a card had it'],
  ['requests:history-back', 'a history of more than one page'],
  ['requests:history-on', 'a history of more than one page'],
  ['facts:tell', 'a correction of what somebody had been told'],
  ['facts:show-told', 'a correction of what somebody had been told'],
  ['facts:reopen', 'a correction that is older than a minute'],
  ['transparency:received', 'a report that fell due'],
  ['transparency:not-yet', 'a report that fell due'],
  ['transparency:complete', 'a year whose reports fell due'],
  ['transparency:undo', 'a report that was just received'],
  ['transparency:take-back', 'a receipt that is older than a minute'],
  ['followups:of_meeting', 'a meeting that was held'],
  ['transparency:open', 'a State card from before its menu had it'],
  ['requests:undo', 'a request that was just logged'],
  ['handling:undo', 'a request that was just worked on'],
  ['notes:follow-up', 'a note that was just kept'],
  ['notes:undo', 'a note that was just kept'],
  ['notes:end-contact', 'a State with a contact'],
  ['handover:undo', 'what was just handed over'],
  ['home:try', 'the first visit of who was given a role'],
  ['home:skip', 'the first visit of who was given a role'],
  ...['fold', 'show', 'stay'].map((what) => [`guests:${what}`, 'a channel that a guest has joined'] as const),
  ...['agenda', 'menu', 'cancel', 'take', 'keep', 'outcome', 'settle-here', 'settle-there', 'make-again']
    .concat(['understood', 'go-on'])
    .map((what) => [`meetings:${what}`, 'a meeting that is planned'] as const),
]);
const FORMS_ELSEWHERE = [
  ...['digests:leave-out', 'transparency:complete', 'transparency:take-back'],
  ...['followups:later', 'followups:pass', 'reminders:pass'],
  ...['meetings:change', 'meetings:cancel-it', 'meetings:outcome-it', 'meetings:invite'],
];

/** The buttons of one row have one id each, which differ by their number alone. */
const familyOf = (id: string): string => id.replace(/[-:]\d$/, '');

let journey: Journey;
const pressed = new Set<string>();
const forms = new Set<string>();
beforeAll(async () => {
  journey = await startJourney({ admins: [ISU] });
});
afterAll(() => journey.stop());

const channelOf = (as: string): string => (as === GUEST ? SIDE_EVENT : COORDINATION);
const command = (as: string, text: string): Act => ({
  act: 'command',
  as,
  channel: channelOf(as),
  command: '/ccm',
  text,
});

/** Everything from which a person comes to a control. */
const entrances = (as: string): readonly Act[] => [
  ...[
    '',
    'help',
    'which states need victim assistance?',
    'which states need nothing?',
    'is Congo a State Party?',
    'state Lebanon',
    'state Congo',
    'state',
    'deadlines',
    'digest',
    'digest settings',
    'digest list',
    'calendar',
    'digest subscribe',
    'requests',
    'requests Congo',
    'request AR-2018-005',
    'log Lebanon clearance',
    'log Congo clearance',
    'log Lebenen clearance of the south',
    'confirm',
    'correct Bulgaria',
    'received Gambia',
    'follow Peru',
    'followups',
    'followups add call Peru by 3 Dec 2030',
    'meet ISU on priorities 3 Dec 2030 10:00',
    'meetings',
    'people',
    'settings',
    'status',
  ].map((text) => command(as, text)),
  { act: 'message', as, channel: channelOf(as), text: '@Action5 log Chad clearance' },
  { act: 'message', as, channel: channelOf(as), text: '@Action5 which states need clearance?' },
  { act: 'openHome', as },
];

type Seen = { message: SeenMessage } | { modal: SeenModal } | { home: SeenHome };

/** What a person is looking at after something was done: the modal on top, else the new messages, else Home. */
const lookedAt = (as: string, shown: Shown): readonly Seen[] => {
  if (shown.modal) return [{ modal: shown.modal }];
  const { home } = journey.see(as);
  const said = shown.messages.filter(({ author }) => author.kind === 'app').map((message) => ({ message }));
  return said.length === 0 && shown.home && home ? [{ home }] : said;
};

/** A control, and of a menu one of its entries. */
interface Usable extends Control {
  entry: Entry | null;
  /** The same wherever it stands. */
  key: string;
}
type Entry = { text: { type: 'plain_text'; text: string }; value: string };

const controlsOn = (seen: Seen): readonly Usable[] => {
  const screen =
    'modal' in seen ? modalScreen(seen.modal) : 'home' in seen ? homeScreen(seen.home) : messageScreen(seen.message);
  return controlsOf(screen).flatMap((control): readonly Usable[] => {
    const { element, actionId } = control;
    if (element.type !== 'overflow') return [{ ...control, entry: null, key: actionId }];
    const entries = element['options'] as Entry[];
    return entries.map((entry) => ({ ...control, entry, key: `${actionId} ${entry.text.text}` }));
  });
};

const wordsOn = (seen: Seen): string => {
  if ('modal' in seen) return `${seen.modal.title.text}\n${wordsIn(seen.modal.blocks)}`;
  return 'home' in seen ? wordsIn(seen.home.blocks) : wordsOf(seen.message);
};

/** Whether Slack tells the desk that a control of these screens was used: of a field only where the form asks for that. */
const isTold = ({ input, blockId }: Control, screens: readonly Seen[]): boolean =>
  input === null ||
  screens.some(
    (screen) =>
      'modal' in screen &&
      screen.modal.blocks.some(
        (block) => block.block_id === blockId && block.type === 'input' && block.dispatch_action === true,
      ),
  );

/** What the control holds when a person uses it; null for what Slack does not tell the desk of. */
async function usedAs(
  as: string,
  { element, input, where, blockId, actionId, entry }: Usable,
): Promise<InputState | null | 'untold'> {
  const { type } = element;
  if (type === 'button') return null;
  if (type === 'overflow') return { type, selected_option: entry };
  const block = 'viewId' in where ? journey.modal(as).blocks.find(({ block_id }) => block_id === blockId) : undefined;
  if (input !== null && !(block?.type === 'input' && block.dispatch_action)) return 'untold';
  if (type !== 'external_select' && type !== 'static_select' && type !== 'radio_buttons')
    throw new Error(`Nobody knows yet how to use a ${type}.`);
  const asked =
    type === 'external_select'
      ? await journey.act({ act: 'suggest', as, where, blockId, actionId, query: 'Chad' })
      : null;
  const options = asked === null ? element['options'] : asked.ok ? asked.options : [];
  const [option] = (options as { text: { type: 'plain_text'; text: string }; value: string }[]).slice(-1);
  if (option === undefined) throw new Error(`${actionId} offers nothing.`);
  return { type, selected_option: option };
}

/** Whether a control of a message is still there: what only one person sees is replaced by what comes of a press. */
const stands = (as: string, { where, blockId }: Control): boolean => {
  if (where.kind !== 'message') return true;
  const message = (journey.see(as).messages[where.channel] ?? []).find(({ ts }) => ts === where.ts);
  return message?.blocks.some(({ block_id }) => block_id === blockId) ?? false;
};

/** Uses every control on the screens that `shown` has led to and that was not used yet; `again` leads there once more. */
async function walk(
  as: string,
  shown: Shown,
  again: () => Promise<Shown>,
  used: Set<string>,
  depth = 0,
): Promise<void> {
  const screens = lookedAt(as, shown);
  for (const screen of screens) hold(screen);
  const fresh = screens.flatMap(controlsOn).filter(({ key }) => !used.has(key));
  for (const { key } of fresh) used.add(key);
  for (const [at, control] of fresh.entries()) {
    const inWindow = control.where.kind === 'modal';
    let before = '';
    const press = async (first: boolean): Promise<Shown> => {
      if (!inWindow) await journey.closeAll(as);
      const isGone = inWindow ? !first : !stands(as, control);
      const back = isGone ? lookedAt(as, await again()).flatMap(controlsOn) : fresh;
      const now = back.find(({ key }) => key === control.key);
      if (now === undefined) throw new Error(`${control.key} is not there a second time.`);
      before = JSON.stringify(journey.see(as).modals);
      return use(as, now);
    };
    if (!isTold(control, screens)) continue;
    const after = await press(at === 0);
    const changed = after.messages.length > 0 || after.home || JSON.stringify(journey.see(as).modals) !== before;
    expect([control.actionId, control.label, after.answer.ok, changed]).toEqual([
      control.actionId,
      control.label,
      true,
      true,
    ]);
    expect(journey.faults).toEqual([]);
    if (depth < DEEPEST) await walk(as, after, () => press(false), used, depth + 1);
  }
}

async function use(as: string, control: Usable): Promise<Shown> {
  const { where, blockId, actionId } = control;
  const state = await usedAs(as, control);
  pressed.add(actionId);
  return journey.shownAfter({
    act: 'press',
    as,
    where,
    blockId,
    actionId,
    ...(state === null || state === 'untold' ? {} : { input: state }),
  });
}

/** What holds of every screen of the desk. */
function hold(screen: Seen): void {
  const words = wordsOn(screen);
  expect(words).not.toMatch(/could not finish this|reference ID/);
  expect(words.replaceAll('nobody is shown as late', '')).not.toMatch(FORBIDDEN);
  const buttons = controlsOn(screen).filter(({ element }) => element.type === 'button');
  expect(buttons.filter(({ element }) => element['style'] === 'primary').length).toBeLessThanOrEqual(1);
  if ('modal' in screen && screen.modal.submit !== null) forms.add(screen.modal.callbackId);
  if ('message' in screen) {
    expect(screen.message.text.trim()).not.toBe('');
    // A row of four, and beside the digest's lines the requests that it counts and the facts to confirm.
    expect(buttons.length).toBeLessThanOrEqual(6);
  }
}

describe('every button, menu and select that the desk shows', () => {
  it.each(PEOPLE)(
    'is acknowledged and does something that %s can see',
    async (as) => {
      const used = new Set<string>();
      for (const entrance of entrances(as)) {
        const enter = async (): Promise<Shown> => {
          await journey.closeAll(as);
          return journey.shownAfter(entrance);
        };
        await walk(as, await enter(), enter, used);
      }
      expect(used.size).toBeGreaterThan(as === MONTENEGRO || as === ISU ? 20 : 10);
      expect(journey.see(as).notices).toEqual([]);
    },
    240_000,
  );

  it('was used, all of them', () => {
    const offered = [...journey.catalog.actions.keys()].filter((id) => !ELSEWHERE.has(id));
    const used = new Set([...pressed].map(familyOf));
    expect(offered.filter((id) => !used.has(familyOf(id)))).toEqual([]);
    for (const id of ELSEWHERE.keys()) expect(journey.catalog.actions.has(id)).toBe(true);
  });

  it('leads to forms that somebody takes in', () => {
    expect([...forms, ...FORMS_ELSEWHERE].toSorted()).toEqual([...journey.catalog.submissions.keys()].toSorted());
  });
});
