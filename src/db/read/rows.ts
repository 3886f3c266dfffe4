import type { Temporal } from 'temporal-polyfill';
import type { Role } from '../../desk/actor.ts';
import type { Day } from '../../treaty/day.ts';
import type { Evidence } from '../../treaty/evidence.ts';
import type { Confidence, Iso3 } from '../../treaty/facts.ts';
import type { RequestStatus } from '../../treaty/request-moves.ts';
import type { Theme } from '../../treaty/theme.ts';

export type HelpKind = 'technical' | 'material' | 'financial';

/** `published` by the State: as published, nothing beyond; `agreed` by the State; `private`: not to be shared. */
export type Sharing = 'published' | 'agreed' | 'private';

export interface SourceRow {
  id: string;
  kind: string;
  /** As printed under an answer: "coordinators' concept note, Nov 2019". */
  title: string;
  date: Day | null;
  link: string | null;
  confidence: Confidence;
}

/** One assistance request, with all that its card, a list or an answer shows. */
export interface NeedRow {
  id: string;
  /** `AR-2018-005`. */
  reference: string;
  state: Iso3;
  theme: Theme;
  kinds: readonly HelpKind[];
  /** As asked; empty when no more than the theme is on record. */
  description: string;
  reportingYear: number | null;
  requestedOn: Day | null;
  /** The day from which the need counts. */
  asOf: Day;
  status: RequestStatus;
  /** The step that was left when it was put on hold or closed. */
  leftStatus: RequestStatus | null;
  /** The day until which it rests, while it is on hold. */
  holdUntil: Day | null;
  /** The reference of the request that took its place. */
  replacedBy: string | null;
  /** The day since which it is fulfilled, withdrawn or superseded; null while open. */
  closedOn: Day | null;
  sharing: Sharing;
  /** In words: where published, or who noted the State's agreement and when. */
  sharingBasis: string;
  owner: { slackId: string; name: string } | null;
  /** The coordinating State that handles it because the other coordinator represents the State itself. */
  handledBy: Iso3 | null;
  evidence: readonly Evidence[];
  /** Remark of the source itself. */
  note: string;
  /** The first is the one it was logged from. */
  sources: readonly SourceRow[];
  recordedAt: Temporal.Instant;
}

export interface StateRow {
  iso3: Iso3;
  iso2: string;
  unName: string;
  shortName: string;
  region: string;
  aliases: readonly { text: string; language: string }[];
}

/** A number that a source states, with the names it gives. */
export interface StatedFigureRow {
  asOf: Day;
  subject: string;
  theme: Theme | null;
  reportingYear: number | null;
  stated: number;
  named: number | null;
  names: readonly Iso3[];
  source: string;
  note: string;
}

export interface CoordinatorRow {
  period: string;
  theme: string;
  /** Short names as the source gives them. */
  states: readonly string[];
  source: string;
  confidence: Confidence | 'none';
}

/** One line of the concept note: an objective, activity, output, date of the timeline, implementer or partner. */
export interface WorkPlanRow {
  kind: 'objective' | 'activity' | 'output' | 'budget' | 'timeline' | 'implementer' | 'partner';
  position: number;
  text: string;
  /** For the timeline: `2019-11`, `2020-01`, `2020`; with `until` for a span of months. */
  when: string | null;
  until: string | null;
  /** For the timeline, in three or four words for lists: "ISU on priorities". */
  short: string;
  source: string;
}

export interface PersonRow {
  slackId: string;
  teamId: string;
  name: string;
  zone: string;
  state: Iso3 | null;
  roles: readonly Role[];
  /** Until the end of that day somebody stands in; null while the person is there. */
  away: { until: Day; standIn: string } | null;
}

/** A remark of somebody who works on a request. */
export interface NoteRow {
  at: Temporal.Instant;
  by: string;
  text: string;
  /** me, coordinators, desk */
  seenBy: string;
}

/** One change to a request, as its history shows it. */
export interface HistoryRow {
  at: Temporal.Instant;
  /** Name of who did it; "starting record" for what was loaded. */
  by: string;
  /** "/ccm log", "message shortcut", "starting record". */
  through: string;
  what: string;
  before: string | null;
  after: string | null;
  why: string | null;
}
