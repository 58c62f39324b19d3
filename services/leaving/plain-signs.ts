import type { PhoneNumbers, Sign, SignKind } from '../core/text/signs.ts'
import { numbersIn } from './numbers.ts'

const STREET =
  'straat|laan|weg|plein|kade|hof|singel|dijk|gracht|steeg|dreef|plantsoen|pad|park|markt|baan|wal|burg|haven|erf|kamp|veld|oord|plaats|zoom|brink|horst|gaarde|donk|meent|vaart|brug|poort|beemd|bos|tuin|hoek|weide|akker|sloot|ring|heuvel|voort|waard|eind|einde|kwartier|gang|werf|vliet|zijl|bolwerk|esplanade|boulevard|allee|lei|stee'
const ENGLISH_STREET = 'street|road|avenue|lane|square|court|drive|close|gardens'
const HOUSE = String.raw`\d{1,4}(?:\s?[a-zA-Z]|[-/]\d{1,3}|[-\s]?(?:bis|hs|zw|rd|[IV]{1,3}))?(?![\p{L}\d])`
const POSTCODE = String.raw`[1-9]\d{3}\s?[A-Z]{2}(?![\p{L}\d])`
/** A postal code, with the house or the town behind it. */
const CODED = String.raw`${POSTCODE}(?:,?\s(?:(?:nr\.?|nummer|huisnummer)\s?)?\d{1,4}(?!\d)|,?\s(?:te\s|in\s)?\p{Lu}\p{L}+)?`
const NAMED = String.raw`(?:\p{Lu}[\p{L}.’'-]*\s){0,3}`
const ADDRESSES = [
  new RegExp(
    String.raw`${NAMED}\p{Lu}[\p{L}’'-]*(?:\s(?:\p{L}+\s)?)?(?:${STREET})\s(?:nr\.?\s|nummer\s)?${HOUSE}(?:,?\s${CODED})?`,
    'gu',
  ),
  new RegExp(String.raw`${NAMED}\p{Lu}[\p{L}’'-]*(?:${STREET})\s${HOUSE}(?:,?\s${CODED})?`, 'gu'),
  // Of a street without such an end it is said that somebody lives there, or that something is there.
  new RegExp(
    String.raw`(?<=(?<!\p{L})(?:aan de|op de|van de|uit de|in de|aan het|op het|van het|woon(?:t|de|achtig|end)? (?:nu |zelf )?(?:op|aan|in)|adres(?: is)?:?|living at|lives at|address(?: is)?:?|naar)\s)${NAMED}\p{Lu}\p{L}{3,}\s${HOUSE}(?:,?\s${CODED})?`,
    'gu',
  ),
  // Behind where somebody or something is, any name with a number behind it, but of what is counted or read.
  new RegExp(
    String.raw`(?<=(?<!\p{L})(?:aan|op|van|uit|in|bij|naar|te|at|from|on|adres)\s(?:(?:het|de|'t|’t|the)\s)?)(?!(?:Hoofdstuk|Artikel|Team|Kamer|Zaal|Windows|Office|Excel|Teams|Bijlage|Fase|Lijn|Bus|Peil|Kwartaal|Week|Groep|Versie|Paragraaf|Tabel|Punt|Stap|Blok|Ronde|Trein|Room|Floor|Chapter|Article|Section|Level|Area|Versie|Tranche|Wet|Jan|Feb|Mei|Juni|Juli|Maart|April|Augustus|September|Oktober|November|December|January|February|March|May|June|July|August|October)(?!\p{L}))(?:(?:Het|De|’t|'t|The)\s)?${NAMED}\p{Lu}\p{Ll}{2,}\s${HOUSE}(?!\s(?:jaar|years|procent|euro|uur|mensen|keer))`,
    'gu',
  ),
  /(?<![\p{L}])(?:Singel|Markt|Plein|Kade|Dijk|Laan|Brink|Gracht|Haven|Wal|Hof|Meent|Dam|Straat|Steeg|Kerkpad)\s\d{1,4}[a-zA-Z]?(?![\p{L}\d])/gu,
  new RegExp(
    String.raw`(?<!\p{L})(?:Laan|Plein|Weg|Hof|Kade|Park|Pad|Plantage|Prins(?:es)?|Burg\.|Pr\.|Dr\.|Mr\.|St\.|Sint)\s(?:(?:van|der|de|den|het|’t|'t|tot)\s){0,3}${NAMED}\p{Lu}[\p{L}.’'-]+\s${HOUSE}`,
    'gu',
  ),
  // As it is typed in a hurry.
  new RegExp(
    String.raw`(?<!\p{L})[\p{L}’'-]{3,}(?:straat|str\.?|laan|weg|plein|gracht|kade|singel|dijk|steeg|dreef|hof|pad|plantsoen)\s(?:nr\.?\s|nummer\s)?${HOUSE}(?:,?\s${CODED})?`,
    'giu',
  ),
  /(?<!\p{L})(?:huisnr\.?|postbus|flat|appartement|app\.|woning)\s(?:nr\.?\s|nummer\s)?\d{1,4}[a-zA-Z]?(?![\p{L}\d])/giu,
  new RegExp(String.raw`\p{Lu}\p{L}+ (?:${ENGLISH_STREET})\s+\d{1,4}(?![\p{L}\d])`, 'giu'),
  new RegExp(String.raw`(?<![\p{L}\d])\d{1,4} \p{Lu}\p{L}+ (?:${ENGLISH_STREET})(?!\p{L})`, 'giu'),
  new RegExp(String.raw`(?<![\p{L}\d])${CODED}`, 'gu'),
  /(?<!\p{L})huisnummer\s+\d{1,4}\p{L}?/giu,
]

