import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SeenMessage } from '../../../src/sandbox/protocol.ts';
import { COORDINATION, directOf, type Journey, MONTENEGRO, NETHERLANDS, startJourney } from '../../setup/desk.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey.stop());

const messages = (channel: string, as = MONTENEGRO): readonly SeenMessage[] => journey.see(as).messages[channel] ?? [];
const pictures = (channel: string, as = MONTENEGRO): readonly SeenMessage[] =>
  messages(channel, as).filter(({ files }) => files.length > 0);

/** The bytes of the first file of a message, as the page gets them. */
async function bytesOf({ files: [file] }: SeenMessage): Promise<Buffer> {
  const { address, url } = journey.sandbox;
  const [cookie = ''] = ((await fetch(url)).headers.get('set-cookie') ?? '').split(';');
  const response = await fetch(new URL(file?.url ?? '', address), { headers: { cookie } });
  return Buffer.from(await response.arrayBuffer());
}

describe('the timeline on request', () => {
  it('comes as a direct message to who asked with a command, with words for those who do not see it', async () => {
    await journey.command('deadlines');
    const { messages: said } = await journey.press('Timeline');
    expect(said.map(({ text }) => text)).toContain(
      'The timeline is in your direct message with the desk. Only you see it there.',
    );
    const [picture, ...others] = pictures(directOf(MONTENEGRO));
    expect(others).toEqual([]);
    expect(picture?.threadTs).toBeNull();
    expect(picture?.text).toBe(
      '*Timeline* · Dates under Articles 3, 4 and 7 · what has passed, and until 18 November 2020 · as of 18 November 2019\nThe same as a list: `/ccm deadlines as of 2019-11-18`',
    );
    expect(picture?.files[0]).toMatchObject({
      name: 'timeline-2019-11-18.png',
      title: 'Timeline as of 18 November 2019',
      picture: true,
    });
    expect(picture?.files[0]?.alt).toContain('Clearance (Article 4): Croatia, Montenegro 1 Aug 2020;');
    const bytes = picture ? await bytesOf(picture) : Buffer.of();
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBe(2_560);
    expect(pictures(COORDINATION)).toEqual([]);
    // Slack calls the description so, whatever its own client says.
    const asked = journey.wire.calls.find(({ method }) => method === 'files.getUploadURLExternal');
    expect(asked?.args['alt_txt']).toBe(picture?.files[0]?.alt);
    expect(Number(asked?.args['length'])).toBe(bytes.length);
  });

  it('comes into the thread of an answer that was posted, whoever asks for it', async () => {
    await journey.mention('deadlines clearance Lebanon');
    const root = messages(COORDINATION).findLast(({ text }) => text.includes('deadlines clearance Lebanon'));
    const shown = await journey.press('Timeline');
    expect(shown.notices).toEqual([]);
    const [picture] = pictures(COORDINATION);
    expect(picture?.threadTs).toBe(root?.ts);
    // Named by its first message: Slack does not promise to find a thread by one of its replies.
    const shared = journey.wire.calls.findLast(({ method }) => method === 'files.completeUploadExternal');
    expect(shared?.args['thread_ts']).toBe(root?.ts);
    expect(picture?.files[0]?.alt).toContain('Lebanon 1 May 2021');
    expect(pictures(COORDINATION, NETHERLANDS)).toEqual(pictures(COORDINATION));
  });

  it('comes under the answer in a direct message', async () => {
    const before = pictures(directOf(MONTENEGRO)).length;
    const { messages: said } = await journey.direct('deadlines stockpiles as of 4 Sep 2020');
    await journey.press('Timeline');
    const picture = pictures(directOf(MONTENEGRO)).at(-1);
    expect(pictures(directOf(MONTENEGRO))).toHaveLength(before + 1);
    expect(picture?.threadTs).toBe(said.at(-1)?.ts);
    expect(picture?.files[0]?.name).toBe('timeline-2020-09-04.png');
  });

  it('is of the day on which the answer was given, also when the clock has moved on', async () => {
    await journey.command('deadlines reports');
    journey.sandbox.move({ now: '2020-09-04T09:00:00+02:00' });
    await journey.press('Timeline');
    expect(pictures(directOf(MONTENEGRO)).at(-1)?.files[0]?.name).toBe('timeline-2019-11-18.png');
    journey.sandbox.move({ now: '2019-11-18T09:00:00+01:00' });
  });

  it('says in words what its description has no room for', async () => {
    await journey.command('deadlines all');
    await journey.press('Timeline');
    const picture = pictures(directOf(MONTENEGRO)).at(-1);
    expect(picture?.files[0]?.alt).toMatch(/And 3 more dates, told in the list\.$/);
    expect(picture?.text).toContain('All States Parties 30 Apr 2020 · annual report for 2019');
  });

  it.each([
    ['files.getUploadURLExternal', 'missing_scope', 'An admin adds the permission files:write'],
    ['files.completeUploadExternal', 'not_in_channel', 'The desk is not in this channel: invite it'],
    ['conversations.open', 'internal_error', 'Please press Timeline once more.'],
    ['files.completeUploadExternal', 'file_uploads_disabled', "Slack's word for it: file_uploads_disabled."],
  ])('says what to do when %s is refused with %s', async (method, error, next) => {
    const before = pictures(directOf(MONTENEGRO)).length;
    await journey.command('deadlines Peru');
    await journey.sandbox.fault({ fault: 'refuse', method, error });
    const { messages: said } = await journey.press('Timeline');
    expect(said.map(({ text }) => text).join('\n')).toContain(
      `Slack did not take the timeline; the dates above are the same in words. ${next}`,
    );
    expect(pictures(directOf(MONTENEGRO))).toHaveLength(before);
    expect(journey.faults).toEqual([]);
  });

  it('is offered for nothing that is told in words only', async () => {
    const { messages: silent } = await journey.command('deadlines reports not on record');
    expect(JSON.stringify(silent)).not.toContain('deadlines:timeline');
    const { messages: none } = await journey.command('deadlines Serbia');
    expect(JSON.stringify(none)).not.toContain('deadlines:timeline');
    const { messages: open } = await journey.mention('deadlines reports not on record');
    expect(open.at(-1)?.text).toBe(
      'This is told to one person at a time: type /ccm deadlines reports not on record as of 2019-11-18.',
    );
  });
});
