import { type CalendarState, NEW_CALENDAR, type SyncRow, type SyncStore } from '../../../src/desk/calendar-store.ts';

/** Keeps all in memory, as text, so that nothing is shared with what is kept. `before` each save may throw: a crash. */
export function memoryStore(before: () => void = () => undefined): SyncStore & { wipe(): void } {
  const rows = new Map<string, string>();
  let state = JSON.stringify(NEW_CALENDAR);
  let holder: { name: string; until: string } | null = null;
  const read = (meeting: string): SyncRow | null => {
    const kept = rows.get(meeting);
    return kept === undefined ? null : JSON.parse(kept);
  };
  return {
    wipe() {
      rows.clear();
      state = JSON.stringify(NEW_CALENDAR);
    },
    rows: async () => [...rows.values()].map((text) => JSON.parse(text)),
    row: async (meeting) => read(meeting),
    async saveRow(row) {
      before();
      if ((read(row.meeting)?.version ?? 0) !== row.version) return false;
      rows.set(row.meeting, JSON.stringify({ ...row, version: row.version + 1 }));
      before();
      return true;
    },
    state: async () => JSON.parse(state),
    async saveState(next: CalendarState) {
      before();
      if (JSON.parse(state).version !== next.version) return false;
      state = JSON.stringify({ ...next, version: next.version + 1 });
      return true;
    },
    async hold(name, now, until) {
      if (holder !== null && holder.name !== name && holder.until > now) return false;
      holder = { name, until };
      return true;
    },
    async release(name) {
      if (holder?.name === name) holder = null;
    },
  };
}
