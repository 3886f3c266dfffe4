import type { Iso3 } from '../../treaty/facts.ts';
import type { Language } from '../lexicon/lexicon.ts';

// The short names of the United Nations, with their article in brackets, in English, French and Spanish: UNTERM, United
// Nations Protocol and Liaison Service, as in github.com/datasets/country-codes (caa72d1e, 15 May 2026); the rows of CIV and
// TUR, which that copy leaves empty, are the names that the UN list of Member States gives.
const TABLE = `
AFG | Afghanistan | Afghanistan (l') | Afganistán (el)
AGO | Angola | Angola (l') | Angola
ALB | Albania | Albanie (l') | Albania
AND | Andorra | Andorre (l') | Andorra
ARE | United Arab Emirates (the) | Émirats arabes unis (les) | Emiratos Árabes Unidos (los)
ARG | Argentina | Argentine (l') | Argentina (la)
ARM | Armenia | Arménie (l') | Armenia
ATG | Antigua and Barbuda | Antigua-et-Barbuda | Antigua y Barbuda
AUS | Australia | Australie (l') | Australia
AUT | Austria | Autriche (l') | Austria
AZE | Azerbaijan | Azerbaïdjan (l') | Azerbaiyán
BDI | Burundi | Burundi (le) | Burundi
BEL | Belgium | Belgique (la) | Bélgica
BEN | Benin | Bénin (le) | Benin
BFA | Burkina Faso | Burkina Faso (le) | Burkina Faso
BGD | Bangladesh | Bangladesh (le) | Bangladesh
BGR | Bulgaria | Bulgarie (la) | Bulgaria
BHR | Bahrain | Bahreïn | Bahrein
BHS | Bahamas (the) | Bahamas (les) | Bahamas (las)
BIH | Bosnia and Herzegovina | Bosnie-Herzégovine (la) | Bosnia y Herzegovina
BLR | Belarus | Bélarus (le) | Belarús
BLZ | Belize | Belize (le) | Belice
BOL | Bolivia (Plurinational State of) | Bolivie (État plurinational de) | Bolivia (Estado Plurinacional de)
BRA | Brazil | Brésil (le) | Brasil (el)
BRB | Barbados | Barbade (la) | Barbados
BRN | Brunei Darussalam | Brunéi Darussalam (le) | Brunei Darussalam
BTN | Bhutan | Bhoutan (le) | Bhután
BWA | Botswana | Botswana (le) | Botswana
CAF | Central African Republic (the) | République centrafricaine (la) | República Centroafricana (la)
CAN | Canada | Canada (le) | Canadá (el)
CHE | Switzerland | Suisse (la) | Suiza
CHL | Chile | Chili (le) | Chile
CHN | China | Chine (la) | China
CIV | Côte d'Ivoire | Côte d'Ivoire (la) | Côte d'Ivoire
CMR | Cameroon | Cameroun (le) | Camerún (el)
COD | Democratic Republic of the Congo (the) | République démocratique du Congo (la) | República Democrática del Congo (la)
COG | Congo (the) | Congo (le) | Congo (el)
COK | Cook Islands (the) | Îles Cook (les) | Islas Cook (las)
COL | Colombia | Colombie (la) | Colombia
COM | Comoros (the) | Comores (les) | Comoras (las)
CPV | Cabo Verde | Cabo Verde | Cabo Verde
CRI | Costa Rica | Costa Rica (le) | Costa Rica
CUB | Cuba | Cuba | Cuba
CYP | Cyprus | Chypre | Chipre
CZE | Czechia | Tchéquie (la) | Chequia
DEU | Germany | Allemagne (l') | Alemania
DJI | Djibouti | Djibouti | Djibouti
DMA | Dominica | Dominique (la) | Dominica
DNK | Denmark | Danemark (le) | Dinamarca
DOM | Dominican Republic (the) | République dominicaine (la) | República Dominicana (la)
DZA | Algeria | Algérie (l') | Argelia
ECU | Ecuador | Équateur (l') | Ecuador (el)
EGY | Egypt | Égypte (l') | Egipto
ERI | Eritrea | Érythrée (l') | Eritrea
ESP | Spain | Espagne (l') | España
EST | Estonia | Estonie (l') | Estonia
ETH | Ethiopia | Éthiopie (l') | Etiopía
FIN | Finland | Finlande (la) | Finlandia
FJI | Fiji | Fidji (les) | Fiji
FRA | France | France (la) | Francia
FSM | Micronesia (Federated States of) | Micronésie (États fédérés de) | Micronesia (Estados Federados de)
GAB | Gabon | Gabon (le) | Gabón (el)
GBR | United Kingdom of Great Britain and Northern Ireland (the) | Royaume-Uni de Grande-Bretagne et d'Irlande du Nord (le) | Reino Unido de Gran Bretaña e Irlanda del Norte (el)
GEO | Georgia | Géorgie (la) | Georgia
GHA | Ghana | Ghana (le) | Ghana
GIN | Guinea | Guinée (la) | Guinea
GMB | Gambia (the) | Gambie (la) | Gambia
GNB | Guinea-Bissau | Guinée-Bissau (la) | Guinea-Bissau
GNQ | Equatorial Guinea | Guinée équatoriale (la) | Guinea Ecuatorial
GRC | Greece | Grèce (la) | Grecia
GRD | Grenada | Grenade (la) | Granada
GTM | Guatemala | Guatemala (le) | Guatemala
GUY | Guyana | Guyana (le) | Guyana
HND | Honduras | Honduras (le) | Honduras
HRV | Croatia | Croatie (la) | Croacia
HTI | Haiti | Haïti | Haití
HUN | Hungary | Hongrie (la) | Hungría
IDN | Indonesia | Indonésie (l') | Indonesia
IND | India | Inde (l') | India (la)
IRL | Ireland | Irlande (l') | Irlanda
IRN | Iran (Islamic Republic of) | Iran (République islamique d') | Irán (República Islámica del)
IRQ | Iraq | Iraq (l') | Iraq (el)
ISL | Iceland | Islande (l') | Islandia
ISR | Israel | Israël | Israel
ITA | Italy | Italie (l') | Italia
JAM | Jamaica | Jamaïque (la) | Jamaica
JOR | Jordan | Jordanie (la) | Jordania
JPN | Japan | Japon (le) | Japón (el)
KAZ | Kazakhstan | Kazakhstan (le) | Kazajstán
KEN | Kenya | Kenya (le) | Kenya
KGZ | Kyrgyzstan | Kirghizistan (le) | Kirguistán
KHM | Cambodia | Cambodge (le) | Camboya
KIR | Kiribati | Kiribati | Kiribati
KNA | Saint Kitts and Nevis | Saint-Kitts-et-Nevis | Saint Kitts y Nevis
KOR | Republic of Korea (the) | République de Corée (la) | República de Corea (la)
KWT | Kuwait | Koweït (le) | Kuwait
LAO | Lao People's Democratic Republic (the) | République démocratique populaire lao (la) | República Democrática Popular Lao (la)
LBN | Lebanon | Liban (le) | Líbano (el)
LBR | Liberia | Libéria (le) | Liberia
LBY | Libya | Libye (la) | Libia
LCA | Saint Lucia | Sainte-Lucie | Santa Lucía
LIE | Liechtenstein | Liechtenstein (le) | Liechtenstein
LKA | Sri Lanka | Sri Lanka | Sri Lanka
LSO | Lesotho | Lesotho (le) | Lesotho
LTU | Lithuania | Lituanie (la) | Lituania
LUX | Luxembourg | Luxembourg (le) | Luxemburgo
LVA | Latvia | Lettonie (la) | Letonia
MAR | Morocco | Maroc (le) | Marruecos
MCO | Monaco | Monaco | Mónaco
MDA | Republic of Moldova (the) | République de Moldova (la) | República de Moldova (la)
MDG | Madagascar | Madagascar | Madagascar
MDV | Maldives | Maldives (les) | Maldivas
MEX | Mexico | Mexique (le) | México
MHL | Marshall Islands (the) | Îles Marshall (les) | Islas Marshall (las)
MKD | North Macedonia | Macédoine du Nord (la) | Macedonia del Norte
MLI | Mali | Mali (le) | Malí
MLT | Malta | Malte | Malta
MMR | Myanmar | Myanmar (le) | Myanmar
MNE | Montenegro | Monténégro (le) | Montenegro
MNG | Mongolia | Mongolie (la) | Mongolia
MOZ | Mozambique | Mozambique (le) | Mozambique
MRT | Mauritania | Mauritanie (la) | Mauritania
MUS | Mauritius | Maurice | Mauricio
MWI | Malawi | Malawi (le) | Malawi
MYS | Malaysia | Malaisie (la) | Malasia
NAM | Namibia | Namibie (la) | Namibia
NER | Niger (the) | Niger (le) | Níger (el)
NGA | Nigeria | Nigéria (le) | Nigeria
NIC | Nicaragua | Nicaragua (le) | Nicaragua
NIU | Niue | Nioué | Niue
NLD | Netherlands (the) | Pays-Bas (les) | Países Bajos (los)
NOR | Norway | Norvège (la) | Noruega
NPL | Nepal | Népal (le) | Nepal
NRU | Nauru | Nauru | Nauru
NZL | New Zealand | Nouvelle-Zélande (la) | Nueva Zelandia
OMN | Oman | Oman | Omán
PAK | Pakistan | Pakistan (le) | Pakistán (el)
PAN | Panama | Panama (le) | Panamá
PER | Peru | Pérou (le) | Perú (el)
PHL | Philippines (the) | Philippines (les) | Filipinas
PLW | Palau | Palaos (les) | Palau
PNG | Papua New Guinea | Papouasie-Nouvelle-Guinée (la) | Papua Nueva Guinea
POL | Poland | Pologne (la) | Polonia
PRK | Democratic People's Republic of Korea (the) | République populaire démocratique de Corée (la) | República Popular Democrática de Corea (la)
PRT | Portugal | Portugal (le) | Portugal
PRY | Paraguay | Paraguay (le) | Paraguay (el)
PSE | State of Palestine (the) | État de Palestine (l') | Estado de Palestina (el)
QAT | Qatar | Qatar (le) | Qatar
ROU | Romania | Roumanie (la) | Rumania
RUS | Russian Federation (the) | Fédération de Russie (la) | Federación de Rusia (la)
RWA | Rwanda | Rwanda (le) | Rwanda
SAU | Saudi Arabia | Arabie saoudite (l') | Arabia Saudita (la)
SDN | Sudan (the) | Soudan (le) | Sudán (el)
SEN | Senegal | Sénégal (le) | Senegal (el)
SGP | Singapore | Singapour | Singapur
SLB | Solomon Islands | Îles Salomon (les) | Islas Salomón (las)
SLE | Sierra Leone | Sierra Leone (la) | Sierra Leona
SLV | El Salvador | El Salvador | El Salvador
SMR | San Marino | Saint-Marin | San Marino
SOM | Somalia | Somalie (la) | Somalia
SRB | Serbia | Serbie (la) | Serbia
SSD | South Sudan | Soudan du Sud (le) | Sudán del Sur
STP | Sao Tome and Principe | Sao Tomé-et-Principe | Santo Tomé y Príncipe
SUR | Suriname | Suriname (le) | Suriname
SVK | Slovakia | Slovaquie (la) | Eslovaquia
SVN | Slovenia | Slovénie (la) | Eslovenia
SWE | Sweden | Suède (la) | Suecia
SWZ | Eswatini | Eswatini (l') | Eswatini
SYC | Seychelles | Seychelles (les) | Seychelles
SYR | Syrian Arab Republic (the) | République arabe syrienne (la) | República Árabe Siria (la)
TCD | Chad | Tchad (le) | Chad (el)
TGO | Togo | Togo (le) | Togo (el)
THA | Thailand | Thaïlande (la) | Tailandia
TJK | Tajikistan | Tadjikistan (le) | Tayikistán
TKM | Turkmenistan | Turkménistan (le) | Turkmenistán
TLS | Timor-Leste | Timor-Leste (le) | Timor-Leste
TON | Tonga | Tonga (les) | Tonga
TTO | Trinidad and Tobago | Trinité-et-Tobago (la) | Trinidad y Tabago
TUN | Tunisia | Tunisie (la) | Túnez
TUR | Türkiye | Türkiye (la) | Türkiye
TUV | Tuvalu | Tuvalu (les) | Tuvalu
TZA | United Republic of Tanzania (the) | République-Unie de Tanzanie (la) | República Unida de Tanzanía (la)
UGA | Uganda | Ouganda (l') | Uganda
UKR | Ukraine | Ukraine (l') | Ucrania
URY | Uruguay | Uruguay (l') | Uruguay (el)
USA | United States of America (the) | États-Unis d'Amérique (les) | Estados Unidos de América (los)
UZB | Uzbekistan | Ouzbékistan (l') | Uzbekistán
VAT | Holy See (the) | Saint-Siège (le) | Santa Sede (la)
VCT | Saint Vincent and the Grenadines | Saint-Vincent-et-les Grenadines | San Vicente y las Granadinas
VEN | Venezuela (Bolivarian Republic of) | Venezuela (République bolivarienne du) | Venezuela (República Bolivariana de)
VNM | Viet Nam | Viet Nam (le) | Viet Nam
VUT | Vanuatu | Vanuatu | Vanuatu
WSM | Samoa | Samoa (le) | Samoa
YEM | Yemen | Yémen (le) | Yemen (el)
ZAF | South Africa | Afrique du Sud (l') | Sudáfrica
ZMB | Zambia | Zambie (la) | Zambia
ZWE | Zimbabwe | Zimbabwe (le) | Zimbabwe`;

const LANGUAGES: readonly Language[] = ['en', 'fr', 'es'];

const cells: ReadonlyMap<Iso3, readonly string[]> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => line.split(' | '))
    .map(([iso3 = '', ...names]) => [iso3, names] as const),
);

const ARTICLES: ReadonlySet<string> = new Set(['the', 'le', 'la', 'les', "l'", 'el', 'los', 'las']);

/** The UN's short name of a State: alone, and as it stands in a sentence, with its article; null for one that it does not have. */
export function unName(state: Iso3, language: Language): { alone: string; inSentence: string } | null {
  const cell = cells.get(state)?.[LANGUAGES.indexOf(language)];
  if (cell === undefined) return null;
  const [, alone = cell, bracket = ''] = /^(.*?)(?: \((.*)\))?$/.exec(cell) ?? [];
  if (!ARTICLES.has(bracket)) return { alone, inSentence: cell };
  return { alone, inSentence: `${bracket}${bracket.endsWith("'") ? '' : ' '}${alone}` };
}
