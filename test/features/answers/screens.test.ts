import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Block, Message } from '../../../src/blocks/message.ts';
import type { Database } from '../../../src/db/open.ts';
import type { Actor } from '../../../src/desk/actor.ts';
import { readFacts } from '../../../src/features/answers/facts.ts';
import { answersFeature } from '../../../src/features/answers/feature.ts';
import { answerJson } from '../../../src/questions/json.ts';
import { answerTo } from '../../../src/questions/reply-to.ts';
import { understand } from '../../../src/questions/understand.ts';
import { UNDERSTOOD } from '../../questions/asked.ts';
import { answered, book, TODAY } from '../../questions/record.ts';
import { freshDatabase } from '../../setup/database.ts';
import { ids } from '../../setup/ids.ts';
import { clockAt, instant } from '../../setup/instants.ts';
import { guest, isu, montenegro } from '../people.ts';
import { readable } from '../words.ts';

const AT = '2019-11-18T09:00:00+01:00';

let database: Database;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const feature = () => answersFeature({ db: database.db, ids, clock: clockAt(AT), verbsLike: () => [] });
const placeOf = (isPublic: boolean) => ({
  kind: 'channel' as const,
  channel: 'C1',
  thread: isPublic ? '1.2' : null,
  public: isPublic,
});

async function asked(text: string, isPublic = false, actor: Actor = montenegro): Promise<Message> {
  const reply = await feature().freeText?.answer({ actor, text, place: placeOf(isPublic), at: instant(AT) });
  if (reply?.kind !== 'say') throw new Error('A question is answered by a message.');
  return reply.message;
}

const VA = 'which states need victim assistance?';
const NAMES = 'Afghanistan, Albania, Chad, Iraq, Lao PDR, Lebanon, Montenegro, Somalia, State of Palestine.';
const LEAD = '*Nine States Parties asked for help with victim assistance* in their 2018 Article 7 reports:';

describe('"which states need victim assistance?" to the one who asked', () => {
  it('is the screen word for word, without what is not built', async () => {
    const { blocks } = await asked(VA);
    expect(blocks.map(({ type }) => type)).toEqual(['section', 'data_table', 'context', 'actions']);
    expect(readable(blocks.filter(({ type }) => type !== 'data_table'))).toBe(
      [
        LEAD,
        NAMES,
        'Understood: States with a request for victim assistance · 2018 reports · as of 18 November 2019',
        "Source: coordinators' concept note, Nov 2019 (nine stated, nine named) · 67 States Parties had reported for 2018; one that did not ask may still have needs · Article 5 sets no deadline",
        '[Copy as text] [Change theme or date…] [Sources, line by line] [Not what I asked]',
      ].join('\n'),
    );
  });

  it('has the table of the screen', async () => {
    const table = (await asked(VA)).blocks.find((block) => block.type === 'data_table');
    expect(table).toMatchObject({
      caption: 'States Parties that asked for help with victim assistance, 2018 reports',
      page_size: 10,
      row_header_column_index: 0,
    });
    expect(table?.rows.map((row) => row.map((cell) => ('text' in cell ? cell.text : '')))).toEqual([
      ['State', 'Also asked for', 'Clearance deadline (Art. 4)'],
      ['Afghanistan', 'Clearance, RRE', '1 March 2022'],
      ['Albania', '–', 'completed by August 2019'],
      ['Chad', 'Clearance', '1 September 2023'],
      ['Iraq', 'RRE', '1 November 2023'],
      ['Lao PDR', 'Clearance', '1 August 2025, extended'],
      ['Lebanon', 'Clearance, RRE', '1 May 2021'],
      ['Montenegro', 'Clearance, RRE', '1 August 2020'],
      ['Somalia', 'RRE', '1 March 2026'],
      ['State of Palestine', 'Clearance', 'to be confirmed'],
    ]);
  });

  it('has the same rows as a list where no table can be shown', async () => {
    const { blocks, withoutTable } = await asked(VA);
    const list = [
      '• Afghanistan · also clearance, RRE · Art. 4: 1 March 2022',
      '• Albania · Art. 4: completed by August 2019',
      '• Chad · also clearance · Art. 4: 1 September 2023',
      '• Iraq · also RRE · Art. 4: 1 November 2023',
      '• Lao PDR · also clearance · Art. 4: 1 August 2025, extended',
      '• Lebanon · also clearance, RRE · Art. 4: 1 May 2021',
      '• Montenegro · also clearance, RRE · Art. 4: 1 August 2020',
      '• Somalia · also RRE · Art. 4: 1 March 2026',
      '• State of Palestine · also clearance · Art. 4: to be confirmed',
    ].join('\n');
    expect(readable(withoutTable ?? [])).toContain(list);
    const others = (all: readonly { type: string }[] = []) => all.filter(({ type }) => type !== 'data_table');
    expect((withoutTable ?? []).filter((block) => readable([block]) !== list)).toEqual(others(blocks));
  });

  it('says the same in plain text', async () => {
    expect((await asked(VA)).text).toBe(
      `Nine States Parties asked for help with victim assistance in their 2018 Article 7 reports: ${NAMES} As of 18 November 2019. Source: coordinators' concept note, Nov 2019 (nine stated, nine named) · 67 States Parties had reported for 2018; one that did not ask may still have needs · Article 5 sets no deadline.`,
    );
  });

  it('shows in its sources each request with its document', async () => {
    const [row] = (await asked(VA)).blocks.filter(({ type }) => type === 'actions');
    const button = row?.type === 'actions' ? row.elements[0] : undefined;
    const value = button?.type === 'button' ? (button.value ?? '') : '';
    expect(value).toMatch(/^en .*"asOf":"2019-11-18"/);
    const press = { actor: montenegro, value, place: placeOf(false), at: instant(AT), message: null, view: null };
    const reply = await feature()
      .actions?.find(({ id }) => id === 'answers:sources')
      ?.run(press);
    const text = reply?.kind === 'modal' ? readable(reply.modal.blocks as Block[]) : '';
    expect(text).toContain(
      "• AR-2018-015 · Chad · victim assistance · 2018 report\n   coordinators' concept note, Nov 2019 · confidence: high",
    );
    expect(text).toContain('As of 18 November 2019 · 9 facts');
  });
});

