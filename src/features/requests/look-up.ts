import { distance } from 'fastest-levenshtein';
import { actions, button, context, present, section } from '../../blocks/build.ts';
import { clamp } from '../../blocks/limits.ts';
import type { Message } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { listed } from '../../blocks/words.ts';
import { readNeeds } from '../../db/read/needs.ts';
import { readableNeeds } from '../../db/read/readable-needs.ts';
import type { NeedRow } from '../../db/read/rows.ts';
import { readStates } from '../../db/read/states.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import { type Actor, may } from '../../desk/actor.ts';
import type { Asking } from '../../desk/describe.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import { type NameBook, nameBook } from '../../questions/names.ts';
import { isOpen, REQUEST_STATUSES, type RequestStatus } from '../../treaty/request-moves.ts';
import { THEME_WORDS } from '../../treaty/theme.ts';
import { cardFor, publicRequestCard } from './card.ts';
import { requestsCard } from './list-card.ts';
import { readRequest } from './read.ts';
import { namedIn } from './words-in.ts';

const REFERENCE = /^AR[-\s]?(\d{4})[-\s]?(\d{1,6})$/i;
/** What is meant as a reference, though none is written so. */
const MEANT_AS_REFERENCE = /^AR[-\s]?(?=[\dOIL])[\w-]*(?:\s+\d+)?$/i;

/** `/ccm request AR-2018-005` shows one, `/ccm requests …` those that fit. Without a role only what States have published exists. */
export async function lookUp(
  desk: RecordDesk,
  { actor, text, place }: Pick<Asking, 'actor' | 'text' | 'place'>,
): Promise<Reply> {
  const register = may(actor, 'read_register') && !place.public;
  const [, year, number = ''] = REFERENCE.exec(text.trim()) ?? [];
  if (year !== undefined) return one(desk, `AR-${year}-${number.padStart(3, '0')}`, register ? actor : null);
  if (MEANT_AS_REFERENCE.test(text.trim())) return noSuchRequest(desk, clamp(text.trim(), 40), register);
  const needs = readableNeeds(await readNeeds(desk.db), register);
  const states = await readStates(desk.db);
  const book = nameBook(states);
  const wanted = wantedIn(text, book);
  if (wanted.kind === 'not_understood') return say(notUnderstood(wanted.words));
  if (wanted.kind === 'which_state') return say(whichState(wanted.readings));
  if (wanted.ofRegister && !register) return say(STATUS_NOT_TOLD);
  const found = needs.filter(wanted.fits);
  return say(
    requestsCard({
      needs: found,
      understood: wanted.understood,
      shortName: book.shortName,
      register,
      isPublic: place.public,
      today: deskToday(desk.clock),
    }),
  );
}

/** One request, whole for `reader` of the register; for everybody else its public half, or as if there were none. */
async function one(desk: RecordDesk, reference: string, reader: Actor | null): Promise<Reply> {
  const seen = await readRequest(desk.db, reference, deskToday(desk.clock));
  if (seen !== null && reader !== null) return say(cardFor(seen, reader));
  if (seen !== null && seen.need.sharing === 'published') return say(publicRequestCard(seen));
  return noSuchRequest(desk, reference, reader !== null);
}

async function noSuchRequest(desk: RecordDesk, reference: string, register: boolean): Promise<Reply> {
  const readable = readableNeeds(await readNeeds(desk.db), register).map(({ reference: each }) => each);
  const near = readable.toSorted((a, b) => distance(a, reference) - distance(b, reference)).slice(0, 3);
  return say(
    notice(`No request ${reference} is on record.`, near.length === 0 ? undefined : `The nearest: ${listed(near)}.`),
  );
}

/** The status of a request is not among what its State has published. */
const STATUS_NOT_TOLD = notice(
  'The status of requests is for coordinators and the ISU.',
  'They ask the desk alone. What States have published: /ccm requests, or with a State, a theme or a year.',
);

const MOST_QUOTED = 5;

