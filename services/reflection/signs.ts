import { type PersonalKind, type Spotted, spotted } from '../core/personal-data.ts'
import type { OTHER_SIGNS } from './schema.ts'

/** By what somebody may be recognised in a text. */
export type SignKind = PersonalKind | (typeof OTHER_SIGNS)[number]

export interface Sign extends Omit<Spotted, 'kind'> {
  kind: SignKind
}

const STREET =
  'straat|laan|weg|plein|kade|hof|singel|dijk|gracht|steeg|dreef|plantsoen|pad|park|markt|baan|wal|burg|haven|erf|kamp|veld|oord'
const ENGLISH_STREET = 'street|road|avenue|lane|square|court'
const ADDRESSES = [
  new RegExp(
    `\\p{Lu}[\\p{L}-]*(?: (?:\\p{L}+ )?)?(?:${STREET})\\s+\\d{1,4}(?:\\s?[a-z]|-\\d{1,3})?(?![\\p{L}\\d])`,
    'gu',
  ),
  new RegExp(`\\p{Lu}\\p{L}+ (?:${ENGLISH_STREET})\\s+\\d{1,4}(?![\\p{L}\\d])`, 'giu'),
  new RegExp(`(?<![\\p{L}\\d])\\d{1,4} \\p{Lu}\\p{L}+ (?:${ENGLISH_STREET})(?!\\p{L})`, 'giu'),
  // A postal code; "2026 AD" and the like have no such letters together with a street, and are told all the same.
  /(?<![\p{L}\d])[1-9]\d{3}\s?[A-Z]{2}(?![\p{L}\d])/gu,
  /(?<!\p{L})huisnummer\s+\d{1,4}\p{L}?/giu,
]

const CASES = [
  /(?<!\p{L})(?:zaak|dossier|kenmerk|klacht|melding|bezwaar|vergunning|aanvraag|case|file|ticket|reference)[\s-]*(?:nummer|nr\.?|number|no\.?|id)?\s*[:#]?\s*(?=[\p{L}/.-]{0,6}\d)[A-Z\d][A-Z\d/.-]{3,}(?<=\d\D{0,2})/giu,
  /(?<![\p{L}\d/.-])[A-Z]{1,5}[-/.]?\d{2,4}[-/.]\d{2,}(?:[-/.]\d+)*(?![\p{L}\d])/gu,
  /(?<![\p{L}\d/.-])20\d{2}[-/.]\d{3,}(?![\p{L}\d])/gu,
  /(?<![\p{L}\d/.,€-])(?:[A-Z]{1,3}-?)?\d{5,}(?![\p{L}\d]|[.,]\d)/gu,
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
export function plainSigns(text: string): Sign[] {
  const straight = text.replaceAll("'", '’')
  return [
    ...spotted(text),
    ...found(text, 'address', ADDRESSES),
    ...found(text, 'case', CASES),
    ...found(straight, 'self', SELVES),
  ]
}
