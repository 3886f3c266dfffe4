import { sourceTitle } from '../blocks/source-words.ts';
import type { Day } from '../treaty/day.ts';
import { entryIntoForce } from '../treaty/entry-into-force.ts';
import type { StateFacts } from '../treaty/facts.ts';
import { countParties, type Standing, standingOn } from '../treaty/standing.ts';
import { type Answer, blank, type SourceLine } from './answer.ts';
import type { Facts } from './facts.ts';
import type { StandingQuestion, StandingSubject } from './question.ts';
import { ENGLISH_TONGUE } from './tongue/english.ts';
import type { Tongue } from './tongue/tongue.ts';

const SUBJECT: Readonly<Record<StandingSubject, (tongue: Tongue) => string>> = {
  party: ({ say }) => say`being a State Party`,
  ratify: ({ say }) => say`the deposit of the instrument`,
  sign: ({ say }) => say`the signature`,
  signatory: ({ say }) => say`being a signatory`,
  in_force: ({ say }) => say`entry into force`,
  standing: ({ say }) => say`signature, deposit and entry into force`,
  withdraw: ({ say }) => say`withdrawal`,
};

/** The page on which the standing of every State stands. */
export const wholePage = ({ say, known }: Tongue): SourceLine => ({
  fact: say`Signature, deposit and entry into force of every State`,
  source: known('UN Treaty Collection'),
  confidence: 'high',
});

/** Answers a question about the standing of States: parties, signature, deposit, entry into force (Art. 15 to 17). */
export function answerStanding(text: string, question: StandingQuestion, facts: Facts): Answer {
  const { subject, states, form } = question;
  const asked = facts.states
    .filter(({ iso3 }) => states.includes(iso3))
    .toSorted((a, b) => facts.byProtocol(a.iso3, b.iso3));
  const { tongue, book, asOf } = facts;
  const { say, long } = tongue;
  const whose = asked.length === 0 ? say`all States` : asked.map(({ iso3 }) => book.shortName(iso3)).join(', ');
  const answer: Answer = {
    ...blank(text, facts),
    understood: `${say`Standing of ${whose}: ${SUBJECT[subject](tongue)}`} · ${say`as of ${long(asOf)}`}`,
    sourceNote: tongue.known('UN Treaty Collection'),
    sources: asked.map((state) => ({
      fact: `${book.shortName(state.iso3)} · ${standingSentence(state, asOf, tongue)}`,
      source: tongue.known(sourceTitle(state.source)),
      confidence: 'high',
    })),
  };
  if (form === 'last') return { ...answer, ...latest(subject, facts), sources: [wholePage(tongue)] };
  if (asked.length === 0) return { ...answer, ...all(subject, facts), sources: [wholePage(tongue)] };
  return { ...answer, ...(form === 'when' ? whenOf(subject, asked, facts) : whether(subject, asked, facts)) };
}

/** Whether the subject is true of a State on the as-of date. */
export function holds(subject: StandingSubject, state: StateFacts, asOf: Day): boolean {
  const standing = standingOn(state, asOf);
  if (subject === 'withdraw') return standing === 'withdrawn';
  if (subject === 'sign' || subject === 'signatory') return state.signed !== null && state.signed <= asOf;
  if (subject === 'ratify') return standing === 'state_party' || standing === 'deposited';
  return standing === 'state_party' || (subject === 'party' && standing === 'deposited');
}

/** The date of the subject, as far as it can be known on the as-of date. */
export function dateOf(subject: StandingSubject, { signed, deposited, withdrawn }: StateFacts, asOf: Day): Day | null {
  if (subject === 'withdraw') return withdrawn !== null && withdrawn <= asOf ? withdrawn : null;
  if (subject === 'sign' || subject === 'signatory') return signed !== null && signed <= asOf ? signed : null;
  if (deposited === null || deposited > asOf) return null;
  return subject === 'ratify' ? deposited : entryIntoForce(deposited);
}

const NAMES: Readonly<Record<Standing, (tongue: Tongue) => string>> = {
  state_party: ({ say }) => say`is a State Party|standing`,
  deposited: ({ say }) => say`has deposited its instrument; the Convention is not yet in force for it`,
  signatory: ({ say }) => say`is a signatory, not a State Party`,
  not_party: ({ say }) => say`is neither a State Party nor a signatory`,
  withdrawn: ({ say }) => say`has withdrawn`,
};

const KINDS = {
  ratification: ({ say }: Tongue, on: string) => say`ratified ${on}`,
  accession: ({ say }: Tongue, on: string) => say`acceded ${on}`,
  acceptance: ({ say }: Tongue, on: string) => say`accepted ${on}`,
  approval: ({ say }: Tongue, on: string) => say`approved ${on}`,
} as const;

/** "is a State Party: signed 3 December 2008, ratified 5 November 2010, in force 1 May 2011". */
export function standingSentence(state: StateFacts, asOf: Day, tongue: Tongue = ENGLISH_TONGUE): string {
  const { say, long } = tongue;
  const deposited = dateOf('ratify', state, asOf);
  const signed = dateOf('sign', state, asOf);
  const dates = [
    ...(signed ? [say`signed ${long(signed)}`] : []),
    ...(deposited
      ? [
          KINDS[state.kind ?? 'ratification'](tongue, long(deposited)),
          entryIntoForce(deposited) > asOf
            ? say`in force from ${long(entryIntoForce(deposited))}`
            : say`in force ${long(entryIntoForce(deposited))}`,
        ]
      : []),
    ...(state.withdrawn && state.withdrawn <= asOf ? [say`withdrawal in effect since ${long(state.withdrawn)}`] : []),
  ];
  const standing = NAMES[standingOn(state, asOf)](tongue);
  return dates.length === 0 ? standing : say`${standing}: ${dates.join(', ')}`;
}

