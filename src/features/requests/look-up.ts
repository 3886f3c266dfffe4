import { distance } from 'fastest-levenshtein';
import { context, section } from '../../blocks/build.ts';
import { clamp } from '../../blocks/limits.ts';
import type { Message } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { listed } from '../../blocks/words.ts';
import { readNeeds } from '../../db/read/needs.ts';
import type { NeedRow } from '../../db/read/rows.ts';
import { readStates } from '../../db/read/states.ts';
import { may } from '../../desk/actor.ts';
import type { Asking } from '../../desk/describe.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import { type NameBook, nameBook } from '../../questions/names.ts';
import { isOpen, REQUEST_STATUSES, type RequestStatus } from '../../treaty/request-moves.ts';
import { THEME_WORDS } from '../../treaty/theme.ts';
import { publicRequestCard, requestCard } from './card.ts';
import type { RequestsDesk } from './cards-due.ts';
import { requestsCard } from './list-card.ts';
import { readRequest } from './read.ts';
import { namedIn } from './words-in.ts';

const REFERENCE = /^AR[-\s]?(\d{4})[-\s]?(\d{1,6})$/i;

/** `/ccm request AR-2018-005` shows one, `/ccm requests …` those that fit. Without a role only what States have published exists. */
export async function lookUp(
  desk: RequestsDesk,
  { actor, text, place }: Pick<Asking, 'actor' | 'text' | 'place'>,
): Promise<Reply> {
  const register = may(actor, 'read_register') && !place.public;
  const [, year, number = ''] = REFERENCE.exec(text.trim()) ?? [];
  if (year !== undefined) return one(desk, `AR-${year}-${number.padStart(3, '0')}`, register);
  const needs = (await readNeeds(desk.db)).filter(({ sharing }) => register || sharing === 'published');
  const states = await readStates(desk.db);
  const book = nameBook(states);
  const wanted = wantedIn(text, book);
  if (wanted.kind === 'not_understood') return say(notUnderstood(wanted.words));
  const found = needs.filter(wanted.fits);
  return say(
    requestsCard({
      needs: found,
      understood: wanted.understood,
      shortName: book.shortName,
      register,
      today: deskToday(desk.clock),
    }),
  );
}

async function one(desk: RequestsDesk, reference: string, register: boolean): Promise<Reply> {
  const seen = await readRequest(desk.db, reference, deskToday(desk.clock));
  if (seen !== null && register) return say(requestCard(seen));
  if (seen !== null && seen.need.sharing === 'published') return say(publicRequestCard(seen));
  const readable = (await readNeeds(desk.db))
    .filter(({ sharing }) => register || sharing === 'published')
    .map(({ reference: each }) => each);
  const near = readable.toSorted((a, b) => distance(a, reference) - distance(b, reference)).slice(0, 3);
  return say(
    notice(`No request ${reference} is on record.`, near.length === 0 ? undefined : `The nearest: ${listed(near)}.`),
  );
}

type Wanted =
  | { kind: 'wanted'; fits(need: NeedRow): boolean; understood: string }
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
  const codes = [...named.states, ...named.either];
  if (named.unknown.length > 0) return { kind: 'not_understood', words: named.unknown };
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
  return { kind: 'wanted', fits, understood: said.join(' · ') || 'all requests' };
}

const notUnderstood = (words: readonly string[]): Message => {
  const quoted = words.map((word) => `“${clamp(word, 40)}”`).join(', ');
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
