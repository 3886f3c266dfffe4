import { articleWords } from '../../blocks/clock-words.ts';
import { longDate } from '../../blocks/dates.ts';
import { type Mrkdwn, md } from '../../blocks/mrkdwn.ts';
import { sourceTitles } from '../../blocks/source-words.ts';
import { counted, numberWord } from '../../blocks/words.ts';
import type { Day } from '../../treaty/day.ts';
import type { TreatyRecord } from '../../treaty/facts.ts';
import type { ObligationOn } from '../../treaty/obligation.ts';
import { obligationOf } from '../../treaty/obligation-of.ts';
import { THEME_WORDS } from '../../treaty/theme.ts';
import type { Unconfirmed, UnconfirmedObligation } from '../../treaty/unconfirmed.ts';
import { nameOf } from './amend-said.ts';

const MOST_SOURCES = 3;

/** What the ISU is asked of a fact: one question, and under it what is on record. */
export function askWords(fact: Unconfirmed, record: TreatyRecord, today: Day): Mrkdwn {
  switch (fact.kind) {
    case 'discrepancy': {
      const about = fact.theme === null ? 'a number' : THEME_WORDS[fact.theme].name;
      return md`*The source says ${numberWord(fact.stated)} and names ${numberWord(fact.named)}* (${about}). Does it stand so in the document?\n${fact.source}`;
    }
    case 'year_due':
      return md`*Annual reports for ${fact.year}* (Art. 7), due ${longDate(fact.due)}: ${counted(fact.received, 'is', 'are')} on record of ${fact.owed}. Are these all?\nWhile the year is open no State is named.`;
    case 'report_due': {
      const report = fact.year === null ? 'initial report' : `annual report for ${fact.year}`;
      return md`*${nameOf(record, fact.state)}* · ${report} (Art. 7), due ${longDate(fact.due)}. Received?\n${sourceLine(fact.sources, today)}`;
    }
    default:
      return md`*${nameOf(record, fact.state)}* · ${fact.article === 3 ? 'stockpiles' : 'clearance'} (${articleWords(fact)}): ${question(fact, obligationOf(record, fact.state, fact.article, today, fact.newRemnants), record)}\n${sourceLine(fact.sources, today)}`;
  }
}

const sourceLine = (sources: readonly string[], today: Day): string => {
  const titles = sourceTitles(sources, today);
  const more = titles.length > MOST_SOURCES ? ` and ${titles.length - MOST_SOURCES} more` : '';
  return `On record from: ${titles.slice(0, MOST_SOURCES).join('; ')}${more}`;
};

function question({ kind, due }: UnconfirmedObligation, obligation: ObligationOn | null, record: TreatyRecord): string {
  switch (kind) {
    case 'medium_grant':
      return `extended until ${longDate(due)}?`;
    case 'low_confidence':
      return `is there an obligation? Its date, if it applies: ${longDate(due)}.`;
    case 'passed':
      return `${longDate(due)} has passed, and no outcome is on record. Is it so?`;
    case 'request_pending': {
      const { pending } = obligation ?? {};
      const meeting = record.meetings.find(({ code }) => code === pending?.meeting);
      return `what was decided? Deadline on record ${longDate(due)}; a request${meeting ? ` for the ${meeting.code}` : ''} is on record, its outcome is not.`;
    }
  }
}

export const isObligation = (fact: Unconfirmed): fact is UnconfirmedObligation =>
  fact.kind !== 'discrepancy' && fact.kind !== 'report_due' && fact.kind !== 'year_due';
