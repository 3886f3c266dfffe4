import { askedFor, narrowedTo } from './asked-words.ts';
import type { Facts } from './facts.ts';
import type { Filter, FilterOf, Span, StandingSubject } from './question.ts';
import type { Tongue } from './tongue/tongue.ts';

/** What a filter says, of one State and of several: "has …", "have …". */
type Words = readonly [one: string, several: string];

const same = (words: string): Words => [words, words];

/** The bounds of a stretch of time: " until 1 March 2021", " before the 2RC". */
function spanWords({ from, until, meeting }: Span, { say, long }: Tongue): string {
  const bound =
    meeting === null
      ? ''
      : meeting.side === 'before'
        ? say` before the ${meeting.code}`
        : say` after the ${meeting.code}`;
  if (from !== null && until !== null)
    return `${from === until ? say` on ${long(from)}` : say` between ${long(from)} and ${long(until)}`}${bound}`;
  if (from !== null) return `${say` from ${long(from)} on`}${bound}`;
  return `${until === null ? '' : say` until ${long(until)}`}${bound}`;
}

const under = (articles: readonly (3 | 4)[], { say, listed }: Tongue, joint: 'and' | 'or' = 'or'): string =>
  articles.length === 0 ? '' : say` under Article ${listed(articles.map(String), joint)}`;

/** What is said of the States that a filter lets through. */
export function filterWords(filter: Filter, { book, tongue }: Facts): Words {
  const { say } = tongue;
  switch (filter.is) {
    case 'asked':
      return askedWords(filter, tongue);
    case 'dated':
      return datedWords(filter, tongue);
    case 'obliged':
      return obligedWords(filter, tongue);
    case 'finished': {
      const what = `${under(filter.articles, tongue)}${spanWords(filter.span, tongue)}`;
      return filter.not
        ? [say`has not completed${what}`, say`have not completed${what}`]
        : [say`has completed${what}`, say`have completed${what}`];
    }
    case 'extension':
      return extensionWords(filter, tongue);
    case 'standing': {
      const [one, several] = standingWords(filter.subject, tongue);
      const span = spanWords(filter.span, tongue);
      return filter.not
        ? [say`is not among those that ${several}${span}`, say`are not among those that ${several}${span}`]
        : [`${one}${span}`, `${several}${span}`];
    }
    case 'reported':
      return reportedWords(filter, tongue);
    case 'coordinating':
      return filter.not
        ? [say`does not coordinate`, say`do not coordinate`]
        : [say`coordinates a theme`, say`coordinate a theme`];
    case 'region': {
      const region = tongue.known(filter.region);
      return same(filter.not ? say`outside ${region}` : say`in ${region}`);
    }
    case 'among': {
      const names = tongue.listed(filter.states.map((state) => book.shortName(state)));
      return same(filter.not ? say`besides ${names}` : say`among ${names}`);
    }
  }
}

function standingWords(subject: StandingSubject, { say }: Tongue): Words {
  switch (subject) {
    case 'party':
      return [say`is a State Party`, say`are States Parties`];
    case 'ratify':
      return [say`deposited an instrument|one`, say`deposited an instrument`];
    case 'sign':
      return [say`signed|one`, say`signed`];
    case 'signatory':
      return [say`signed and deposited no instrument|one`, say`signed and deposited no instrument`];
    case 'in_force':
      return [say`became a State Party|one`, say`became a State Party`];
    case 'standing':
      return same(say`stands`);
    case 'withdraw':
      return [say`withdrew|one`, say`withdrew`];
  }
}

function obligedWords({ articles, combine, not }: FilterOf<'obliged'>, tongue: Tongue): Words {
  const { say } = tongue;
  const where = under(articles, tongue, combine === 'all' ? 'and' : 'or');
  if (combine === 'all' && articles.length > 1)
    return not
      ? [say`has no open obligations${where} on record`, say`have no open obligations${where} on record`]
      : [say`has open obligations${where} on record`, say`have open obligations${where} on record`];
  return not
    ? [say`has no open obligation${where} on record`, say`have no open obligation${where} on record`]
    : [say`has an open obligation${where} on record`, say`have an open obligation${where} on record`];
}

function askedWords({ not, asked }: FilterOf<'asked'>, tongue: Tongue): Words {
  const { say } = tongue;
  const year = asked.year === null ? '' : say` in the ${asked.year} reports`;
  const rest = [`${askedFor(asked, tongue)}${year}`, ...narrowedTo(asked, tongue)].join(', ');
  return not
    ? [say`did not ask for help${rest}|one`, say`did not ask for help${rest}`]
    : [say`asked for help${rest}|one`, say`asked for help${rest}`];
}

const KINDS = {
  clearance: 'clearance',
  stockpile: 'stockpile',
  initial_report: 'initial report',
  annual_report: 'annual report',
  extension_request: 'extension request',
} as const;

function datedWords({ dated }: FilterOf<'dated'>, tongue: Tongue): Words {
  const { say, listed, known } = tongue;
  const span = spanWords(dated.span, tongue);
  if (dated.kinds?.includes('extension_request')) {
    const at = dated.decidedAt === null ? '' : say` at the ${dated.decidedAt}`;
    return [
      say`could ask for an extension${at}, if more time is needed${span}|one`,
      say`could ask for an extension${at}, if more time is needed${span}`,
    ];
  }
  const passed = dated.only === 'passed' ? say` that has passed without an outcome on record` : '';
  const rest = `${passed}${span}`;
  if (dated.kinds === null) return [say`has a date${rest}`, say`have a date${rest}`];
  const kinds = listed(
    dated.kinds.map((kind) => known(KINDS[kind])),
    'or',
  );
  return [say`has a ${kinds} date${rest}`, say`have a ${kinds} date${rest}`];
}

function extensionWords({ stage, articles, meeting, span, not }: FilterOf<'extension'>, tongue: Tongue): Words {
  const { say } = tongue;
  const at = meeting === null ? '' : say` at the ${meeting}`;
  const where = `${under(articles, tongue)}${at}${spanWords(span, tongue)}`;
  if (stage === 'granted')
    return not
      ? [say`was granted no extension${where}`, say`were granted no extension${where}`]
      : [say`was granted an extension${where}`, say`were granted an extension${where}`];
  if (stage === 'requested')
    return not
      ? [say`did not request an extension${where}|one`, say`did not request an extension${where}`]
      : [say`requested an extension${where}|one`, say`requested an extension${where}`];
  return not
    ? [
        say`did not announce a request for an extension${where}|one`,
        say`did not announce a request for an extension${where}`,
      ]
    : [say`announced a request for an extension${where}|one`, say`announced a request for an extension${where}`];
}

function reportedWords({ report, year, state, not }: FilterOf<'reported'>, tongue: Tongue): Words {
  const { say } = tongue;
  const which =
    report === 'any'
      ? say`initial or annual report`
      : report === 'initial'
        ? say`initial report`
        : year === null
          ? say`annual report`
          : say`${year} report`;
  if (state === 'late')
    return not
      ? [
          say`has no ${which} that a source lists as outstanding`,
          say`have no ${which} that a source lists as outstanding`,
        ]
      : [
          say`has its ${which} listed by a source as outstanding`,
          say`have their ${which} listed by a source as outstanding`,
        ];
  if (state === 'silent')
    return [say`has no receipt of its ${which} on record`, say`have no receipt of their ${which} on record`];
  return not
    ? [say`did not send the ${which}|one`, say`did not send the ${which}`]
    : [say`sent its ${which}`, say`sent their ${which}`];
}
