import type { Lexicon } from '../lexicon.ts';

/** What English may leave out without changing what is asked. */
export const IDLE_EN: Lexicon['idle'] = `
  a, an, the, of, come, comes, take, takes, for, in, on, to, from, by, at, as, into, under, about, please, show, find, tell, help, support, assistance, international,
  aid, be, been, being, currently, now, any, so far, ccm, convention, cluster munitions, munition, cluster, munitions, know, according, according to, still,
  hello, hi, thanks, thank you, thank, ever, kindly, presently, there, here, up, out, me, us, get me, treaty, this convention, these days,
  (are|is|were|was) there (any|), there (are|is|were|was), give (me|us), show (me|us), tell (me|us) (about|), (can|could|would) you (please|) (tell me|show me|list|),
  can i (know|), (do|does) (you|we|anyone|anybody) know (of|if|whether|), let me know, (i|we) (want|need|would like) (to know|), id like to know, i wonder,
  those that, those, on record, on (your|the) record(s|), in the (record|records|register|database), on file, registered, recorded, whether, what about, how about, up to now,
  as of (now|today), fall, falls, end, ends, will (fall|end|expire|be), in (their|its|the|) (latest|most recent|last|) (article 7|transparency|article 7 transparency|art. 7|)
  report(s|), in article 7 reports, with regard to, regarding, concerning, related to, relating to, when it comes to, in terms of, with respect to, in the area of, in the field of,
  (help|assistance|support|aid) (with|for|in), (help|assistance|support) to, individual, good morning, good afternoon, dear, hey, ok, okay, so, question, quick question,
  its (clearance|), of the convention, under the convention, in the convention, of a, set, sets, set a, set out, kind of, sort of, due to fall, exist, exists, made, make, makes, made by, put forward, placed,
  is it true that, is it correct that, am i right that, do you have, do we have, have we got, have you got, you, we, i, my question, information on, details of, details on,
  (state|states) (does|do) you have, give me the list of, give a list of, the list of, the names of, a list of, through, via, their own, in total, altogether, overall, in all, sits on, sit on, is on, are on, belong to, belongs to,
  hold, holds, act as, acts as, serve as, serves as, as a, tell us about, and what about, of its, of their, related, anything, something, any kind of, came, coming in, concern(s|), deal(s|) with, have left, has left, is left, left,
  themselves, itself, (these|those|such|the) weapons, cooperation, kindly tell, im looking for, i am looking for, looking for a list of, id like, (i|we) would like, our, colleagues, for (me|us), quickly, briefly, lets see, let us know, at present, as things stand,
  specifically, exact, exactly which, in particular, with us, across, within, among, between them, for their, to the, as well,
  everything (on|about), all about, what (do|does) (we|you|the record) know (about|of), what is known (about|of), what (do|does) the (record|desk) (say|hold) (about|of|on),
  would (like|need|want), (officially|formally|actually|recently|explicitly), (any|some|a) (sort|form|kind|type) of, on our (list|books), in our (record|records|register), at the moment, actually, really, submitted by, made so far, by then, day on which, be in, kinds of help`;

/** Phrases of known words that mean more than their words, and that the desk does not answer. */
export const UNCLEAR_EN: Lexicon['unclear'] = `
  (ask|asks|asked|want|wants|wanted|seek|seeks|sought|require|required|requires) to, of them, of that, that state, that country, this state, this country, those states, these states,
  or not, so many, end of, no longer, not only, not just, any more, anymore, not all, not both, not the, not only for, at most, (anything|something|nothing) (but|else|other than|except|besides), under way to,
  no one, nobody, none of, none, not quite, not really, help states, help other, who else knows, last year but, for whom, to whom`;

/** Things of which the record holds nothing at all, with the words for it. */
export const NO_DATA_EN: Lexicon['noData'] = [
  [
    'casualties',
    'casualties, casualty, killed, injured, deaths, accidents, accident, victims were there, wounded, fatalities',
  ],
  ['casualties', '(how many|number of) (victims|survivors)'],
  [
    'contributions',
    `contribution(s|), contribute(s|d|), contributor(s|), funding, funded, funds, fund, finance(s|d|), money, paid, pay, pays, sponsor(s|ed|), give, gives, gave, provide, provides,
    provided, donate(s|d|), donation(s|), helped, helping, assisted, financial contribution(s|), supported by, budget, cost, costs`,
  ],
  ['donors', 'donors, donor'],
  [
    'partners',
    'partners, partner, operators, operator, ngos, ngo, non governmental organizations, civil society, organizations, organisations, organization, implementing partners',
  ],
  ['offers of help', 'offers, offered, offer, offering'],
  ['pledges', 'pledges, pledged, pledge'],
  ['Country Coalitions', 'coalition, coalitions, country coalition(s|)'],
  [
    'contaminated areas',
    'contaminated, contamination, hectares, hectare, square (kilometres|kilometers|metres|meters), km2, contaminated area(s|), how much land, how much area, land is',
  ],
  ['amounts and quantities', 'how much, dollars, euros, amount, amounts, usd, eur'],
  ['follow-ups', 'follow ups, followups, my follow ups, reminders'],
  [
    'contacts with States',
    'last contact, last contacted, contact person, contact persons, contacts, focal point, focal points, last spoke, spoke to',
  ],
  ['matches', 'matches, relays'],
];

const MINE_BAN = 'the Anti-Personnel Mine Ban Convention';

/** Other conventions and other clusters, which the desk does not answer for. */
export const OUTSIDE_EN: Lexicon['outside'] = [
  [
    MINE_BAN,
    `apmbc, (mine ban|landmine|landmines|ottawa|anti personnel mine ban) (convention|treaty), anti personnel (mines|mine|landmines), antipersonnel (mines|mine|landmines),
    landmines, landmine, ottawa, maputo action plan, oslo action plan, individualised approach, individualized approach`,
  ],
  [`mine clearance, which is Article 5 of ${MINE_BAN}`, 'mine clearance, clearance of mines, mine action clearance'],
  ['the Arms Trade Treaty', 'arms trade treaty, att'],
  [
    'the Convention on Certain Conventional Weapons',
    'ccw, certain conventional weapons, amended protocol ii, protocol v',
  ],
  ['the Chemical Weapons Convention', 'chemical weapons (convention|), cwc, opcw'],
  ['the Biological Weapons Convention', 'biological weapons (convention|), bwc'],
  ['nuclear weapons', 'nuclear weapons, npt, tpnw, nuclear'],
  [
    'humanitarian clusters',
    '(humanitarian|protection|health|shelter|wash|food security|education|logistics|nutrition|early recovery) cluster(s|), cluster lead(s|), cluster coordination, cluster approach',
  ],
];
