// A process that works on the queue of a data folder and kills itself where it is told to, as a power cut would.
import { openDatabase } from '../../src/db/open.ts';
import { startDelivery } from '../../src/delivery/start.ts';
import { machineClock } from '../../src/desk/time.ts';
import { courierOf } from '../../src/slack/courier.ts';

const [folder = '', apiUrl = '', botToken = '', step = '', after = '0', leaseMs = '1000'] = process.argv.slice(2);
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const opened = await openDatabase({ folder, address: () => 'a process that dies' });
if (!opened.ok) throw new Error(opened.problem);
const { database } = opened;

let left = Number(after);
const delivering = startDelivery({
  db: database.db,
  courier: courierOf({ botToken, appToken: '', apiUrl }, log),
  machine: machineClock,
  clock: machineClock,
  random: () => 0,
  log,
  clockworks: [],
  onRest: async (delivery) => {
    throw new Error(`${delivery} came to rest without having been sent.`);
  },
  leaseMs: Number(leaseMs),
  passes(passed) {
    if (passed !== step) return;
    left -= 1;
    if (left < 0) process.kill(process.pid, 'SIGKILL');
  },
});

const waiting = () => database.db.delivery.count({ where: { state: { in: ['due', 'sending'] } } });
while ((await waiting()) > 0) {
  delivering.poke();
  await new Promise((again) => setTimeout(again, 50));
}
await delivering.stop();
await database.close();
