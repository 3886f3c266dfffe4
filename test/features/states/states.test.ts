import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS, lengthOf } from '../../../src/blocks/limits.ts';
import type { Message } from '../../../src/blocks/message.ts';
import type { Database } from '../../../src/db/open.ts';
import type { Actor } from '../../../src/desk/actor.ts';
import type { Place } from '../../../src/desk/describe.ts';
import { publicStateCard, stateCard } from '../../../src/features/states/card.ts';
import { statesFeature } from '../../../src/features/states/feature.ts';
import { stateJson } from '../../../src/features/states/json.ts';
import { readStateOn } from '../../../src/features/states/read.ts';
import { sourcesCard } from '../../../src/features/states/sources.ts';
import { clocksOfState, clocksOn } from '../../../src/treaty/clocks.ts';
import { day } from '../../../src/treaty/day.ts';
import { freshDatabase } from '../../setup/database.ts';
import { clockAt, instant } from '../../setup/instants.ts';
import { guest, isu, montenegro, netherlands } from '../people.ts';
import { everything, FORBIDDEN, readable } from '../words.ts';

const AT = '2019-11-18T08:05:00+01:00';
const CHANNEL: Place = { kind: 'channel', channel: 'C1', thread: null, public: false };

let database: Database;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const feature = () =>
  statesFeature({
    db: database.db,
    clock: clockAt(AT),
    ids: { next: () => 'id' },
    poke: () => undefined,
  });

async function asked(text: string, actor: Actor = montenegro, place = CHANNEL): Promise<Message> {
  const reply = await feature().commands?.[0]?.run({ actor, text, place, at: instant(AT) });
  if (reply?.kind !== 'say') throw new Error('A card is said.');
  return reply.message;
}

describe('/ccm state Lebanon on 18 November 2019', () => {
  it('says word for word what the screen says, without what is not built', async () => {
    const message = await asked('Lebanon');
    expect(readable(message.blocks)).toBe(
      [
        'Lebanon',
        'State Party · signed 3 Dec 2008 · ratified 5 Nov 2010 · in force 1 May 2011 · followed by: nobody yet',
        '*Next: extension request (Art. 4) by Sun 23 Feb 2020 · 97 days · if more time is needed*',
        'For the Second Review Conference, Lausanne, 23–27 Nov 2020. Lebanon said at 8MSP (Sept 2018) that it will need one. Announced, not received.',
        '*Clearance (Art. 4)*',
        'Deadline 1 May 2021 · 530 days',
        'No extension so far',
        '*Victim assistance (Art. 5)*',
        'Help asked, 2018 report',
        'The treaty sets no deadline',
        '*Stockpiles (Art. 3)*',
        'No obligation on record',
        '*Reports (Art. 7)*',
        '2018: in · 2019: due 30 Apr 2020',
        'Other years: not on record',
        '*Asked for* in the 2018 Article 7 report',
        'AR-2018-005 clearance · AR-2018-010 RRE · AR-2018-018 victim assistance',
        'All logged, without owner, not relayed. Amount, area, people, plan: not on record.',
        '*Around it*',
        'Contacts, last contact: none on record',
        'Analysis Group Art. 4, 2019–20 (inferred): Afghanistan, Sweden, Montenegro, Netherlands',
        '[Add a note] [Follow] [Log a request] [Sources, line by line] [⋯ As of another date… | Diary and contacts]',
        "As of 18 Nov 2019 · UN Treaty Collection; ISU page, 4 Apr 2019; coordinators' concept note, Nov 2019",
      ].join('\n'),
    );
    expect(message.text).toBe(
      'Lebanon, as of 18 November 2019. Next: Article 4 extension request by Sun 23 February 2020 (97 days), if more time is needed; deadline 1 May 2021. Asked for help with clearance, risk reduction education and victim assistance (2018 report).',
    );
  });

  it('keeps owners, the work and what is around it from those without a role', async () => {
    const text = readable((await asked('Lebanon', guest)).blocks);
    expect(text).toContain('AR-2018-005 clearance');
    expect(text).not.toMatch(/owner|relayed|Around it|Analysis Group|Log a request/);
  });

  it('shows those without a role no request that the State did not publish', async () => {
    await database.db.assistanceRequest.update({ where: { reference: 'AR-2018-010' }, data: { sharing: 'private' } });
    expect(readable((await asked('Lebanon', guest)).blocks)).not.toContain('AR-2018-010');
    expect((await asked('Lebanon', guest)).text).not.toContain('risk reduction education');
    expect(readable((await asked('Lebanon', isu, { ...CHANNEL, public: true })).blocks)).not.toContain(
      'risk reduction',
    );
    expect(readable((await asked('Lebanon', isu)).blocks)).toContain('AR-2018-010');
    await database.db.assistanceRequest.update({ where: { reference: 'AR-2018-010' }, data: { sharing: 'published' } });
  });

  it('answers a mention with two blocks', async () => {
    const message = await asked('Lebanon', montenegro, { ...CHANNEL, thread: '1.2', public: true });
    expect(message.blocks).toHaveLength(2);
    expect(readable(message.blocks)).not.toMatch(/AR-2018|owner/);
  });

  it('gives the fields of the command line', async () => {
    const on = await readStateOn(database.db, 'LBN', day('2019-11-18'));
    if (on === null) throw new Error('Lebanon is on record.');
    const answer = stateJson(on);
    expect(answer).toMatchObject({
      state: 'LBN',
      name: 'Lebanon',
      standing: 'state_party',
      signed: '2008-12-03',
      deposited: '2010-11-05',
      inForce: '2011-05-01',
      withdrawn: null,
      asOf: '2019-11-18',
      requests: [
        { reference: 'AR-2018-005', theme: 'SURVEY_AND_CLEARANCE', year: 2018, status: 'logged' },
        { reference: 'AR-2018-010', theme: 'RISK_REDUCTION_EDUCATION', year: 2018, status: 'logged' },
        { reference: 'AR-2018-018', theme: 'VICTIM_ASSISTANCE', year: 2018, status: 'logged' },
      ],
    });
    expect(answer.deadlines.map(({ kind, due, status }) => [kind, due, status])).toEqual([
      ['initial_report', '2011-10-28', 'uncertain'],
      ['annual_report', '2019-04-30', 'completed'],
      ['extension_request', '2020-02-23', 'open'],
      ['annual_report', '2020-04-30', 'open'],
      ['clearance', '2021-05-01', 'open'],
    ]);
    expect(Object.keys(answer)).toEqual([
      'state',
      'name',
      'standing',
      'signed',
      'deposited',
      'inForce',
      'withdrawn',
      'asOf',
      'deadlines',
      'requests',
      'sources',
    ]);
  });
});

