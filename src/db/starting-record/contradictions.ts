import { stockpileDeadline } from '../../treaty/article-3.ts';
import { clearanceDeadline } from '../../treaty/article-4.ts';
import { day } from '../../treaty/day.ts';
import { entryIntoForce } from '../../treaty/entry-into-force.ts';
import type { FileName, RecordRows } from './rows.ts';

/** What is wrong with a row when it is held against the others: the file, the place of the row in it, and why. */
export interface Contradiction {
  file: FileName;
  at: number;
  reason: string;
}

const STATES = ['states-parties', 'signatories-not-party', 'states-not-party'] as const;
const ABOUT_STATES = ['aliases', 'obligation-events', 'article7-reports', 'needs-2018'] as const;

/** How each row is known; no two of a file may be known alike. */
const KEYS: { [Name in FileName]?: (row: RecordRows[Name][number]) => string } = {
  aliases: ({ iso3, lang, alias }) => `${iso3} ${lang} "${alias}"`,
  'needs-2018': ({ iso3, theme, reporting_year }) => `${iso3} ${theme} ${reporting_year}`,
  meetings: ({ code }) => code,
  sources: ({ id }) => id,
  'article7-forms': ({ form }) => form,
  'work-plan': ({ kind, position }) => `${kind} ${position}`,
};

/** The first contradiction in the starting record; null when it is at one with itself and with Article 17. */
export function contradictionIn(rows: RecordRows): Contradiction | null {
  const [first] = [
    ...twice(rows),
    ...unknownStates(rows),
    ...wrongEntryIntoForce(rows),
    ...misdatedObligations(rows),
    ...unknownMeetings(rows),
    ...unsourced(rows),
    ...wronglyNamed(rows),
  ];
  return first ?? null;
}

function* twice(rows: RecordRows): Generator<Contradiction> {
  const states = new Set<string>();
  for (const file of STATES)
    for (const [at, { iso3 }] of rows[file].entries()) {
      if (states.has(iso3)) yield { file, at, reason: `${iso3} stands there, and once more before` };
      states.add(iso3);
    }
  for (const file of Object.keys(KEYS) as FileName[]) yield* twiceIn(rows, file);
}

function* twiceIn<Name extends FileName>(rows: RecordRows, file: Name): Generator<Contradiction> {
  const keyOf = KEYS[file];
  const seen = new Set<string>();
  if (keyOf !== undefined)
    for (const [at, row] of rows[file].entries()) {
      const key = keyOf(row);
      if (seen.has(key)) yield { file, at, reason: `${key} stands there, and once more before` };
      seen.add(key);
    }
}

function* unknownStates(rows: RecordRows): Generator<Contradiction> {
  const known = new Set(STATES.flatMap((file) => rows[file].map(({ iso3 }) => iso3)));
  for (const file of ABOUT_STATES)
    for (const [at, { iso3 }] of rows[file].entries())
      if (!known.has(iso3)) yield { file, at, reason: `${iso3} is no State of the record` };
  for (const [at, { names }] of rows['stated-figures'].entries())
    for (const iso3 of names)
      if (!known.has(iso3)) yield { file: 'stated-figures', at, reason: `${iso3} is no State of the record` };
}

function* wrongEntryIntoForce(rows: RecordRows): Generator<Contradiction> {
  for (const [at, state] of rows['states-parties'].entries()) {
    const given = entryIntoForce(day(state.ratification_date));
    const says = `the entry into force for ${state.iso3} is ${state.entry_into_force}`;
    if (given !== state.entry_into_force)
      yield { file: 'states-parties', at, reason: `${says}; Article 17 gives ${given} for its deposit` };
    if (state.withdrawn_date !== null && state.withdrawn_date < state.entry_into_force)
      yield { file: 'states-parties', at, reason: `${says}, and it withdrew before that` };
  }
}

/** Eight years (Art. 3.2) or ten (Art. 4.1(a)) after entry into force. */
function* misdatedObligations(rows: RecordRows): Generator<Contradiction> {
  const inForce = new Map(rows['states-parties'].map(({ iso3, entry_into_force }) => [iso3, entry_into_force]));
  for (const [at, { iso3, article, event, until }] of rows['obligation-events'].entries()) {
    if (event !== 'obligation' && event !== 'obligation_unclear') continue;
    const from = inForce.get(iso3);
    if (from === undefined) {
      yield { file: 'obligation-events', at, reason: `${iso3} has an obligation and is no State Party` };
      continue;
    }
    const due = article === 3 ? stockpileDeadline(day(from)) : clearanceDeadline(day(from));
    const rule = article === 3 ? 'Article 3.2' : 'Article 4.1(a)';
    const reason = `the deadline of ${iso3} under Article ${article} is ${until ?? 'missing'}; ${rule} gives ${due}`;
    if (until !== due) yield { file: 'obligation-events', at, reason };
  }
}

function* unknownMeetings(rows: RecordRows): Generator<Contradiction> {
  const known = new Set(rows.meetings.map(({ code }) => code));
  for (const [at, { meeting }] of rows['obligation-events'].entries())
    if (meeting !== null && !known.has(meeting))
      yield { file: 'obligation-events', at, reason: `${meeting} is no meeting of the record` };
  for (const [at, { replaced_by }] of rows.meetings.entries())
    for (const code of replaced_by)
      if (!known.has(code)) yield { file: 'meetings', at, reason: `${code} is no meeting of the record` };
}

function* unsourced(rows: RecordRows): Generator<Contradiction> {
  const titles = new Set(rows.sources.map(({ full_title }) => full_title));
  for (const [at, { source }] of rows['needs-2018'].entries())
    if (!titles.has(source)) yield { file: 'needs-2018', at, reason: `the source "${source}" is not in sources.csv` };
}

function* wronglyNamed(rows: RecordRows): Generator<Contradiction> {
  const names = new Set(rows.aliases.map(({ alias }) => alias));
  for (const [at, { states, confidence }] of rows.coordinators.entries())
    for (const name of confidence === 'none' ? [] : states.split(';').map((each) => each.trim()))
      if (!names.has(name)) yield { file: 'coordinators', at, reason: `${name} is the name of no State of the record` };
  for (const [at, { named, names: listed }] of rows['stated-figures'].entries())
    if (named !== null && named !== listed.length)
      yield { file: 'stated-figures', at, reason: `it says that ${named} are named, and names ${listed.length}` };
}
