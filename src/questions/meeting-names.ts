import type { Lexicon } from './lexicon/lexicon.ts';
import { phrases } from './lexicon/phrase.ts';

const NATIONAL_DIRECTORS = {
  en: `(mine action|) national directors, (23rd|) (international|) meeting of (the|) (mine action|) national directors, (mine action|) national directors meeting, ndm`,
  fr: `(reunion des|) directeurs nationaux (de l action antimines|de la lutte antimines|)`,
  es: `(reunion de|) directores nacionales (de accion contra las minas|)`,
} as const;

const LAST_MEETING = 13;
const LAST_CONFERENCE = 3;

/** How a language names the Convention's meetings, with their codes: "9MSP", "ninth Meeting of States Parties", "2RC". */
export function meetingNames(lexicon: Lexicon): readonly (readonly [name: string, code: string])[] {
  const ordinals = lexicon.ordinals.split(' ');
  const numbered = (kinds: string, code: string, last: number): readonly (readonly [string, string])[] =>
    phrases(kinds).flatMap((kind) => [
      [kind, code] as const,
      ...Array.from({ length: last }, (_, at) => {
        const number = at + 1;
        const names = [
          ordinals[at] ?? '',
          number,
          `${number}th`,
          `${number}st`,
          `${number}nd`,
          `${number}rd`,
          `${number}e`,
          `${number}a`,
        ];
        return names.map((name) => [`${name} ${kind}`, `${number}${code}`] as const);
      }).flat(),
    ]);
  const short = (code: string, last: number): readonly (readonly [string, string])[] =>
    Array.from({ length: last }, (_, at) => [
      [`${at + 1}${code.toLowerCase()}`, `${at + 1}${code}`] as const,
      [`${code.toLowerCase()} ${at + 1}`, `${at + 1}${code}`] as const,
      [`${code.toLowerCase()}${at + 1}`, `${at + 1}${code}`] as const,
    ]).flat();
  const preparatory = phrases(lexicon.cues.preparatory ?? '').flatMap((kind) =>
    [1, 2].map((number) => [`${ordinals[number - 1]} ${kind}`, `2RC-PREP${number}`] as const),
  );
  return [
    ...numbered(lexicon.meetingOfStatesParties, 'MSP', LAST_MEETING),
    ...numbered(lexicon.reviewConference, 'RC', LAST_CONFERENCE),
    ...short('MSP', LAST_MEETING),
    ...short('RC', LAST_CONFERENCE),
    ...preparatory,
    ...phrases(NATIONAL_DIRECTORS[lexicon.language]).map((name) => [name, 'NDM'] as const),
    ...phrases(lexicon.language === 'en' ? '(dubrovnik|first dubrovnik) review conference' : '').map(
      (name) => [name, '1RC'] as const,
    ),
    ...phrases(lexicon.language === 'en' ? 'lausanne review conference' : '').map((name) => [name, '2RC'] as const),
  ];
}