const sentenceOf = (state: StateFacts, { asOf, book, tongue }: Facts): string =>
  `${book.shortName(state.iso3)} ${standingSentence(state, asOf, tongue)}`;

function whether(subject: StandingSubject, asked: readonly StateFacts[], facts: Facts): Partial<Answer> {
  const { asOf, tongue } = facts;
  const yes = asked.filter((state) => holds(subject, state, asOf));
  const sentences = asked.map(
    (state) => `${holds(subject, state, asOf) ? tongue.say`Yes, ` : tongue.say`No, `}${sentenceOf(state, facts)}.`,
  );
  const [lead = '', ...others] = sentences;
  return {
    outcome: yes.length === 0 ? 'empty' : 'answered',
    states: yes.map(({ iso3 }) => iso3).toSorted(),
    count: yes.length,
    lead,
    rest: others.map((sentence) => `\n${sentence}`).join(''),
  };
}

function whenOf(subject: StandingSubject, asked: readonly StateFacts[], facts: Facts): Partial<Answer> {
  const { asOf } = facts;
  const sentences = asked.map((state) => `${sentenceOf(state, facts)}.`);
  const dates = asked.flatMap((state) => datesOf(subject, state, asOf));
  const [lead = '', ...others] = sentences;
  const known = subject === 'standing' || dates.length > 0;
  return {
    outcome: known ? 'answered' : 'empty',
    states: known ? asked.map(({ iso3 }) => iso3).toSorted() : [],
    dates: [...new Set(dates)].toSorted(),
    count: null,
    lead,
    rest: others.map((sentence) => `\n${sentence}`).join(''),
  };
}

/** The dates that the answer states: that of the subject, or for the standing as a whole each of them. */
function datesOf(subject: StandingSubject, state: StateFacts, asOf: Day): readonly Day[] {
  if (subject !== 'standing') return [dateOf(subject, state, asOf)].filter((date) => date !== null);
  const withdrawn = state.withdrawn !== null && state.withdrawn <= asOf ? state.withdrawn : null;
  return [
    dateOf('sign', state, asOf),
    dateOf('ratify', state, asOf),
    dateOf('in_force', state, asOf),
    withdrawn,
  ].filter((date) => date !== null);
}

/** The States that were the last to sign, deposit, or become Parties. */
function latest(subject: StandingSubject, facts: Facts): Partial<Answer> {
  const { states, asOf, byProtocol, tongue } = facts;
  const { say, long } = tongue;
  const dated = states.flatMap((state) => {
    const on = dateOf(subject, state, asOf);
    return on === null || on > asOf ? [] : [{ state, on }];
  });
  const last = dated
    .map(({ on }) => on)
    .toSorted()
    .at(-1);
  const of = dated.filter(({ on }) => on === last).map(({ state }) => state);
  if (last === undefined) return { outcome: 'empty', count: 0, lead: say`No State on record`, rest: '.' };
  const names = of.toSorted((a, b) => byProtocol(a.iso3, b.iso3)).map((state) => sentenceOf(state, facts));
  return {
    states: of.map(({ iso3 }) => iso3).toSorted(),
    dates: [last],
    count: of.length,
    lead: say`The latest, on ${long(last)}`,
    rest: say`: ${names.join('; ')}.`,
  };
}

function all(subject: StandingSubject, { states, asOf, byProtocol, book, tongue: { say } }: Facts): Partial<Answer> {
  const { deposited, inForce } = countParties(states, asOf);
  const counting = subject === 'party' ? 'in_force' : subject;
  const of = states.filter(
    (state) => holds(counting, state, asOf) && (subject !== 'signatory' || standingOn(state, asOf) === 'signatory'),
  );
  const codes = of.map(({ iso3 }) => iso3);
  const names = of.toSorted((a, b) => byProtocol(a.iso3, b.iso3)).map(({ iso3 }) => book.shortName(iso3));
  const waiting = of.filter((state) => standingOn(state, asOf) === 'signatory').length;
  const [lead, rest] = headOf();
  if (codes.length === 0) return { outcome: 'empty', lead: say`No State on record`, rest: '.', count: 0 };
  return { lead, rest: say`${rest}:\n${names.join(', ')}.`, states: codes.toSorted(), count: codes.length };

  function headOf(): readonly [lead: string, rest: string] {
    switch (subject) {
      case 'sign':
        return [say`${codes.length} States have signed`, say`; ${waiting} of them have not deposited an instrument`];
      case 'signatory':
        return [say`${codes.length} States have signed and have not deposited an instrument`, ''];
      case 'withdraw':
        return [codes.length === 1 ? say`1 State has withdrawn` : say`${codes.length} States have withdrawn`, ''];
      case 'ratify':
        return [
          say`${deposited} States have deposited their instrument`,
          say`; for ${inForce} of them the Convention is in force`,
        ];
      default:
        return [
          say`The Convention is in force for ${inForce} States Parties`,
          say`; ${deposited} have deposited their instrument`,
        ];
    }
  }
}
