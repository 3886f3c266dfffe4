import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ability, Actor } from '../../../src/desk/actor.ts';
import type { Asking, Command } from '../../../src/desk/describe.ts';
import { helpFeature } from '../../../src/features/help/feature.ts';
import { nearestCommands } from '../../../src/features/help/nearest.ts';
import { instant } from '../../setup/instants.ts';

const command = (
  verb: string,
  also: readonly string[],
  shown: 'first' | 'more' = 'first',
  needs?: Ability,
): Command => ({
  ...(needs ? { needs } : {}),
  verb,
  also,
  usage: '[State]',
  example: `${verb} Lebanon`,
  about: `About ${verb}.`,
  shown,
  run: async () => ({ kind: 'nothing' }),
});

const OTHERS = [
  command('ask', []),
  command('log', [], 'first', 'log_request'),
  command('request', []),
  command('requests', []),
  command('deadlines', ['deadline']),
  command('state', ['states']),
  command('digest', []),
  command('people', [], 'more', 'read_register'),
];

const coordinator: Actor = {
  slackId: 'U1',
  teamId: 'T1',
  name: 'A coordinator',
  roles: ['coordinator'],
  state: 'MNE',
  zone: 'Europe/Podgorica',
};
const guest: Actor = { ...coordinator, slackId: 'U2', roles: [], state: null };

async function said(text: string, verb = 'help', actor = coordinator, others = OTHERS, isPublic = false) {
  const found = helpFeature(others).commands?.find((each) => each.verb === verb);
  const asking: Asking = {
    actor,
    text,
    place: { kind: 'channel', channel: 'C1', thread: null, public: isPublic },
    at: instant('2019-11-18T09:00:00+01:00'),
  };
  const reply = await found?.run(asking);
  if (reply?.kind !== 'say') throw new Error('Help says something.');
  return reply.message;
}

describe('help', () => {
  it('lists eight verbs with what may follow them, and says that there are more', async () => {
    const { text } = await said('');
    expect(text.split('\n').filter((line) => line.startsWith('/ccm'))).toEqual([
      '/ccm ask [State]: About ask.',
      '/ccm log [State]: About log.',
      '/ccm request [State]: About request.',
      '/ccm requests [State]: About requests.',
      '/ccm deadlines [State]: About deadlines.',
      '/ccm state [State]: About state.',
      '/ccm digest [State]: About digest.',
      '/ccm help [verb]: What the desk can do, one verb at a time.',
    ]);
    expect(text).toContain('1 more verb: /ccm help more');
  });

  it('puts a ninth verb under more, whatever it asks for', async () => {
    const many = [...OTHERS, command('extra', [])];
    expect((await said('', 'help', coordinator, many)).text).not.toContain('/ccm help [verb]:');
    expect((await said('more', 'help', coordinator, many)).text).toContain('/ccm help [verb]:');
  });

  it('shows all where eight hold them', async () => {
    const few = [...OTHERS.slice(0, 6), command('people', [], 'more')];
    const { text } = await said('', 'help', coordinator, few);
    expect(text.split('\n').filter((line) => line.startsWith('/ccm'))).toHaveLength(8);
    expect(text).toContain('/ccm people [State]');
    expect(text).not.toContain('more verb');
  });

  it('explains one verb, also by its other word', async () => {
    const { text } = await said('states');
    expect(text).toContain('/ccm state [State]: About state.');
    expect(text).toContain('For example: /ccm state Lebanon');
  });

  it('leaves out what one may not do, also under more', async () => {
    const { text } = await said('', 'help', guest);
    expect(text).not.toContain('/ccm log');
    expect(text).not.toContain('more verb');
    expect((await said('peopel', 'help', guest)).text).not.toContain('/ccm help people');
  });

  it('says who reads it only where nobody else does', async () => {
    for (const [text, verb] of [
      ['', 'help'],
      ['more', 'help'],
      ['log', 'help'],
      ['', ''],
    ] as const) {
      expect(JSON.stringify((await said(text, verb)).blocks)).toContain('Only you see this.');
      expect(JSON.stringify((await said(text, verb, coordinator, OTHERS, true)).blocks)).not.toMatch(/only you/i);
    }
  });

  it('says that a word is no verb, with the nearest ones', async () => {
    const { text } = await said('deadlnies');
    expect(text).toBe('“deadlnies” is no verb of the desk. Nearest: /ccm help deadlines. All verbs: /ccm help');
  });

  it('shows what was typed as text, however long or hostile', async () => {
    const message = await said(`<!channel> ${'x'.repeat(10_000)}`);
    expect(JSON.stringify(message.blocks)).not.toContain('<!channel>');
    expect(message.text.length).toBeLessThan(400);
  });
});

describe('the doors of bare /ccm', () => {
  const doors = async (actor: Actor, others = OTHERS) => {
    const { blocks, text } = await said('', '', actor, others);
    const row = blocks.find((block) => block.type === 'actions');
    return { text, buttons: row?.elements.map((element) => 'action_id' in element && element.action_id) };
  };

  it('opens what is built, with three examples', async () => {
    const { text, buttons } = await doors(coordinator);
    expect(buttons).toEqual(['home:ask', 'requests:log', 'states:look-up', 'deadlines:all']);
    expect(text).toBe(
      'Ask, Log, Look up or Deadlines? For example: /ccm ask Lebanon · /ccm log Lebanon · /ccm state Lebanon. Everything else: /ccm help',
    );
  });

  it('offers no logging to those who may not log', async () => {
    const { text, buttons } = await doors(guest);
    expect(buttons).not.toContain('requests:log');
    expect(text).not.toContain('/ccm log');
  });

  it('leaves out a door whose verb nobody offers', async () => {
    const { buttons } = await doors(coordinator, [command('ask', [])]);
    expect(buttons).toEqual(['home:ask']);
  });
});

describe('the nearest verbs', () => {
  it('finds every verb from itself with one letter lost', () => {
    fc.assert(
      fc.property(fc.constantFrom(...OTHERS.filter(({ verb }) => verb.length > 3)), fc.nat(), ({ verb }, at) => {
        const gap = at % verb.length;
        const typed = verb.slice(0, gap) + verb.slice(gap + 1);
        expect(nearestCommands(typed, OTHERS).map((each) => each.verb)).toContain(verb);
      }),
    );
  });

  it.each([
    ['lgo', 'log'],
    ['sate', 'state'],
    ['deadlnes', 'deadlines'],
    ['aks', 'ask'],
  ])('takes letters changed about for one slip: %s', (typed, verb) => {
    expect(nearestCommands(typed, OTHERS).map((each) => each.verb)).toEqual([verb]);
  });

  it.each(['zzzzzzzz', 'hello', 'note', 'xyzzy', ''])('offers nothing for a word that is like none: “%s”', (word) => {
    expect(nearestCommands(word, OTHERS)).toEqual([]);
  });
});
