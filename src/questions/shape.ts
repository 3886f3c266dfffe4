import type { ClockKind, Iso3 } from '../treaty/facts.ts';
import { THEME_WORDS, type Theme } from '../treaty/theme.ts';
import type { Parts } from './parts.ts';
import type { DeadlinesQuestion, NeedsQuestion, Reading, StandingQuestion, StandingSubject } from './question.ts';

type Shaped = NeedsQuestion | DeadlinesQuestion | StandingQuestion;

const NOT_UNDERSTOOD: Reading = { kind: 'not_understood', words: [], nearest: [] };

/** The question that the parts make up; a reading with suggestions where they fit several. */
export function questionOf(parts: Parts, shortName: (state: Iso3) => string): Reading {
  const { cues, themes, states } = parts;
  const ofNeeds = cues.has('need') || cues.has('request');
  const ofDates =
    cues.has('deadline') || cues.has('extension') || (cues.has('when') && (themes.length > 0 || cues.has('report')));
  const subject = standingSubject(parts);
  // A question that joins the register and the treaty's dates is one that the desk cannot answer yet.
  if (ofNeeds && ofDates) return NOT_UNDERSTOOD;
  if (ofDates) return understood(parts, deadlines(parts));
  if (ofNeeds || (themes.length > 0 && subject === null)) return needs(parts);
  if (subject !== null && themes.length === 0) return standing(parts, subject);
  if (states.length === 1 && states[0] !== undefined && themes.length === 0 && parts.window.rest !== '')
    return bareState(shortName(states[0]));
  return NOT_UNDERSTOOD;
}

const understood = ({ asOf }: Parts, shaped: Shaped): Reading => ({
  kind: 'understood',
  question: { ...shaped, asOf },
});

const bareState = (name: string): Reading => ({
  kind: 'ambiguous',
  why: `What about ${name}?`,
  suggestions: [`what did ${name} ask for?`, `deadlines of ${name}`, `is ${name} a State Party?`],
});

function needs(parts: Parts): Reading {
  const { cues, themes, states, without, window } = parts;
  if (window.year === null && (window.from !== null || window.until !== null)) return NOT_UNDERSTOOD;
  if (themes.length > 1 && cues.has('and') && !cues.has('both') && !cues.has('either') && states.length === 0)
    return bothOrEither(themes, window.year);
  return understood(parts, {
    about: 'needs',
    themes,
    combine: themes.length > 1 && !cues.has('either') && (cues.has('both') || states.length > 0) ? 'all' : 'any',
    states,
    without,
    year: window.year,
    form: needsForm(parts),
  });
}

function needsForm({ cues, first, states }: Parts): NeedsQuestion['form'] {
  if (cues.has('how_many'))
    return cues.has('need') || cues.has('states') || cues.has('party') || !cues.has('request')
      ? 'count_states'
      : 'count_requests';
  if (states.length === 0) return 'list';
  return first === 'yes_no' ? 'yes_no' : 'what';
}

function bothOrEither(themes: readonly Theme[], year: number | null): Reading {
  const names = themes.map((theme) => THEME_WORDS[theme].name);
  const reports = year === null ? '' : ` in ${year}`;
  return {
    kind: 'ambiguous',
    why: 'Those that asked for both, or for either?',
    suggestions: [
      `which states asked for both ${names.join(' and ')}${reports}?`,
      `which states asked for ${names.join(' or ')}${reports}?`,
    ],
  };
}

const KIND_OF: Partial<Record<Theme, ClockKind>> = {
  SURVEY_AND_CLEARANCE: 'clearance',
  STOCKPILE_DESTRUCTION: 'stockpile',
};

function deadlines({ cues, themes, states, window }: Parts): DeadlinesQuestion {
  const kinds: ClockKind[] = themes.flatMap((theme) => KIND_OF[theme] ?? []);
  const reports: ClockKind[] = cues.has('initial')
    ? ['initial_report']
    : cues.has('report') || themes.includes('TRANSPARENCY')
      ? ['initial_report', 'annual_report']
      : [];
  const asked = cues.has('extension') ? (['extension_request'] as const) : [...kinds, ...reports];
  const named = asked.length > 0 || themes.length > 0;
  return {
    about: 'deadlines',
    states,
    kinds: named ? [...asked] : null,
    from: window.from,
    until: window.until,
    form: cues.has('how_many') ? 'count' : 'list',
  };
}

function standingSubject({ cues }: Parts): StandingSubject | null {
  if (cues.has('in_force')) return 'in_force';
  if (cues.has('ratify')) return 'ratify';
  if (cues.has('sign')) return 'sign';
  return cues.has('party') ? 'party' : null;
}

function standing(parts: Parts, subject: StandingSubject): Reading {
  const { cues, states, first, window } = parts;
  if (window.from !== null || window.until !== null || parts.without.length > 0) return NOT_UNDERSTOOD;
  const form = cues.has('how_many')
    ? 'count'
    : cues.has('when')
      ? 'when'
      : states.length === 0
        ? 'list'
        : first === 'yes_no' || subject === 'party'
          ? 'yes_no'
          : 'when';
  if (states.length === 0 && (form === 'when' || (form === 'list' && !cues.has('which')))) return NOT_UNDERSTOOD;
  return understood(parts, { about: 'standing', subject, states, form });
}
