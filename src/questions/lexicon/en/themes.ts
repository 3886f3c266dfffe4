import type { Lexicon } from '../lexicon.ts';

/** What themes are called. The longest phrase wins. */
export const THEMES_EN: Lexicon['themes'] = {
  VICTIM_ASSISTANCE: `victim(s|) assistance, assistance (to|for|of) (the|) (cluster munition|) (victims|survivors), (help|support|care|aid) (for|to) (the|)
    (victims|survivors), (people|persons|civilians|children|those) (injured|wounded|maimed|hurt|harmed) (by|through|from|with), (injured|wounded|maimed) (people|persons|civilians), victim(s|) support,
    (people|persons|those) with disabilities, (care|help) for (the injured|the wounded), victim(s|) (aid|help), survivor(s|) (assistance|support), victims, survivors, victim, va, va support, prosthetics,
    prosthetic(|s) (devices|limbs|care), prostheses, prosthesis, artificial limbs, rehabilitation, (physical|medical) rehabilitation,
    rehabilitation (of|for) (victims|survivors), psychosocial support, psychological support, medical care, support of (victims|survivors)`,
  SURVEY_AND_CLEARANCE: `(survey and clearance|clearance and survey|surveying and clearing|clearance) (operations|work|activities|), survey, surveys,
    (survey and |)clearance of (the|) (cluster munition|) remnants, clear(ing|ance of|) (its|their|the|) (cluster munition|) remnants,
    clearing, clear, (cluster munition|) remnants, demining, de mining, unexploded (submunitions|sub munitions|ordnance|bomblets|cluster munitions|), submunitions, bomblets, uxo, cmr, cmr clearance, clearance of cmr, land release, non technical survey,
    technical survey, nts, battle area clearance, clearing (the|its|their) (land|cluster munitions), clear (its|their|the) land, clearing cluster munitions,
    clearance and demining, decontamination, clearance and destruction of (cluster munition|) remnants`,
  RISK_REDUCTION_EDUCATION: `(risk reduction|risk|mine risk|explosive ordnance risk|risk awareness) education, risk reduction, risk awareness,
    risk education and awareness, rre, mre, eore`,
  STOCKPILE_DESTRUCTION: `stockpile(s|) destruction, destruction of (its|their|the|) (stockpile(s|)|stocks|stockpiled cluster munitions),
    destroy(ing|) (its|their|the|) (stockpile(s|)|stocks|stockpiled cluster munitions), stockpile(s|), stockpiled, stockpiled cluster munitions,
    stocks, destroying (its|their|) cluster munitions, stockpiling`,
  NATIONAL_IMPLEMENTATION: `national implementation (measures|), national (legislation|law|laws|measures), implementing legislation, legislation`,
  TRANSPARENCY: `transparency reporting, transparency measures, transparency, (help|assistance|support) with (its|their|) (article 7|transparency|)
    report(s|ing), (help|assistance|support) with (its|their|) article 7 transparency report(s|ing), article 7 reporting`,
  NOT_COVERED: `(munitions|something|anything|weapons|items|things|) (not covered by|outside|outside of|beyond) (the|this) (convention|treaty),
    (munitions|something|anything|weapons|items|things|) (that|which|) (the|this) (convention|treaty) (does not|doesnt|did not) cover, out of scope munitions,
    (obsolete|old|) aerial bombs, outside (of|) the convention, bombs, obsolete bombs`,
};
