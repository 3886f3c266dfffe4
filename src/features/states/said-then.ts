import { kindWithArticle } from '../../blocks/clock-words.ts';
import { shortDate } from '../../blocks/dates.ts';
import { type Mrkdwn, md } from '../../blocks/mrkdwn.ts';
import { vagueWords } from '../../blocks/vague-date-words.ts';
import { toBeConfirmed } from '../../treaty/agenda.ts';
import { type Day, yearOf } from '../../treaty/day.ts';
import type { Clock } from '../../treaty/facts.ts';

/** What the desk knew of a State by the end of an earlier day, and today's day. */
export interface SaidThen {
  clocks: readonly Clock[];
  today: Day;
}

const isReport = ({ kind }: Clock): boolean => kind === 'initial_report' || kind === 'annual_report';

/** One date as a card tells it, in a few words. */
function told(clock: Clock | undefined, asOf: Day): string {
  if (clock === undefined) return 'not on record';
  const { status, due, completed, outstanding } = clock;
  if (isReport(clock))
    return status === 'completed'
      ? 'in'
      : outstanding === 'confirmed'
        ? 'not yet received'
        : due >= asOf
          ? `due ${shortDate(due)}`
          : 'not on record';
  if (status === 'completed')
    return ['completed', completed === null ? null : vagueWords(completed)].filter(Boolean).join(' ');
  return `${shortDate(due)}${toBeConfirmed(clock) ? ', to be confirmed' : ''}`;
}

const keyOf = ({ kind, article, newRemnants, year }: Clock): string => `${kind} ${article} ${newRemnants} ${year}`;

/** "True as known today: … · Said on 18 Nov: …" for each date that the desk would have told otherwise on that day. */
export function saidThenLines(clocks: readonly Clock[], said: SaidThen | null, asOf: Day): readonly Mrkdwn[] {
  if (said === null) return [];
  const then = new Map(said.clocks.map((clock) => [keyOf(clock), clock]));
  const now = new Map(clocks.map((clock) => [keyOf(clock), clock]));
  const day = yearOf(asOf) === yearOf(said.today) ? shortDate(asOf).replace(/ \d{4}$/, '') : shortDate(asOf);
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((key) => {
    const clock = now.get(key) ?? then.get(key);
    const [today, before] = [told(now.get(key), asOf), told(then.get(key), asOf)];
    return clock === undefined || clock.kind === 'extension_request' || today === before
      ? []
      : [md`*True as known today:* ${kindWithArticle(clock)} ${today} · *Said on ${day}:* ${before}`];
  });
}
