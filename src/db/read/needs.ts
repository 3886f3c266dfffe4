import type { Evidence } from '../../treaty/evidence.ts';
import type { Confidence } from '../../treaty/facts.ts';
import type { RequestStatus } from '../../treaty/request-moves.ts';
import type { Theme } from '../../treaty/theme.ts';
import type { Reader } from '../client.ts';
import { dayFrom, instantFrom } from '../days.ts';
import type { Prisma } from '../generated/client.ts';
import type { HelpKind, NeedRow, Sharing } from './rows.ts';

/** Which requests; what is left out does not narrow. */
export interface NeedFilter {
  states?: readonly string[];
  themes?: readonly Theme[];
  year?: number;
  reference?: string;
  openOnly?: boolean;
}

const WITH = {
  owner: { select: { slackId: true, name: true } },
  sources: { include: { source: true }, orderBy: { position: 'asc' } },
} satisfies Prisma.AssistanceRequestInclude;

type Row = Prisma.AssistanceRequestGetPayload<{ include: typeof WITH }>;

const CLOSED = ['fulfilled', 'withdrawn', 'superseded'];

/** The requests that match `filter`, by reference. */
export async function readNeeds(db: Reader, filter: NeedFilter = {}): Promise<NeedRow[]> {
  const rows = await db.assistanceRequest.findMany({
    where: {
      ...(filter.states ? { iso3: { in: [...filter.states] } } : {}),
      ...(filter.themes ? { theme: { in: [...filter.themes] } } : {}),
      ...(filter.year === undefined ? {} : { reportingYear: filter.year }),
      ...(filter.reference === undefined ? {} : { reference: filter.reference }),
      ...(filter.openOnly ? { status: { notIn: CLOSED } } : {}),
    },
    include: WITH,
    orderBy: { reference: 'asc' },
  });
  return rows.map(needOf);
}

/** One request by its reference, or null. */
export async function readNeed(db: Reader, reference: string): Promise<NeedRow | null> {
  const [need] = await readNeeds(db, { reference });
  return need ?? null;
}

const needOf = (row: Row): NeedRow => ({
  id: row.id,
  reference: row.reference,
  state: row.iso3,
  theme: row.theme as Theme,
  kinds: row.kinds as HelpKind[],
  description: row.description,
  reportingYear: row.reportingYear,
  requestedOn: dayFrom(row.requestedOn),
  asOf: dayFrom(row.asOf),
  status: row.status as RequestStatus,
  leftStatus: row.leftStatus as RequestStatus | null,
  holdUntil: dayFrom(row.holdUntil),
  replacedBy: row.replacedBy,
  closedOn: dayFrom(row.closedOn),
  sharing: row.sharing as Sharing,
  sharingBasis: row.sharingBasis,
  owner: row.owner,
  handledBy: row.handledBy,
  evidence: row.evidence as Evidence[],
  note: row.note,
  sources: row.sources.map(({ source }) => ({
    id: source.id,
    kind: source.kind,
    title: source.title,
    date: dayFrom(source.date),
    link: source.link,
    confidence: source.confidence as Confidence,
  })),
  recordedAt: instantFrom(row.recordedAt),
});