describe('as-of truth', () => {
  it('knows nothing before it was on record', async () => {
    const lithuania = await readStateOn(database.db, 'LTU', day('2024-12-01'));
    expect(lithuania && stateJson(lithuania)).toMatchObject({ standing: 'state_party', withdrawn: null });
    const maldives = await readStateOn(database.db, 'MDV', day('2019-09-26'));
    expect(maldives && stateJson(maldives)).toMatchObject({ standing: 'not_party', deposited: null, inForce: null });
    expect(readable((await asked('Lebanon as of 17 Nov 2019')).blocks)).toContain(
      '2018: not on record · 2019: due 30 Apr 2020',
    );
  });
});

describe('names and days', () => {
  it('asks which Congo is meant, with a button for each', async () => {
    const { blocks, text } = await asked('Congo');
    expect(text).toBe('“Congo” may be Congo or Democratic Republic of the Congo. Please say which.');
    const row = blocks.find((block) => block.type === 'actions');
    expect(row?.elements.map((element) => (element.type === 'button' ? element.value : null))).toEqual(['COG', 'COD']);
    expect(new Set(row?.elements.map(({ action_id }) => action_id)).size).toBe(2);
  });

  it('offers the nearest names for one that is unknown, and shows the one pressed', async () => {
    const { blocks, text } = await asked('Lebanistan');
    expect(text).toContain('No State called “Lebanistan” is on record.');
    const row = blocks.find((block) => block.type === 'actions');
    const [first] = row?.elements ?? [];
    if (first?.type !== 'button') throw new Error('The nearest names are buttons.');
    const action = feature().actions?.find(({ id }) => id === first.action_id);
    const reply = await action?.run({
      actor: montenegro,
      value: first.value ?? '',
      place: CHANNEL,
      at: instant(AT),
      message: null,
      view: null,
    });
    expect(reply?.kind === 'say' && reply.message.blocks[0]?.type).toBe('header');
  });

  it('shows a State as it was known on another day', async () => {
    expect(readable((await asked('Lebanon as of 1 Jun 2017')).blocks)).not.toMatch(/8MSP|Asked for/);
    expect(readable((await asked('Maldives as of 18 Nov 2019')).blocks)).toContain(
      'Instrument deposited, not yet in force · acceded 27 Sep 2019 · in force from 1 Mar 2020',
    );
    expect(readable((await asked('Sao Tome and Principe')).blocks)).toContain('Signatory, not a State Party');
  });

  it('says that a day does not exist', async () => {
    expect((await asked('Lebanon as of 31 June 2020')).text).toContain('There is no 31 June 2020 in the calendar.');
  });

  it('asks for a name when there is none', async () => {
    expect((await asked('')).text).toBe('Which State? For example: /ccm state Lebanon');
  });

  it('tells the representative of Montenegro who handles its requests', async () => {
    expect(readable((await asked('Montenegro')).blocks)).toContain(
      'You represent Montenegro: the Netherlands handles its requests.',
    );
    expect(readable((await asked('Montenegro', netherlands)).blocks)).toContain(
      'Handled by the Netherlands: nobody handles their own State.',
    );
  });

  it('shows hostile text as text', async () => {
    const message = await asked(`<!channel> <@U1> ${'\u202Eabc'} ${'y'.repeat(9_000)}`);
    expect(JSON.stringify(message.blocks)).not.toMatch(/<!channel>|<@U1>|\u202E/);
    for (const block of message.blocks)
      if (block.type === 'section') expect(lengthOf(block.text?.text ?? '')).toBeLessThan(LIMITS.sectionText);
  });
});

