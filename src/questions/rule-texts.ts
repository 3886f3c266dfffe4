import { type Day, day } from '../treaty/day.ts';
import type { Theme } from '../treaty/theme.ts';
import type { Rule } from './rules.ts';

/** What the treaty says, in a sentence or two, with its article. */
export interface RuleText {
  article: string;
  lead: string;
  rest: string;
  themes: readonly Theme[];
  dates?: readonly Day[];
}

const SD: readonly Theme[] = ['STOCKPILE_DESTRUCTION'];
const SC: readonly Theme[] = ['SURVEY_AND_CLEARANCE'];
const VA: readonly Theme[] = ['VICTIM_ASSISTANCE'];
const TR: readonly Theme[] = ['TRANSPARENCY'];

const rule = (
  article: string,
  lead: string,
  rest: string,
  themes: readonly Theme[] = [],
  dates: readonly Day[] = [],
): RuleText => ({
  article,
  lead,
  rest,
  themes,
  dates,
});

/** The rules that can be asked for. */
export const RULE_TEXTS: Readonly<Record<Rule, RuleText>> = {
  stockpile_deadline: rule(
    '3.2',
    'Eight years after entry into force for the State',
    ': stockpiles are destroyed not later than that (Article 3.2). Extensions of up to four years each can be granted (Article 3.3).',
    SD,
  ),
  clearance_deadline: rule(
    '4.1',
    'Ten years',
    ': remnants present at entry into force are cleared not later than ten years from it (Article 4.1(a)); those that came to be later, ten years after the end of the active hostilities (Article 4.1(b)). Extensions of up to five years each can be granted (Article 4.5).',
    SC,
  ),
  stockpile_extension: rule(
    '3.3',
    'Up to four years',
    ' at a time under Article 3.3; in exceptional circumstances further extensions of up to four years each.',
    SD,
  ),
  clearance_extension: rule(
    '4.5',
    'Up to five years',
    ' at a time under Article 4.5; it can be renewed by up to five years on a new request (Article 4.8).',
    SC,
  ),
  extension_submission: rule(
    '3.5, 4.6',
    'At least nine months before the meeting that considers it',
    ' (Articles 3.5 and 4.6); under Article 4 also before the deadline itself. A later request can still be considered: the meeting decides.',
  ),
  extension_decision: rule(
    '3.5, 4.7',
    'The Meeting of States Parties or Review Conference',
    ' decides, by a majority of the States Parties present and voting (Articles 3.5 and 4.7). It may grant a shorter time and propose benchmarks.',
  ),
  extension_renewal: rule(
    '3.3, 4.8',
    'Yes',
    ': under Article 4.8 by up to five years on a new request that says what was done meanwhile; under Article 3.3 by up to four years in exceptional circumstances.',
  ),
  stockpile_request_content: rule(
    '3.4',
    'Six items',
    ' (Article 3.4): the duration asked for; an explanation with the means available and required; a plan how and when; quantities and types held at entry into force and found later; what was destroyed; what remains and the yearly rate expected.',
    SD,
  ),
  clearance_request_content: rule(
    '4.6',
    'Nine items',
    ' (Article 4.6): the duration; the reasons, with the means available and required; preparation and status of the work; the area at entry into force and found since; the area cleared; the area remaining; circumstances that impeded; humanitarian, social, economic and environmental implications; anything else relevant.',
    SC,
  ),
  initial_report: rule(
    '7.1',
    '180 days after entry into force for the State',
    ': the initial report is due not later than that (Article 7.1).',
    TR,
  ),
  annual_report: rule(
    '7.2',
    '30 April of each year',
    ': the annual report on the previous calendar year is due not later than that (Article 7.2).',
    TR,
  ),
  entry_into_force: rule(
    '17.2',
    'The first day of the sixth month after the month of the deposit',
    ' of its instrument: then the Convention enters into force for that State (Article 17.2).',
  ),
  convention_in_force: rule(
    '17.1',
    '1 August 2010',
    ': the first day of the sixth month after the month in which the thirtieth instrument was deposited, on 16 February 2010 (Article 17.1).',
    [],
    [day('2010-08-01')],
  ),
  withdrawal: rule(
    '20.3',
    'Six months after the depositary received it',
    '; for a State that is then in an armed conflict not before its end (Article 20.3).',
  ),
  article_1: rule(
    '1',
    'General obligations',
    ': never to use, develop, produce, acquire, stockpile, retain or transfer cluster munitions, nor to assist anyone in doing so (Article 1).',
  ),
  article_2: rule(
    '2',
    'Definitions',
    ': what cluster munitions, remnants and cluster munition victims are (Article 2).',
  ),
  article_3: rule(
    '3',
    'Storage and stockpile destruction',
    ': within eight years of entry into force, with extensions of up to four years (Article 3).',
    SD,
  ),
  article_4: rule(
    '4',
    'Clearance and destruction of remnants, and risk reduction education',
    ': within ten years, with extensions of up to five years (Article 4).',
    SC,
  ),
  article_4_1_b: rule(
    '4.1(b)',
    'Remnants that came to be after entry into force',
    ': cleared not later than ten years after the end of the active hostilities during which they became remnants (Article 4.1(b)).',
    SC,
  ),
  article_5: rule(
    '5',
    'Victim assistance',
    ': medical care, rehabilitation and psychological support, social and economic inclusion, with a national focal point, plan and budget (Article 5). It sets no deadline. In the Anti-Personnel Mine Ban Convention Article 5 is mine clearance.',
    VA,
  ),
  article_6: rule(
    '6',
    'International cooperation and assistance',
    ': each State Party has the right to seek and receive assistance, and those in a position to do so shall provide technical, material and financial assistance (Article 6).',
  ),
  article_7: rule(
    '7',
    'Transparency measures',
    ': an initial report within 180 days of entry into force, then an annual one by 30 April (Article 7).',
    TR,
  ),
  article_8: rule(
    '8',
    'Facilitation and clarification of compliance',
    ': a request for clarification is answered within 28 days; then it may go to the next meeting (Article 8).',
  ),
  article_9: rule(
    '9',
    'National implementation measures',
    ': legal, administrative and other measures, with penal sanctions (Article 9).',
    ['NATIONAL_IMPLEMENTATION'],
  ),
  article_10: rule('10', 'Settlement of disputes', ': by negotiation or other peaceful means (Article 10).'),
  article_11: rule('11', 'Meetings of States Parties', ': every year until the First Review Conference (Article 11).'),
  article_12: rule(
    '12',
    'Review Conferences',
    ': the first five years after entry into force, later ones on request, never less than five years apart; they decide extension requests as well (Article 12).',
  ),
  article_17: rule(
    '17',
    'Entry into force',
    ': on 1 August 2010; for a State that deposits later, on the first day of the sixth month after the month of its deposit (Article 17).',
  ),
  article_18: rule(
    '18',
    'Provisional application',
    ': a State may apply Article 1 provisionally from its ratification (Article 18).',
  ),
  article_20: rule(
    '20',
    'Duration and withdrawal',
    ': a withdrawal takes effect six months after it was received, or at the end of an armed conflict (Article 20).',
  ),
};