const WHOSE =
  'zaak|dossier|kenmerk|klacht|bezwaar|bezwaarschrift|vergunning|aanvraag|cli[eë]nt|klant|personeels|medewerkers?|debiteur|relatie|inschrijf|polis|v-|vreemdelingen|proces-?verbaal|pv|registratie|patiënt|leerling|paspoort|rijbewijs|document|kenteken|melding|case|file|ticket|reference|ref|plate|passport|licen[cs]e|id'
/** Of something that is nobody's. */
const NOBODYS = String.raw`(?:kostenplaats|grootboek\p{L}*|regel|lantaarnpaal|build|versie|version|artikel|art\.?|tabel|table|pagina|page|bedrag|budget|begroting|iso|nen|norm|zaaktype|kavel|peil|lijn|bus|model|type|kamer|zaal|room|code|project|formulier|order|factuur|inkoop\p{L}*)\s(?:nr\.?\s|nummer\s)?`
const CODE = String.raw`(?=[\p{L}/.-]{0,6}\d)[A-Z\d][A-Z\d/.-]{3,}(?<=\d\D{0,4})(?![\p{L}\d])`
const CASES = [
  new RegExp(
    String.raw`(?<!\p{L})(?:${WHOSE})[\s-]*(?:nummer|nr\.?|number|no\.?|id)?(?:\s(?:is|was|van|jeugd|wmo|bijstand))?\s*[:#]?\s*${CODE}`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\d/.-]|${NOBODYS})[A-Z]{1,5}[-/.]?\d{2,4}[-/.]\d{2,}(?:[-/.]\d+)*(?![\p{L}\d])`,
    'gu',
  ),
  // Whatever number of somebody or of something: its label says so.
  new RegExp(
    String.raw`(?<!\p{L})(?!(?:kostenplaats|grootboek|regel|artikel|versie|kamer|zaal|huis|lijn|factuur|order|telefoon|fax|pagina|model|serie|onderdeel|project|batch|toestel|inkoop|volg)[\p{L}-]*)\p{L}{2,}-?(?:nummer|nr\.?|number)\s*(?:is|was|:|#|=)?\s*${CODE}`,
    'giu',
  ),
  /(?<![\p{L}\d/.-])20\d{2}[-/.](?!20\d\d(?!\d))\d{3,}(?![\p{L}\d])/gu,
  new RegExp(
    String.raw`(?<![\p{L}\d/.,€-]|€\s|${NOBODYS})(?:[A-Z]{1,3}-?)?\d{6,}(?![\p{L}\d]|[.,]\d|\s?(?:euro|€))`,
    'giu',
  ),
  // Letters and digits through each other, as on a passport or a plate, and what has a year or a series in it.
  /(?<![\p{L}\d/.-])(?=[A-Z\d]{0,11}\d[A-Z\d]{0,11}\d[A-Z\d]{0,11}\d|[A-Z]+\d+[A-Z]+\d)(?=\d*[A-Z])[A-Z\d]{6,12}(?![\p{L}\d])/gu,
  new RegExp(String.raw`(?<![\p{L}\d/.-]|${NOBODYS})[A-Z][A-Z]{0,7}[-/]\d{4,}(?:[-/.][A-Z\d]+)*(?![\p{L}\d])`, 'giu'),
  /(?<![\p{L}\d/.,-])(?!(?:19|20)\d\d[-/](?:19|20)\d\d(?!\d))\d{2,6}[-/](?:\d{4,}|[A-Z]{1,4}[-/]?\d{2,})(?:[-/][A-Z\d]+)*(?![\p{L}\d])/gu,
  // A Dutch number plate: three groups of letters or digits, six signs in all.
  /(?<![\p{L}\d-])(?:[A-Z]{2}-\d{2}-[A-Z]{2}|\d{2}-[A-Z]{2}-\d{2}|\d{2}-\d{2}-[A-Z]{2}|[A-Z]{2}-\d{2}-\d{2}|\d{2}-[A-Z]{2}-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-\d{2}|\d{2}-[A-Z]{3}-\d|\d-[A-Z]{3}-\d{2}|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}|[A-Z]{3}-\d{2}-[A-Z]|[A-Z]-\d{2}-[A-Z]{3}|\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d)(?![\p{L}\d-])/giu,
]

