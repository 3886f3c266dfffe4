import { addDays, type Day } from './day.ts';

/** Art. 8.2: a State Party answers a Request for Clarification within 28 days; after them the matter may go to the next Meeting (8.3). */
export const clarificationDue = (received: Day): Day => addDays(received, 28);
