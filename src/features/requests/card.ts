import { actions, button, context, fields, present, section } from '../../blocks/build.ts';
import { shortDate } from '../../blocks/dates.ts';
import { clamp, LIMITS, lengthOf } from '../../blocks/limits.ts';
import type { Block, Message } from '../../blocks/message.ts';
import { channelLink, escapeText, join, linkTo, type Mrkdwn, md, mention } from '../../blocks/mrkdwn.ts';
import { standsAs } from '../../blocks/request-words.ts';
import { inSentence, ownStateSentence } from '../../blocks/state-words.ts';
import { capital } from '../../blocks/words.ts';
import type { SourceRow } from '../../db/read/rows.ts';
import type { Actor } from '../../desk/actor.ts';
import { STEPS, stepOf } from '../../treaty/request-moves.ts';
import { THEME_WORDS } from '../../treaty/theme.ts';
import { isUpToDate, placeWords } from './card-place.ts';
import type { RequestSeen } from './read.ts';
import { deadlineSentence, evidenceWords, servedDeadline, sharingWords, stepWords } from './wording.ts';
import { ownStateRow, workRow } from './work-row.ts';

export const HISTORY = 'requests:history';
export const OPEN = 'requests:open';
export const POST = 'requests:post-card';
export const UNDO_LOGGING = 'requests:undo';

const LONGEST_ON_CARD = 600;
const MOST_SOURCES = 6;

const title = ({ need, state }: RequestSeen): string =>
  `${need.reference} · ${state.shortName} · ${THEME_WORDS[need.theme].name}`;

/** `text` so short that with all that is escaped in it it fits a field. */
const fitting = (text: string, most = LONGEST_ON_CARD): string => {
  const cut = clamp(text, most);
  return lengthOf(escapeText(cut).text) < LIMITS.fieldText - 200 ? cut : fitting(text, Math.floor(most / 2));
};

function askedFor({ need }: RequestSeen): Mrkdwn {
  const kinds = need.kinds.length === 0 ? '' : ` · ${need.kinds.join(', ')}`;
  if (need.description === '') return md`Help with ${THEME_WORDS[need.theme].name}${kinds}. No more on record`;
  const cut = fitting(need.description);
  return md`${cut}${kinds}${cut === need.description ? '' : '\nThe whole text: History'}`;
}

function owner({ need, handler }: RequestSeen): Mrkdwn {
  if (need.owner !== null) return mention(need.owner.slackId);
  return handler === null
    ? md`Nobody yet`
    : md`Nobody yet; with ${inSentence(handler)}, since nobody handles their own State`;
}

/** A source by its title, with its link where there is one that can be followed. */
function sourceWords({ title: name, link }: SourceRow): Mrkdwn {
  const linked = linkTo(link, 'link');
  return linked === null ? md`${clamp(name, 200)}` : md`${clamp(name, 200)} (${linked})`;
}

function sourcesLine({ need, sameReport, today }: RequestSeen): Mrkdwn {
  const siblings = sameReport.map(({ theme, reference }) => {
    const { short, name } = THEME_WORDS[theme];
    return `${short === 'RRE' ? short : name} (${reference})`;
  });
  const more = need.sources.length - MOST_SOURCES;
  const shown = need.sources.slice(0, MOST_SOURCES).map(sourceWords);
  const sources = shown.length === 0 ? md`not on record` : join(shown, '; ');
  return md`${need.sources.length > 1 ? 'Sources' : 'Source'}: ${sources}${more > 0 ? ` and ${more} more: History` : ''}${siblings.length === 0 ? '' : ` · same report: ${siblings.join(', ')}`} · as of ${shortDate(today)}`;
}

interface Shown {
  /** On one person's screen, where it has no thread. */
  alone?: boolean;
  /** To who represents the State itself. */
  own?: boolean;
  /** In a channel with people from outside, by somebody's decision. */
  guests?: boolean;
}

