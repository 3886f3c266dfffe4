import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/questions/answer.ts';
import type { KnownNeed } from '../../src/questions/facts.ts';
import { day } from '../../src/treaty/day.ts';
import type { ReportFact } from '../../src/treaty/facts.ts';
import type { Theme } from '../../src/treaty/theme.ts';
import { answered, needs, record } from './record.ts';

const LATER = day('2020-06-01');

const need = (change: Partial<KnownNeed>): KnownNeed => ({
  reference: 'AR-2019-001',
  state: 'TCD',
  theme: 'VICTIM_ASSISTANCE',
  reportingYear: 2019,
  asOf: day('2020-05-04'),
  closedOn: null,
  status: 'logged',
  leftStatus: null,
  requestedOn: null,
  owner: null,
  handledBy: null,
  sharing: 'published',
  sources: [{ title: 'Article 7 report for 2019', date: day('2020-05-04'), link: null, confidence: 'high' }],
  ...change,
});

const askedWith = (text: string, ...more: readonly KnownNeed[]) =>
  answered(text, LATER, { needs: [...needs, ...more] });
const VA = 'which states need victim assistance?';

describe('requests of several years', () => {
  it('count from each State’s latest report, and a name from another year carries it', () => {
    const answer = askedWith(VA, need({}));
    expect(answer.lead).toBe('Nine States Parties asked for help with victim assistance');
    expect(answer.rest).toBe(
      ':\nAfghanistan (2018), Albania (2018), Chad (2019), Iraq (2018), Lao PDR (2018), Lebanon (2018), Montenegro (2018), Somalia (2018), State of Palestine (2018).',
    );
    expect(answer.understood).toBe(
      "States with a request for victim assistance · each State's latest report · as of 1 June 2020",
    );
    expect(answer.sourceNote).toContain("coordinators' concept note, Nov 2019; Article 7 report for 2019");
  });

  it('drop from the list a State whose later report no longer asks, and name it below', () => {
    const answer = askedWith(VA, need({ theme: 'SURVEY_AND_CLEARANCE' }));
    expect(answer.states).not.toContain('TCD');
    expect(answer.notes).toEqual([{ lead: 'No longer asking: ', rest: 'Chad (2018).' }]);
    expect(askedWith('which states need clearance?', need({ theme: 'SURVEY_AND_CLEARANCE' })).notes).toEqual([]);
    expect(answered(VA, LATER).notes).toEqual([]);
  });

  it('are told by the year when one is asked for', () => {
    expect(askedWith(`${VA.slice(0, -1)} in 2019?`, need({})).states).toEqual(['TCD']);
    expect(askedWith(`${VA.slice(0, -1)} in 2018?`, need({ theme: 'SURVEY_AND_CLEARANCE' })).count).toBe(9);
    expect(askedWith(`${VA.slice(0, -1)} in 2018?`, need({ theme: 'SURVEY_AND_CLEARANCE' })).notes).toEqual([]);
  });

  it('are not there before the day from which they count, nor from the day on which they were closed', () => {
    const later = need({ state: 'MOZ', reportingYear: 2018 });
    expect(answered(VA, day('2020-05-03'), { needs: [...needs, later] }).states).not.toContain('MOZ');
    expect(answered(VA, day('2020-05-04'), { needs: [...needs, later] }).states).toContain('MOZ');
    const closed = needs.map((each) => (each.state === 'TCD' ? { ...each, closedOn: LATER } : each));
    expect(answered(VA, day('2020-05-31'), { needs: closed }).states).toContain('TCD');
    expect(answered(VA, LATER, { needs: closed }).states).not.toContain('TCD');
  });

  it('are named below the list once they are closed, for they were asked; not so what was taken back', () => {
    const withdrawn = { closedOn: LATER, status: 'withdrawn', leftStatus: 'logged' } as const;
    const closedIn = (theme: Theme, change: Partial<KnownNeed> = withdrawn) =>
      needs.map((each) => (each.state === 'TCD' && each.theme === theme ? { ...each, ...change } : each));
    const answer = answered(VA, LATER, { needs: closedIn('VICTIM_ASSISTANCE') });
    expect(answer.count).toBe(8);
    expect(answer.notes).toEqual([{ lead: 'Asked as well, request closed since: ', rest: 'Chad (2018).' }]);
    expect(answered('what does Chad need?', LATER, { needs: closedIn('VICTIM_ASSISTANCE') }).lead).toBe(
      'Chad asked for help with survey and clearance in its 2018 Article 7 report (AR-2018-003).',
    );
    expect(
      answered('does Chad need victim assistance?', LATER, { needs: closedIn('VICTIM_ASSISTANCE') }),
    ).toMatchObject({
      outcome: 'empty',
      lead: 'Chad asked for help with victim assistance in its 2018 Article 7 report (AR-2018-015); the request is closed.',
    });
    const takenBack = closedIn('VICTIM_ASSISTANCE', { ...withdrawn, leftStatus: null });
    expect(answered(VA, LATER, { needs: takenBack }).notes).toEqual([]);
  });

  it('leave no list on which nobody is said to have asked', () => {
    const stocks = 'which states need help with stockpile destruction?';
    const closed = needs.map(
      (each) => ({ ...each, closedOn: LATER, status: 'fulfilled', leftStatus: 'in_progress' }) as const,
    );
    const answer = answered(stocks, LATER, { needs: [...closed, need({ state: 'MOZ' })] });
    expect(answer.lead).not.toContain('No State');
    expect(answer.notes).toEqual([{ lead: 'Asked as well, request closed since: ', rest: 'Peru (2018).' }]);
  });

  it('in one status are listed with their own themes alone', () => {
    const withdrawn = { closedOn: LATER, status: 'withdrawn', leftStatus: 'logged' } as const;
    const one = needs.map((each) =>
      each.state === 'LBN' && each.theme === 'VICTIM_ASSISTANCE' ? { ...each, ...withdrawn } : each,
    );
    const { table } = answered('which requests are withdrawn?', LATER, { needs: one });
    expect(table?.rows).toEqual([['Lebanon', 'Victim assistance', expect.anything()]]);
  });

  it('carry each way in which the State asked, where it asked in several', () => {
    const letter = need({ reportingYear: null, theme: 'RISK_REDUCTION_EDUCATION', sharing: 'private' });
    expect(askedWith('who asked for help?', letter).rest).toContain('Chad (2018; told to the desk)');
  });

  it('stand beside those that came in a letter or a meeting, and say so', () => {
    const told = need({ state: 'MOZ', reportingYear: null, sharing: 'private', reference: 'AR-2020-001' });
    expect(askedWith(VA, told).rest).toContain('Mozambique (told to the desk)');
    expect(askedWith(VA, { ...told, sharing: 'published' }).rest).toContain('Mozambique (outside a report)');
    expect(askedWith('what does Mozambique need?', told).lead).toBe(
      'Mozambique asked for help with victim assistance and munitions not covered by the Convention (AR-2018-022, AR-2020-001).',
    );
  });
});

