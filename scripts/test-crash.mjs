// `npm run test:crash [seeds]`: kills the queue's process at each of its steps, many times over (20 without a number), the desk at
// every moment of logging, and has three desks post two hundred digests.
process.env.CRASH_SEEDS = process.argv[2] ?? '20';
process.argv.splice(2, process.argv.length - 2, 'test/faults');
await import('./test.mjs');
