/**
 * How people are called, in one place: the first name to greet somebody with, the parts of a name, and who is meant by
 * a name as somebody types it. The order of the parts, accents, apostrophes, hyphens, brackets and points do not matter.
 */

/** Letters that Unicode does not take apart. */
const PLAIN: Record<string, string> = { ı: 'i', ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd' }

/** In lower case and without accents. */
export const plainLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    // A capital with a dot of its own becomes a letter and a mark.
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ıøłđßæœþð]/g, (letter) => PLAIN[letter] ?? letter)

/** What comes between first and last names, and says nothing by itself. */
export const BETWEEN: ReadonlySet<string> = new Set(
  'van de den der het t ten ter te d s el al la le du des von zu bin ben da dos'.split(' '),
)

/** What may stand within a word of a name: "Anne-Marie", "d'Hondt", "O’Brien". */
const WITHIN = /[-‐‑'’‘`´]/u

interface Word {
  whole: string
  parts: string[]
}

function wordsOf(text: string): Word[] {
  const words = plainLetters(text).split(/[^\p{L}\p{N}\-‐‑'’‘`´]+/u)
  return words.flatMap((word) => {
    const parts = word.split(WITHIN).filter(Boolean)
    return parts.length > 0 ? [{ whole: parts.join(''), parts }] : []
  })
}

/** Every part of a name, whatever is around it: "Wit-Bakker, Anne-Marie de" has wit, bakker, anne, marie, annemarie. */
export function partsOfName(name: string): Set<string> {
  return new Set(wordsOf(name).flatMap(({ whole, parts }) => [whole, ...parts]))
}

const INITIALS = /^(?:\p{L}{1,2}\.-?)+$/u

/** The name to greet somebody with: of "Vries, Jan de" it is Jan, of "Groen, W. (Wil)" it is Wil. */
export function firstName({ name }: { name: string }): string {
  const [before = '', called = ''] = name.split(/[()]/u)
  const [last = '', given] = before.split(',')
  const [first = ''] = (given?.trim() || last).trim().split(/\s+/)
  if (!INITIALS.test(first)) return first || name
  return called.trim().split(/\s+/)[0] || before.trim().replace(/^(.+?),\s*(.+)$/u, '$2 $1')
}

const inOneOrder = (text: string): string =>
  wordsOf(text)
    .map(({ whole }) => whole)
    .sort()
    .join(' ')

/** The same name, in whatever order and spelling; what is in brackets behind it is no part of it. */
export const sameName = (name: string): string => inOneOrder(name.split('(', 1)[0] ?? name)

interface Named {
  name: string
  unit: readonly string[]
}

export type Called<P> = { kind: 'one'; person: P } | { kind: 'nobody' } | { kind: 'several'; people: P[] }

/** Whether every typed word is a part of the name, and one of them says something. */
function holds(parts: ReadonlySet<string>, typed: readonly Word[], beside: ReadonlySet<string>): boolean {
  const isIn = (set: ReadonlySet<string>) => (word: Word) =>
    set.has(word.whole) || word.parts.every((part) => set.has(part))
  const [inName, inTeam] = [isIn(parts), isIn(beside)]
  return (
    typed.every((word) => inName(word) || inTeam(word)) &&
    typed.some((word) => inName(word) && !BETWEEN.has(word.whole))
  )
}

const NOTHING: ReadonlySet<string> = new Set()

/**
 * Whom somebody means by a name as people write it: "Karin de Wit", "Wit, Karin de", "karin" where there is one, or with the
 * team behind it where there are more. A name that fits exactly comes before one that holds it, and a name before a team.
 */
export function personCalled<P extends Named>(everyone: readonly P[], typed: string): Called<P> {
  const words = wordsOf(typed)
  const whole = words.map((word) => word.whole).join('')
  const asTyped = inOneOrder(typed)
  const among = (fits: (one: P) => boolean) => everyone.filter(fits)
  const found = [
    () => among(({ name }) => sameName(name) === asTyped),
    () => among(({ name }) => holds(partsOfName(name), words, NOTHING) || (whole !== '' && wholeOf(name) === whole)),
    () => among(({ name, unit }) => holds(partsOfName(name), words, partsOfName(unit.at(-1) ?? ''))),
  ]
  if (whole === '') return { kind: 'nobody' }
  for (const look of found) {
    const [person, ...more] = look()
    if (person) return more.length > 0 ? { kind: 'several', people: [person, ...more] } : { kind: 'one', person }
  }
  return { kind: 'nobody' }
}

const wholeOf = (name: string) =>
  wordsOf(name)
    .map((word) => word.whole)
    .join('')

/** How somebody is shown: with the team behind the name where two have it. */
export const shownName = ({ name, unit, isNamesake }: Named & { isNamesake?: true | undefined }): string =>
  isNamesake ? `${name} (${unit.at(-1) ?? ''})` : name

/** The names that more than one of these people have. */
export function sharedNames(everyone: readonly { name: string }[]): ReadonlySet<string> {
  const all = Map.groupBy(everyone, ({ name }) => sameName(name))
  return new Set([...all].flatMap(([name, people]) => (people.length > 1 ? [name] : [])))
}
