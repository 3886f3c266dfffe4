/** The machine's own time, by which Slack measures triggers, acknowledgements and rates; never the desk's clock. */
export interface Machine {
  /** Milliseconds since some moment; never runs backwards. */
  now(): number;
  /** Runs `act` once after so many milliseconds; the answer cancels it. */
  later(milliseconds: number, act: () => void): () => void;
}

export const realMachine: Machine = {
  now: () => performance.now(),
  later(milliseconds, act) {
    const timer = setTimeout(act, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
