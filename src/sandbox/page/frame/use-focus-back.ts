import { useEffect } from 'preact/hooks';

/** Puts focus back to where it was when this is taken away; to the composer when that place is gone too. */
export function useFocusBack(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      const back =
        before?.isConnected && before !== document.body ? before : document.querySelector('.composer textarea');
      if (back instanceof HTMLElement) back.focus();
    };
  }, []);
}
