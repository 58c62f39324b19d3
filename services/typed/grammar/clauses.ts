/** A typed text, cut into what the rules look at. */
export interface Clause {
  /** In lower case, without marks. */
  words: readonly string[]
  /** What it ends with: `?`, `!`, `..`, `,`, `:`, `;`, or nothing. */
  mark: string
}

export interface Typed {
  /** Without greeting, quotes, pictures and thanks at the end; lower case. */
  plain: string
  /** All of it, greeting and all. */
  words: readonly string[]
  clauses: readonly Clause[]
  /** The clauses of one sentence together. */
  sentences: readonly (readonly Clause[])[]
  /** There are only pictures and marks, no words. */
  isWordless: boolean
}

const GREETINGS =
  '(?:hoi+|ho[iy]+|ha+i*|ha[il]lo+|hallo+|hey+|hee+|hé|hi+|hello|yo+|ewa|fakka|fawaka|moin|moi|ola|dag|beste|dear|gegroet|lieve|g(?:oe|eu)(?:de|ie|i)?\\s?(?:morgen?|middag|navond|avond|dag|endag)|goeie|goedendag|goedenavond|goedemiddag|goedemorgen|good (?:morning|afternoon|evening)|morning|morgen|mogge|middag|@?leermoment(?: bot)?)'
const ADDRESSED =
  "(?:daar|hier|groep|toppers|allemaal|allen|iedereen|mensen|lui|luitjes|jongens|team|dames|heren|en|leermoment|bot|collega'?s?|collegas|dames en heren|all|everyone|everybody|there|team|colleagues|folks|you)"
const GREETING = new RegExp(`^(?:${GREETINGS}(?![\\p{L}])(?:\\s+${ADDRESSED}(?![\\p{L}]))*\\s*[,.!:;–—-]*\\s*)+`, 'u')
/** "Beste Karin," and "Hoi Jan de Vries,": somebody is addressed by name. */
const ADDRESS = new RegExp(`^${GREETINGS}(?:\\s+[\\p{L}.'’-]+){1,3}\\s*[,!]\\s*`, 'u')

const PICTURES =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f|\u20e3|[\u{1f1e6}-\u{1f1ff}]|[:;8=]-?[)(dpo|/\\]+(?=\s|$)|<3|xd(?=\s|$)/giu
const SENTENCE_END = /[.!?]+(?=\s|$)|[\n]+/u
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'.&/+-]*/gu

/** Lower case, one kind of apostrophe, single spaces. */
const lowered = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/…/g, '...')
    .replace(/[^\S\n]+/g, ' ')
    .trim()

const wordsOf = (text: string) => (text.match(WORD) ?? []).map((word) => word.replace(/[.'-]+$/, '')).filter(Boolean)

export function typedText(text: string): Typed {
  const all = lowered(text)
  const bare = all.replace(PICTURES, ' ').replace(/ +/g, ' ').trim()
  const isWordless = !/[\p{L}\p{N}]/u.test(bare)
  const opened = bare.replace(ADDRESS, '')
  const plain = (opened === '' ? bare : opened).replace(GREETING, '').trim()
  const sentences = cut(plain)
  return { plain, words: wordsOf(bare), clauses: sentences.flat(), sentences, isWordless }
}

function cut(plain: string): Clause[][] {
  const sentences: Clause[][] = []
  let rest = plain
  while (rest) {
    const end = SENTENCE_END.exec(rest)
    const piece = end ? rest.slice(0, end.index) : rest
    const mark = end ? (end[0].includes('?') ? '?' : end[0].includes('!') ? '!' : '..') : ''
    rest = end ? rest.slice(end.index + end[0].length).replace(/^["')\s]+/, '') : ''
    const parts = piece.split(/([,;:]|\s[–—-]\s)/u)
    const clauses: Clause[] = []
    for (let place = 0; place < parts.length; place += 2) {
      const words = wordsOf(parts[place] ?? '')
      if (words.length > 0) clauses.push({ words, mark: (parts[place + 1] ?? mark).trim() || mark })
    }
    const last = clauses.at(-1)
    if (last) sentences.push([...clauses.slice(0, -1), { ...last, mark }])
  }
  return sentences
}
