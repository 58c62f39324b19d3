/** With how many of its first letters a place in a text is looked up. */
export const OPENING = 4

/** The beginning of what a pattern matches. It is `whole` where the pattern goes on behind it, so that more can be added. */
interface Beginning {
  text: string
  whole: boolean
}

const START: readonly Beginning[] = [{ text: '', whole: true }]
const isQuantified = (rest: string) => /^[*+?{]/.test(rest)

/**
 * With which letters a match of a pattern may begin: every match begins with one of these. Each is at most `OPENING` letters,
 * and shorter where the pattern leaves open what follows. Only what fields of words are made of is understood: letters, groups with
 * alternatives, and what may be left out. Whatever else stands there ends the beginning, which is then a shorter one.
 */
export function openingsOf(pattern: string): Set<string> {
  return new Set(alternatives(pattern).map(({ text }) => text))
}

function alternatives(pattern: string): Beginning[] {
  return parted(pattern).flatMap((one) => beginnings(one))
}

/** Cut at each `|` that stands in no group and in no class. */
function parted(pattern: string): string[] {
  const parts = ['']
  let depth = 0
  for (const piece of pattern.match(/\\.|./gsu) ?? []) {
    if (piece === '(' || piece === '[') depth++
    if (piece === ')' || piece === ']') depth--
    if (piece === '|' && depth === 0) parts.push('')
    else parts[parts.length - 1] += piece
  }
  return parts
}

function beginnings(sequence: string): Beginning[] {
  let found = START.slice()
  let rest = sequence
  while (rest && found.some(({ whole }) => whole)) {
    const { next, after } = first(rest)
    const isOptional = after.startsWith('?') && next !== undefined
    rest = isOptional ? after.slice(1) : after
    // What repeats, and what is no letter and no group, says no more about how a match begins.
    const isOpen = next === undefined || isQuantified(rest)
    found = found.flatMap((one) => (one.whole ? longer(one, next ?? [], isOptional, isOpen) : [one]))
    if (isOpen) break
  }
  return found
}

function longer(before: Beginning, next: readonly Beginning[], isOptional: boolean, isOpen: boolean): Beginning[] {
  if (isOpen) return [{ ...before, whole: false }]
  const added = next.map(({ text, whole }) => {
    const all = before.text + text
    return { text: all.slice(0, OPENING), whole: whole && all.length < OPENING }
  })
  return isOptional ? [...added, before] : added
}

/** The first piece of a sequence, as the beginnings it stands for, and what is behind it. */
function first(sequence: string): { next?: Beginning[]; after: string } {
  if (sequence.startsWith('(?:')) {
    const end = endOfGroup(sequence)
    return { next: alternatives(sequence.slice(3, end)), after: sequence.slice(end + 1) }
  }
  const [letter = ''] = sequence
  const isLetter = /[\p{L}\p{N} '’,;:&@-]/u.test(letter)
  const after = sequence.slice(letter.length)
  return isLetter ? { next: [{ text: letter, whole: true }], after } : { after }
}

function endOfGroup(sequence: string): number {
  let depth = 0
  for (let at = 0; at < sequence.length; at++) {
    if (sequence[at] === '\\') at++
    else if (sequence[at] === '(') depth++
    else if (sequence[at] === ')' && --depth === 0) return at
  }
  throw new Error('a group is not closed')
}
