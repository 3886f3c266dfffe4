import { describe, expect, it } from 'vitest';
import { meetingDates, meetingInText, townOf } from '../../src/blocks/meeting-words.ts';
import { md } from '../../src/blocks/mrkdwn.ts';
import { paragraphs } from '../../src/blocks/paragraphs.ts';
import { basisWords, sourceInFull, sourceTitle, sourceTitles } from '../../src/blocks/source-words.ts';
import { inSentence } from '../../src/blocks/state-words.ts';
import { vagueWords } from '../../src/blocks/vague-date-words.ts';
import { day } from '../../src/treaty/day.ts';
import { recordFromFiles } from '../setup/record-files.ts';

const record = recordFromFiles();
const meeting = (code: string) => {
  const found = record.meetings.find((each) => each.code === code);
  if (found === undefined) throw new Error(`${code} is on record.`);
  return found;
};

describe('sources in a few words', () => {
  it.each([
    ['UNTC status page as at 03-02-2026', 'UN Treaty Collection'],
    ['https://ccm3.pronk.se/2019/04/04/isu-directors-visit-to-lebanon/', 'ISU page, 4 Apr 2019'],
    ['http://www.clusterconvention.org/9msp/', 'ISU page'],
    ['http://www.the-monitor.org/en-gb/reports/2019/bulgaria/view-all.aspx', 'Cluster Munition Monitor 2019'],
    ['https://www.mineactionreview.org/country/chad (2023 edition)', 'Mine Action Review'],
    ['ISU list of overdue initial reports', 'ISU list of initial reports not yet received, before Nov 2019'],
    ['https://enrsi.rtvs.sk/articles/news', 'enrsi.rtvs.sk'],
    ['a letter (scan)', 'a letter'],
  ])('calls %s "%s"', (source, title) => {
    expect(sourceTitle(source)).toBe(title);
  });

  it('does not date a page on a day before it was written', () => {
    const page = 'https://ccm3.pronk.se/2020/07/31/croatia/';
    expect(sourceTitles([page], day('2019-11-18'))).toEqual(['ISU page']);
    expect(sourceTitles([page, page], day('2020-08-01'))).toEqual(['ISU page, 31 Jul 2020']);
  });

  it.each([
    ['UNTC status page as at 03-02-2026 10:16 EDT (treaties.un.org XXVI-6), stored in …', 'UN Treaty Collection'],
    [
      'https://ccm3.pronk.se/2019/04/04/isu-directors-visit-to-lebanon/ ; https://www.mineactionreview.org/country/chad (2023)',
      'ISU page, 4 Apr 2019: https://ccm3.pronk.se/2019/04/04/isu-directors-visit-to-lebanon/; Mine Action Review: https://www.mineactionreview.org/country/chad',
    ],
    ['letter of the Permanent Mission (scan), 14 Nov 2019', 'letter of the Permanent Mission (scan), 14 Nov 2019'],
  ])('writes it for whoever looks it up: %s', (source, words) => {
    expect(sourceInFull(source)).toBe(words);
  });

  it('tells nobody where the desk keeps its copies', () => {
    for (const { source } of [...record.states, ...record.events, ...record.reports, ...record.meetings])
      expect(sourceInFull(source)).not.toMatch(/GitHub|data\/raw|\.csv|overdue/);
    expect(basisWords('Art. 7.1: entry into force 2019-06-01 + 180 days')).toBe(
      'Art. 7.1: entry into force 1 Jun 2019 + 180 days',
    );
  });

  it('finds short words for every source of the record, without a judgement in them', () => {
    for (const { source } of [...record.states, ...record.events, ...record.reports, ...record.meetings]) {
      expect(sourceTitle(source).length).toBeLessThan(90);
      expect(sourceTitle(source)).not.toMatch(/overdue/);
    }
  });
});

describe('meetings in words', () => {
  const countries = new Set(record.states.map(({ shortName }) => shortName));

  it.each([
    ['SwissTech Convention Center, Lausanne', 'Lausanne'],
    ['Geneva, Switzerland', 'Geneva'],
    ['Palais des Nations, Geneva', 'Geneva'],
    ['virtual (Interprefy)', 'virtual'],
    ['', ''],
  ])('takes the town from "%s"', (place, town) => {
    expect(townOf(place, countries)).toBe(town);
  });

  it('gives the plan until its first day, then what became of it', () => {
    expect(meetingDates(meeting('2RC-PREP1'), day('2020-06-07'))).toBe('8 Jun 2020');
    expect(meetingDates(meeting('2RC-PREP1'), day('2020-06-08'))).toBe('29 Jun 2020');
    expect(meetingDates(meeting('NDM-UN23'), day('2019-11-18'))).toBe('Feb 2020');
    expect(meetingInText(meeting('8MSP'))).toBe('8MSP (Sept 2018)');
  });
});

describe('small words', () => {
  it('writes a date as vaguely as its source', () => {
    expect(vagueWords({ text: '2019-08', precision: 'by' })).toBe('by Aug 2019');
    expect(vagueWords({ text: '2020-07-31', precision: 'day' })).toBe('31 Jul 2020');
    expect(vagueWords({ text: '2021', precision: 'year' })).toBe('2021');
    expect(vagueWords({ text: '', precision: 'unknown' })).toBeNull();
  });

  it('gives some States their article in a sentence', () => {
    expect(['Netherlands', 'Lebanon'].map(inSentence)).toEqual(['the Netherlands', 'Lebanon']);
  });

  it('begins a new paragraph where a section would grow too long, and loses no line', () => {
    const lines = Array.from({ length: 200 }, (_, at) => md`line ${at} ${'x'.repeat(40)}`);
    const made = paragraphs(lines);
    expect(made.length).toBeGreaterThan(2);
    expect(made.map(({ text }) => text?.text).join('\n')).toBe(lines.map(({ text }) => text).join('\n'));
    expect(Math.max(...made.map(({ text }) => text?.text.length ?? 0))).toBeLessThanOrEqual(3000);
  });
});