describe('looking up in a window', () => {
  const submit = (typed: string) =>
    feature().submissions?.[0]?.submit({
      actor: montenegro,
      values: { name: { name: typed } },
      metadata: '',
      place: { kind: 'channel', channel: 'C1', thread: null, public: false },
      at: instant(AT),
      submission: 's1',
    });

  it('shows the card in the window', async () => {
    const reply = await submit('Lebanon');
    expect(reply?.kind === 'modal' && reply.modal.title.text).toBe('Lebanon');
  });

  it('says on the field what could not be found', async () => {
    expect(await submit('Atlantis')).toMatchObject({
      kind: 'errors',
      errors: { name: expect.stringContaining('No State called “Atlantis” is on record.') },
    });
  });
});

describe('all 197 States on any day', () => {
  it.each(['2010-08-01', '2019-11-18', '2020-09-04', '2021-12-01', '2026-11-24'])(
    "accuse nobody, keep within Slack's limits and say the same in plain text on %s",
    async (on) => {
      const asOf = day(on);
      const base = await readStateOn(database.db, 'LBN', asOf);
      if (base === null) throw new Error('Lebanon is on record.');
      const clocks = clocksOn(base.record, asOf);
      expect(base.record.states).toHaveLength(197);
      for (const state of base.record.states) {
        const shown = { ...base, state, clocks: clocksOfState(clocks, state.iso3), needs: [] };
        for (const message of [
          stateCard(shown, isu),
          stateCard(shown, guest),
          publicStateCard(shown),
          sourcesCard(shown, isu),
        ]) {
          expect(everything(message)).not.toMatch(FORBIDDEN);
          expect(message.text).toContain(state.shortName);
          expect(message.blocks.length).toBeLessThanOrEqual(LIMITS.messageBlocks);
          expect(lengthOf(readable(message.blocks))).toBeLessThanOrEqual(LIMITS.messageChars);
          for (const block of message.blocks)
            for (const field of block.type === 'section' ? (block.fields ?? []) : []) {
              expect(lengthOf(field.text)).toBeLessThanOrEqual(LIMITS.fieldText);
              expect(field.text.split('\n').length).toBeGreaterThan(1);
            }
        }
      }
    },
  );

  it('uses every kind of joining and every standing', async () => {
    const texts = await Promise.all(
      ['Japan', 'Andorra', 'Lebanon', 'Argentina', 'Angola', 'Lithuania as of 2026'].map(
        async (name) => readable((await asked(name)).blocks).split('\n')[1],
      ),
    );
    expect(texts).toEqual([
      'State Party · signed 3 Dec 2008 · accepted 14 Jul 2009 · in force 1 Aug 2010 · followed by: nobody yet',
      'State Party · acceded 9 Apr 2013 · in force 1 Oct 2013 · followed by: nobody yet',
      'State Party · signed 3 Dec 2008 · ratified 5 Nov 2010 · in force 1 May 2011 · followed by: nobody yet',
      'Not a State Party, not a signatory',
      'Signatory, not a State Party · signed 3 Dec 2008',
      'Withdrawn, no longer a State Party · signed 3 Dec 2008 · ratified 24 Mar 2011 · in force 1 Sep 2011 · withdrawal in effect 6 Mar 2025',
    ]);
  });
});