describe('a report that says that no help is asked', () => {
  const report = (change: Partial<ReportFact> = {}): ReportFact => ({
    id: 'r-2019',
    state: 'TCD',
    kind: 'annual',
    year: 2019,
    event: 'received',
    date: { text: '2020-05-04', precision: 'day' },
    asOf: day('2020-05-04'),
    helpAsked: 'no',
    confidence: 'high',
    source: '2019 Article 7 report of Chad',
    ...change,
  });
  const told = (text: string, facts: Partial<ReportFact> = {}, asOf = LATER) =>
    answered(text, asOf, { record: { ...record, reports: [...record.reports, report(facts)] } });

  it('takes the State off the lists of those that ask, and names it below with its source', () => {
    const answer = told(VA);
    expect(answer.states).not.toContain('TCD');
    expect(answer.count).toBe(8);
    expect(answer.notes).toEqual([{ lead: 'No longer asking: ', rest: 'Chad (2018).' }]);
    expect(answer.sources).toContainEqual({
      fact: 'Chad · 2019 Article 7 report · no help asked',
      source: '2019 Article 7 report of Chad',
      confidence: 'high',
    });
    expect(told('which states asked for help?').notes).toEqual(answer.notes);
    expect(told('how many states asked for clearance?').states).not.toContain('TCD');
  });

  it('is told with what was asked before, when one asks about the State', () => {
    const answer = told('what does Chad need?');
    expect(answer.outcome).toBe('empty');
    expect(answer.lead).toBe(
      'Chad no longer asks for help with survey and clearance and victim assistance: it did in its 2018 Article 7 report (AR-2018-003, AR-2018-015), and its 2019 report does not.',
    );
    expect(answer.sources.map(({ fact }) => fact)).toContain('Chad · 2019 Article 7 report · no help asked');
    expect(told('does Chad need victim assistance?').lead).toMatch(/^Chad no longer asks for help with victim/);
    expect(told('did Chad ask for victim assistance in 2018?').lead).toMatch(/^Yes: Chad asked/);
  });

  it('counts from the day on which it was in, and only where the report itself says so', () => {
    expect(told(VA, {}, day('2020-05-03')).states).toContain('TCD');
    for (const facts of [
      { helpAsked: 'unknown' },
      { helpAsked: 'yes' },
      { helpAsked: null },
      { confidence: 'low' },
      { year: 2018 },
      { event: 'not_yet' },
    ] as const)
      expect(`${JSON.stringify(facts)} ${told(VA, facts).states.includes('TCD')}`).toBe(
        `${JSON.stringify(facts)} true`,
      );
  });

  it('does not silence what the State asked outside its reports', () => {
    const letter = need({ reportingYear: null, theme: 'VICTIM_ASSISTANCE', reference: 'AR-2020-001' });
    const answer = answered(VA, LATER, {
      needs: [...needs, letter],
      record: { ...record, reports: [...record.reports, report()] },
    });
    expect(answer.states).toContain('TCD');
    expect(answer.notes).toEqual([]);
  });
});

