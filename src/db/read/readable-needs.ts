import { wasTakenBack } from '../../treaty/request-moves.ts';
import type { NeedRow, SourceRow } from './rows.ts';

/**
 * The requests as somebody may read them: whole for who reads the register, else only what the States have published and
 * nothing beyond it: reference, State, theme, where published. No status, owner, words of a letter, nor a source that was
 * told to the desk alone; `status` reads `logged` of all of them, and only the day since which one is closed is kept, so
 * that nobody is told that a State asks for what it has withdrawn.
 */
export const readableNeeds = (needs: readonly NeedRow[], register: boolean): readonly NeedRow[] =>
  register ? needs : needs.filter((need) => need.sharing === 'published' && !wasTakenBack(need)).map(publicHalf);

const publicHalf = (need: NeedRow): NeedRow => ({
  ...need,
  description: '',
  note: '',
  kinds: [],
  evidence: [],
  status: 'logged',
  leftStatus: null,
  holdUntil: null,
  replacedBy: null,
  owner: null,
  sources: publicSources(need),
});

/** Documents of a meeting everybody can read; of any other source the place where the State published what it asked. */
function publicSources({ sources, sharingBasis, reportingYear }: NeedRow): readonly SourceRow[] {
  const documents = sources.filter(({ kind }) => kind === 'meeting_document');
  const [first] = sources;
  if (documents.length > 0 || first === undefined) return documents;
  const [, where = sharingBasis] = /^published \((.*)\)$/s.exec(sharingBasis) ?? [];
  const title = reportingYear === null ? where : `${reportingYear} Article 7 report`;
  return [{ id: first.id, kind: 'publication', title, date: null, link: null, confidence: first.confidence }];
}
