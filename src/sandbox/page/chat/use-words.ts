import { useEffect, useState } from 'preact/hooks';
import type { TypedWords } from '../../protocol.ts';
import { wordsFor } from '../world/endpoints.ts';
import { useSeen } from '../world/world.ts';

/** What may follow the app's command, asked for each time such a line is begun: roles may have changed since. */
export function useWords(text: string): TypedWords | null {
  const { world } = useSeen();
  const [words, setWords] = useState<TypedWords | null>(null);
  const me = world.me.id;
  const begun = world.commands.some(({ command }) => text.startsWith(`${command} `));
  useEffect(() => {
    if (!begun) return;
    let current = true;
    void wordsFor(me).then((found) => {
      if (current) setWords(found);
    });
    return () => {
      current = false;
    };
  }, [begun, me]);
  return begun ? words : null;
}
