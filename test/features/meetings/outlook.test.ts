import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Block } from '../../../src/blocks/message.ts';
import { makeMeetingAgain, seePutBack, settleField } from '../../../src/features/meetings/settle.ts';
import { cancelMeeting, changeMeeting, decideProposal, moveBack } from '../../../src/features/meetings/use-cases.ts';
import { wordsIn } from '../../setup/shown.ts';
import { invitee, outlookDesk } from './outlook-desk.ts';

let desk: Awaited<ReturnType<typeof outlookDesk>>;
beforeAll(async () => {
  desk = await outlookDesk();
});
afterAll(() => desk.close());
afterEach(() => expect(desk.faults).toEqual([]));

const friday = (hour: number, minute = '00') => ({
  start: { dateTime: `2019-11-22T${hour}:${minute}:00`, timeZone: 'UTC' },
  end: { dateTime: `2019-11-22T${hour + 1}:${minute}:00`, timeZone: 'UTC' },
});
const whenOf = (hour: number) => ({
  kind: 'timed' as const,
  start: `2019-11-22T${hour}:00:00Z`,
  end: `2019-11-22T${hour + 1}:00:00Z`,
});
const words = async (id: string): Promise<string> => wordsIn((await desk.card(id)).blocks as never);
const planned = async (title: string, more: Partial<Parameters<typeof desk.plan>[0]> = {}): Promise<string> => {
  const id = await desk.plan({ title, ...more });
  await desk.rest();
  return id;
};
const standsAt = (title: string): string => JSON.stringify(desk.eventOf(title)['start']);

/** What stands on a card, block by block, as the screens are written. */
const shape = (blocks: readonly Block[]): unknown =>
  blocks.map((block) =>
    block.type === 'section'
      ? block.text?.text
      : block.type === 'actions'
        ? block.elements.map((each) =>
            each.type === 'button'
              ? each.text.text
              : each.type === 'overflow'
                ? each.options.map(({ text }) => text.text)
                : each.type,
          )
        : block.type === 'context'
          ? block.elements.map((each) => ('text' in each ? each.text : each.type))[0]
          : block.type,
  );

describe('a meeting that stands in Outlook', () => {
  const title = 'Coordinators and ISU: priorities';
  let id = '';

  test('shows on its card, in place, that it was moved there, the answers and what somebody proposes', async () => {
    id = await planned(title, { invitees: ['Lea', 'Marko', 'Noor'].map(invitee) });
    expect(await words(id)).toContain('*Thu 21 Nov, 10:00–11:00* (Zurich)\nInvited 3, no answer yet');
    const event = desk.idOf(title);
    expect(desk.act({ act: 'edit', id: event, changes: friday(13) })).toBe('done');
    for (const name of ['lea', 'marko'])
      desk.act({ act: 'answer', id: event, address: `${name}@mfa.example`, response: 'accepted' });
    const noor = { act: 'answer', id: event, address: 'noor@mfa.example', response: 'tentativelyAccepted' } as const;
    desk.act({ ...noor, proposes: friday(14, '30') });
    await desk.rest();
    const { text, blocks } = await desk.card(id);
    expect(text).toBe(`Moved in Outlook: ${title}, from Thu 21 Nov, 10:00 to Fri 22 Nov, 14:00–15:00 (Zurich).`);
    expect(shape(blocks)).toEqual([
      [
        `*${title}*`,
        '~Thu 21 Nov, 10:00~ → *Fri 22 Nov, 14:00–15:00* (Zurich) · moved in Outlook, 09:41',
        'Accepted 2 · proposed another time 1: Noor, Fri 22 Nov, 15:30',
      ].join('\n'),
      ['Take 15:30', 'Keep 14:00', 'Agenda', ['Move back to Thu 10:00', 'Cancel…', 'Invitees…', 'History']],
      'Outlook has told the invitees · the card was changed in place, nothing new was posted',
    ]);
  });

  test('to which nobody is invited says so, and not that somebody was told', async () => {
    const { blocks } = await desk.card(await planned('Thinking alone', { invitees: [] }));
    expect(JSON.stringify(shape(blocks))).toContain('"In Outlook, where nobody is invited"');
  });

  test('keeps its time or takes the one proposed, and says no to a button that somebody else has pressed', async () => {
    const [, , noor] = (await desk.row(id)).invitees;
    const proposal = { invitee: noor?.id ?? '', start: '2019-11-22T14:30:00Z' };
    expect(await decideProposal(desk.desk, id, { ...proposal, take: false }, desk.by())).toMatchObject({
      kind: 'done',
    });
    expect(await words(id)).not.toContain('Take 15:30');
    expect(await decideProposal(desk.desk, id, { ...proposal, take: true }, desk.by())).toMatchObject({ kind: 'done' });
    await desk.rest();
    expect(standsAt(title)).toContain('2019-11-22T14:30:00');
    expect(await words(id)).toContain('~Fri 22 Nov, 14:00~ → *Fri 22 Nov, 15:30–16:30* (Zurich) · moved by Ana, 09:41');
    const stale = { ...proposal, start: '2019-11-22T08:00:00Z', take: true };
    expect(await decideProposal(desk.desk, id, stale, desk.by())).toEqual({ kind: 'over' });
  });

  test('is moved back as long as nobody has moved it since', async () => {
    const { moved } = await desk.row(id);
    expect(await moveBack(desk.desk, id, '2019-11-19T00:00:00Z', desk.by())).toEqual({ kind: 'over' });
    expect(await moveBack(desk.desk, id, moved?.at ?? '', desk.by())).toMatchObject({ kind: 'done' });
    await desk.rest();
    expect(standsAt(title)).toContain('2019-11-22T13:00:00');
  });

  test('is taken out of Outlook when it is cancelled, once', async () => {
    expect(await cancelMeeting(desk.desk, id, 'the ISU travels', desk.by())).toMatchObject({ kind: 'done' });
    expect(await cancelMeeting(desk.desk, id, '', desk.by())).toEqual({ kind: 'gone' });
    await desk.rest();
    expect(desk.eventOf(title)).toEqual({});
    expect(shape((await desk.card(id)).blocks.slice(0, 2))).toEqual([
      [`*${title}*`, '~Fri 22 Nov, 14:00–15:00~ (Zurich) · *cancelled*', 'Accepted 2 · tentative 1'].join('\n'),
      [['History']],
    ]);
  });
});