const ROLES =
  'leidinggevende|teamleider|manager|coördinator|coordinator|projectleider|directeur|secretaresse|secretaris|stagiaire?|trainee|jurist|juriste|controller|griffier|zzp’?er|zzp.er|ondernemingsraadslid|vertrouwenspersoon|kwaliteitsmedewerker|applicatiebeheerder|beleidsadviseur|gezinscoach|leerplichtambtenaar|wijkmanager'
const ENGLISH_ROLES =
  'manager|team lead(?:er)?|coordinator|director|secretary|intern|trainee|lawyer|controller|contractor|supervisor|project lead(?:er)?'
const SELVES = [
  /(?<!\p{L})(?:als (?:de |het )?(?:enige|enigste|jongste|oudste|nieuwste|nieuwe)|ik (?:ben|was|werd) (?:hier |nu |toen )?de (?:enige|eerste|jongste|oudste|nieuwste|nieuwe)|de enige (?:\p{L}+ )?(?:die|man|vrouw|in|van|bij|op))(?!\p{L})/giu,
  new RegExp(`(?<!\\p{L})(?:ik,? )?als (?:de |een )?(?:\\p{L}+ )?(?:${ROLES})(?!\\p{L})`, 'giu'),
  new RegExp(
    `(?<!\\p{L})(?:ik (?:ben|was|werk als)|in mijn (?:rol|functie|werk) als) (?:de |een )?(?:\\p{L}+ )?(?:${ROLES})(?!\\p{L})`,
    'giu',
  ),
  /(?<!\p{L})(?:mijn (?:functie|eerste werkdag|eerste week|vorige (?:baan|gemeente|werkgever|functie)|man|vrouw|partner|zoon|dochter|zwangerschap|verlof|ziekte|burn-?out|geloof|afkomst|handicap|beperking|diagnose)|toen ik (?:hier )?(?:begon|net begon|ziek was|zwanger was|terugkwam|nog bij)|sinds ik (?:hier|bij|terug)|ik (?:ben|was) (?:pas |net |zelf )?(?:nieuw|zwanger|ziek|gescheiden|alleenstaand)|ik werk hier (?:pas|al|nu|sinds))(?!\p{L})/giu,
  /(?<!\p{L})(?:as the (?:only|youngest|oldest|newest|new)|i(?:’m| am| was) (?:here )?(?:the (?:only|first|youngest|oldest|newest|new)|new here|pregnant|ill)|the only (?:\p{L}+ )?(?:one|man|woman|person|who)|my (?:previous|former|old) (?:job|employer|municipality)|my (?:husband|wife|partner|son|daughter|pregnancy|illness|leave|disability|diagnosis|accent|religion|first (?:day|week))|when i (?:started|began|joined|came back)|since i (?:joined|started|came)|i have worked here)(?!\p{L})/giu,
  new RegExp(
    `(?<!\\p{L})(?:i am|i’m|i was|as|in my role as) (?:the |a |an )(?:\\p{L}+ )?(?:${ENGLISH_ROLES})(?!\\p{L})`,
    'giu',
  ),
]

const found = (text: string, kind: SignKind, signs: readonly RegExp[]): Sign[] =>
  signs.flatMap((sign) =>
    [...text.matchAll(sign)].map(({ index, 0: match }) => ({ kind, from: index, to: index + match.length })),
  )

/** What can be seen without knowing anybody: personal data as everywhere, addresses, numbers of cases, words on oneself. */
export function plainSigns(text: string, phones: PhoneNumbers): Sign[] {
  const straight = text.replaceAll("'", '’')
  return [
    ...numbersIn(text, phones),
    ...found(text, 'address', ADDRESSES),
    ...found(text, 'case', CASES),
    ...found(straight, 'self', SELVES),
  ]
}
