import type { Watched } from '../world/use-world.ts';
import { useSeen } from '../world/world.ts';

export const TROUBLES = {
  unreached: 'The sandbox does not answer. Once it runs again, this page comes back by itself.',
  locked: 'The sandbox was started again. Please open the address that it printed then: it carries the key.',
} as const;

/** Says when the sandbox or the desk behind it is away. */
export function Banner({ trouble }: { trouble: Watched['trouble'] }) {
  const { world } = useSeen();
  if (trouble !== null)
    return (
      <p class="banner" role="alert">
        {TROUBLES[trouble]}
      </p>
    );
  if (world.connected > 0) return null;
  return (
    <p class="banner" role="status">
      The desk is not connected at the moment: nobody answers yet.
    </p>
  );
}
