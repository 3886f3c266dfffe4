import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { CAPABILITIES } from '../../src/slack/capabilities.ts';

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const manifest = json('manifests/socket-mode.json');
const validate = new Ajv({ strict: false }).compile(json('test/contracts/slack-manifest.schema.json'));

test('the manifest is one that Slack accepts', () => {
  expect([validate(manifest), validate.errors]).toEqual([true, null]);
  const tooLong = { ...manifest, display_information: { ...manifest.display_information, name: 'x'.repeat(36) } };
  expect(validate(tooLong)).toBe(false);
});

test('the manifest asks for nothing that no capability explains, and for what may be refused apart', () => {
  const scopes = (optional: boolean) =>
    [
      ...new Set(
        CAPABILITIES.filter(({ without }) => (without !== undefined) === optional).flatMap((each) => each.scopes),
      ),
    ].toSorted();
  const { bot, bot_optional } = manifest.oauth_config.scopes;
  expect(bot.toSorted()).toEqual(scopes(false));
  expect(bot_optional.toSorted()).toEqual(scopes(true));
  expect(bot.filter((scope: string) => bot_optional.includes(scope))).toEqual([]);
  expect(manifest.settings.event_subscriptions.bot_events).toEqual(
    [...new Set(CAPABILITIES.flatMap(({ events }) => events))].toSorted(),
  );
});

test('the capabilities name every method of Slack that the desk calls, and no other', () => {
  const sources = readdirSync('src/slack').map((file) => readFileSync(`src/slack/${file}`, 'utf8'));
  const calls = sources.flatMap((source) => [
    ...source.matchAll(/\bclient\.([a-z]+\.[A-Za-z]+)\(|\bapiCall\('([^']+)'/g),
  ]);
  // The address of a socket is asked for with the other token, which has no other use.
  const called = new Set(calls.map(([, method, named]) => method ?? named));
  expect(called.size).toBeGreaterThan(10);
  expect(CAPABILITIES.flatMap(({ methods }) => methods).toSorted()).toEqual([...called].toSorted());
  expect(sources.join('\n')).not.toMatch(/apiCall\((?!')|client\[/);
});
