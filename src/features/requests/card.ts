import { actions, button, context, fields, present, section } from '../../blocks/build.ts';
import { clamp } from '../../blocks/limits.ts';
import type { Message } from '../../blocks/message.ts';
import { type Mrkdwn, md, mention } from '../../blocks/mrkdwn.ts';
import { inSentence } from '../../blocks/state-words.ts';
import { STEPS, stepOf } from '../../treaty/request-moves.ts';
import { THEME_WORDS } from '../../treaty/theme.ts';
import type { RequestSeen } from './read.ts';
import { cameFrom, evidenceWords, servedDeadline, sharingWords, statusWord, stepWords } from './wording.ts';

export const HISTORY = 'requests:history';
export const OPEN = 'requests:open';

const LONGEST_ON_CARD = 600;

const title = ({ need, state }: RequestSeen): string =>
  `${need.reference} · ${state.shortName} · ${THEME_WORDS[need.theme].name}`;

const askedFor = ({ need }: RequestSeen): string => {
  const kinds = need.kinds.length === 0 ? '' : ` · ${need.kinds.join(', ')}`;
  if (need.description === '') return `Help with ${THEME_WORDS[need.theme].name}${kinds}. No more on record`;
  const cut = clamp(need.description, LONGEST_ON_CARD);
  return `${cut}${cut === need.description ? '' : '\nThe whole text: History'}${kinds}`;
};

function owner({ need, handler }: RequestSeen): Mrkdwn {
  if (need.owner !== null) return mention(need.owner.slackId);
  return handler === null
    ? md`Nobody yet`
    : md`Nobody yet; with ${inSentence(handler)}, since nobody handles their own State`;
}

/** The whole card, for those who read the register. */
export function requestCard(seen: RequestSeen): Message {
  const { need, state, clocks, sameReport, today } = seen;
  const { onRecord, missing } = evidenceWords(need.evidence);
  const siblings = sameReport
    .map(
      ({ theme, reference }) =>
        `${THEME_WORDS[theme].short === 'RRE' ? 'RRE' : THEME_WORDS[theme].name} (${reference})`,
    )
    .join(', ');
  const sources = need.sources.map(({ title: name }) => name).join('; ') || 'not on record';
  const deadline = servedDeadline(need.theme, clocks, today);
  const step = stepOf(need.status);
  return {
    text: `${title(seen).replaceAll(' · ', ', ')}${need.reportingYear === null ? '' : `, from its ${need.reportingYear} Article 7 report`}. ${statusWord(need.status)}${step === null ? '' : `, step ${step} of ${STEPS.length}`}. ${need.owner ? `Owner: ${need.owner.name}.` : 'No owner.'} ${deadline}.`,
    blocks: present(
      section(md`*${title(seen)}*\n*${statusWord(need.status)}*${stepWords(need)}`),
      fields([
        md`*Asked*\n${askedFor(seen)}`,
        md`*Deadline it serves*\n${deadline}`,
        md`*May it be shared?*\n${sharingWords(need, state.shortName)}`,
        md`*Owner*\n${owner(seen)}`,
      ]),
      section(
        md`*Evidence on record:* ${onRecord}${missing === '' ? '' : '\n'}${missing === '' ? '' : md`*Missing:* ${missing}`}`,
      ),
      actions(button({ text: 'History', action: HISTORY, value: need.reference })),
      context(
        md`${need.sources.length > 1 ? 'Sources' : 'Source'}: ${sources}${siblings === '' ? '' : ` · same report: ${siblings}`}`,
        md`Seen by: coordinators, ISU · replies in this thread are not kept`,
      ),
    ),
  };
}

/** What everybody may read of a request that its State has published: reference, State, theme, deadline. */
export function publicRequestCard(seen: RequestSeen): Message {
  const { need, clocks, today } = seen;
  const deadline = servedDeadline(need.theme, clocks, today);
  return {
    text: `${title(seen).replaceAll(' · ', ', ')}: published in the ${cameFrom(need)}. ${deadline}.`,
    blocks: present(
      section(md`*${title(seen)}*\nPublished in the ${cameFrom(need)}`),
      context(md`Deadline it serves: ${deadline} · source: ${need.sources[0]?.title ?? 'not on record'}`),
    ),
  };
}

/** The card under a first line that says what has just been done. */
export const withNews = (news: string, more: string, card: Message): Message => ({
  text: `${news} ${more} ${card.text}`,
  blocks: [section(md`*${news}* ${more}`), ...card.blocks],
});