describe('a meeting whose time was changed on both sides', () => {
  test.each([
    ['here', 10],
    ['there', 15],
  ] as const)(
    'has a notice with both values and two buttons, and stands at the one that was chosen (%s)',
    async (keep, hour) => {
      const title = `Chosen ${keep}`;
      const id = await planned(title);
      desk.act({ act: 'edit', id: desk.idOf(title), changes: friday(15) });
      const wanted = { when: whenOf(10) };
      expect(await changeMeeting(desk.desk, id, wanted, desk.by(), () => 'as_seen')).toMatchObject({ kind: 'done' });
      await desk.rest();
      expect(standsAt(title)).toContain('T15:00');
      expect((await desk.row(id)).when).toEqual(whenOf(10));
      const stands = await words(id);
      expect(stands).toContain(
        '*Time changed here and in Outlook.* Neither was overwritten.\nHere: Fri 22 Nov, 11:00–12:00 (Zurich)\nIn Outlook: Fri 22 Nov, 16:00–17:00 (Zurich)',
      );
      expect(stands).toContain('Keep Fri 22 Nov, 11:00\nTake Fri 22 Nov, 16:00');
      expect(await settleField(desk.desk, id, { field: 'when', keep }, desk.by())).toMatchObject({ kind: 'done' });
      await desk.rest();
      expect((await desk.row(id)).when).toEqual(whenOf(hour));
      expect(standsAt(title)).toContain(`T${hour}:00`);
      expect(await words(id)).not.toContain('Neither was overwritten');
      expect(await settleField(desk.desk, id, { field: 'when', keep }, desk.by())).toEqual({ kind: 'over' });
    },
  );
});

describe('a meeting that was deleted in Outlook', () => {
  test('asks on its card, and is made again there when somebody wants it', async () => {
    const id = await planned('Deleted by mistake');
    await planned('Beside it');
    desk.act({ act: 'delete', id: desk.idOf('Deleted by mistake') });
    await desk.rest();
    expect(desk.eventOf('Deleted by mistake')).toEqual({});
    expect(await words(id)).toContain('*It was deleted in Outlook.*');
    expect(await words(id)).toContain('Make it again\nCancel the meeting');
    expect(await makeMeetingAgain(desk.desk, id, desk.by())).toMatchObject({ kind: 'done' });
    await desk.rest();
    expect(standsAt('Deleted by mistake')).toContain('2019-11-21T09:00:00');
    expect(await words(id)).not.toContain('It was deleted in Outlook');
    expect(await makeMeetingAgain(desk.desk, id, desk.by())).toEqual({ kind: 'over' });
  });
});

describe('one of the Convention’s own meetings', () => {
  test('keeps its dates whatever is done in Outlook, and the card says what stood there until somebody has seen it', async () => {
    const days = { kind: 'days', first: '2020-06-08', last: '2020-06-08' } as never;
    const id = await planned('Preparatory Meeting', { when: days, convention: 'PM1-2RC', kind: 'preparatory' });
    const moved = { dateTime: '2020-06-10T00:00:00', timeZone: 'UTC' };
    const until = { dateTime: '2020-06-11T00:00:00', timeZone: 'UTC' };
    desk.act({ act: 'edit', id: desk.idOf('Preparatory Meeting'), changes: { start: moved, end: until } });
    await desk.rest();
    expect(standsAt('Preparatory Meeting')).toContain('2020-06-08');
    expect(await words(id)).toContain(
      '*The time was changed in Outlook and put back.* There it was: Wed 10 Jun 2020, all day.',
    );
    expect(await seePutBack(desk.desk, id, 'when', desk.by())).toMatchObject({ kind: 'done' });
    expect(await words(id)).not.toContain('put back');
  });
});

test('a month alone is shown and never sent; once it has a day it is', async () => {
  const id = await planned('National Directors', { when: { kind: 'month', month: '2020-02' }, kind: 'external' });
  expect(desk.eventOf('National Directors')).toEqual({});
  expect(await words(id)).toContain('*February 2020, no day yet*');
  const days = { kind: 'days', first: '2020-02-11', last: '2020-02-14' } as never;
  await changeMeeting(desk.desk, id, { when: days }, desk.by(), () => 'as_seen');
  await desk.rest();
  expect(desk.eventOf('National Directors')).toMatchObject({ isAllDay: true });
  expect(standsAt('National Directors')).toContain('2020-02-11');
});

test('a series is made as a whole, its occurrences changed in Outlook are shown, and it is not changed from here', async () => {
  const repeats = { every: 'week', interval: 1, until: '2019-12-12' as never } as const;
  const id = await planned('Weekly call', { repeats });
  desk.act({ act: 'move_occurrence', id: desk.idOf('Weekly call'), on: '2019-11-28', ...friday(10) });
  await desk.rest();
  expect(await words(id)).toContain(
    'Every week until Thu 12 Dec\nChanged in Outlook: Fri 22 Nov, 11:00–12:00 (Zurich)',
  );
  expect(await changeMeeting(desk.desk, id, { place: 'Bern' }, desk.by(), () => 'as_seen')).toEqual({ kind: 'series' });
});
