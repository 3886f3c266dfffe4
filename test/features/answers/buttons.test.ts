import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Block, Modal } from '../../../src/blocks/message.ts';
import type { Database } from '../../../src/db/open.ts';
import type { Actor } from '../../../src/desk/actor.ts';
import type { Filled, Press, ViewValues } from '../../../src/desk/describe.ts';
import type { Reply } from '../../../src/desk/reply.ts';
import { answersFeature } from '../../../src/features/answers/feature.ts';
import { day } from '../../../src/treaty/day.ts';
import { freshDatabase } from '../../setup/database.ts';
import { ids } from '../../setup/ids.ts';
import { clockAt, instant } from '../../setup/instants.ts';
import { isu, montenegro } from '../people.ts';
import { readable } from '../words.ts';

const AT = '2019-11-18T09:00:00+01:00';
const VA = 'which states need victim assistance?';
const place = { kind: 'channel', channel: 'C1', thread: null, public: false } as const;

let database: Database;
let desk: ReturnType<typeof answersFeature>;
beforeAll(async () => {
  database = await freshDatabase();
  desk = answersFeature({ db: database.db, ids, clock: clockAt(AT), verbsLike: () => [] });
});
afterAll(() => database.close());

/** The value of the button of that action on the answer to a question. */
async function buttonOf(text: string, action: string): Promise<string> {
  const reply = await desk.freeText?.answer({ actor: montenegro, text, place, at: instant(AT) });
  const blocks = reply?.kind === 'say' ? reply.message.blocks : [];
  for (const block of blocks)
    for (const element of block.type === 'actions' ? block.elements : [])
      if (element.type === 'button' && element.action_id === action) return element.value ?? '';
  return '';
}

async function press(action: string, value: string, more: Partial<Press> = {}): Promise<Reply> {
  const found = desk.actions?.find(({ id }) => id === action);
  if (found === undefined) throw new Error(`No action ${action}.`);
  return found.run({ actor: montenegro, value, place, at: instant(AT), message: null, view: null, ...more });
}

async function submit(id: string, values: ViewValues, metadata: string, more: Partial<Filled> = {}): Promise<Reply> {
  const found = desk.submissions?.find((each) => each.id === id);
  if (found === undefined) throw new Error(`No form ${id}.`);
  return found.submit({ actor: montenegro, values, metadata, place, at: instant(AT), submission: 's1', ...more });
}

const modalOf = (reply: Reply): Modal => {
  if (reply.kind !== 'modal') throw new Error(`No window but ${reply.kind}.`);
  return reply.modal;
};

const boxOf = ({ blocks }: Modal): string =>
  blocks
    .flatMap((block) => ('element' in block && block.element.type === 'plain_text_input' ? [block.element] : []))
    .map(({ initial_value }) => initial_value ?? '')
    .join('');

async function said(reply: Reply): Promise<string> {
  const texts: string[] = [];
  if (reply.kind === 'close') for await (const { text } of reply.messages) texts.push(text);
  return texts.join('\n');
}

/** The window to copy from, in a language and form. */
async function copied(text: string, language?: string, form?: string): Promise<string> {
  const value = await buttonOf(text, 'answers:copy');
  if (language === undefined) return boxOf(modalOf(await press('answers:copy', value)));
  const values = { choices: { 'answers:copy_language': language, 'answers:copy_form': form ?? 'sentence' } };
  const view = { id: 'V1', metadata: value, values };
  return boxOf(modalOf(await press('answers:copy_language', '', { view })));
}

describe('Copy as text', () => {
  it('is the screen word for word: names as the United Nations uses them, and the source', async () => {
    expect(await copied(VA)).toBe(
      "In their Article 7 transparency reports for 2018, nine States Parties requested international cooperation and assistance for victim assistance obligations: Afghanistan, Albania, Chad, Iraq, the Lao People's Democratic Republic, Lebanon, Montenegro, Somalia and the State of Palestine. (Source: concept note of the Coordinators on International Cooperation and Assistance, as of 18 November 2019.)",
    );
  });

  it('is in French and Spanish, whatever language was asked', async () => {
    expect(await copied(VA, 'fr')).toContain(
      "neuf États parties ont demandé une coopération et une assistance internationales pour leurs obligations concernant l'assistance aux victimes : l'Afghanistan, l'Albanie, le Tchad, l'Iraq, la République démocratique populaire lao, le Liban, le Monténégro, la Somalie et l'État de Palestine.",
    );
    expect(await copied(VA, 'es')).toContain('la República Democrática Popular Lao, el Líbano, Montenegro');
  });

  it('is a list, and a table whose cells are apart by tabs', async () => {
    expect(await copied(VA, 'en', 'list')).toContain("\n– the Lao People's Democratic Republic\n– Lebanon\n");
    expect(await copied(VA, 'en', 'table')).toContain('Lebanon\tClearance, RRE\t1 May 2021');
  });

  it('has the words of the answer where a question asks for something else', async () => {
    expect(await copied('is Chad a State Party?')).toMatch(
      /^Yes, Chad is a State Party.*\(Source: UN Treaty Collection/,
    );
  });
});

describe('Change theme or date', () => {
  const change = async (typed: string): Promise<Reply> =>
    submit('answers:change', { words: { words: typed } }, await buttonOf(VA, 'answers:change'));

  it('asks the same with another theme, State, year or date', async () => {
    expect(await said(await change('RRE'))).toContain(
      'Five States Parties asked for help with risk reduction education',
    );
    expect(await said(await change('before 2021'))).toContain('Montenegro');
    expect(await said(await change('in 2017'))).toContain('Requests from the 2017 reports are not on record');
  });

  it('keeps what was typed where it changes nothing that the question has', async () => {
    expect(await change('the weather')).toEqual({
      kind: 'errors',
      errors: { words: 'The desk cannot change the question by this.' },
    });
  });
});

describe('Not what I asked', () => {
  const home = async (actor: Actor): Promise<string> => {
    const [section] = desk.home ?? [];
    return readable((await section?.blocks({ actor, at: instant(AT), today: day('2019-11-18') })) as Block[]);
  };

  it('is kept once for the ISU, who reads it on App Home', async () => {
    const value = await buttonOf(VA, 'answers:not_asked');
    expect(modalOf(await press('answers:not_asked', value)).title.text).toBe('Not what I asked');
    const meant = { meant: { meant: 'who *gave* help <!channel>' } };
    expect(await said(await submit('answers:not_asked', meant, value))).toBe('Kept for the ISU. Thank you.');
    await submit('answers:not_asked', meant, value);
    const rows = await database.db.questionFeedback.findMany();
    expect(rows).toHaveLength(1);
    const seen = await home(isu);
    expect(seen).toContain('States with a request for victim assistance');
    expect(seen).not.toContain('<!channel>');
    expect(await home(montenegro)).toBe('');
    await press('answers:feedback_read', rows[0]?.id ?? '', { actor: montenegro });
    expect(await home(isu)).toContain('who');
    await press('answers:feedback_read', rows[0]?.id ?? '', { actor: isu });
    expect(await home(isu)).toBe('');
  });
});
