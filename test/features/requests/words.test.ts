import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { NeedRow, SourceRow } from '../../../src/db/read/rows.ts';
import { historyModal } from '../../../src/features/requests/history-modal.ts';
import { requestsCard } from '../../../src/features/requests/list-card.ts';
import type { RequestSeen } from '../../../src/features/requests/read.ts';
import { stepWords } from '../../../src/features/requests/wording.ts';
import type { Day } from '../../../src/treaty/day.ts';

const TODAY = '2019-11-18' as Day;

const source = (title: string, kind: string, date: Day | null): SourceRow => ({
  id: title,
  kind,
  title,
  date,
  link: null,
  confidence: 'high',
});
const NOTE = source("coordinators' concept note, Nov 2019", 'meeting_document', TODAY);
const LETTER = source('letter of the Mission, 15 Nov 2019', 'letter', '2019-11-15' as Day);
const REPORT = source('2018 Article 7 report', 'article7_report', '2019-04-30' as Day);

const need = (rest: Partial<NeedRow>): NeedRow => ({
  id: 'r1',
  reference: 'AR-2018-005',
  state: 'LBN',
  theme: 'VICTIM_ASSISTANCE',
  kinds: [],
  description: '',
  reportingYear: null,
  requestedOn: null,
  asOf: TODAY,
  status: 'logged',
  leftStatus: null,
  holdUntil: null,
  replacedBy: null,
  closedOn: null,
  sharing: 'published',
  sharingBasis: 'published in the 2018 report',
  owner: null,
  handledBy: null,
  evidence: [],
  note: '',
  sources: [NOTE],
  recordedAt: Temporal.Instant.from('2019-11-18T00:00:00Z'),
  ...rest,
});

describe('the next step of a request', () => {
  it('asks for the report itself only where it was asked in a report that is not attached', () => {
    expect(stepWords(need({ reportingYear: 2018 }))).toContain('next: verify (attach the report itself)');
    expect(stepWords(need({ reportingYear: 2018, sources: [NOTE, REPORT] }))).toMatch(/next: verify$/);
    expect(stepWords(need({ sources: [LETTER] }))).toMatch(/next: verify$/);
  });
});

describe('the sources under History', () => {
  it('are dated once', () => {
    const seen = { need: need({ sources: [NOTE, LETTER, REPORT] }) } as RequestSeen;
    const words = JSON.stringify(historyModal(seen, [], []).blocks);
    expect(words).toContain("• coordinators' concept note, Nov 2019 · confidence");
    expect(words).toContain('• letter of the Mission, 15 Nov 2019 · confidence');
    expect(words).toContain('• 2018 Article 7 report, 30 Apr 2019 · confidence');
  });
});

describe('a list of requests', () => {
  it('says once that it is what States have published, to whoever does not read the register', () => {
    const listed = { needs: [need({})], understood: 'all requests', shortName: () => 'Lebanon', today: TODAY };
    const words = JSON.stringify(requestsCard({ ...listed, register: false, isPublic: false }).blocks);
    expect(words.match(/what (the )?States have published/gi)).toHaveLength(1);
    expect(words).toContain('Only you see this list.');
  });

  it('names what took the place of a request', () => {
    const replaced = need({ status: 'superseded', replacedBy: 'AR-2019-001' });
    const listed = { needs: [replaced], understood: 'all requests', shortName: () => 'Lebanon', today: TODAY };
    const words = JSON.stringify(requestsCard({ ...listed, register: true, isPublic: false }).blocks);
    expect(words).toContain('Replaced by AR-2019-001');
  });
});
