import { expect, test } from 'vitest';
import { slackSaid } from '../../src/desk/words.ts';

test("Slack's own code is told, never the code of a connection that broke", () => {
  expect(slackSaid('missing_scope')).toBe('Slack said missing_scope');
  for (const error of ['UND_ERR_SOCKET', 'ECONNREFUSED', '502', null])
    expect(slackSaid(error)).toBe('Slack did not answer');
});
