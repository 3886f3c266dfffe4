import type { NeedRow } from '../../db/read/rows.ts';
import type { Iso3 } from '../../treaty/facts.ts';
import type { Theme } from '../../treaty/theme.ts';

/** A State by its code and the name it is shown under. */
export interface Choice {
  iso3: Iso3;
  name: string;
}

/** `add` the source to a request that is there, or log a `new` one beside those that were offered. */
export type Decision = { kind: 'add'; reference: string } | { kind: 'new'; beside: readonly string[] };

/** What stands in the form, typed or filled in for the person. */
export interface Draft {
  state: Choice | null;
  theme: Theme | null;
  /** However long; the form shows it in as many fields as it needs. */
  asked: string;
  source: string;
  /** As it stands in the form; not yet known to exist. */
  date: string | null;
  sharing: string | null;
  /** Where the State published it, when it did outside of an Article 7 report. */
  where: string;
  decision: Decision | null;
  /** What could not be filled in, or what is asked before anything is kept. */
  remark: string | null;
  /** States between which a name leaves the choice. */
  either: readonly Choice[];
  /** Of the message it was begun from. */
  link: string | null;
  /** What it was begun through, as the history says it. */
  through: string;
  /** Counts how often the desk itself has chosen the State, since Slack keeps what a field of the same name held. */
  turn: number;
}

export const EMPTY: Draft = {
  state: null,
  theme: null,
  asked: '',
  source: '',
  date: null,
  sharing: null,
  where: '',
  decision: null,
  remark: null,
  either: [],
  link: null,
  through: '/ccm log',
  turn: 0,
};

/** The form with the open requests of its State and theme, which are offered before a new one is logged. */
export interface Offered {
  draft: Draft;
  open: readonly NeedRow[];
  /** The name of the State that handles the requests of the chosen one, which coordinates itself. */
  handler?: string | null;
}

/** The open requests that the form still has to ask about. */
export const unanswered = ({
  draft: { decision },
  open,
}: {
  draft: Pick<Draft, 'decision'>;
  open: readonly NeedRow[];
}): readonly NeedRow[] => {
  if (decision?.kind === 'add' && open.some(({ reference }) => reference === decision.reference)) return [];
  const beside = decision?.kind === 'new' ? decision.beside : [];
  return open.every(({ reference }) => beside.includes(reference)) ? [] : open;
};
