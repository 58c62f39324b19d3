import { GIVEN_NAMES } from '../core/given-names.ts'
import { BETWEEN, partsOfName } from '../core/names.ts'
import { plainSigns, type Sign, type SignKind } from './signs.ts'

/** What has to be known of a municipality to see whom a text may point at. */
export interface Surroundings {
  /** Everybody on the roster: the very same list as long as the roster is the same. */
  everyone: readonly { name: string }[]
  /** Whether many people use a word, in Dutch or English. */
  isFamiliar(word: string): boolean
}

const WORD = /[\p{L}\p{M}]+(?:[-’'][\p{L}\p{M}]+)*/gu
const TITLE = /^(?:mevrouw|meneer|mijnheer|heer|familie|dokter|wethouder|burgemeester|miss)$/i
/** Ends in a point, after which no sentence begins. */
const SHORT_TITLE = /^(?:mevr|mw|dhr|fam|dr|mr|mrs|ms)$/i
/** Shorter words are no names by themselves, and everybody uses them. */
const LEAST = 3
/** Capitals alone are an abbreviation. */
const CAPITALS = /^\p{Lu}+$/u
/** So many letters make a word that may be somebody's own. */
const RARE = 4

interface Word {
  text: string
  from: number
  to: number
  /** Behind a point or at the beginning every word has a capital. */
  first: boolean
}

/** The most telling one first: what is two things is said to be this one. */
const ORDER: readonly SignKind[] = ['bsn', 'email', 'phone', 'address', 'case', 'name', 'self', 'rare']

/**
 * Every place in a text by which somebody may be recognised: in the order of the text, none within another. It warns and
 * decides nothing; who wrote it decides.
 */
export function signsIn(text: string, around: Surroundings): Sign[] {
  const words = wordsOf(text)
  const rare = words.filter((word) => isRare(word, around)).map((word) => signOf('rare', word))
  const all = [...plainSigns(text), ...namesIn(words, around), ...rare]
  const kept: Sign[] = []
  for (const one of all.sort(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || b.to - b.from - (a.to - a.from),
  ))
    if (kept.every(({ from, to }) => one.to <= from || to <= one.from)) kept.push(one)
  return kept.sort((one, other) => one.from - other.from)
}

const signOf = (kind: SignKind, { from, to }: Pick<Word, 'from' | 'to'>): Sign => ({ kind, from, to })

function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ index: from, 0: word }) => ({
    ...{ text: word, from, to: from + word.length },
    first: /(?:^|[.!?:;\n"“„‘(])\s*$/u.test(text.slice(0, from)),
  }))
}

const isCapital = (word: string) => /^\p{Lu}/u.test(word) && !CAPITALS.test(word)

function isRare({ text }: Word, { isFamiliar }: Surroundings): boolean {
  if (text.length < RARE || CAPITALS.test(text)) return false
  return !isFamiliar(text) && !text.split(/[-’']/).every((part) => part.length < LEAST || isFamiliar(part))
}

/** Read once for a list, however many texts are held beside it. */
const read = new WeakMap<Surroundings['everyone'], ReadonlySet<string>>()

function partsOf(everyone: Surroundings['everyone']): ReadonlySet<string> {
  const known = read.get(everyone)
  if (known) return known
  const all = everyone.flatMap(({ name }) => [...partsOfName(name)])
  const parts = new Set(all.filter((part) => part.length >= LEAST && !BETWEEN.has(part)))
  read.set(everyone, parts)
  return parts
}

/** The names of colleagues in whatever case, and what looks like the name of anybody else. */
function namesIn(words: readonly Word[], around: Surroundings): Sign[] {
  const roster = partsOf(around.everyone)
  const named = words.map((word, at) => isTitled(words, at) || isName(word, roster, around))
  const signs: Sign[] = []
  for (const [at, word] of words.entries()) {
    if (!named[at]) continue
    const last = signs.at(-1)
    const between = words.slice(0, at).findLastIndex((_, place) => named[place])
    const joined = words.slice(between + 1, at).every(({ text }) => BETWEEN.has(text.toLowerCase()))
    if (last && joined && word.from - last.to < 12) last.to = word.to
    else signs.push(signOf('name', word))
  }
  return signs
}

/** "Mevrouw de Boer": whatever is called so has a name, also where that is a word too. */
function isTitled(words: readonly Word[], at: number): boolean {
  const [word, before] = [words[at], words.slice(0, at).findLast(({ text }) => !BETWEEN.has(text.toLowerCase()))]
  if (!word || !before || !isCapital(word.text) || word.text.length < LEAST) return false
  return SHORT_TITLE.test(before.text) || (TITLE.test(before.text) && !word.first)
}

function isName({ text, first }: Word, roster: ReadonlySet<string>, { isFamiliar }: Surroundings): boolean {
  if (text.length < LEAST) return false
  const own = [...partsOfName(text)].find((part) => roster.has(part))
  if (GIVEN_NAMES.has(text.toLowerCase()) && (isCapital(text) || own)) return true
  // A name that is a word too, as Bakker and Visser are, is one where it has a capital that nothing else asks for.
  if (own) return !isFamiliar(own) || (isCapital(text) && !first)
  return isCapital(text) && !first && !isFamiliar(text)
}
