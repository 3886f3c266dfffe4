import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COORDINATION, type Journey, MONTENEGRO, OBSERVER, SIDE_EVENT, startJourney } from '../setup/desk.ts';
import { wordsIn, wordsOf } from '../setup/shown.ts';

const QUESTION = 'which states need victim assistance?';
const NAMES = 'Afghanistan, Albania, Chad, Iraq, Lao PDR, Lebanon, Montenegro, Somalia, State of Palestine';
const FIRST_LINE = `*Nine States Parties asked for help with victim assistance* in their 2018 Article 7 reports:\n${NAMES}.`;

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey.stop());

describe('a question after /ccm', () => {
  it('is answered to the person alone, with names, table, how it was understood and the source', async () => {
    const { messages } = await journey.command(QUESTION);
    expect(messages).toHaveLength(1);
    const [answer] = messages;
    expect(answer).toMatchObject({ ephemeral: true, channel: COORDINATION, author: { kind: 'app' } });
    expect(answer?.blocks.map(({ type }) => type)).toEqual(['section', 'data_table', 'context', 'actions']);
    const words = wordsIn(answer?.blocks ?? []);
    expect(words).toContain(FIRST_LINE);
    expect(words).toContain(
      'Understood: States with a request for victim assistance · 2018 reports · as of 18 November 2019',
    );
    expect(words).toContain("Source: coordinators' concept note, Nov 2019 (nine stated, nine named)");
    const table = answer?.blocks.find((block) => block.type === 'data_table');
    expect(table?.rows.map((row) => row.map((cell) => ('text' in cell ? cell.text : '')).join(' | '))).toEqual([
      'State | Also asked for | Clearance deadline (Art. 4)',
      'Afghanistan | Clearance, RRE | 1 March 2022',
      'Albania | – | completed by August 2019',
      'Chad | Clearance | 1 September 2023',
      'Iraq | RRE | 1 November 2023',
      'Lao PDR | Clearance | 1 August 2025, extended',
      'Lebanon | Clearance, RRE | 1 May 2021',
      'Montenegro | Clearance, RRE | 1 August 2020',
      'Somalia | RRE | 1 March 2026',
      'State of Palestine | Clearance | to be confirmed',
    ]);
  });

  it('says in its plain text what the blocks say', async () => {
    const [answer] = (await journey.command(QUESTION)).messages;
    expect(answer?.text).toContain(`in their 2018 Article 7 reports: ${NAMES}.`);
    expect(answer?.text).toContain("Source: coordinators' concept note, Nov 2019");
  });

  it('is seen by nobody else in the channel', async () => {
    await journey.command(QUESTION, MONTENEGRO, SIDE_EVENT);
    expect(journey.see(OBSERVER).messages[SIDE_EVENT] ?? []).toEqual([]);
  });

  it('is answered as a list where Slack refuses the table', async () => {
    journey.wire.breakAnswers(404);
    await journey.sandbox.fault({ fault: 'refuse', method: 'chat.postEphemeral', error: 'invalid_blocks' });
    const [answer] = (await journey.command(QUESTION)).messages;
    journey.wire.breakAnswers(null);
    const words = wordsIn(answer?.blocks ?? []);
    expect(answer?.blocks.map(({ type }) => type)).not.toContain('data_table');
    expect(words).toContain(FIRST_LINE);
    expect(words).toContain('• Lebanon · also clearance, RRE · Art. 4: 1 May 2021');
  });

  it('names both the figure and the names of the source where they differ', async () => {
    const [answer] = (await journey.command('which states need clearance?')).messages;
    const words = wordsIn(answer?.blocks ?? []);
    expect(words).toContain('*Six States Parties are named*');
    expect(words).toContain('*The source says seven and names six.* The desk does not guess the seventh.');
  });

  it('shows every source, line by line, in a window', async () => {
    await journey.command(QUESTION);
    const { modal } = await journey.press('Sources, line by line');
    expect(modal?.title.text).toBe('Sources, line by line');
    expect(wordsIn(modal?.blocks ?? [])).toMatch(/AR-2018-018.*Lebanon|Lebanon.*AR-2018-018/);
    await journey.act({ act: 'close', as: MONTENEGRO, viewId: modal?.id ?? '' });
  });

  it('is refused by Slack in a thread, where a mention is answered', async () => {
    const { messages } = await journey.mention(QUESTION);
    const threadTs = messages[0]?.ts ?? '';
    const refused = await journey.shownAfter({
      act: 'command',
      as: MONTENEGRO,
      channel: COORDINATION,
      command: '/ccm',
      text: QUESTION,
      threadTs,
    });
    expect(refused.answer).toMatchObject({ ok: false, error: 'not_in_threads' });
    const again = await journey.shownAfter({
      act: 'message',
      as: MONTENEGRO,
      channel: COORDINATION,
      text: `@Action5 ${QUESTION}`,
      threadTs,
    });
    expect(again.messages.at(-1)).toMatchObject({ threadTs, author: { kind: 'app' } });
  });
});

