// `npm run test:crash [seeds]`: on a hundred Mondays, or as many as asked for, kills a desk that decides and sends the digests, at
// each of its steps and at random, on both databases; kills the desk at every moment of logging; has three desks post two hundred.
process.env.CRASH_SEEDS = process.argv[2] ?? '100';
process.argv.splice(
  2,
  process.argv.length - 2,
  'test/faults/crash',
  'test/faults/queue-crash',
  'test/faults/three-desks',
);
await import('./test.mjs');
