import { prepare } from '../../scripts/prepare.mjs';

/** Builds the desk and the page where their sources have changed, before any test starts them as a person would. */
export default async function setup(): Promise<void> {
  await prepare({ say: () => undefined });
}
