import type { Iso3, StateFacts } from './facts.ts';

/** The regions and sub-regions of the United Nations geoscheme (UN Statistics Division, M49). */
export const REGIONS = ['Africa', 'Americas', 'Asia', 'Europe', 'Oceania'] as const;

const codes = (text: string): ReadonlySet<Iso3> => new Set(text.split(' '));

const SUBREGIONS = {
  'Eastern Africa': codes('BDI COM DJI ERI ETH KEN MDG MOZ MUS MWI RWA SOM SSD SYC TZA UGA ZMB ZWE'),
  'Middle Africa': codes('AGO CAF CMR COD COG GAB GNQ STP TCD'),
  'Northern Africa': codes('DZA EGY LBY MAR SDN TUN'),
  'Southern Africa': codes('BWA LSO NAM SWZ ZAF'),
  'Western Africa': codes('BEN BFA CIV CPV GHA GIN GMB GNB LBR MLI MRT NER NGA SEN SLE TGO'),
  'the Caribbean': codes('ATG BHS BRB CUB DMA DOM GRD HTI JAM KNA LCA TTO VCT'),
  'Central America': codes('BLZ CRI GTM HND MEX NIC PAN SLV'),
  'Northern America': codes('CAN USA'),
  'South America': codes('ARG BOL BRA CHL COL ECU GUY PER PRY SUR URY VEN'),
  'Central Asia': codes('KAZ KGZ TJK TKM UZB'),
  'Eastern Asia': codes('CHN JPN KOR MNG PRK'),
  'South-eastern Asia': codes('BRN IDN KHM LAO MMR MYS PHL SGP THA TLS VNM'),
  'Southern Asia': codes('AFG BGD BTN IND IRN LKA MDV NPL PAK'),
  'Western Asia': codes('ARE ARM AZE BHR CYP GEO IRQ ISR JOR KWT LBN OMN PSE QAT SAU SYR TUR YEM'),
  'Eastern Europe': codes('BGR BLR CZE HUN MDA POL ROU RUS SVK UKR'),
  'Northern Europe': codes('DNK EST FIN GBR IRL ISL LTU LVA NOR SWE'),
  'Southern Europe': codes('ALB AND BIH ESP GRC HRV ITA MKD MLT MNE PRT SMR SRB SVN VAT'),
  'Western Europe': codes('AUT BEL CHE DEU FRA LIE LUX MCO NLD'),
  'Australia and New Zealand': codes('AUS NZL'),
  Melanesia: codes('FJI PNG SLB VUT'),
  Micronesia: codes('FSM KIR MHL NRU PLW'),
  Polynesia: codes('COK NIU TON TUV WSM'),
} as const;

export type Subregion = keyof typeof SUBREGIONS;

/** What M49 groups under one name above its smallest parts. */
const GROUPS = {
  'sub-Saharan Africa': ['Eastern Africa', 'Middle Africa', 'Southern Africa', 'Western Africa'],
  'Latin America and the Caribbean': ['the Caribbean', 'Central America', 'South America'],
} as const satisfies Record<string, readonly Subregion[]>;

export type Region = (typeof REGIONS)[number] | Subregion | keyof typeof GROUPS;

const isGroup = (region: Region): region is keyof typeof GROUPS => region in GROUPS;
const isSubregion = (region: Region): region is Subregion => region in SUBREGIONS;

/** Whether a State lies in a region; its `region` is the one of the five that the record gives it. */
export function liesIn(region: Region, state: Pick<StateFacts, 'iso3' | 'region'>): boolean {
  if (isGroup(region)) return GROUPS[region].some((part) => SUBREGIONS[part].has(state.iso3));
  return isSubregion(region) ? SUBREGIONS[region].has(state.iso3) : state.region === region;
}

/** Every sub-region, each State in one of them. */
export const SUBREGION_NAMES = Object.keys(SUBREGIONS) as readonly Subregion[];

/** Every region that can be named, from the largest to the smallest. */
export const REGION_NAMES: readonly Region[] = [
  ...REGIONS,
  ...(Object.keys(GROUPS) as (keyof typeof GROUPS)[]),
  ...SUBREGION_NAMES,
];
