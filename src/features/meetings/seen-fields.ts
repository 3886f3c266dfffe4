import { createHash } from 'node:crypto';
import type { MeetingRow } from '../../db/read/meetings.ts';
import type { Particulars } from './plan.ts';
import type { Change } from './write.ts';

const PARTS = ['title', 'kind', 'when', 'place', 'agenda', 'states', 'margins'] as const;
type Part = (typeof PARTS)[number];

export type Judged = 'as_seen' | 'there_already' | 'passed';

/** What a form was opened with, in so few letters that they fit beside it: whether a field is still the same can be told, no more. */
export type SeenFields = Readonly<Record<Part, string>>;

const mark = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 12);

const inPart = (of: Particulars, part: Part): unknown => {
  if (part === 'when') return [of.when, of.when.kind === 'timed' ? of.zone : ''];
  return part === 'states' ? [...of.states].toSorted() : of[part];
};

/** A meeting as the form has it. */
export const particularsOf = ({
  title,
  kind,
  when,
  zone,
  place,
  agenda,
  states,
  inMarginsOf,
}: MeetingRow): Particulars => ({
  title,
  kind,
  when,
  zone,
  place,
  // A form gives lines and ends of texts back in its own way.
  agenda: agenda.replace(/\r\n?/g, '\n').trim(),
  states,
  margins: inMarginsOf,
});

export const seenIn = (of: Particulars): SeenFields =>
  Object.fromEntries(PARTS.map((part) => [part, mark(inPart(of, part))])) as SeenFields;

/** The fields that were changed in the form since it was opened. */
export function changedSince(seen: SeenFields, now: Particulars): Change {
  const changed = PARTS.filter((part) => mark(inPart(now, part)) !== seen[part]);
  const change: Change = Object.fromEntries(changed.map((part) => [part, now[part]]));
  return changed.includes('when') ? { ...change, zone: now.zone } : change;
}

/** Whether a field of the meeting is still as the form was opened with, is already as it is wanted, or was changed by somebody else. */
export function judge(seen: SeenFields, wanted: Particulars, row: MeetingRow, field: keyof Change): Judged {
  const part = field === 'zone' ? 'when' : field;
  const stands = mark(inPart(particularsOf(row), part));
  if (stands === mark(inPart(wanted, part))) return 'there_already';
  return stands === seen[part] ? 'as_seen' : 'passed';
}
