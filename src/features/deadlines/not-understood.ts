import { context, section } from '../../blocks/build.ts';
import { longDate } from '../../blocks/dates.ts';
import { clamp } from '../../blocks/limits.ts';
import type { Message } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { listed } from '../../blocks/words.ts';
import type { Parsed } from './parse.ts';
import { questionOf } from './question.ts';

const EXAMPLES =
  '/ccm deadlines 2021 clearance · /ccm deadlines Lebanon · /ccm deadlines Africa next 12 months · /ccm deadlines reports not on record';
const MAY_STAND =
  'After “deadlines” may stand, in any order: an article or kind (clearance, stockpiles, reports, extension requests), a year or window, States, regions of UN M49, a status (passed, to be confirmed, completed, extended, open, not on record), and “as of” a date.';

/** Says which words could not be read, with what comes near, what the rest would ask, and examples that work. */
export function notUnderstood(parsed: Exclude<Parsed, { kind: 'wanted' }>, nameOf: (iso3: string) => string): Message {
  const [what, next] = said(parsed, nameOf);
  return {
    text: `${what} ${next} For example: ${EXAMPLES}`,
    blocks: [section(md`*${what}*\n${next}`), context(md`For example: ${EXAMPLES}`)],
  };
}

const quoted = (words: readonly string[]): string => {
  const shown = words.slice(0, 5).map((word) => `“${clamp(word, 80)}”`);
  return words.length > 5 ? `${shown.join(', ')} and ${words.length - 5} more words` : listed(shown);
};

function said(parsed: Exclude<Parsed, { kind: 'wanted' }>, nameOf: (iso3: string) => string): [string, string] {
  switch (parsed.kind) {
    case 'no_such_day':
      return [`There is no ${clamp(parsed.text, 40)} in the calendar.`, 'Please give a date that exists.'];
    case 'backwards':
      return [
        `This window ends before it begins: from ${longDate(parsed.from)} until ${longDate(parsed.until)}.`,
        'Please give the earlier date first.',
      ];
    case 'no_clock':
      return [
        `The Convention sets no date for ${parsed.subject}.`,
        'Dates run under Article 3 (stockpiles), Article 4 (clearance) and Article 7 (reports).',
      ];
    case 'several_states': {
      const { words, states, wanted } = parsed;
      const whole = (iso3: string): string =>
        `/ccm deadlines ${questionOf({ ...wanted, states: [...wanted.states, iso3] }, nameOf)}`;
      return [
        `“${clamp(words, 80)}” names several States: ${listed(states.map(nameOf))}.`,
        `Please say which: ${states.map(whole).join(' or ')}.`,
      ];
    }
    case 'not_understood': {
      const { words, nearest, wanted } = parsed;
      const without = questionOf(wanted, nameOf);
      const near = nearest.length === 0 ? MAY_STAND : `Near to it: ${listed(nearest)}.`;
      const rest = without === '' ? '' : ` Without it: /ccm deadlines ${clamp(without, 200)}.`;
      return [`Not understood: ${quoted(words)}.`, `${near}${rest}`];
    }
  }
}
