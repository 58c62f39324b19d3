import { field, wholeWords } from './weigh.ts'

/** What the writer brought in by way of the bot, said as theirs. */
const MINE = field(String.raw`
  (?:mijn|m'n|mn|mien|ons|onze|my|our) (?:\p{L}+ ){0,2}(?:vra+g|vragen|vraagje|verzoek|verzoekje|antwoord|tip|idee|idea|inbreng|voorstel|proposal|suggest|signaal|melding|verhaal|bericht|punt|point|aanbod|offer|opmerking|uitleg|leermoment|moment|stemming|question|request|report|story|answer|message) ·
  (?:vraag|verzoek|idee|punt|tip) van (?:mij|me|ons) · die vraag · vraag van (?:laatst|vorige|gister|maandag|dinsdag|woensdag|donderdag|vrijdag) ·
  (?:die|wat|dat) ik (?:\p{L}+ ){0,5}(?:vroeg|gevraagd|vertelde|verteld|schreef|geschreven|meldde|gemeld|zei|gezegd|inbracht|ingebracht|deelde|gedeeld|voorstel|beantwoord|gaf) ·
  (?:die|wat|dat|dingen die) (?:we|wij) (?:\p{L}+ ){0,5}(?:zeiden|gezegd|meldden|gemeld|inbrachten|ingebracht|wilden|invulden|ingevuld) ·
  ik (?:had|heb) (?:\p{L}+ ){0,6}(?:gevraagd|gemeld|gezegd|geschreven|gestuurd|aangeboden|voorgesteld|ingediend|gesteld) ·
  (?:what|that|which) (?:i|we) (?:\p{L}+ ){0,3}(?:asked|said|shared|reported|raised|brought|wrote|sent|flagged|offered) · sinds mijn · na mijn
`)
/** Something came back, or did not. */
const NEWS = field(String.raw`
  (?:al|nog|iets|wat|niks|niets|geen|nooit) (?:\p{L}+ ){0,2}(?:gehoord|antwoord|reactie|bericht|bekend|terug|nieuws|gekomen|binnen) · nieuws · gereageerd ·
  geantwoord · beantwoord · teruggeschreven · teruggekoppeld · terugkoppel · antwoord(?:en)?(?![\p{L}]) · reactie · reageer · update · status ·
  stand van zaken · tussenstand · hoe staat · hoever · hoe ver · hoe zit het · schot in · vervolg · opvolging · waar (?:blijft|bleef|blijven|ligt|is) · wacht(?:te|en)?(?![\p{L}]) ·
  bijpraten · any (?:news|update|word|reply|answer) · heard (?:back|anything) · hear (?:back|anything) · repl(?:y|ied) · answered · still waiting · waiting for · where (?:did|is) · how far ·
  get back to me · follow(?:ing)?.?up · stil(?:te)?(?![\p{L}])
`)
/** What was done with it, and who has it. */
const DONE_WITH = field(String.raw`
  besloten · besluit · beslis · besproken · behandeld · goedgekeurd · afgewezen · akkoord · afgehandeld · afgerond · afgesloten · opgepakt · opgepikt · opgelost · geregeld ·
  (?:uit|van)\s?ge?kom+en · eruit · uitgezet · doorgestuurd · doorgezet · doorgegeven · terechtgekomen · geland · aangekomen · overgekomen · zoekgeraakt · kwijt ·
  mee (?:gedaan|gebeurd|bezig) · gedaan met · gebeurd met · gebeurt met · gedaan is · met (?:\p{L}+ ){1,4}(?:gedaan|gebeurd) · afgelopen · bij wie · bij iemand · aan wie · naar wie · wie (?:heeft|kijkt|is|pakt) · iemand (?:mee|naar|gevonden|gesproken) · knopen ·
  decided · decision · outcome · happened · looking at · picked up · forwarded · pick up · been done · come of · came of
`)
/** What lies there, of the writer. */
const OPEN = field(String.raw`
  openstaand · open ?staan · staat (?:er |die |dat )?(?:nog )?(?:iets |wat )?open · open punten · lopend · loopt(?![\p{L}]) · lopen(?![\p{L}]) · wat speelt · overzicht · laat (?:eens |me )?zien · welke (?:vragen|dingen) ·
  beloofd · toegezegd · afgesproken · huiswerk · to ?do · schuldig · op mijn naam · voor mij · open items · still open · running · pending · promised · owe ·
  herinner · herinnering · reminder · porren · nudge · navragen · chase
`)
/** The bot is asked to tell: "heb je", "je zou", "ben je". */
const YOU = wholeWords(`
  heb je · hebt ge · hedde · heb jij · heb jullie · hebben jullie · heeft u · ben je · ben jij · bent u · je zou · jij zou · je ging · je had · jij had · je zei ·
  weet je · weet ge · weet u · kun je · kan je · kunt u · kunt ge · kon je · zoek je · did you · have you · can you · could you · you said · do you · via jou · volgens jou
`)
/** What is somebody's work: then colleagues know, and not the bot. */
const WORK = field(String.raw`
  verordening · aanbested · zaaksysteem · omgevings · bestemmingsplan · raad(?![\p{L}]) · raadsvoorstel · college(?![\p{L}]) · commissie · provincie · waterschap · ministerie · rijk(?![\p{L}]) · vng ·
  leverancier · aannemer · inwoner · bewoner · burger · project · pilot met · planning · verbouwing · verhuizing · reorganisatie · cao · wet(?![\p{L}]) · nota · visie · begroting · subsidie · contract ·
  dossier · zaak(?![\p{L}]) · zaken in · vergunning · bezwa(?:ar|ren) tegen · storing · systeem · termijn · weet iemand · weten jullie · council · ministry · contract · permit · resident · project · policy · does anyone
`)

/** What speaks for and against asking what runs; how much each weighs is learnt. */
export const RUNNING_FIELDS: Readonly<Record<string, RegExp>> = { MINE, NEWS, DONE_WITH, OPEN, YOU, WORK }
