import { readSetting } from '../db/read/settings.ts';
import { readStatedFigures } from '../db/read/stated-figures.ts';
import { readTreatyRecord } from '../db/read/treaty-record.ts';
import { deskToday } from '../desk/time.ts';
import type { Env } from '../env.ts';
import { accessOf } from '../outlook/access.ts';
import { checkOutlook, type Found } from '../outlook/check.ts';
import { factsToConfirm } from '../treaty/confirm.ts';
import { DATA, JSON_OPTION, type Verb } from './verb.ts';
import { withRecord } from './with-record.ts';

const NO_OUTLOOK = 'not set up: meetings go out as calendar files';

/** Outlook as it is set up, asked itself. */
async function outlookChecks({ graph, graphRecord }: Env): Promise<readonly Found[]> {
  if (graph === null) return [{ check: 'Outlook', ok: true, found: NO_OUTLOOK }];
  return checkOutlook(accessOf(graph), graph.otherMailbox, graphRecord);
}

export const doctor: Verb = {
  name: 'doctor',
  usage: '[--json]',
  about: 'Looks at the desk as it is set up: the record, who may act, what is undone. Exit 1 with findings.',
  takesWords: false,
  options: { ...JSON_OPTION, ...DATA },
  run(given) {
    const { env, options, terminal } = given;
    return withRecord(given, async ({ db, engine }, clock) => {
      const today = deskToday(clock);
      const record = await readTreatyRecord(db);
      const facts = factsToConfirm(record, await readStatedFigures(db), today);
      const admins = env.admins.length + (await db.roleHolding.count({ where: { role: 'admin', until: null } }));
      const undone = await db.inboundEvent.count({ where: { state: 'received' } });
      const failed = await db.inboundEvent.count({ where: { state: 'failed' } });
      const moving = { state: { in: ['due', 'sending', 'unsure', 'refused'] } };
      const cards = await db.requestCard.count({ where: { delivery: moving } });
      const checks: Found[] = [
        { check: 'Node', ok: true, found: process.versions.node },
        { check: 'database', ok: true, found: engine },
        {
          check: 'record',
          ok: record.states.length > 0,
          found: `${record.states.length} States, ${record.events.length} events, ${record.needs.length} requests`,
        },
        { check: 'facts to confirm', ok: facts.length === 0, found: `${facts.length} as of ${today}` },
        {
          check: 'Slack tokens',
          ok: env.slack !== null,
          found: env.slack ? 'given' : 'none: npm start opens the sandbox',
        },
        { check: 'admins', ok: admins > 0, found: admins > 0 ? String(admins) : 'none: give ACTION5_ADMINS' },
        {
          check: 'register channel',
          ok: (await readSetting(db, 'register_channel')) !== null,
          found: (await readSetting(db, 'register_channel')) ?? 'none chosen: /ccm settings',
        },
        { check: 'taken and not finished', ok: undone === 0, found: String(undone) },
        { check: 'ended in a fault', ok: failed === 0, found: String(failed) },
        { check: 'cards not posted', ok: cards === 0, found: String(cards) },
        ...(await outlookChecks(env)),
      ];
      for (const each of checks)
        terminal.out(
          options['json'] ? JSON.stringify(each) : `${each.ok ? 'ok     ' : 'look at'}  ${each.check}: ${each.found}`,
        );
      return checks.every(({ ok }) => ok) ? 0 : 1;
    });
  },
};
