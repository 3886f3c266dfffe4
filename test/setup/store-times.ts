// Keeps instants and days in a database and says what stands there; run in a process with a time zone of its own:
// node --import tsx test/setup/store-times.ts <address of a PostgreSQL | folder>
import { Temporal } from 'temporal-polyfill';
import { dateOf, dayFrom, instantFrom, timeOf } from '../../src/db/days.ts';
import { openRecord } from '../../src/db/open-record.ts';
import { readPerson } from '../../src/db/read/people.ts';
import { readTreatyRecord } from '../../src/db/read/treaty-record.ts';
import { day } from '../../src/treaty/day.ts';
import { clockAt } from './instants.ts';
import { DAYS, INSTANTS } from './times.ts';

const [place = ''] = process.argv.slice(2);
const where = place.startsWith('postgresql:') ? { databaseUrl: place } : { folder: place, address: () => '' };
const opened = await openRecord(where, clockAt('2019-11-18T08:00:00+01:00'), true);
if (!opened.ok) throw new Error(opened.problem);
const { db } = opened.database;

for (const [at, text] of INSTANTS.entries()) {
  const moment = timeOf(Temporal.Instant.from(text));
  const change = { id: `change-${at}`, at: moment, by: 'U1', byName: 'Somebody', about: 'a test', what: 'changed' };
  await db.deskHistory.create({ data: change });
}
const recordedAt = timeOf(Temporal.Instant.from('2019-11-18T07:00:00Z'));
for (const text of DAYS) {
  const slackId = `U${text.replaceAll('-', '')}`;
  await db.person.create({ data: { slackId, teamId: 'T1', name: text, zone: 'UTC', recordedAt } });
  const held = { slackId, role: 'isu', from: dateOf(text), until: dateOf(text), givenBy: 'U1', recordedAt };
  await db.roleHolding.create({ data: { id: `holding-${text}`, ...held } });
}

const texts = async (sql: string): Promise<string[]> =>
  (await db.$queryRawUnsafe<{ text: string }[]>(sql)).map(({ text }) => text);
const written = `to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const roles = await Promise.all(
  DAYS.flatMap((text) => [-1, 0, 1].map((shift) => [text, shift] as const)).map(async ([text, shift]) => {
    const on = Temporal.PlainDate.from(text).add({ days: shift }).toString();
    const person = await readPerson(db, `U${text.replaceAll('-', '')}`, day(on));
    return person?.roles.length;
  }),
);
const record = await readTreatyRecord(db);
const said = {
  process: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  instants: await texts(`SELECT ${written} AS text FROM "DeskHistory" ORDER BY id`),
  instantsRead: (await db.deskHistory.findMany({ orderBy: { id: 'asc' } })).map(({ at }) => instantFrom(at).toString()),
  days: await texts(`SELECT "from"::text AS text FROM "RoleHolding" ORDER BY id`),
  daysRead: (await db.roleHolding.findMany({ orderBy: { id: 'asc' } })).map(({ until }) => dayFrom(until)),
  roles,
  loaded: await texts(`SELECT (min("loadedAt") AT TIME ZONE 'UTC')::text AS text FROM "RecordLoad"`),
  begun: record.begun,
  states: record.states,
};
await opened.database.close();
const left = process.getActiveResourcesInfo().filter((each) => each === 'Timeout');
process.stdout.write(`${JSON.stringify({ ...said, left })}\n`);
