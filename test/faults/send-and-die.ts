// A process that decides what is due and sends it, as a desk does, and kills itself where it is told to, as a power cut would.
import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { openDatabase } from '../../src/db/open.ts';
import { startDelivery } from '../../src/delivery/start.ts';
import { clockFrom, machineClock } from '../../src/desk/time.ts';
import { tellOfRests } from '../../src/features/deliveries/use-cases.ts';
import { digestClockwork } from '../../src/features/digests/due.ts';
import { courierOf } from '../../src/slack/courier.ts';

const [where = '', apiUrl = '', botToken = '', now = '', admin = '', step = '', after = '0'] = process.argv.slice(2);
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const opened = await openDatabase(
  where.startsWith('postgresql:') ? { databaseUrl: where } : { folder: where, address: () => 'a process that dies' },
);
if (!opened.ok) throw new Error(opened.problem);
const { database } = opened;
const { db } = database;
const clock = clockFrom(Temporal.Instant.from(now), false);

let left = Number(after);
function passes(passed: string): void {
  if (passed !== step) return;
  left -= 1;
  if (left < 0) process.kill(process.pid, 'SIGKILL');
}

const rooms = { roomOf: async () => ({ known: true as const, outside: 0 }) };
const desk = { db, clock, ids: { next: randomUUID }, rooms, admins: [admin], poke: () => undefined };
const digests = digestClockwork(desk);
const delivering = startDelivery({
  db,
  courier: courierOf({ botToken, appToken: '', apiUrl }, log),
  machine: machineClock,
  clock,
  random: () => 0,
  log,
  clockworks: [
    {
      ...digests,
      async run(at) {
        passes('deciding');
        await digests.run(at);
        passes('decided');
      },
    },
    { name: 'rests', run: () => tellOfRests(desk) },
  ],
  async onRest() {
    passes('resting');
    await tellOfRests(desk);
    passes('told');
  },
  leaseMs: 1_000,
  passes,
});

const waiting = () => db.delivery.count({ where: { state: { in: ['due', 'sending'] } } });
do {
  await delivering.look();
  await delivering.idle();
  await new Promise((again) => setTimeout(again, 25));
} while ((await waiting()) > 0);
await delivering.stop();
await database.close();
