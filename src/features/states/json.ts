import type { Day } from '../../treaty/day.ts';
import { type DeadlineLine, deadlineLine } from '../../treaty/deadline-line.ts';
import { entryIntoForce } from '../../treaty/entry-into-force.ts';
import type { Iso3 } from '../../treaty/facts.ts';
import type { RequestStatus } from '../../treaty/request-moves.ts';
import { type Standing, standingOn } from '../../treaty/standing.ts';
import type { Theme } from '../../treaty/theme.ts';
import type { StateOn } from './card.ts';

/** One State as the command line prints it, as known on `asOf`; null where not on record by then. */
export interface StateJson {
  state: Iso3;
  /** The name that the United Nations uses. */
  name: string;
  standing: Standing;
  signed: Day | null;
  deposited: Day | null;
  inForce: Day | null;
  withdrawn: Day | null;
  asOf: Day;
  deadlines: readonly DeadlineLine[];
  requests: readonly { reference: string; theme: Theme; year: number | null; status: RequestStatus }[];
  sources: readonly string[];
}

export function stateJson({ state, clocks, needs, asOf }: StateOn): StateJson {
  const by = (on: Day | null): Day | null => (on !== null && on <= asOf ? on : null);
  const deposited = by(state.deposited);
  const needSources = needs.flatMap(({ sources }) => sources.map(({ title }) => title));
  return {
    state: state.iso3,
    name: state.unName,
    standing: standingOn(state, asOf),
    signed: by(state.signed),
    deposited,
    inForce: deposited === null ? null : entryIntoForce(deposited),
    withdrawn: by(state.withdrawn),
    asOf,
    deadlines: clocks.map(deadlineLine),
    requests: needs.map(({ reference, theme, reportingYear, status }) => ({
      reference,
      theme,
      year: reportingYear,
      status,
    })),
    sources: [...new Set([state.source, ...clocks.flatMap(({ sources }) => sources), ...needSources])],
  };
}
