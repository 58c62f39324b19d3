/** Words that point to harassment, violence, or being at the end of one's strength: of the writer, or of a colleague. */
const SIGNS = [
  /(?<!\p{L})(?:gepest|pest(?:en|te|ten)?|pesterij(?:en)?|ge[iï]ntimideerd|intimide(?:rend|ert|erde|ren)|intimidatie|bedreig(?:d|t|ing|de)|gediscrimineerd|discriminatie|racis(?:me|tisch)|seksis(?:me|tisch)|ongewenst gedrag|grensoverschrijdend|aangerand|aanranding|verkracht|handtastelijk|betast|mishandeld|uitgescholden|vernederd|gekleineerd|buitengesloten)(?!\p{L})/iu,
  /(?<!\p{L})(?:zelfmoord|suïcid\p{L}*|zelfdoding|niet meer leven|wil dood|overspannen|burn-?out|paniekaanval(?:len)?|huil(?:de|end)? (?:elke dag|op het werk|op de wc)|durf niet meer (?:naar|op)|niet veilig (?:op|bij|in|voel)|onveilig(?:e)? (?:gevoel|sfeer|team|voel)|voel me (?:hier )?(?:onveilig|niet veilig)|kan niet meer)(?!\p{L})/iu,
  /(?<!\p{L})(?:bull(?:y|ied|ying)|harass\p{L}*|intimidat\p{L}*|threaten(?:ed|s|ing)?|discriminat\p{L}*|racis[mt]\p{L}*|sexis[mt]\p{L}*|groped?|assault(?:ed)?|abus(?:e|ed|ive)|humiliated|belittled|suicid\p{L}*|burn-?out|burned out|panic attacks?|afraid to (?:come|go) to work|unsafe at work|cannot go on|can’t go on|can't go on)(?!\p{L})/iu,
]

/** A pure look, whose outcome goes nowhere but to the card that answers: not kept, not counted, told to nobody. */
export const pointsToDistress = (text: string): boolean => SIGNS.some((sign) => sign.test(text))
