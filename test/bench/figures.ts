/** One line of the table: what was measured, its value in words, and what it stands beside in the same run. */
export interface Figure {
  what: string;
  value: string;
  beside: string;
}

/** The value below which a share of all lies; of an empty list NaN. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
export const seconds = (value: number): string => `${(value / 1000).toFixed(1)} s`;
export const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
export const times = (ratio: number): string => `${ratio.toFixed(2)} x`;

/** How long each of `times` runs takes, after a few that warm up. */
export async function timed(runs: number, work: (run: number) => unknown): Promise<readonly number[]> {
  for (let run = 0; run < Math.min(5, runs); run += 1) await work(run);
  const took: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const begun = performance.now();
    await work(run);
    took.push(performance.now() - begun);
  }
  return took;
}
