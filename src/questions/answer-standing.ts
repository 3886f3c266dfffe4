import { longDate } from '../blocks/dates.ts';
import { sourceTitle } from '../blocks/source-words.ts';
import type { Day } from '../treaty/day.ts';
import { entryIntoForce } from '../treaty/entry-into-force.ts';
import type { StateFacts } from '../treaty/facts.ts';
import { countParties, type Standing, standingOn } from '../treaty/standing.ts';
import { type Answer, blank } from './answer.ts';
import type { Facts } from './facts.ts';
import type { StandingQuestion, StandingSubject } from './question.ts';

const SUBJECT: Readonly<Record<StandingSubject, string>> = {
  party: 'being a State Party',
  ratify: 'the deposit of the instrument',
  sign: 'the signature',
  signatory: 'being a signatory',
  in_force: 'entry into force',
  standing: 'signature, deposit and entry into force',
  withdraw: 'withdrawal',
};

const WHOLE_PAGE = {
  fact: 'Signature, deposit and entry into force of every State',
  source: 'UN Treaty Collection',
  confidence: 'high',
};

/** Answers a question about the standing of States: parties, signature, deposit, entry into force (Art. 15 to 17). */
export function answerStanding(text: string, question: StandingQuestion, facts: Facts): Answer {
  const { subject, states, form } = question;
  const asked = facts.states
    .filter(({ iso3 }) => states.includes(iso3))
    .toSorted((a, b) => facts.byProtocol(a.iso3, b.iso3));
  const whose = asked.length === 0 ? 'all States' : asked.map(({ shortName }) => shortName).join(', ');
  const answer: Answer = {
    ...blank(text, facts.asOf),
    understood: `Standing of ${whose}: ${SUBJECT[subject]} · as of ${longDate(facts.asOf)}`,
    sourceNote: 'UN Treaty Collection',
    sources: asked.map((state) => ({
      fact: `${state.shortName} · ${standingSentence(state, facts.asOf)}`,
      source: sourceTitle(state.source),
      confidence: 'high',
    })),
  };
  if (form === 'last') return { ...answer, ...latest(subject, facts), sources: [WHOLE_PAGE] };
  if (asked.length === 0) return { ...answer, ...all(subject, facts), sources: [WHOLE_PAGE] };
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

const NAMES: Readonly<Record<Standing, string>> = {
  state_party: 'is a State Party',
  deposited: 'has deposited its instrument; the Convention is not yet in force for it',
  signatory: 'is a signatory, not a State Party',
  not_party: 'is neither a State Party nor a signatory',
  withdrawn: 'has withdrawn',
};

const KINDS = { ratification: 'ratified', accession: 'acceded', acceptance: 'accepted', approval: 'approved' } as const;

/** "is a State Party: signed 3 December 2008, ratified 5 November 2010, in force 1 May 2011". */
export function standingSentence(state: StateFacts, asOf: Day): string {
  const deposited = dateOf('ratify', state, asOf);
  const signed = dateOf('sign', state, asOf);
  const dates = [
    ...(signed ? [`signed ${longDate(signed)}`] : []),
    ...(deposited
      ? [
          `${KINDS[state.kind ?? 'ratification']} ${longDate(deposited)}`,
          `in force ${entryIntoForce(deposited) > asOf ? 'from ' : ''}${longDate(entryIntoForce(deposited))}`,
        ]
      : []),
    ...(state.withdrawn && state.withdrawn <= asOf ? [`withdrawal in effect since ${longDate(state.withdrawn)}`] : []),
  ];
  return `${NAMES[standingOn(state, asOf)]}${dates.length === 0 ? '' : `: ${dates.join(', ')}`}`;
}

function whether(subject: StandingSubject, asked: readonly StateFacts[], { asOf }: Facts): Partial<Answer> {
  const yes = asked.filter((state) => holds(subject, state, asOf));
  const sentences = asked.map(
    (state) => `${holds(subject, state, asOf) ? 'Yes, ' : 'No, '}${state.shortName} ${standingSentence(state, asOf)}.`,
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

function whenOf(subject: StandingSubject, asked: readonly StateFacts[], { asOf }: Facts): Partial<Answer> {
  const sentences = asked.map((state) => `${state.shortName} ${standingSentence(state, asOf)}.`);
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
function latest(subject: StandingSubject, { states, asOf, byProtocol }: Facts): Partial<Answer> {
  const dated = states.flatMap((state) => {
    const on = dateOf(subject, state, asOf);
    return on === null || on > asOf ? [] : [{ state, on }];
  });
  const last = dated
    .map(({ on }) => on)
    .toSorted()
    .at(-1);
  const of = dated.filter(({ on }) => on === last).map(({ state }) => state);
  if (last === undefined) return { outcome: 'empty', count: 0, lead: 'No State on record', rest: '.' };
  const names = of
    .toSorted((a, b) => byProtocol(a.iso3, b.iso3))
    .map((state) => `${state.shortName} ${standingSentence(state, asOf)}`);
  return {
    states: of.map(({ iso3 }) => iso3).toSorted(),
    dates: [last],
    count: of.length,
    lead: `The latest, on ${longDate(last)}`,
    rest: `: ${names.join('; ')}.`,
  };
}

function all(subject: StandingSubject, { states, asOf, byProtocol }: Facts): Partial<Answer> {
  const { deposited, inForce } = countParties(states, asOf);
  const counting = subject === 'party' ? 'in_force' : subject;
  const of = states.filter(
    (state) => holds(counting, state, asOf) && (subject !== 'signatory' || standingOn(state, asOf) === 'signatory'),
  );
  const codes = of.map(({ iso3 }) => iso3);
  const names = of.toSorted((a, b) => byProtocol(a.iso3, b.iso3)).map(({ shortName }) => shortName);
  const waiting = of.filter((state) => standingOn(state, asOf) === 'signatory').length;
  const [lead, rest] = headOf();
  if (codes.length === 0) return { outcome: 'empty', lead: 'No State on record', rest: '.', count: 0 };
  return { lead, rest: `${rest}:\n${names.join(', ')}.`, states: codes.toSorted(), count: codes.length };

  function headOf(): readonly [lead: string, rest: string] {
    switch (subject) {
      case 'sign':
        return [`${codes.length} States have signed`, `; ${waiting} of them have not deposited an instrument`];
      case 'signatory':
        return [`${codes.length} States have signed and have not deposited an instrument`, ''];
      case 'withdraw':
        return [`${codes.length} ${codes.length === 1 ? 'State has' : 'States have'} withdrawn`, ''];
      case 'ratify':
        return [
          `${deposited} States have deposited their instrument`,
          `; for ${inForce} of them the Convention is in force`,
        ];
      default:
        return [
          `The Convention is in force for ${inForce} States Parties`,
          `; ${deposited} have deposited their instrument`,
        ];
    }
  }
}
