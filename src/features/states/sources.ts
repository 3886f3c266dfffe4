import { context, section } from '../../blocks/build.ts';
import { shortDate } from '../../blocks/dates.ts';
import { clamp, LIMITS } from '../../blocks/limits.ts';
import type { Message } from '../../blocks/message.ts';
import { type Mrkdwn, md, unescapeText } from '../../blocks/mrkdwn.ts';
import { paragraphs } from '../../blocks/paragraphs.ts';
import { vagueWords } from '../../blocks/vague-date-words.ts';
import { readableNeeds } from '../../db/read/readable-needs.ts';
import { type Actor, may } from '../../desk/actor.ts';
import type { ObligationEvent } from '../../treaty/facts.ts';
import { obligationOf } from '../../treaty/obligation-of.ts';
import { THEME_WORDS } from '../../treaty/theme.ts';
import type { StateOn } from './card.ts';
import { standingWords } from './standing-words.ts';

/** Every fact of the card with the document it stands in, its date and how sure the source is. */
export function sourcesCard(on: StateOn, actor: Actor): Message {
  const { state, asOf } = on;
  const lines = factsOf(on, may(actor, 'read_register'));
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

function factsOf({ record, state, needs, asOf }: StateOn, readsRegister: boolean): readonly Mrkdwn[] {
  const events = ([4, 3] as const).flatMap((article) => obligationOf(record, state.iso3, article, asOf)?.events ?? []);
  const reports = record.reports.filter((fact) => fact.state === state.iso3 && fact.asOf <= asOf);
  const readable = readableNeeds(needs, readsRegister);
  return [
    fact(standingWords(state, asOf), state.source, null),
    ...events.map((event) => fact(eventWords(event), event.source, event.confidence)),
    ...reports.map(({ kind, year, event, source, confidence }) =>
      fact(
        `${kind === 'initial' ? 'Initial report' : `Annual report for ${year ?? ''}`}: ${event === 'received' ? 'received' : 'listed as not yet received'}`,
        source.replace(/\boverdue\b/g, 'outstanding'),
        confidence,
      ),
    ),
    ...readable.flatMap(({ reference, theme, sources }) =>
      sources.map(({ title, date, confidence }) =>
        fact(
          `${reference} ${THEME_WORDS[theme].name}`,
          date === null ? title : `${title} (${shortDate(date)})`,
          confidence,
        ),
      ),
    ),
  ];
}

const fact = (what: string, source: string, confidence: string | null): Mrkdwn =>
  md`• ${what} · ${source}${confidence === null ? '' : ` · ${confidence} confidence`}`;

function eventWords({ event, article, date, until, meeting }: ObligationEvent): string {
  const when = vagueWords(date);
  const on = when === null ? '' : `, ${when}`;
  const at = meeting === null ? '' : ` (${meeting})`;
  const limit = until === null ? '' : shortDate(until);
  switch (event) {
    case 'obligation':
      return `Art. ${article}: obligation, deadline ${limit}`;
    case 'obligation_unclear':
      return `Art. ${article}: obligation to be confirmed, date if it applies ${limit}`;
    case 'extension_announced':
      return `Art. ${article}: extension request announced${on}`;
    case 'extension_requested':
      return `Art. ${article}: extension requested${on}${at}`;
    case 'extension_granted':
      return `Art. ${article}: extended until ${limit}${on}${at}`;
    case 'extension_not_granted':
      return `Art. ${article}: extension not granted${on}${at}`;
    case 'completed':
      return `Art. ${article}: completed${on}`;
    case 'declared':
      return `Art. ${article}: declaration of compliance${on}${at}`;
    case 'reopened':
      return `Art. ${article}: found again after completion${on}`;
    case 'review':
      return `Art. ${article}: reviewed${on}`;
    case 'no_obligation_confirmed':
      return `Art. ${article}: no obligation, confirmed${on}`;
  }
}
