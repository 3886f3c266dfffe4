import { z } from 'zod';
import type { RecordDesk } from '../../db/record-desk.ts';
import { type Actor, may } from '../../desk/actor.ts';
import { carriedIn } from '../../desk/carried.ts';
import type { Reply } from '../../desk/reply.ts';
import { say } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import type { Iso3 } from '../../treaty/facts.ts';
import { mayNot } from '../people/use-cases.ts';
import { confirmModal, type Done } from './confirm-modal.ts';
import { readFactList } from './list.ts';

/** The facts to confirm in a window, under what was just done; coordinators read them, the ISU and admins answer. */
export async function showList(desk: RecordDesk, actor: Actor, state: Iso3 | null, done: Done = []): Promise<Reply> {
  if (!may(actor, 'read_register')) return say(await mayNot(desk, 'see the facts to confirm'));
  const list = await readFactList(desk.db, deskToday(desk.clock), state);
  return { kind: 'modal', modal: confirmModal(list, may(actor, 'keep_record'), done) };
}

const listed = z.object({ state: z.string().nullable() });

/** The State to which an open list is narrowed, from what its window carries. */
export const listStateIn = (metadata: string): Iso3 | null => carriedIn(listed, metadata)?.state ?? null;
