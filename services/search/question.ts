import type { Language } from '../core/ports.ts'

/** `maybe` means: ask the person which of the two it is. */
export type QuestionLikelihood = 'yes' | 'maybe' | 'no'

const GREETING =
  /^(?:(?:@?leermoment|hoi|ha|hallo|hey|hi|hello|beste|dear|dag|goede(?:morgen|middag)|good (?:morning|afternoon))(?: (?:leermoment|allemaal|collega'?s|team|all|everyone|colleagues))?\s*[,.!:–-]*\s+)+/
const ENDS_ASKING = /\?[\s?!.)"'”»]*$/
const NEXT_SENTENCE = /[.!?;:]\s+|\n\s*/

/** What one may not know, as a subordinate clause begins. */
const WHAT_NL = '(?:hoe|hoeveel|of|wat|wie|wanneer|welke?|waar[a-z]*)'
const WHAT_EN = '(?:how|if|whether|what|who|when|which|where|why)'

/** Forms that are hardly ever anything but a question to others. They count in either language. */
const strong = beginsWith(
  'wie (?:weet|kan|kent|heeft)',
  '(?:weet|kan|kent|heeft|is er) (?:er )?iemand',
  'weet (?:jij|jullie|u)',
  `weet je (?:misschien )?${WHAT_NL}`,
  '(?:kan|kun|kunt|kunnen) (?:jij|je|jullie|u)',
  `ik weet (?:(?:eigenlijk|nog|even|echt|ook|zelf) )*niet (?:meer |goed |precies |zeker )?${WHAT_NL}`,
  'ik weet het (?:(?:eigenlijk|nog|even|echt|ook|zelf) )*niet',
  `ik heb (?:echt |nog )?geen idee ${WHAT_NL}`,
  'ik heb een vraag',
  'vraag(?:je)? ?:',
  'who (?:knows|can|has)',
  'does any(?:one|body)(?: here)? know',
  '(?:can|has|is there) any(?:one|body)',
  '(?:can|could|do) you',
  `i (?:(?:really|still|just) )?(?:don'?t|do not) know (?:exactly )?${WHAT_EN}`,
  "i (?:(?:really|still|just) )?(?:don'?t|do not) know(?: yet)?[.!]*$",
  `i have no idea ${WHAT_EN}`,
  'i have a question',
  'question ?:',
)

/** Words that begin a question, and as easily a thing learned: "hoe je iemand aan het praten krijgt". */
const weak: Record<Language, RegExp> = {
  nl: beginsWith('(?:hoe|hoeveel|wat|wie|wanneer|welke?|waar[a-z]*)', '(?:kan|mag|moet) (?:ik|we|wij|een)'),
  en: beginsWith('(?:how|what|who|whose|when|which|where|why)', '(?:can|may|should) (?:i|we|a)'),
}

/** Whether a typed text asks something of others, rather than telling what was learned. */
export function isQuestion(text: string, language: Language): QuestionLikelihood {
  const plain = plainly(text)
  if (strong.test(plain) || ENDS_ASKING.test(plain)) return 'yes'
  const [first = '', ...later] = plain.split(NEXT_SENTENCE)
  const asksFirst = weak[language].test(plain) || plain.startsWith(`${first}?`)
  return asksFirst || later.some((sentence) => strong.test(sentence)) ? 'maybe' : 'no'
}

/** Lower case, one kind of apostrophe, single spaces (line breaks end a sentence), and no greeting in front. */
function plainly(text: string): string {
  const lower = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘ʼ`]/g, "'")
  return lower
    .replace(/[^\S\n]+/g, ' ')
    .trim()
    .replace(GREETING, '')
}

function beginsWith(...forms: string[]): RegExp {
  return new RegExp(`^(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'u')
}
