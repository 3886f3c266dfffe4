import { Temporal } from 'temporal-polyfill';
import type { MeetingField, PlannedMeeting } from '../../../src/desk/calendar.ts';
import { FIELDS, loosely } from '../../../src/outlook/canonical.ts';
import { readTransactionId } from '../../../src/outlook/remote-event.ts';
import { type RoundOutcome, runRound } from '../../../src/outlook/round.ts';
import { settled, wantedAgain } from '../../../src/outlook/settle.ts';
import { modelBook } from './book.ts';
import { ledgerOf } from './ledger.ts';
import { type Faults, modelOutlook, NO_FAULTS } from './outlook.ts';
import { memoryStore } from './store.ts';

const NOW = Temporal.Instant.from('2019-11-18T08:00:00Z');

class Crash extends Error {}

/** Both sides, what is kept between them, and the persons who decide. */
export function worldOf() {
  let untilCrash = Number.POSITIVE_INFINITY;
  const crash = (): void => {
    untilCrash -= 1;
    if (untilCrash === 0) throw new Crash();
  };
  const ledger = ledgerOf();
  const book = modelBook(ledger, crash);
  const outlook = modelOutlook(ledger);
  outlook.onWrite = crash;
  const store = memoryStore(crash);

  /** One round; `crashAt` is the step at which the process dies. */
  async function round(
    faults: Faults = NO_FAULTS,
    crashAt = Number.POSITIVE_INFINITY,
  ): Promise<RoundOutcome | 'crashed'> {
    outlook.faults = faults;
    untilCrash = crashAt;
    try {
      return await runRound({ book, store, remote: outlook }, NOW);
    } catch (error) {
      if (error instanceof Crash) return 'crashed';
      throw error;
    } finally {
      untilCrash = Number.POSITIVE_INFINITY;
      outlook.faults = NO_FAULTS;
    }
  }

  async function settle(meeting: string, field: MeetingField, keep: 'here' | 'there'): Promise<void> {
    const row = await store.row(meeting);
    const next = row === null ? null : settled(row, field, keep);
    if (next !== null) await store.saveRow(next);
    ledger.forget(meeting);
  }

  /** Persons answer what they were asked: disputes by `keep`, deletions by making it again or cancelling. */
  async function decide(keep: 'here' | 'there', again: boolean): Promise<void> {
    for (const { meeting, field } of [...book.disputes.values()]) await settle(meeting, field, keep);
    for (const meeting of [...book.deleted]) {
      const row = await store.row(meeting);
      const next = row === null ? null : wantedAgain(row);
      if (again && next !== null) await store.saveRow(next);
      else if (!again) book.meetings.delete(meeting);
      book.deleted.delete(meeting);
    }
    const state = await store.state();
    if (state.halted !== null) await store.saveState({ ...state, mayVanish: true });
  }

  const eventsOf = (meeting: string) =>
    [...outlook.events.values()].filter((event) => readTransactionId(event.transactionId)?.meeting === meeting);

  /** Everything that is not as it has to be once all is at rest. */
  function wrongAtRest(): string[] {
    const wrong = [...ledger.silent];
    for (const plan of book.meetings.values()) wrong.push(...wrongWith(plan));
    for (const event of outlook.events.values()) {
      const meeting = readTransactionId(event.transactionId)?.meeting;
      if (meeting !== undefined && !book.meetings.has(meeting))
        wrong.push(`${meeting} is cancelled and stands in Outlook`);
    }
    return wrong;
  }
  function wrongWith(plan: PlannedMeeting): string[] {
    const [event, ...more] = eventsOf(plan.id);
    if (event === undefined) return [`${plan.id} is not in Outlook`];
    if (more.length > 0) return [`${plan.id} is in Outlook ${more.length + 1} times`];
    return FIELDS.filter((field) => !(plan.online && field === 'agenda'))
      .filter((field) => loosely(field, plan.fields) !== loosely(field, event.fields))
      .map((field) => `${field} of ${plan.id} differs`);
  }

  return { book, outlook, store, ledger, round, settle, decide, eventsOf, wrongAtRest };
}

export type World = ReturnType<typeof worldOf>;
