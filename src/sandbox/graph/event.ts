import { z } from 'zod';

const time = z.strictObject({
  dateTime: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?$/),
  timeZone: z.string().min(1),
});
export type GraphTime = z.infer<typeof time>;

const attendee = z.object({
  emailAddress: z.object({ address: z.string().min(1), name: z.string().optional() }),
  type: z.enum(['required', 'optional', 'resource']).default('required'),
});

const recurrence = z.object({
  pattern: z.object({
    type: z.enum(['daily', 'weekly', 'absoluteMonthly']),
    interval: z.number().int().min(1),
    daysOfWeek: z.array(z.string()).optional(),
    dayOfMonth: z.number().int().optional(),
  }),
  range: z.object({
    type: z.literal('endDate'),
    startDate: z.string(),
    endDate: z.string(),
    recurrenceTimeZone: z.string().optional(),
  }),
});
export type Recurrence = z.infer<typeof recurrence>;

const changeable = {
  subject: z.string(),
  body: z.strictObject({ contentType: z.enum(['text', 'html']), content: z.string() }),
  start: time,
  end: time,
  isAllDay: z.boolean(),
  location: z.object({ displayName: z.string() }),
  attendees: z.array(attendee).max(500),
};

/** What may be changed of an event; nothing else may be in the request. */
export const changes = z.strictObject(changeable).partial();
export type Changes = z.infer<typeof changes>;

export const creation = z.strictObject({
  ...changeable,
  body: changeable.body.optional(),
  location: changeable.location.optional(),
  attendees: changeable.attendees.default([]),
  isAllDay: z.boolean().default(false),
  isOnlineMeeting: z.boolean().default(false),
  onlineMeetingProvider: z.string().optional(),
  recurrence: recurrence.nullish(),
  transactionId: z.string().optional(),
  singleValueExtendedProperties: z.array(z.strictObject({ id: z.string(), value: z.string() })).default([]),
});
export type Creation = z.infer<typeof creation>;

const span = z.object({ start: time, end: time });

const keptAttendee = z.object({
  address: z.string(),
  name: z.string(),
  type: z.enum(['required', 'optional', 'resource']),
  response: z.enum(['none', 'accepted', 'tentativelyAccepted', 'declined']),
  proposes: span.nullable(),
});
export type Attendee = z.infer<typeof keptAttendee>;

/** An event as the stand-in keeps it. */
export const storedEvent = z.object({
  number: z.number().int(),
  calendar: z.string(),
  version: z.number().int(),
  createdAt: z.string(),
  modifiedAt: z.string(),
  subject: z.string(),
  /** As Outlook keeps it: HTML. */
  html: z.string(),
  start: time,
  end: time,
  isAllDay: z.boolean(),
  place: z.string(),
  attendees: z.array(keptAttendee).readonly(),
  online: z.boolean(),
  transactionId: z.string().nullable(),
  properties: z.array(z.object({ id: z.string(), value: z.string() })).readonly(),
  recurrence: recurrence.nullable(),
  /** Occurrences that somebody has moved, by the day on which they would be. */
  exceptions: z.record(z.string(), span),
  removedDays: z.array(z.string()).readonly(),
});
export type StoredEvent = z.infer<typeof storedEvent>;

/** The id that stays when an event is moved; with the characters that have to be encoded in a path. */
export const immutableId = (number: number): string => `AAkALg/${number}+Qk==`;
/** The id that is given to whoever does not ask for immutable ones. */
export const plainId = (number: number): string => `AAMkAG/${number}+Zt==`;
export const numberIn = (id: string): number | null => {
  const found = /^(?:AAkALg|AAMkAG)\/(\d+)\+(?:Qk|Zt)==$/.exec(id);
  return found?.[1] === undefined ? null : Number(found[1]);
};
export const etagOf = ({ number, version }: StoredEvent): string => `W/"ck${number}.${version}=="`;
