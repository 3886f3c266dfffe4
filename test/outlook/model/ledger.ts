import type { MeetingField } from '../../../src/desk/calendar.ts';

/** Remembers what persons wrote on either side until the other side has it or a person was told: nothing else may be overwritten. */
export interface Ledger {
  /** `before` is what stood here: who changed it had seen it. */
  editedHere(meeting: string, field: MeetingField, value: string, before: string): void;
  editedThere(meeting: string, field: MeetingField, value: string, before: string): void;
  /** What was written here is in Outlook now, or somebody was told. */
  delivered(meeting: string, field: MeetingField): void;
  toldThere(meeting: string, field: MeetingField, value: string): void;
  mayOverwriteHere(meeting: string, field: MeetingField): void;
  mayOverwriteThere(meeting: string, field: MeetingField, value: string): void;
  forget(meeting: string): void;
  /** Overwritings that nobody was told of. */
  silent: string[];
}

export function ledgerOf(): Ledger {
  const here = new Map<string, string>();
  const there = new Map<string, string>();
  const key = (meeting: string, field: MeetingField): string => `${meeting} ${field}`;
  const ledger: Ledger = {
    silent: [],
    editedHere(meeting, field, value, before) {
      ledger.toldThere(meeting, field, before);
      here.set(key(meeting, field), value);
    },
    editedThere(meeting, field, value, before) {
      if (here.get(key(meeting, field)) === before) here.delete(key(meeting, field));
      there.set(key(meeting, field), value);
    },
    delivered: (meeting, field) => void here.delete(key(meeting, field)),
    toldThere(meeting, field, value) {
      if (there.get(key(meeting, field)) === value) there.delete(key(meeting, field));
    },
    mayOverwriteHere(meeting, field) {
      if (here.has(key(meeting, field))) ledger.silent.push(`${field} of ${meeting} was overwritten in the desk`);
    },
    mayOverwriteThere(meeting, field, value) {
      if (there.get(key(meeting, field)) === value)
        ledger.silent.push(`${field} of ${meeting} was overwritten in Outlook`);
    },
    forget(meeting) {
      for (const held of [here, there])
        for (const each of held.keys()) if (each.startsWith(`${meeting} `)) held.delete(each);
    },
  };
  return ledger;
}
