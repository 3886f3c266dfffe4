import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../../src/blocks/message.ts';
import type { Database } from '../../../src/db/open.ts';
import { deadlinesFeature } from '../../../src/features/deadlines/feature.ts';
import { freshDatabase } from '../../setup/database.ts';
import { clockAt, instant } from '../../setup/instants.ts';
import { montenegro } from '../people.ts';
import { readable } from '../words.ts';

const AT = '2019-11-18T09:00:00+01:00';

let database: Database;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const feature = () =>
  deadlinesFeature({ db: database.db, clock: clockAt(AT), files: { share: async () => ({ ok: true }) } });

async function asked(text: string, isPublic = false): Promise<Message> {
  const place = { kind: 'channel' as const, channel: 'C1', thread: isPublic ? '1.2' : null, public: isPublic };
  const reply = await feature().commands?.[0]?.run({ actor: montenegro, text, place, at: instant(AT) });
  if (reply?.kind !== 'say') throw new Error('The dates are said.');
  return reply.message;
}

describe('/ccm deadlines', () => {
  it('answers from the record in its first line', async () => {
    expect((await asked('')).text.split('\n')[0]).toBe('Next: Gambia, initial report (Art. 7), Thu 28 Nov, 10 days.');
  });

  it('shows back what it understood', async () => {
    expect(readable((await asked('2021 clearance')).blocks)).toContain(
      'Understood: clearance (Article 4) and extension requests · from 1 January 2021 until 31 December 2021 · as of 18 November 2019',
    );
    expect(readable((await asked('Côte d’Ivoire')).blocks)).toContain("· Côte d'Ivoire · all that lies ahead");
  });

  it('understands an alias and never prints it', async () => {
    const text = readable((await asked('Ivory Coast')).blocks);
    expect(text).toContain("Côte d'Ivoire");
    expect(text).not.toContain('Ivory');
  });

  it('answers a mention with two blocks', async () => {
    expect((await asked('Lebanon', true)).blocks).toHaveLength(2);
  });

  it('says what it could not read, with what works', async () => {
    expect((await asked('31 June 2020')).text).toBe(
      'There is no 31 June 2020 in the calendar. Please give a date that exists. For example: /ccm deadlines 2021 clearance · /ccm deadlines Lebanon · /ccm deadlines next 12 months',
    );
    expect((await asked('Congo')).text).toContain('Please say which: /ccm deadlines');
    const hostile = await asked(`<!channel> ${'z'.repeat(9_000)}`);
    expect(JSON.stringify(hostile.blocks)).not.toContain('<!channel>');
    expect(hostile.text).toMatch(/^Not understood/);
    expect(hostile.text.length).toBeLessThan(500);
  });

  it('opens all dates from a button', async () => {
    const press = {
      actor: montenegro,
      value: '',
      place: { kind: 'home' as const, channel: '', thread: null, public: false },
      at: instant(AT),
      message: null,
      view: null,
    };
    const reply = await feature()
      .actions?.find(({ id }) => id === 'deadlines:all')
      ?.run(press);
    expect(reply?.kind === 'say' && reply.message.withoutTable !== undefined).toBe(true);
  });
});
