import type { Day } from './day.ts';
import type { Theme } from './theme.ts';

/** ISO 3166-1 alpha-3 code, upper case. */
export type Iso3 = string;

export type Confidence = 'high' | 'medium' | 'low';

/** How exactly a source gives a date; `by` is "on or before the end of what is written", `unknown` has no text. */
export type Precision = 'day' | 'month' | 'year' | 'by' | 'unknown';

/** A date as exact as its source: `text` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, empty when unknown. */
export interface VagueDate {
  text: string;
  precision: Precision;
}

/** What the depositary says of one State. A State not party has neither `signed` nor `deposited`. */
export interface StateFacts {
  iso3: Iso3;
  unName: string;
  shortName: string;
  region: string;
  signed: Day | null;
  deposited: Day | null;
  kind: 'ratification' | 'accession' | 'acceptance' | 'approval' | null;
  /** The day on which a withdrawal takes effect (Art. 20.3). */
  withdrawn: Day | null;
  source: string;
}

export const OBLIGATION_EVENTS = [
  'obligation',
  'obligation_unclear',
  'extension_announced',
  'extension_requested',
  'extension_granted',
  'extension_not_granted',
  'completed',
  'declared',
  'reopened',
  'review',
  'no_obligation_confirmed',
] as const;

export type ObligationEventKind = (typeof OBLIGATION_EVENTS)[number];

/** One dated event in the life of an obligation under Article 3 or 4. */
export interface ObligationEvent {
  /** What corrections of it, and messages that rest on it, call it by. */
  id: string;
  state: Iso3;
  article: 3 | 4;
  /** Art. 4.1(b): of remnants that came to be after entry into force, which are an obligation of their own. */
  newRemnants: boolean;
  event: ObligationEventKind;
  date: VagueDate;
  /** The deadline that this event sets: of the obligation itself, or of a grant. */
  until: Day | null;
  /** Code of the meeting that considered a request. */
  meeting: string | null;
  confidence: Confidence;
  /** False: never shown anywhere, in no list and no count. */
  show: boolean;
  source: string;
  /** The date of the source itself, when known; an undated completion holds from it. */
  sourceDate: Day | null;
  note: string;
}

type MeetingType = 'MSP' | 'RC' | 'PREP' | 'INFORMAL' | 'INTERSESSIONAL' | 'EXTERNAL';

/** A meeting of the Convention or around it, as planned and as held. Dates are days, months (`2020-02`) or years. */
export interface MeetingFacts {
  code: string;
  name: string;
  type: MeetingType;
  plannedStart: string | null;
  plannedEnd: string | null;
  /** From this day on the plan was public; null means from its first day. */
  knownFrom: Day | null;
  actualStart: string | null;
  actualEnd: string | null;
  /** Codes of the meetings that took its place. */
  replacedBy: readonly string[];
  place: string;
  /** The State that presided, by the name that the source gives it; left out where nobody asks. */
  presidency?: string;
  source: string;
  note: string;
}

/** A statement that an Article 7 report was received, that a source lists it as outstanding, or that the ISU says it has not come yet. */
export interface ReportFact {
  id: string;
  state: Iso3;
  kind: 'initial' | 'annual';
  /** The calendar year covered; null for initial reports. */
  year: number | null;
  event: 'received' | 'overdue' | 'not_yet';
  date: VagueDate;
  /** The day from which the desk's record holds this statement. */
  asOf: Day;
  /** Whether the report asks for help; null where nobody was asked. */
  helpAsked: 'yes' | 'no' | 'unknown' | null;
  confidence: Confidence;
  source: string;
}

/** A year of annual reports that the ISU has marked complete. */
export interface ReportYearFact {
  id: string;
  year: number;
  completeSince: Day;
  source: string;
}

/** A need reported for a year, as far as the treaty's clocks care: it shows that the annual report of that year is in. */
export interface NeedFact {
  state: Iso3;
  theme: Theme;
  reportingYear: number | null;
  asOf: Day;
  source: string;
  /** True when it comes from the State's own Article 7 report. */
  fromReport: boolean;
}

/** All facts the treaty's rules work on. */
export interface TreatyRecord {
  states: readonly StateFacts[];
  events: readonly ObligationEvent[];
  meetings: readonly MeetingFacts[];
  reports: readonly ReportFact[];
  years: readonly ReportYearFact[];
  needs: readonly NeedFact[];
  /** The day on which the desk began to keep it: what fell due before and is not on record is the desk's own gap. Null while it is empty. */
  begun: Day | null;
  /** The facts that the ISU has confirmed as they stand, as `factKey` names them. */
  confirmed: readonly string[];
}

export type ClockKind = 'clearance' | 'stockpile' | 'initial_report' | 'annual_report' | 'extension_request';
export type ClockStatus = 'completed' | 'uncertain' | 'overdue' | 'extended' | 'open';

/** One treaty date of one State on an as-of date. */
export interface Clock {
  state: Iso3;
  /** For an extension request the article that would be extended. */
  article: 3 | 4 | 7;
  kind: ClockKind;
  /** Of remnants that came to be after entry into force (Art. 4.1(b)). */
  newRemnants: boolean;
  due: Day;
  originalDue: Day;
  status: ClockStatus;
  /** In words, with the article: "Art. 4.1(a): entry into force 1 May 2011 + 10 years". */
  basis: string;
  sources: readonly string[];
  confidence: Confidence;
  /** Calendar year covered, for annual reports. */
  year: number | null;
  /** Code of the deciding meeting, for extension requests. */
  meeting: string | null;
  /** The deadline that an extension request would extend. */
  extends: Day | null;
  /** When completed: the date as its source gives it. */
  completed: VagueDate | null;
  /** Who says of a report whose date has passed that it has not come; null where nobody does. */
  outstanding: Outstanding | null;
  /** Ids of the events and reports that it rests on. */
  facts: readonly string[];
}

/** `confirmed` by the ISU itself, now or by marking its year complete; `listed` by a source alone; `doubted`: listed, and another source speaks against it. */
export type Outstanding = 'confirmed' | 'listed' | 'doubted';
