import { useEffect, useId, useRef } from 'preact/hooks';
import type { SeenModal } from '../../protocol.ts';
import { Blocks } from '../blocks/Block.tsx';
import { ErrorsContext } from '../blocks/InputField.tsx';
import { Notices } from '../chat/Notices.tsx';
import { SurfaceContext } from '../elements/surface.ts';
import { Dialog } from '../frame/Dialog.tsx';
import { Icon } from '../frame/Icon.tsx';
import { useReachable } from '../frame/use-reachable.ts';
import { type Typed, useSurfaceAt } from '../world/use-surface.ts';
import { useSeen } from '../world/world.ts';

interface ModalProps {
  of: SeenModal;
  /** How many modals are open, this one included. */
  depth: number;
  typed: Typed;
}

/** A modal of the app; what was typed stays when its fields are refused or the view is changed. */
export function Modal({ of, depth, typed }: ModalProps) {
  const { world, act } = useSeen();
  const title = useId();
  const form = useRef<HTMLFormElement>(null);
  const body = useReachable();
  const surface = useSurfaceAt({ kind: 'modal', viewId: of.id }, typed);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [of.errors]);
  useEffect(() => {
    if (!body.current?.contains(document.activeElement))
      body.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, [of.hash]);
  const close = (all: boolean) => void act({ act: 'close', viewId: of.id, ...(all ? { all } : {}) });
  const submit = () => {
    if (!of.pending) void act({ act: 'submit', viewId: of.id, values: typed[0] });
  };
  return (
    <Dialog class="modal" labelledBy={title} leave={() => close(false)}>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (of.submit) submit();
        }}
      >
        <div class="modal-head">
          {depth > 1 && (
            <button type="button" class="tool" aria-label="Back" onClick={() => close(false)}>
              <Icon name="left" />
            </button>
          )}
          <h2 id={title}>{of.title.text}</h2>
          <button type="button" class="tool" aria-label="Close window" onClick={() => close(true)}>
            <Icon name="close" />
          </button>
        </div>
        <div class="modal-body" ref={body}>
          {of.trouble !== null && (
            <p class="notice" role="alert">
              {of.trouble}
            </p>
          )}
          <Notices of={world.notices.filter((notice) => notice.channel === of.id)} />
          <ErrorsContext.Provider value={of.errors}>
            <SurfaceContext.Provider value={surface}>
              <Blocks of={of.blocks} />
            </SurfaceContext.Provider>
          </ErrorsContext.Provider>
        </div>
        <div class="foot">
          <button type="button" class="button" onClick={() => close(false)}>
            {of.close?.text ?? 'Cancel'}
          </button>
          {of.submit && (
            <button type="submit" class="button button-primary" aria-busy={of.pending}>
              {of.submit.text}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