describe('a question by mention', () => {
  it('is answered in its thread with the public half: the names and where they come from', async () => {
    const { messages } = await journey.mention(QUESTION, MONTENEGRO, SIDE_EVENT);
    const [asked, answer] = messages;
    expect(answer).toMatchObject({ threadTs: asked?.ts, ephemeral: false });
    expect(answer?.blocks.map(({ type }) => type)).toEqual(['section', 'context']);
    const words = wordsIn(answer?.blocks ?? []);
    expect(words).toContain(FIRST_LINE);
    expect(words).toContain(
      "As of 18 November 2019 · source: coordinators' concept note, Nov 2019 · ask on in this thread: `@Action5 and for RRE?`",
    );
    expect(journey.see(OBSERVER).messages[SIDE_EVENT]?.map(wordsOf).join()).toContain(NAMES);
  });

  it.each([
    'Good morning @Action5, which states need victim assistance?',
    '@Action5: /ccm which states need victim assistance?',
  ])('is understood wherever the mention stands: %s', async (text) => {
    const { messages } = await journey.shownAfter({ act: 'message', as: MONTENEGRO, channel: COORDINATION, text });
    expect(messages.at(-1)?.text).toContain(NAMES);
  });
});

describe('a question by direct message', () => {
  it('is answered whole, without the command', async () => {
    const { messages } = await journey.direct(QUESTION);
    expect(messages).toHaveLength(2);
    expect(messages[1]?.blocks.map(({ type }) => type)).toEqual(['section', 'data_table', 'context', 'actions']);
    expect(messages[1]?.threadTs).toBeNull();
  });

  it('is answered the same with the command before it, as one types out of habit', async () => {
    const { messages } = await journey.direct(`/ccm ${QUESTION}`);
    expect(messages[1]?.text).toContain(NAMES);
  });

  it('is answered in the thread in which it was asked', async () => {
    const [asked] = (await journey.direct(QUESTION)).messages;
    const { messages } = await journey.shownAfter({
      act: 'message',
      as: MONTENEGRO,
      channel: asked?.channel ?? '',
      text: 'deadlines of Lebanon',
      threadTs: asked?.ts ?? '',
    });
    expect(messages.at(-1)).toMatchObject({ threadTs: asked?.ts, author: { kind: 'app' } });
  });
});

describe('a question that follows another', () => {
  it('goes on from it after the command, in its thread by mention, and by direct message', async () => {
    const five = 'Five States Parties asked for help with risk reduction education';
    await journey.command(QUESTION);
    expect((await journey.command('and for RRE?')).messages.at(-1)?.text).toContain(five);
    const [asked] = (await journey.mention(QUESTION)).messages;
    const { messages } = await journey.shownAfter({
      act: 'message',
      as: MONTENEGRO,
      channel: COORDINATION,
      text: '@Action5 and for RRE?',
      threadTs: asked?.ts ?? '',
    });
    expect(messages.at(-1)?.text).toContain(five);
    await journey.direct(QUESTION);
    expect((await journey.direct('and for RRE?')).messages.at(-1)?.text).toContain(five);
  });
});

