import { randomBytes } from 'node:crypto';

/** Where the stand-in takes its ids from; tests give a counting one. */
export interface SandboxIds {
  /** `letter` and ten more capitals or digits, as Slack's ids look. */
  next(letter: string): string;
  /** A secret that nobody can guess, of letters and digits. */
  secret(): string;
}

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

export const randomIds: SandboxIds = {
  next: (letter) => letter + [...randomBytes(10)].map((byte) => SIGNS[byte % SIGNS.length]).join(''),
  secret: () => randomBytes(24).toString('hex'),
};