/** The whole card, for those who read the register. */
export function requestCard(seen: RequestSeen, { alone = false, own = false, guests = false }: Shown = {}): Message {
  const { need, state, clocks, today } = seen;
  const { onRecord, missing } = evidenceWords(need.evidence);
  const step = stepOf(need.status);
  const from = need.reportingYear === null ? '' : `, from its ${need.reportingYear} Article 7 report`;
  const status = standsAs(need.status, need.replacedBy);
  const on = `${status}${step === null ? '' : `, step ${step} of ${STEPS.length}`}`;
  return {
    text: `${title(seen).replaceAll(' · ', ', ')}${from}. ${on}. ${need.owner ? `Owner: ${need.owner.name}.` : 'No owner.'}${deadlineSentence(need.theme, clocks)}`,
    blocks: present(
      section(md`*${title(seen)}*\n*${status}*${stepWords(need)}`),
      fields([
        md`*Asked*\n${askedFor(seen)}`,
        md`*Deadline it serves*\n${servedDeadline(need.theme, clocks, today)}`,
        md`*May it be shared?*\n${sharingWords(need, state.shortName)}`,
        md`*Owner*\n${owner(seen)}`,
      ]),
      section(
        md`*Evidence on record:* ${onRecord}${missing === '' ? '' : '\n'}${missing === '' ? '' : md`*Missing:* ${missing}`}`,
      ),
      own ? ownStateRow(need) : workRow(need),
      context(
        sourcesLine(seen),
        md`Seen by: coordinators, ISU${guests ? ' and everybody in this channel, guests too' : ''}${alone ? '' : ' · replies in this thread are not kept: use Note'}`,
      ),
    ),
  };
}

/** The card on the screen of one person: with what concerns them alone, and where the card in the register stands. */
export function cardFor(seen: RequestSeen, actor: Actor): Message {
  const own = ownStateWords(seen, actor);
  const card = requestCard(seen, { alone: true, own: own !== null });
  const isToldOf = seen.card === null ? seen.registerOpen === true : !isUpToDate(seen.card);
  const place = isToldOf ? placeWords(seen) : null;
  return {
    ...card,
    blocks: present(
      ...card.blocks,
      own !== null && context(md`${own}`),
      place !== null && context(place),
      postButton(seen),
    ),
  };
}

/** The card that the person who logged it has as a direct message, changed there as the one in the register is. */
export function ownCard(seen: RequestSeen, reader: Pick<Actor, 'state'>): Message {
  const { need } = seen;
  const own = ownStateWords(seen, reader);
  const card = requestCard(seen, { own: own !== null });
  const reads = readsWords(need);
  const goes =
    seen.card === null
      ? placeWords(seen)
      : md`Its card is for the register channel ${channelLink(seen.card.channel)}, too.`;
  return {
    text: `Kept as ${need.reference}. ${reads} ${own === null ? '' : `${own} `}${card.text}`,
    blocks: present(
      section(md`*Kept as ${need.reference}.* ${reads}`),
      ...card.blocks,
      own !== null && context(md`${own}`),
      context(goes),
    ),
  };
}

/** Who may read what was kept. */
export const readsWords = ({ sharing }: RequestSeen['need']): string =>
  sharing === 'published' ? 'Everyone may read that the State has published it.' : 'Private to coordinators and ISU.';

/** The way to have a card posted that Slack did not take. */
export const postButton = ({ card, need }: RequestSeen): Block | false | null =>
  card !== null &&
  RESTS.includes(card.state) &&
  actions(button({ text: 'Post the card', action: POST, value: need.reference }));

const RESTS: readonly string[] = ['refused', 'unsure', 'dropped'];

/** "You represent Montenegro: the Netherlands handles its requests."; null for everybody else's State. */
export const ownStateWords = ({ need, state, handler }: RequestSeen, actor: Pick<Actor, 'state'>): string | null =>
  actor.state === need.state && handler !== null ? ownStateSentence(state.shortName, [handler]) : null;

/** What everybody may read of a request that its State has published: reference, State, theme, where published, deadline. */
export function publicRequestCard(seen: RequestSeen): Message {
  const { need, state, clocks, today } = seen;
  const basis = capital(need.sharingBasis);
  return {
    text: `${title(seen).replaceAll(' · ', ', ')}, ${need.sharingBasis}.${deadlineSentence(need.theme, clocks)}`,
    blocks: [
      section(md`*${title(seen)}*\n${basis}`),
      context(
        md`Deadline it serves: ${servedDeadline(need.theme, clocks, today)}`,
        md`Source: ${inSentence(state.shortName)}, ${need.sharingBasis} · as of ${shortDate(today)}`,
        md`Seen by everyone: what the State has published`,
      ),
    ],
  };
}