describe('what is not understood', () => {
  it('is said to be so, with the words in question and examples that work', async () => {
    const [answer] = (await journey.command('xyzzy plugh')).messages;
    expect(answer?.text).toContain('The desk did not understand this: “xyzzy”, “plugh”');
    for (const example of ['which states need victim assistance?', 'deadlines of Lebanon', 'is Chad a State Party?']) {
      const { messages } = await journey.press(example);
      expect(messages.at(-1)?.text).not.toContain('did not understand');
      expect(messages.at(-1)?.text).toContain('18 November 2019');
    }
  });

  it.each([
    ['peple', 'did not understand', 'The nearest verb: /ccm people. All verbs: /ccm help'],
    ['dedlines Lebanon and the rest', 'did not understand', 'The nearest verb: /ccm deadlines Lebanon and the rest.'],
    ['requst 2018 5 pls', 'did not understand', 'The nearest verb: /ccm request 2018 5 pls.'],
    ['lgo Chad victim assistance', 'did not understand', 'The nearest verb: /ccm log Chad victim assistance.'],
    ['stte Lebanon', 'did not understand', 'The nearest verb: /ccm state Lebanon.'],
    ['sate Lebanon', 'did not understand', 'The nearest verbs: /ccm save, /ccm state.'],
    ['deadlnes', 'Next: Gambia', 'The nearest verb: /ccm deadlines.'],
    ['dedlines Lebanon', 'Lebanon, next: ', 'The nearest verb: /ccm deadlines Lebanon.'],
  ])('offers the verb that is spelt most like “%s”, also where it is answered', async (text, said, offered) => {
    const [answer] = (await journey.command(text)).messages;
    expect(answer?.text).toContain(said);
    expect(answer?.text).toContain(offered);
  });

  it.each(['hello', 'counsellor of Peru says request by March', 'xyzzy', '<!channel> <@U0ISU>'])(
    'points to all verbs where none is near: %s',
    async (text) => {
      const [answer] = (await journey.command(text)).messages;
      expect(answer?.text).toMatch(/did not understand this.* All verbs: \/ccm help$/);
      expect(answer?.text).not.toContain('nearest verb');
      expect(wordsIn(answer?.blocks ?? [])).not.toContain('U0ISU');
    },
  );

  it('asks for the question where none follows, with some that work', async () => {
    const [answer] = (await journey.command('ask')).messages;
    expect(answer?.text).toMatch(/^What would you like to ask\? For example: /);
    const { messages } = await journey.press('deadlines of Lebanon');
    expect(messages.at(-1)?.text).toContain('Lebanon, next: ');
  });

  it.each([
    ['deadlines of Lebanom', 'Lebanon'],
    ['is Tchadd a state party?', 'Chad'],
  ])('takes small mistakes in a name for what they are: %s', async (text, name) => {
    const [answer] = (await journey.command(text)).messages;
    expect(answer?.text).toContain(name);
  });

  it.each([
    ['is Congo a State Party?', 'is DR Congo a State Party?'],
    ['state Congo', 'DR Congo'],
    ['requests Congo', 'DR Congo'],
  ])('asks which Congo is meant, with a button for each: %s', async (text, button) => {
    const [question] = (await journey.command(text)).messages;
    expect(question?.text).toMatch(/Congo .*or D(R|emocratic)/);
    const { messages } = await journey.press(button);
    expect(messages.map(wordsOf).join()).toContain('DR Congo');
    expect(messages.map(wordsOf).join()).not.toContain('(Republic of the)');
  });

  it('asks which Congo is meant after a verb that takes more than a name', async () => {
    const [question] = (await journey.command('deadlines of Congo')).messages;
    expect(question?.text).toContain('names several States: Congo (Republic of the) and DR Congo');
  });

  it.each(['deadlines of Lebanon as of 31 February 2020', 'which states need clearance as of 2019-02-30?'])(
    'says that a day does not exist: %s',
    async (text) => {
      const [answer] = (await journey.command(text)).messages;
      expect(answer?.text).toMatch(/There is no such day|There is no .* in the calendar/);
    },
  );

  it.each([
    '🙂🙂🙂',
    'ماذا تحتاج الدول؟',
    '\u202eevil\u202c',
    '‮gnirts',
    '&lt;b&gt; & <i>',
    '`code` *bold* _it_ ~no~',
    '١٢٣',
  ])('answers %s as text, with nothing in it coming alive', async (text) => {
    const { answer, messages } = await journey.command(text);
    expect(answer.ok).toBe(true);
    expect(messages).toHaveLength(1);
    expect(messages[0]?.text).not.toMatch(/[\u202A-\u202E]/);
  });

  it('answers a question of ten thousand characters', async () => {
    const { messages } = await journey.command(`which states need ${'clearance '.repeat(1_000)}?`);
    expect(messages.at(-1)?.text).toContain('This is longer than the 500 characters of a question');
  });
});

it('does all of this without a fault', () => {
  expect(journey.faults).toEqual([]);
});