describe('"which states need clearance?"', () => {
  it('is the screen word for word: six names, a source that says seven, and no guess', async () => {
    const { blocks, text, withoutTable } = await asked('which states need clearance?');
    expect(blocks.map(({ type }) => type)).toEqual(['section', 'section', 'context', 'actions']);
    expect(withoutTable).toBeUndefined();
    expect(readable(blocks)).toBe(
      [
        '*Six States Parties are named* as asking for help with survey and clearance in their 2018 Article 7 reports:',
        'Afghanistan, Chad, Lao PDR, Lebanon, Montenegro, State of Palestine.',
        '*The source says seven and names six.* The desk does not guess the seventh.',
        'Understood: States with a request for survey and clearance (Article 4) · 2018 reports · as of 18 November 2019',
        "Source: coordinators' concept note, Nov 2019",
        '[Copy as text] [Change theme or date…] [Sources, line by line] [Not what I asked]',
      ].join('\n'),
    );
    expect(text).toMatch(
      /^Six States Parties are named as asking for help with survey and clearance in their 2018 Article 7 reports: Afghanistan, Chad, Lao PDR, Lebanon, Montenegro, State of Palestine\. The source says seven and names six\./,
    );
  });
});

describe('the public half, after a mention', () => {
  it('is two blocks: the names, and where they come from', async () => {
    const { blocks, withoutTable } = await asked(VA, true);
    expect(withoutTable).toBeUndefined();
    expect(blocks.map(({ type }) => type)).toEqual(['section', 'context']);
    expect(readable(blocks)).toBe(
      [
        LEAD,
        NAMES,
        "As of 18 November 2019 · source: coordinators' concept note, Nov 2019 · ask on in this thread: `@Action5 and for RRE?`",
      ].join('\n'),
    );
  });

  it('keeps the difference between the number and the names', async () => {
    expect(readable((await asked('which states need clearance?', true)).blocks)).toContain(
      '*The source says seven and names six.*',
    );
  });

  it('offers in words what a person could press', async () => {
    expect(readable((await asked('is Congo a State Party?', true)).blocks)).toBe(
      '*“Congo” may be Congo (Republic of the) or DR Congo.*\nTry: is Congo (Republic of the) a State Party? · is DR Congo a State Party?',
    );
  });
});

describe('a text that is not understood', () => {
  it('is told with the word that was not, and examples to press that are answered', async () => {
    const { blocks, text } = await asked('which states might need victim assistance?');
    expect(readable(blocks)).toBe(
      '*The desk did not understand this: “might”*.\n[which states need victim assistance?] [deadlines of Lebanon] [is Chad a State Party?]\nAll verbs: `/ccm help`',
    );
    expect(text).toBe('The desk did not understand this: “might”. All verbs: /ccm help');
    const press = { actor: isu, value: VA, place: placeOf(false), at: instant(AT), message: null, view: null };
    const reply = await feature()
      .actions?.find(({ id }) => id === 'answers:ask:0')
      ?.run(press);
    expect(reply?.kind === 'say' ? readable(reply.message.blocks) : '').toContain(LEAD);
  });
});

describe('what is not published', () => {
  it('enters the answers of those who read the register, and no other', async () => {
    const own = await freshDatabase();
    const text = 'which states asked for help with aerial bombs or victim assistance?';
    const told = new Date('2019-11-18T07:00:00Z');
    await own.db.assistanceRequest.create({
      data: {
        ...{ id: 'AR-2019-001', reference: 'AR-2019-001', iso3: 'NOR', theme: 'VICTIM_ASSISTANCE', kinds: [] },
        ...{
          description: '',
          asOf: told,
          status: 'logged',
          sharing: 'private',
          sharingBasis: '',
          evidence: [],
          note: '',
        },
        ...{ recordedAt: told, recordedBy: 'UISU' },
      },
    });
    const desk = answersFeature({ db: own.db, ids, clock: clockAt(AT), verbsLike: () => [] });
    const seenBy = async (actor: Actor, isPublic: boolean): Promise<string> => {
      const reply = await desk.freeText?.answer({ actor, text, place: placeOf(isPublic), at: instant(AT) });
      return reply?.kind === 'say' ? reply.message.text + readable(reply.message.blocks) : '';
    };
    expect(await seenBy(isu, false)).toContain('Norway (told to the desk)');
    for (const hidden of [seenBy(isu, true), seenBy(guest, false), seenBy(guest, true)])
      expect(await hidden).not.toContain('Norway');
    await own.close();
  });
});

it('answers from the database as from the files of the starting record', async () => {
  const facts = await readFacts(database.db, true);
  expect(facts.book.states).toEqual(book.states);
  for (const { ask } of Object.values(UNDERSTOOD).flat()) {
    const reading = understand(ask, facts.book, TODAY);
    if (reading.kind !== 'understood') throw new Error(`Not understood: ${ask}`);
    const answer = answerTo(ask, reading.question, facts.factsOn(reading.question.asOf ?? TODAY, 'en'));
    expect(answerJson(answer)).toEqual(answerJson(answered(ask)));
  }
});
