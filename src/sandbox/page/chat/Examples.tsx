import { useSeen } from '../world/world.ts';
import { useSend } from './use-send.ts';

const EXAMPLES = [
  { line: '/ccm which states need victim assistance?', about: 'Ask: the names, with their source' },
  { line: '/ccm log Chad victim assistance', about: 'Log a request that a State has made' },
  { line: '/ccm deadlines', about: 'See which dates of the treaty come next' },
] as const;

/** What to try first, where nothing has been said yet. */
export function Examples({ channel }: { channel: string }) {
  const send = useSend(channel);
  const { tour, goTo } = useSeen();
  return (
    <section class="examples" aria-label="Examples">
      {tour === null && (
        <button type="button" class="example example-tour" onClick={() => goTo({ tour: 1 })}>
          <span class="example-line">Take the tour</span>
          <span class="quiet">Five steps, from a first question to the digest of Monday morning</span>
        </button>
      )}
      <p>{tour === null ? 'Or try one of these:' : 'Try one of these:'}</p>
      {EXAMPLES.map(({ line, about }) => (
        <button
          key={line}
          type="button"
          class="example"
          onClick={({ currentTarget }) => {
            currentTarget.closest('.conversation')?.querySelector<HTMLElement>('.composer textarea')?.focus();
            void send(line);
          }}
        >
          <span class="example-line">{line}</span>
          <span class="quiet">{about}</span>
        </button>
      ))}
    </section>
  );
}
