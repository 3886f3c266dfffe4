import type { NeedRow, SourceRow } from './rows.ts';

/**
 * The requests as somebody may read them: whole for who reads the register, else only what the States have published and
 * nothing beyond it; no owner, no words of a letter, no source that was told to the desk alone.
 */
export const readableNeeds = (needs: readonly NeedRow[], register: boolean): readonly NeedRow[] =>
  register ? needs : needs.filter(({ sharing }) => sharing === 'published').map(publicHalf);

const publicHalf = (need: NeedRow): NeedRow => ({
  ...need,
  description: '',
  note: '',
  kinds: [],
  evidence: [],
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