/** One id for each button of a row, since Slack wants them to differ within it. */
export const ASK_FOR = ['requests:ask-for', 'requests:ask-for-2', 'requests:ask-for-3', 'requests:ask-for-4'] as const;

type Wanted =
  | { kind: 'wanted'; fits(need: NeedRow): boolean; understood: string; ofRegister: boolean }
  /** A name that several States have; each with the words that would mean it alone. */
  | { kind: 'which_state'; readings: readonly { name: string; words: string }[] }
  | { kind: 'not_understood'; words: readonly string[] };

const STATUS_WORDS: Readonly<Record<string, (status: RequestStatus) => boolean>> = {
  open: isOpen,
  closed: (status) => !isOpen(status),
  ...Object.fromEntries(
    REQUEST_STATUSES.map((wanted) => [wanted.replaceAll('_', ' '), (status: RequestStatus) => status === wanted]),
  ),
};

/** Reads the free words after `/ccm requests`: State, theme, status, year. */
function wantedIn(text: string, book: NameBook): Wanted {
  const status = Object.keys(STATUS_WORDS).find((word) => new RegExp(`(^|\\s)${word}(?=\\s|$)`, 'i').test(text));
  const [, year] = /(?:^|\s)(20\d{2})(?=\s|$)/.exec(text) ?? [];
  const rest = text.replace(new RegExp(`(^|\\s)(${status ?? '$^'}|${year ?? '$^'})(?=\\s|$)`, 'gi'), ' ');
  const named = namedIn(rest, book);
  const codes = named.states;
  if (named.unknown.length > 0) return { kind: 'not_understood', words: named.unknown };
  if (named.either.length > 0) {
    const others = [...named.themes.map((theme) => THEME_WORDS[theme].name), year ?? '', status ?? ''];
    const readings = named.either.map((iso3) => {
      const name = book.shortName(iso3);
      return { name, words: [name, ...others].filter((word) => word !== '').join(' ') };
    });
    return { kind: 'which_state', readings };
  }
  const fits = (need: NeedRow): boolean =>
    (codes.length === 0 || codes.includes(need.state)) &&
    (named.themes.length === 0 || named.themes.includes(need.theme)) &&
    (status === undefined || STATUS_WORDS[status]?.(need.status) === true) &&
    (year === undefined || need.reportingYear === Number(year));
  const said = [
    ...codes.map(book.shortName),
    ...named.themes.map((theme) => THEME_WORDS[theme].name),
    ...(year ? [`${year} reports`] : []),
    ...(status ? [status] : []),
  ];
  return { kind: 'wanted', fits, understood: said.join(' · ') || 'all requests', ofRegister: status !== undefined };
}

/** Asks which of several States a name means; each is one button. */
const whichState = (readings: readonly { name: string; words: string }[]): Message => {
  const names = readings.map(({ name }) => name);
  return {
    text: `Which State is meant: ${names.join(' or ')}?`,
    blocks: present(
      section(md`*Which State is meant: ${names.join(' or ')}?*`),
      actions(
        ...ASK_FOR.flatMap((action, at) => {
          const reading = readings[at];
          return reading === undefined ? [] : [button({ text: reading.name, action, value: reading.words })];
        }),
      ),
    ),
  };
};

const notUnderstood = (words: readonly string[]): Message => {
  const quoted = [
    ...words.slice(0, MOST_QUOTED).map((word) => `“${clamp(word, 40)}”`),
    ...(words.length > MOST_QUOTED ? ['…'] : []),
  ].join(', ');
  return {
    text: `The desk did not understand ${quoted}. For example: /ccm requests victim assistance open`,
    blocks: [
      section(md`*The desk did not understand ${quoted}.* Say a State, a theme, a status or a year.`),
      context(
        md`For example: \`/ccm requests victim assistance open\` · \`/ccm requests Lebanon\` · \`/ccm request AR-2018-005\``,
      ),
    ],
  };
};
