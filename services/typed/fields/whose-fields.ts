import { field, wholeWords } from './weigh.ts'

/** The person at work that it comes from, or happens to. */
const AT_WORK = field(`
  leidinggevende · manager · chef · baas · bazen · bazin · teamleid · teamgeno · collega · colleague · coworker ·
  co-worker · boss · supervisor · directeur · directrice · director · diensthoofd · afdelingshoofd · hoofd van ·
  wethouder · burgemeester · raadslid · secretaris · voorman · uitvoerder · ploegbaas · projectleider ·
  coördinator · coordinator · stagebegeleider · begeleider · mentor · opdrachtgever · hr(?= ) · team · afdeling ·
  kantoor · werkvloer · werkplek · op (?:mijn |het |mn )?werk · naar (?:mijn |het |mn )?werk · at work · to work ·
  werf · kantine · lunch · borrel · overleg · vergadering · meeting · wc · groepsapp · app ?groep ·
  personeelsuitje · teamuitje · dienstauto · balie · gast blijft · bedrijfsarts
`)

const PEOPLE_AT_WORK = field(String.raw`
  leidinggevende · manager · chef(?![\p{L}]) · baas · bazin · teamleid · teamgeno · collega · colleague · coworker · co-worker · boss · supervisor · directeur · diensthoofd · wethouder ·
  burgemeester · raadslid · voorman · uitvoerder · projectleider · stagebegeleider · mentor · hr(?![\p{L}]) · afdeling · mijn team · ons team · iedereen hier · het team
`)

/** The writer as the one to whom it is done, or who feels it. */
const ME = wholeWords(`
  ik · k · kben · me · mij · mijn · m'n · mn · mezelf · mijzelf · ons · i · i'm · im · my · myself · us
`)
const ME_OBJECT = wholeWords(`
  me · mij · mezelf · ons · us
`)
/** Somebody at work to whom it is done. */
const SUFFERED =
  /(?<!\p{L})(?:word|werd|ben|wordt|worden|was|is|get|got|am|being|voel|voelt|krijg|krijgt|kreeg|feel)(?!\p{L})/gu
const THEY = wholeWords(`
  hij · zij · ze · he · she · they · die · ie · hem · haar
`)
/** "Wat doe je als je chef je ...": `je` is the writer. */
const ONE =
  /(?<!\p{L})(?:(?:als|dat|hoe|waar|baas|chef|manager) (?:\p{L}+ ){0,3}je|(?:ge|je) (?:wordt|word)|je (?:chef|baas|manager|leidinggevende|eigen manager|team))(?!\p{L})/gu
const NOW_AND_AGAIN = field(`
  elke (?:dag|week|ochtend|keer|zondag|nacht) · iedere (?:dag|week|ochtend|keer) ·
  al (?:weken|maanden|jaren|tijden|een jaar|een half) · steeds · altijd · constant · voortdurend · de hele tijd ·
  weer · alweer · blijft · niet meer · nog steeds · anymore · every day · keeps · for months · for weeks ·
  all the time · sinds
`)

/** What makes it somebody's trade: whom it is about, or what is done about it by way of work. */
const CLIENTS = field(String.raw`
  mevrouw · meneer · dhr · mevr · (?:een|die|oudere|jonge) man(?![\p{L}]) · vrouw(?![\p{L}]) · patiënt ·
  voedselbank · voogd · inwoner · bewoner · burger(?!meester) · klant · cliënt · client · leerling · scholier ·
  jonger · jongen · meisje · kind(?:er|eren)?(?!eren bij naam) · ouder · moeder · vader · gezin · huurder · buren ·
  buurt · wijk · school · scholen · mbo(?![\p{L}]) · statushouder · vluchteling · asiel · dakloz · mantelzorg ·
  slachtoffer · nabestaand · dader · aanvrager · ondernemer · horeca · winkel · markt · voetbal · straat ·
  evenement · oud en nieuw · diersoort · resident · pupil · student · neighbo · citizen · tenant · verpleeghu ·
  verzorgingshu
`)
const TRADE = field(String.raw`
  figures · sector · landlord · housing · badge · parking · police · politie · openbare ruimte · buitenruimte ·
  verlichting · market · shelter · by-?law · enforcement · campaign · grant · evidence · per department ·
  gemiddeld · average · regiona · protocol · beleid · policy · policies · regeling · verordening · apv(?![\p{L}]) ·
  meldcode · format · formulier · registrat · registre · draaiboek · training · getraind · trainer · cursus ·
  e-learning · workshop · webinar · voorlichting · campagne · themaweek · persbericht · motie · raadsvraag ·
  raadsvoorstel · cijfers · statistiek · onderzoek · rapport · monitor · ri&e · rie(?![\p{L}]) · plan van aanpak ·
  aanpak · preventie · prevent · subsidi · vergunning · permit · aanbested · tender · contract(?! niet verl) ·
  bestek · server · netwerk · laptop · systeem · software · app crash · printer · excel · dossier · casus ·
  casuïst · bewaar · wet(?= ) · woo(?![\p{L}]) · wmo(?![\p{L}]) · brp(?![\p{L}]) · vog(?![\p{L}]) · bhv(?![\p{L}]) ·
  noodknop · panic button · dwangsom · besluit(?:en)? · procedure · handhav · toezicht · signaal · signalen ·
  signaler · herken · slachtofferhulp · veilig thuis · ggd(?![\p{L}]) · bijeenkomst · spreker · discussie ·
  artikel · boek · film · toneel · theater · congres · asfalt · brug · bridge · auto.?s op straat · noordzee ·
  mystery guest · klokkenluid · leverancier · supplier · toetsen · toets(?= ) · ontheffing · spreekuur · loket ·
  huisverbod · poster · begroting · verzuim · wijkteam · meldpunt · statement · clause · guideline · leerplicht ·
  wetgeving · straatnam
`)
const COMPOUND =
  /\p{L}(?:training|preventie|beleid|protocol|cijfers|cursus|module|melding|meldingen|meldpunt|loket|formulier|aanpak|plan|register|verordening|onderzoek|bestek|clausule|campagne|week|dag|monitor|ladder|dossier|zaak|zaken|wet|loverboy|verbod|incident|gegevens|signalen|bord|bestrijding|beveiliging|subsidie)(?!\p{L})/gu
