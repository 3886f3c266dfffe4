import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  COORDINATION,
  directOf,
  GUEST,
  ISU,
  type Journey,
  MONTENEGRO,
  NETHERLANDS,
  OBSERVER,
  REGISTER,
  SIDE_EVENT,
  startJourney,
} from '../setup/desk.ts';
import { controlsOf, modalScreen, wordsIn, wordsOf } from '../setup/shown.ts';

const DEADLINES = 'C0DEADLINES';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney({ admins: [ISU] });
});
afterAll(() => journey.stop());

const history = () => journey.database.db.deskHistory.findMany({ orderBy: { at: 'asc' } });
describe('/ccm people', () => {
  it('shows who holds which role, the admins of the environment among them', async () => {
    const { messages } = await journey.command('people', ISU);
    expect(messages[0]?.text).toBe(
      '3 persons hold a role: Coordinator (Montenegro), coordinator · Montenegro; Coordinator (Netherlands), coordinator · Netherlands; ISU, ISU, admin',
    );
    expect(wordsIn(messages[0]?.blocks ?? [])).toContain('Give a role\nChange a role\nEnd a role\nHand over');
  });

  it('shows a coordinator the same without the buttons', async () => {
    const { messages } = await journey.command('people');
    expect(messages[0]?.text).toContain('3 persons hold a role');
    expect(wordsIn(messages[0]?.blocks ?? [])).not.toContain('Give a role');
  });

  it('tells an observer who may, and who can change that', async () => {
    const { messages } = await journey.command('people', OBSERVER);
    expect(messages[0]?.text).toBe(
      'Coordinators, the ISU and admins can see who holds which role. An admin (ISU) can give you a role with /ccm people. Nothing was changed. You can always ask what States have published.',
    );
  });

  it.each(['people', 'settings', 'status'])('is not answered where others read along: %s', async (verb) => {
    const { messages } = await journey.mention(verb, ISU, SIDE_EVENT);
    expect(messages.at(-1)?.text).toBe(
      `What /ccm ${verb} shows is not said where others read along. Type /ccm ${verb}, or write ${verb} to the desk in a direct message.`,
    );
    expect(messages.at(-1)?.blocks.some(({ type }) => type === 'actions')).toBe(false);
  });
});

describe('giving a role', () => {
  const openForm = async () => {
    await journey.closeAll(ISU);
    await journey.command('people', ISU);
    await journey.press('Give a role', ISU);
    return journey.form(ISU);
  };

  it('says on its field what is missing or contradicts', async () => {
    const form = await openForm();
    expect(form.holds()).toMatchObject({ 'First day': '2019-11-18' });
    form.type('Person', OBSERVER);
    await form.choose('Role', 'coordinator');
    await form.submit();
    expect(form.errors()).toEqual({ State: 'A coordinator represents a State: please choose it.' });
    await form.choose('State', 'Philippines');
    form.type('Last day', '2019-11-01');
    await form.submit();
    expect(form.errors()).toEqual({ 'Last day': 'The last day lies before the first.' });
    expect(form.holds()).toMatchObject({ Person: OBSERVER, Role: 'coordinator', 'Last day': '2019-11-01' });
  });

  it('keeps it with its history under the name that Slack knows, and the person may log at once', async () => {
    const form = await openForm();
    form.type('Person', OBSERVER);
    await form.choose('Role', 'coordinator');
    await form.choose('State', 'Philippines');
    form.type('Last day', '2020-11-30');
    await form.submit();
    expect(journey.last(COORDINATION, ISU).text).toBe(
      "Observer has the role coordinator. Everybody's roles: /ccm people",
    );
    expect((await history()).at(-1)).toMatchObject({
      what: 'role given',
      about: 'Observer',
      byName: 'ISU',
      after: 'coordinator for PHL, from 2019-11-18 until 2020-11-30',
    });
    const { modal } = await journey.command('log Chad clearance', OBSERVER);
    expect(modal?.submit?.text).toBe('Log it');
    await journey.closeAll(OBSERVER);
  });

  it('keeps it once, however often it is given', async () => {
    const before = await journey.database.db.roleHolding.count();
    const form = await openForm();
    form.type('Person', OBSERVER);
    await form.choose('Role', 'coordinator');
    await form.choose('State', 'Philippines');
    await form.submit();
    expect(form.errors()).toEqual({ Role: 'Observer holds this role already.' });
    expect(await journey.database.db.roleHolding.count()).toBe(before);
  });

  it('says that a guest of the workspace will read the register', async () => {
    const form = await openForm();
    form.type('Person', GUEST);
    await form.choose('Role', 'ISU');
    await form.submit();
    expect(journey.last(COORDINATION, ISU).text).toContain(
      'Guest (NGO) is a guest of the workspace and now reads the register of requests.',
    );
  });

  it('does not write over a name when Slack cannot say who it is', async () => {
    const form = await openForm();
    form.type('Person', 'U0MEXICO');
    await form.choose('Role', 'ISU');
    await journey.sandbox.fault({ fault: 'refuse', method: 'users.info', error: 'internal_error' });
    await form.submit();
    expect(Object.keys(form.errors())).toEqual(['Person']);
    expect(await journey.database.db.person.findUnique({ where: { slackId: 'U0MEXICO' } })).toMatchObject({
      name: 'Coordinator on victim assistance (Mexico)',
    });
  });
});

