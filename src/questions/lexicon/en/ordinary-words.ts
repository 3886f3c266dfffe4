/** Ordinary words that lie a letter away from the name of a State and are never taken for it: "child" is not Chile. */
export const NOT_NAMES: ReadonlySet<string> = new Set(
  (
    'angora basil begin belie benign brail brunet butane cater child chill chilli chime chink chino chins chive cline condo conga convo ' +
    'creatine fiance franc franco francs gambit gamble germane grace grebe guana hungry indie island islands islander italic jordans ' +
    'labia libra malaise malaria malt malts malted manta maron matrice matte maturities medico mongolian nicer niter noway pajama palais ' +
    'panamas philistines samba samosa sedan slain spains spawn sprain stain surname swain swede tongs tuned tuner tunes turkeys turnkey ' +
    'yeomen zombie'
  ).split(' '),
);

/** ISO codes that are ordinary words as well: they count as codes only when written in capitals. */
export const WORDS_LIKE_CODES: ReadonlySet<string> = new Set(
  (
    'ago alb and are arm bel ben bra can car che cod cog col cub dom ecu est eth fin fra gab geo gin guy hun ind ita jam jor ken kir kor ' +
    'lie lux mar moz mus nam nor opt pan per pol pry qat rok sau sen som sur ton tun us vat'
  ).split(' '),
);

/** Those that are written in capitals for emphasis, or mean something else here: CMR is cluster munition remnants, not Cameroon. */
export const NEVER_CODES: ReadonlySet<string> = new Set('ago and are can cmr nor per'.split(' '));
