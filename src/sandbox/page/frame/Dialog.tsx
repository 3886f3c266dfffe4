import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useFocusBack } from './use-focus-back.ts';

interface DialogProps {
  labelledBy: string;
  class?: string;
  /** Escape was pressed. */
  leave(): void;
  children: ComponentChildren;
}

/** A modal window: the page behind it is inert, focus stays inside and returns afterwards to where it was. */
export function Dialog({ labelledBy, class: name, leave, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  useFocusBack();
  useEffect(() => ref.current?.showModal(), []);
  return (
    <dialog
      ref={ref}
      class={name ?? ''}
      aria-labelledby={labelledBy}
      onCancel={(event) => {
        event.preventDefault();
        if (event.target === ref.current) leave();
      }}
    >
      {children}
    </dialog>
  );
}
