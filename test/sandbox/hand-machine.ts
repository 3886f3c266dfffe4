import type { Machine } from '../../src/sandbox/machine.ts';

/** Machine time that passes only when a test says so. */
export interface HandMachine extends Machine {
  pass(milliseconds: number): void;
}

export function handMachine(): HandMachine {
  let time = 0;
  let waiting: { at: number; act: () => void }[] = [];
  return {
    now: () => time,
    later(milliseconds, act) {
      const entry = { at: time + milliseconds, act };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((each) => each !== entry);
      };
    },
    pass(milliseconds) {
      const end = time + milliseconds;
      for (;;) {
        const next = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        waiting = waiting.filter((each) => each !== next);
        time = next.at;
        next.act();
      }
      time = end;
    },
  };
}