describe('ending a role', () => {
  it('ends it with yesterday, and the person may no longer log', async () => {
    await journey.closeAll(ISU);
    await journey.command('people', ISU);
    await journey.press('End a role', ISU);
    const form = journey.form(ISU);
    await form.choose('Role', 'Observer · coordinator until 30 Nov 2020');
    await form.submit();
    expect(journey.last(COORDINATION, ISU).text).toBe("The role has ended. Everybody's roles: /ccm people");
    expect((await history()).at(-1)).toMatchObject({ what: 'role ended', about: 'Observer', before: 'coordinator' });
    const { modal } = await journey.command('log Chad clearance', OBSERVER);
    expect(modal?.submit).toBeNull();
    expect(wordsIn(modal?.blocks ?? [])).toContain('Coordinators, the ISU and admins can log a request.');
    await journey.closeAll(OBSERVER);
  });

  it('is refused, with words, to one whose own role ended while the window was open', async () => {
    await journey.database.db.roleHolding.create({
      data: {
        id: 'for-a-moment',
        slackId: MONTENEGRO,
        role: 'admin',
        state: null,
        from: new Date('2019-11-01'),
        givenBy: ISU,
        recordedAt: new Date('2019-11-01'),
      },
    });
    await journey.command('people');
    await journey.press('End a role');
    await journey.database.db.roleHolding.delete({ where: { id: 'for-a-moment' } });
    const form = journey.form();
    await form.choose('Role', 'ISU · ISU');
    await form.submit();
    expect(form.errors()).toEqual({ Role: 'Only an admin ends roles.' });
    await journey.closeAll(MONTENEGRO);
  });

  it('leaves the last admin on record one', async () => {
    await journey.closeAll(ISU);
    await journey.command('people', ISU);
    await journey.press('Give a role', ISU);
    const give = journey.form(ISU);
    give.type('Person', MONTENEGRO);
    await give.choose('Role', 'admin');
    await give.submit();
    await journey.command('people', ISU);
    await journey.press('End a role', ISU);
    const form = journey.form(ISU);
    await form.choose('Role', 'Coordinator (Montenegro) · admin');
    await form.submit();
    expect(form.errors()['Role']).toContain('This is the last admin on record.');
  });
});

describe('changing a role and its history', () => {
  it('sets another last day, tells whoever holds it, and says in words who did what', async () => {
    await journey.closeAll(ISU);
    await journey.command('people', ISU);
    await journey.press('Change a role', ISU);
    const form = journey.form(ISU);
    await form.choose('Role', 'Coordinator (Netherlands) · coordinator');
    form.type('Last day', '2020-11-27');
    await form.submit();
    await expect
      .poll(() => journey.see(NETHERLANDS).messages[directOf(NETHERLANDS)]?.at(-1)?.text)
      .toContain('ISU set the last day of your role at the desk: coordinator until 27 Nov 2020.');
    await journey.command('people history', ISU);
    expect(wordsIn(journey.modal(ISU).blocks)).toContain(
      'Coordinator (Netherlands): role changed, coordinator, no end set → until 27 Nov 2020',
    );
    expect(wordsIn(journey.modal(ISU).blocks)).toContain(
      'Observer: role given, coordinator for Philippines, from 18 Nov 2019',
    );
    await journey.closeAll(ISU);
  });

  it('wants the theme of a thematic coordinator, who then reads nothing that is not published', async () => {
    await journey.command('people', ISU);
    await journey.press('Give a role', ISU);
    const form = journey.form(ISU);
    form.type('Person', 'U0MEXICO');
    await form.choose('Role', 'thematic coordinator');
    await form.submit();
    expect(form.errors()).toEqual({ Theme: 'A thematic coordinator has a theme: please choose it.' });
    await form.choose('Theme', 'victim assistance');
    await form.submit();
    await journey.command('people', ISU);
    expect(journey.last(COORDINATION, ISU).text).toContain('thematic coordinator (victim assistance) · Mexico');
    const { messages } = await journey.command('people', 'U0MEXICO');
    expect(messages.at(-1)?.text).toContain('Coordinators, the ISU and admins can see who holds which role.');
  });
});