/** Trades go with these, the writer's own need hardly ever does. */
const WORKING = field(`
  geleerd dat · besproken · gevolgd · doorgenomen · aangenomen · vernieuwd · bijgewerkt · opgesteld · ingevoerd ·
  getest · wie (?:heeft|kent|weet|regelt|subsidieert|betaalt) ·
  hoe (?:lang|vul|regel|toets|registreer|herken|voorkom|organiseer) · welke · is er een · iemand (?:een|ervaring) ·
  nuttig · aanrader · handig · top(?:$|[.,!]) · procedure · voorbeeld · tip
`)
/** Asking where to turn, or whether this is how it should be: the trouble itself stays unsaid. */
const TURNING = field(String.raw`
  ik weet niet bij wie · waar moet ik heen · niemand om mee · wie kan ik vertrouwen · durf het nergens ·
  mag dit zomaar · is dit toegestaan · kan dit zomaar · moet ik dit pikken · pikken(?![\p{L}]) · accepteren dat ·
  hoe ga je om met een · hoe gaan jullie om met (?:een )?(?:baas|chef|manager|collega|leidinggevende) ·
  hoe zeg ik (?:dat|tegen) · melden zonder · anoniem melden · aangifte · hotline · whistle ·
  who can i (?:talk|turn) · is this allowed · is it ok if (?:my|a) · am i overreacting · overreact ·
  zonder dat (?:hij|zij|iemand) het weet · als hr · hr doet niks · hr does nothing · wordt niks mee gedaan ·
  niets mee gedaan ·
  bij wie (?:kun|kan|moet|je) (?:\p{L}+ ){0,3}(?:terecht|melden|aankloppen) · terecht (?:kunt|kan|kun) als ·
  waar kan ik (?:\p{L}+ ){0,3}(?:heen|terecht|melden) · aan de bel · klacht (?:over|tegen) (?:mijn|een|m'?n|je) ·
  klokkenluid · vertrouwenspersoon · confidential advis · report (?:someone|somebody|a colleague|my) ·
  iemand melden · is (?:dat|dit|het) (?:nou |nu |wel |eigenlijk )*normaal · normaal toch · is that normal ·
  hoort (?:dat|dit|het) erbij ·
  mag (?:een|mijn|je|zo.n) (?:\p{L}+ )?(?:manager|chef|baas|leidinggevende|teamleider) ·
  wat (?:doe|moet|kan) (?:je|ik) (?:\p{L}+ ){0,2}als (?:je|mijn|een|iemand) (?:\p{L}+ )?(?:chef|baas|manager|leidinggevende|teamleider|collega|boss) ·
  iemand (?:anders |hier )?ook (?:last|bang) · als het je eigen · what would you do · wat moet ik (?:hier)?mee ·
  wat moet ik nou · weet niet (?:wat ik moet|meer wat) · ligt het aan mij · mijn (?:eigen )?schuld ·
  stel ik me aan · overdrijf ik
`)
const BOSS = field(String.raw`
  leidinggevende · manager · chef · baas · bazin · teamleid · boss · supervisor · diensthoofd · directeur ·
  wethouder · hr(?![\p{L}]) · projectleider · voorman · mentor · begeleider
`)
/** The writer suffers it: "ik word ...", "I was ...". */
const VICTIM =
  /(?<!\p{L})(?:ik|i|we|wij|kben)(?: \p{L}+){0,3}? ?(?:word|werd|ben|wordt|worden|werden|was|am|got|get|being|voel|feel|krijg|kreeg)(?!\p{L})|(?:word|werd|ben|was) ik(?!\p{L})/u

/** Whose it is: the writer's, a colleague's, or somebody's trade; how much each weighs is learnt. */
export const WHOSE_FIELDS: Readonly<Record<string, RegExp>> = {
  AT_WORK,
  PEOPLE_AT_WORK,
  ME,
  ME_OBJECT,
  SUFFERED,
  THEY,
  ONE,
  NOW_AND_AGAIN,
  CLIENTS,
  TRADE,
  COMPOUND,
  WORKING,
  TURNING,
  BOSS,
  VICTIM,
}
