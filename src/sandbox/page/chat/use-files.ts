import { useState } from 'preact/hooks';
import { sendFile } from '../world/endpoints.ts';
import { useSeen } from '../world/world.ts';

/** A file that waits to be sent with the message. */
interface Waiting {
  id: string;
  name: string;
}

export interface Files {
  waiting: readonly Waiting[];
  /** Why one was not taken. */
  refused: string | null;
  take(files: readonly File[]): void;
  drop(id: string): void;
  /** Those that waited, in order; none of them waits any longer. */
  empty(): readonly Waiting[];
  /** Lets them wait again, before any that came since. */
  putBack(files: readonly Waiting[]): void;
}

/** Files that a person chooses, drops or pastes where they type. */
export function useFiles(): Files {
  const { world } = useSeen();
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const send = async (files: readonly File[]) => {
    setRefused(null);
    for (const file of files) {
      const answer = await sendFile(world.me.id, file);
      if (!answer.ok) setRefused(answer.shown);
      else if (answer.file !== undefined) {
        const { file: id } = answer;
        setWaiting((before) => [...before, { id, name: file.name }]);
      }
    }
  };
  return {
    waiting,
    refused,
    take: (files) => void send(files),
    drop: (id) => setWaiting((before) => before.filter((one) => one.id !== id)),
    empty: () => {
      setWaiting([]);
      return waiting;
    },
    putBack: (files) => setWaiting((since) => [...files, ...since]),
  };
}
