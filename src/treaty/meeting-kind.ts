/** The kinds of meeting that coordinators plan, in the order in which they are offered. */
export const MEETING_KINDS = [
  'isu',
  'coordinators',
  'informal',
  'side_event',
  'coalition',
  'preparatory',
  'msp',
  'review_conference',
  'workshop',
  'field_visit',
  'training',
  'external',
] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

/** As cards and forms name them. */
export const MEETING_KIND_WORDS: Readonly<Record<MeetingKind, string>> = {
  isu: 'Meeting with the ISU',
  coordinators: 'Coordinators’ meeting',
  informal: 'Informal meeting',
  side_event: 'Side event',
  coalition: 'Coalition meeting',
  preparatory: 'Preparatory Meeting',
  msp: 'Meeting of States Parties',
  review_conference: 'Review Conference',
  workshop: 'Workshop',
  field_visit: 'Field visit',
  training: 'Training',
  external: 'Meeting held by others',
};
