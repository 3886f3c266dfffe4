import { shortDate } from '../../blocks/dates.ts';
import { eventWords } from '../../blocks/event-words.ts';
import { type Mrkdwn, md } from '../../blocks/mrkdwn.ts';
import type { Recorded } from '../../db/read/recorded.ts';
import type { RecordedEvent } from '../../db/read/recorded-events.ts';
import type { RecordedReport } from '../../db/read/recorded-reports.ts';
import { DESK_ZONE, dayIn } from '../../desk/time.ts';
import { statementWords } from './statement-words.ts';

/** All that was ever recorded of one State. */
export interface RecordedOf {
  events: readonly RecordedEvent[];
  reports: readonly RecordedReport[];
}

type Fact = Recorded & { reason: string | null; warnings: readonly string[] };

const dayOf = (at: Recorded['recordedAt']): string => shortDate(dayIn(DESK_ZONE, at));

/**
 * What was recorded after the starting record, with what it corrected and what was taken back: when, and for those who read
 * the register also by whom, why, and what the desk had remarked.
 */
export function correctionLines({ events, reports }: RecordedOf, readsRegister: boolean): readonly Mrkdwn[] {
  const lines = [...linesOf(events, eventWords, readsRegister), ...linesOf(reports, statementWords, readsRegister)];
  return lines.length === 0 ? [] : [md`*Recorded, corrected and taken back since*`, ...lines];
}

function linesOf<T extends Fact>(
  recorded: readonly T[],
  words: (fact: T) => string,
  readsRegister: boolean,
): readonly Mrkdwn[] {
  const who = (name: string): string => (readsRegister ? `, ${name}` : '');
  const why = (text: string | null): string => (readsRegister && text !== null ? ` · reason: ${text}` : '');
  return recorded.flatMap((fact) => {
    const { by, recordedAt, reason, warnings, corrects, takenBack } = fact;
    const corrected = recorded.find(({ id }) => id === corrects);
    const remarks = readsRegister && warnings.length > 0 ? ` · kept with a remark: ${warnings.join(' ')}` : '';
    const added = corrected === undefined ? md`${words(fact)}` : md`~${words(corrected)}~ → ${words(fact)}`;
    return [
      ...(by === null ? [] : [md`• ${added} · recorded ${dayOf(recordedAt)}${who(by.name)}${why(reason)}${remarks}`]),
      ...(takenBack === null
        ? []
        : [
            md`• ~${words(fact)}~ · taken back ${dayOf(takenBack.at)}${who(takenBack.by.name)}${why(takenBack.reason)}`,
          ]),
    ];
  });
}
