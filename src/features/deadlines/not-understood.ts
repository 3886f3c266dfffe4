import { context, section } from '../../blocks/build.ts';
import { clamp } from '../../blocks/limits.ts';
import type { Message } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { listed } from '../../blocks/words.ts';
import type { Parsed } from './parse.ts';

const EXAMPLES = '/ccm deadlines 2021 clearance · /ccm deadlines Lebanon · /ccm deadlines next 12 months';

/** Says which words could not be read, with what comes near and examples that work. */
export function notUnderstood(parsed: Exclude<Parsed, { kind: 'wanted' }>, nameOf: (iso3: string) => string): Message {
  const [what, next] = said(parsed, nameOf);
  return {
    text: `${what} ${next} For example: ${EXAMPLES}`,
    blocks: [section(md`*${what}*\n${next}`), context(md`For example: ${EXAMPLES}`)],
  };
}

function said(parsed: Exclude<Parsed, { kind: 'wanted' }>, nameOf: (iso3: string) => string): [string, string] {
  switch (parsed.kind) {
    case 'no_such_day':
      return [`There is no ${clamp(parsed.text, 40)} in the calendar.`, 'Please give a date that exists.'];
    case 'several_states':
      return [
        `“${clamp(parsed.words, 80)}” names several States: ${listed(parsed.states.map(nameOf))}.`,
        `Please say which: ${parsed.states.map((iso3) => `/ccm deadlines ${nameOf(iso3)}`).join(' or ')}.`,
      ];
    case 'not_understood':
      return [
        `Not understood: “${clamp(parsed.words, 80)}”.`,
        parsed.nearest.length > 0
          ? `The nearest States are ${listed(parsed.nearest.map(nameOf))}.`
          : 'After “deadlines” may stand an article or kind, a year or date, and a State.',
      ];
  }
}