describe('the number that a source states', () => {
  it('is kept beside the names it gives, and nobody fills in the seventh', () => {
    const answer = answered('which states need clearance?');
    expect([answer.count, answer.states.length]).toEqual([6, 6]);
    expect(answer.notes[0]).toEqual({
      lead: 'The source says seven and names six.',
      rest: ' The desk does not guess the seventh.',
    });
    expect(answer.table).toBeNull();
  });

  it('says nothing of a list with another name on it', () => {
    const seventh = need({ state: 'IRQ', theme: 'SURVEY_AND_CLEARANCE', reportingYear: 2018 });
    const clearance = askedWith('which states need clearance?', seventh);
    expect(clearance.lead).toBe('Seven States Parties asked for help with survey and clearance');
    expect(plainText(clearance)).not.toMatch(/names six|seven stated/);
    const tenth = askedWith(VA, need({ state: 'MOZ', reportingYear: 2018 }));
    expect(plainText(tenth)).not.toContain('stated');
  });

  it('is not for a list that was narrowed', () => {
    expect(plainText(answered('which states besides Chad need clearance?'))).not.toContain('The source says');
    // Six as well, and six are named for clearance: the number is not about those that asked for both.
    const both = answered('which states asked for both clearance and victim assistance?');
    expect([both.count, plainText(both).includes('The source says')]).toEqual([6, false]);
  });
});

describe('a request whose obligation is completed', () => {
  it('stands, and the answer says both', () => {
    const answer = answered('which states need clearance?', day('2020-09-04'));
    expect(answer.states).toContain('MNE');
    expect(answer.notes.at(-1)?.rest).toBe(
      'Montenegro has completed Article 4; its request stands until it is fulfilled or withdrawn.',
    );
  });

  it('is not said of an obligation that the request does not serve', () => {
    // Montenegro completed Article 3 in 2010 and asked for nothing under it.
    expect(plainText(answered('which states asked for stockpiles or clearance?'))).not.toContain('has completed');
  });
});

describe('one State and several themes', () => {
  it('is answered theme by theme', () => {
    expect(answered('did Chad ask for clearance and RRE?').lead).toBe(
      'In part: Chad asked for help with survey and clearance in its 2018 Article 7 report (AR-2018-003). No request for risk reduction education is on record.',
    );
    expect(answered('did Peru ask for clearance and RRE?').lead).toBe(
      'No request of Peru for survey and clearance or risk reduction education is on record. It asked for help with stockpile destruction in its 2018 Article 7 report (AR-2018-001).',
    );
  });
});
