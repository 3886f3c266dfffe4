/** The kinds of meeting that coordinators plan. */
export type MeetingKind =
  | 'isu'
  | 'coordinators'
  | 'informal'
  | 'side_event'
  | 'coalition'
  | 'preparatory'
  | 'msp'
  | 'review_conference'
  | 'workshop'
  | 'field_visit'
  | 'training'
  | 'external';
