import { useRef } from 'preact/hooks';
import { Icon } from '../frame/Icon.tsx';
import type { Files } from './use-files.ts';

/** The files that wait to be sent. */
export function WaitingFiles({ files }: { files: Files }) {
  if (files.waiting.length === 0 && files.refused === null) return null;
  return (
    <div class="composer-files">
      {files.waiting.length > 0 && (
        <ul class="chips" aria-label="Files to send">
          {files.waiting.map(({ id, name }) => (
            <li key={id} class="chip">
              <Icon name="file" />
              <span dir="auto">{name}</span>
              <button type="button" aria-label={`Take out ${name}`} onClick={() => files.drop(id)}>
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {files.refused !== null && (
        <p class="field-error" role="alert">
          {files.refused}
        </p>
      )}
    </div>
  );
}

/** The button that chooses files. */
export function AttachButton({ files }: { files: Files }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        class="unseen"
        tabIndex={-1}
        aria-label="Files to send"
        onChange={({ currentTarget }) => {
          files.take([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      <button
        type="button"
        class="tool"
        aria-label="Attach a file"
        title="Attach a file"
        onClick={() => input.current?.click()}
      >
        <Icon name="clip" />
      </button>
    </>
  );
}