describe('/ccm handover', () => {
  it('shows on one page what a person holds, gives it away, and takes it back for a minute', async () => {
    await journey.command('follow Lebanon', NETHERLANDS);
    await journey.command('handover', ISU);
    const whose = journey.form(ISU);
    await whose.choose('Who hands over', 'Coordinator (Netherlands)');
    await whose.submit();
    expect(wordsIn(journey.modal(ISU).blocks)).toContain('*Follows 1 State*: Lebanon');
    const form = journey.form(ISU);
    form.type('Everything goes to', OBSERVER);
    await form.submit();
    expect(form.errors()['Everything goes to']).toContain('Observer holds no role at the desk');
    form.type('Everything goes to', ISU);
    await form.submit();
    expect(journey.last(COORDINATION, ISU).text).toContain(
      'What Coordinator (Netherlands) held is handed over. 1 State followed: Lebanon.',
    );
    await journey.press('Undo', ISU);
    expect(journey.last(COORDINATION, ISU).text).toContain('Coordinator (Netherlands) holds it again.');
    await journey.command('follow', NETHERLANDS);
    expect(journey.last(COORDINATION, NETHERLANDS).text).toContain('You follow Lebanon');
  });

  it('is for one’s own alone where one is no admin', async () => {
    await journey.command('handover <@U0ISU>', NETHERLANDS);
    expect(wordsIn(journey.modal(NETHERLANDS).blocks)).toContain(
      'Coordinators, the ISU and admins can hand over what they hold',
    );
    await journey.closeAll(NETHERLANDS);
  });
});

describe('/ccm settings', () => {
  const choose = async (channel: string) => {
    await journey.closeAll(ISU);
    await journey.command('settings', ISU);
    const form = journey.form(ISU);
    form.type('Channel of the register', channel);
    await form.submit();
    return form;
  };

  it('is refused to everybody but admins', async () => {
    const { modal } = await journey.command('settings', OBSERVER);
    expect(modal?.submit).toBeNull();
    expect(wordsIn(modal?.blocks ?? [])).toContain('Only an admin changes the settings of the desk.');
  });

  it('offers private channels alone, with the one that is chosen', async () => {
    await journey.command('settings', ISU);
    expect(journey.form(ISU).holds()).toEqual({ 'Channel of the register': REGISTER });
    const [select] = controlsOf(modalScreen(journey.modal(ISU)));
    expect(select?.element['filter']).toMatchObject({ include: ['private'], exclude_external_shared_channels: true });
  });

  it('refuses a channel in which people from outside read along, though the window offers none', async () => {
    const form = await choose(SIDE_EVENT);
    expect(form.errors()['Channel of the register']).toContain(
      '2 guests or people of other workspaces read along in this channel.',
    );
    const { value } = await journey.database.db.setting.findUniqueOrThrow({ where: { key: 'register_channel' } });
    expect(value).toBe(REGISTER);
    const said = (journey.see(ISU).messages[SIDE_EVENT] ?? []).map(({ text }) => text);
    expect(said.join('\n')).not.toContain('The register of requests is kept here.');
    await journey.closeAll(ISU);
  });

  it('changes nothing when the channel stays', async () => {
    const said = journey.see().messages[REGISTER]?.length;
    await choose(REGISTER);
    expect(journey.last(COORDINATION, ISU).text).toContain('It is the register channel already.');
    expect(journey.see().messages[REGISTER]?.length).toBe(said);
  });

  it('says how to invite the desk to a channel in which it is not', async () => {
    await journey.sandbox.fault({ fault: 'refuse', method: 'chat.postMessage', error: 'not_in_channel' });
    const form = await choose(DEADLINES);
    expect(form.errors()['Channel of the register']).toContain('Invite it there with /invite @Action5');
  });

  it('says so in the new channel, keeps the change with its history, and posts there from then on', async () => {
    await choose(DEADLINES);
    expect(journey.last(DEADLINES).text).toContain('The register of requests is kept here.');
    expect((await history()).at(-1)).toMatchObject({
      what: 'setting changed',
      about: 'register_channel',
      before: REGISTER,
      after: DEADLINES,
    });
    await journey.command('log Peru clearance');
    const form = journey.form();
    form.type('Source', 'a letter');
    await form.submit();
    expect(wordsOf(journey.last(DEADLINES))).toContain('*AR-2019-001 · Peru · survey and clearance*');
    expect(journey.last(COORDINATION).text).toContain('Its card is in the register channel.');
  });
});

describe('somebody without a role', () => {
  it.each([
    ['log Chad clearance', 'log a request'],
    ['people', 'see who holds which role'],
  ])('is told in words what takes a role: %s', async (text, what) => {
    await journey.closeAll(OBSERVER);
    const { messages, modal } = await journey.command(text, OBSERVER);
    const words = modal ? wordsIn(modal.blocks) : (messages[0]?.text ?? '');
    expect(words).toContain(`Coordinators, the ISU and admins can ${what}.`);
    expect(words).toContain('An admin (Coordinator (Montenegro) and ISU) can give you a role');
    await journey.closeAll(OBSERVER);
  });

  it('is told so by the shortcuts, too', async () => {
    const { modal } = await journey.shownAfter({ act: 'shortcut', as: OBSERVER, callbackId: 'requests:log_anywhere' });
    expect(wordsIn(modal?.blocks ?? [])).toContain('Coordinators, the ISU and admins can log a request.');
    await journey.closeAll(OBSERVER);
  });

  it('is told so in a direct message', async () => {
    await journey.direct('people', OBSERVER);
    expect(journey.last(directOf(OBSERVER), OBSERVER).text).toContain('Coordinators, the ISU and admins can see');
  });
});

it('does all of this without a fault', () => {
  expect(journey.faults).toEqual([]);
});
