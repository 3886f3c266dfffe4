import { context, section } from '../../blocks/build.ts';
import { shortDate } from '../../blocks/dates.ts';
import { eventWords } from '../../blocks/event-words.ts';
import { clamp, LIMITS } from '../../blocks/limits.ts';
import type { Message } from '../../blocks/message.ts';
import { type Mrkdwn, md, unescapeText } from '../../blocks/mrkdwn.ts';
import { paragraphs } from '../../blocks/paragraphs.ts';
import { sourceInFull } from '../../blocks/source-words.ts';
import { readableNeeds } from '../../db/read/readable-needs.ts';
import { type Actor, may } from '../../desk/actor.ts';
import { obligationOf } from '../../treaty/obligation-of.ts';
import { THEME_WORDS } from '../../treaty/theme.ts';
import type { StateOn } from './card.ts';
import { correctionLines, type RecordedOf } from './corrections.ts';
import { standingWords } from './standing-words.ts';
import { statementWords } from './statement-words.ts';

/** Every fact of the card with the document it stands in, its date and how sure the source is. */
export function sourcesCard(on: StateOn, actor: Actor, recorded: RecordedOf = { events: [], reports: [] }): Message {
  const { state, asOf } = on;
  const register = may(actor, 'read_register');
  const lines = [...factsOf(on, register), ...correctionLines(recorded, register)];
  const opening = `Sources for ${state.shortName}, line by line`;
  return {
    text: clamp([opening, ...lines.map(({ text }) => unescapeText(text))].join('\n'), LIMITS.fallbackText),
    blocks: [
      section(md`*${opening}*`),
      ...paragraphs(lines),
      context(md`As of ${shortDate(asOf)} · recorded with the starting record unless a line says otherwise`),
    ],
  };
}

const OBLIGATIONS = [
  [4, false],
  [4, true],
  [3, false],
] as const;

function factsOf({ record, state, needs, asOf }: StateOn, readsRegister: boolean): readonly Mrkdwn[] {
  const events = OBLIGATIONS.flatMap(
    ([article, newRemnants]) => obligationOf(record, state.iso3, article, asOf, newRemnants)?.events ?? [],
  );
  const reports = record.reports.filter((fact) => fact.state === state.iso3 && fact.asOf <= asOf);
  const readable = readableNeeds(needs, readsRegister);
  return [
    fact(standingWords(state, asOf), sourceInFull(state.source, asOf), null),
    ...events.map((event) => fact(eventWords(event), event.source, event.confidence)),
    ...reports.map((report) =>
      fact(statementWords(report), report.source.replace(/\boverdue\b/g, 'outstanding'), report.confidence),
    ),
    ...readable.flatMap(({ reference, theme, sources }) =>
      sources.map(({ title, date, confidence }) =>
        fact(
          `${reference} ${THEME_WORDS[theme].name}`,
          date === null || title.includes(shortDate(date)) ? title : `${title} (${shortDate(date)})`,
          confidence,
        ),
      ),
    ),
  ];
}

const fact = (what: string, source: string, confidence: string | null): Mrkdwn =>
  md`• ${what} · ${source}${confidence === null ? '' : ` · ${confidence} confidence`}`;
