import { useSeen } from '../world/world.ts';

/** Says when the sandbox or the desk behind it is away. */
export function Banner({ reached }: { reached: boolean }) {
  const { world } = useSeen();
  if (!reached)
    return (
      <p class="banner" role="alert">
        The sandbox does not answer. What you see is what it last said; it comes back by itself once it runs again.
      </p>
    );
  if (world.connected === 0)
    return (
      <p class="banner" role="status">
        The desk is not connected at the moment: nobody answers yet.
      </p>
    );
  return null;
}
