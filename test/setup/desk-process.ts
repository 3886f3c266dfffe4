import { emptyFolder } from './folder.ts';
import { startDesk } from './process.ts';

/** The desk as one starts it with `npm start`, in a process of its own and on a folder of its own. */
export interface DeskProcess {
  /** What it has printed so far. */
  printed(): string;
  /** The folder of its record. */
  folder: string;
  stop(): Promise<void>;
}

/** Starts the desk and waits until it has printed `ready`; rejects with all it printed when it ends before. */
export async function startDeskProcess(
  ready: RegExp,
  env: Readonly<Record<string, string>> = {},
  folder = emptyFolder(),
): Promise<DeskProcess> {
  const desk = startDesk({ ACTION5_DATA: folder, ...env });
  await desk.said(ready);
  return {
    printed: desk.out,
    folder,
    async stop() {
      desk.signal('SIGTERM');
      await desk.ended;
    },
  };
}
