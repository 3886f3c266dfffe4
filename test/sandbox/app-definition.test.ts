import { describe, expect, it } from 'vitest';
import { catalogOf } from '../../src/desk/catalog.ts';
import { appOf } from '../../src/sandbox/app-definition.ts';
import { manifestOf } from '../../src/slack/manifest.ts';

const catalog = catalogOf([{ name: 'answers', freeText: { answer: async () => ({ kind: 'nothing' }) } }]);

describe('the installed app', () => {
  it('is what its manifest says', () => {
    const app = appOf(manifestOf(catalog));
    expect(app.name).toBe('Action5');
    expect(app.commands).toMatchObject([{ command: '/ccm', shouldEscape: true }]);
    expect(app.scopes).toContain('chat:write');
    expect(app.events).toContain('message.im');
  });

  it('is refused when it is no manifest', () => {
    expect(() => appOf({ features: {} })).toThrow();
  });
});
