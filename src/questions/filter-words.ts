import { longDate } from '../blocks/dates.ts';
import { listed } from '../blocks/words.ts';
import { askedFor, narrowedTo } from './asked-words.ts';
import type { Facts } from './facts.ts';
import type { Filter, FilterOf, Span, StandingSubject } from './question.ts';

/** What a filter says, of one State and of several: "has …", "have …". */
type Words = readonly [one: string, several: string];

const same = (words: string): Words => [words, words];

function spanWords({ from, until, meeting }: Span): string {
  const bound = meeting === null ? '' : ` ${meeting.side} the ${meeting.code}`;
  if (from !== null && until !== null)
    return from === until
      ? ` on ${longDate(from)}${bound}`
      : ` between ${longDate(from)} and ${longDate(until)}${bound}`;
  if (from !== null) return ` from ${longDate(from)} on${bound}`;
  return `${until === null ? '' : ` until ${longDate(until)}`}${bound}`;
}

const under = (articles: readonly (3 | 4)[], joint = ' or '): string =>
  articles.length === 0 ? '' : ` under Article ${articles.join(joint)}`;

const STANDING: Readonly<Record<StandingSubject, Words>> = {
  party: ['is a State Party', 'are States Parties'],
  ratify: same('deposited an instrument'),
  sign: same('signed'),
  signatory: same('signed and deposited no instrument'),
  in_force: same('became a State Party'),
  standing: same('stands'),
  withdraw: same('withdrew'),
};

/** What is said of the States that a filter lets through. */
export function filterWords(filter: Filter, { book }: Facts): Words {
  switch (filter.is) {
    case 'asked':
      return askedWords(filter);
    case 'dated':
      return datedWords(filter);
    case 'obliged': {
      const what = `open obligation${filter.combine === 'all' && filter.articles.length > 1 ? 's' : ''}${under(filter.articles, filter.combine === 'all' ? ' and ' : ' or ')}`;
      const [article, many] = filter.not ? ['no', 'no'] : ['an', 'an'];
      return [`has ${article} ${what} on record`, `have ${many} ${what} on record`];
    }
    case 'finished': {
      const what = `completed${under(filter.articles)}${spanWords(filter.span)}`;
      return filter.not ? [`has not ${what}`, `have not ${what}`] : [`has ${what}`, `have ${what}`];
    }
    case 'extension':
      return extensionWords(filter);
    case 'standing': {
      const [one, several] = STANDING[filter.subject];
      const span = spanWords(filter.span);
      return filter.not
        ? [`is not among those that ${several}${span}`, `are not among those that ${several}${span}`]
        : [`${one}${span}`, `${several}${span}`];
    }
    case 'reported':
      return reportedWords(filter);
    case 'coordinating':
      return filter.not ? ['does not coordinate', 'do not coordinate'] : ['coordinates a theme', 'coordinate a theme'];
    case 'region':
      return filter.not ? same(`outside ${filter.region}`) : same(`in ${filter.region}`);
    case 'among': {
      const names = listed(filter.states.map((state) => book.shortName(state)));
      return same(filter.not ? `besides ${names}` : `among ${names}`);
    }
  }
}

function askedWords({ not, asked }: FilterOf<'asked'>): Words {
  const rest = [
    `${askedFor(asked)}${asked.year === null ? '' : ` in the ${asked.year} reports`}`,
    ...narrowedTo(asked),
  ].join(', ');
  return same(not ? `did not ask for help${rest}` : `asked for help${rest}`);
}

function datedWords({ dated }: FilterOf<'dated'>): Words {
  const request = dated.kinds?.includes('extension_request') ?? false;
  const names: Readonly<Record<string, string>> = {
    clearance: 'clearance',
    stockpile: 'stockpile',
    initial_report: 'initial report',
    annual_report: 'annual report',
  };
  const kinds = (dated.kinds ?? []).map((kind) => names[kind] ?? kind).join(' or ');
  const what = request
    ? `could ask for an extension${dated.decidedAt === null ? '' : ` at the ${dated.decidedAt}`}, if more time is needed`
    : `a ${kinds === '' ? '' : `${kinds} `}date${dated.only === 'passed' ? ' that has passed without an outcome on record' : ''}`;
  const span = spanWords(dated.span);
  return request ? same(`${what}${span}`) : [`has ${what}${span}`, `have ${what}${span}`];
}

function extensionWords({ stage, articles, meeting, span, not }: FilterOf<'extension'>): Words {
  const where = `${under(articles)}${meeting === null ? '' : ` at the ${meeting}`}${spanWords(span)}`;
  if (stage === 'granted')
    return not
      ? [`was granted no extension${where}`, `were granted no extension${where}`]
      : [`was granted an extension${where}`, `were granted an extension${where}`];
  const verb = stage === 'requested' ? ['requested', 'request'] : ['announced a request for', 'announce a request for'];
  return same(not ? `did not ${verb[1]} an extension${where}` : `${verb[0]} an extension${where}`);
}

function reportedWords({ report, year, state, not }: FilterOf<'reported'>): Words {
  const which = report === 'initial' ? 'initial report' : `${year ?? 'annual'} report`;
  if (state === 'late')
    return not
      ? [`has no ${which} that a source lists as outstanding`, `have no ${which} that a source lists as outstanding`]
      : [`has its ${which} listed by a source as outstanding`, `have their ${which} listed by a source as outstanding`];
  if (state === 'silent')
    return [`has no receipt of its ${which} on record`, `have no receipt of their ${which} on record`];
  return not ? same(`did not send the ${which}`) : [`sent its ${which}`, `sent their ${which}`];
}
