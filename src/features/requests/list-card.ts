import { context, dataTable, section } from '../../blocks/build.ts';
import { longDate } from '../../blocks/dates.ts';
import type { Message } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { paragraphs } from '../../blocks/paragraphs.ts';
import { standsAs } from '../../blocks/request-words.ts';
import { inSentence } from '../../blocks/state-words.ts';
import { counted } from '../../blocks/words.ts';
import type { NeedRow } from '../../db/read/rows.ts';
import type { Day } from '../../treaty/day.ts';
import { THEME_WORDS } from '../../treaty/theme.ts';

const MOST_ROWS = 100;
const MOST_SOURCES = 4;

export interface Listed {
  needs: readonly NeedRow[];
  /** What was asked for, in words: "victim assistance · open". */
  understood: string;
  shortName(state: string): string;
  /** Whether owner and status are shown. */
  register: boolean;
  /** Whether others read along. */
  isPublic: boolean;
  today: Day;
}

/** The documents that they were logged from, each once. */
function titlesOf(needs: readonly NeedRow[]): string {
  const titles = [...new Set(needs.flatMap(({ sources }) => sources[0]?.title ?? []))];
  const more = titles.length - MOST_SOURCES;
  return `${titles.slice(0, MOST_SOURCES).join('; ')}${more > 0 ? `; ${more} more, on the cards` : ''}`;
}

/** The requests that fit, in the order of their references; a table where Slack takes one. */
export function requestsCard({ needs, understood, shortName, register, isPublic, today }: Listed): Message {
  const states = new Set(needs.map(({ state }) => state)).size;
  const first =
    needs.length === 0
      ? 'No request on record fits.'
      : `${counted(needs.length, 'request')} of ${counted(states, 'State')}`;
  const rows = needs
    .slice(0, MOST_ROWS)
    .map((need) => [
      need.reference,
      shortName(need.state),
      THEME_WORDS[need.theme].name,
      ...(register
        ? [
            standsAs(need.status, need.replacedBy),
            need.owner?.name ??
              (need.handledBy ? `nobody yet; with ${inSentence(shortName(need.handledBy))}` : 'nobody yet'),
          ]
        : []),
    ]);
  const heads = ['Request', 'State', 'Theme', ...(register ? ['Status', 'Owner'] : [])];
  const cut = needs.length > MOST_ROWS ? ` · the first ${MOST_ROWS} of ${needs.length}` : '';
  const one = needs[0] === undefined ? md`` : md` · one of them: \`/ccm request ${needs[0].reference}\``;
  const source = register ? titlesOf(needs) : 'what the States have published';
  const foot = context(
    md`Understood: ${understood} · as of ${longDate(today)}${cut}${one}`,
    ...(needs.length === 0 ? [] : [md`Source: ${source}`]),
    ...(isPublic
      ? []
      : [register ? md`Seen by: coordinators, ISU · only you see this list.` : md`Only you see this list.`]),
  );
  const top = section(md`*${first}*`);
  const text = `${first}: ${rows
    .slice(0, 30)
    .map(([reference, state, theme]) => `${reference} ${state}, ${theme}`)
    .join('; ')}${rows.length > 30 ? '; …' : ''}. Understood: ${understood}.`;
  if (needs.length === 0) {
    const next = section(md`Ask for less at once, or for all of them: \`/ccm requests\``);
    return { text: `${first} Understood: ${understood}. All of them: /ccm requests`, blocks: [top, next, foot] };
  }
  return {
    text,
    blocks: [top, dataTable('Requests for assistance', [heads, ...rows]), foot],
    withoutTable: [
      top,
      ...paragraphs(rows.map(([reference = '', ...rest]) => md`• *${reference}* · ${rest.join(' · ')}`)),
      foot,
    ],
  };
}
