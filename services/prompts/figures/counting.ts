import type { PersonId } from '../../core/ports.ts'

/** What became of one question to one person, as long as it is counted; it is kept nowhere. */
export interface Outcome {
  person: PersonId
  prompt: string
  version: number
  /** They did something with it: that is writing to the bot. */
  wrote: boolean
  answered: boolean
  shared: boolean
}

/** How one wording did in one closed week. */
export interface Count {
  prompt: string
  version: number
  /** How many of the one set it was for, whatever they did. */
  asked: number
  answered: number
  shared: number
}

/** The one set that figures are about. */
export interface Counted {
  size: number
  has(person: PersonId): boolean
}

/** A question that fewer of the set got was not everybody's: nothing is told of it. */
const NEARLY_ALL = 0.9

/**
 * The counts of a week: of the one question that nearly everybody of the set was asked, and of nobody else. Where it had
 * one wording, `asked` is the whole set: people who left, or cannot be reached, did not answer.
 */
export function countsOf(outcomes: readonly Outcome[], set: Counted): Count[] {
  const inSet = outcomes.filter(({ person }) => set.has(person))
  const groups = [...Map.groupBy(inSet, ({ prompt }) => prompt)]
  const [prompt, all] = groups.find(([, { length }]) => length >= NEARLY_ALL * inSet.length) ?? []
  if (!prompt || !all) return []
  const versions = [...Map.groupBy(all, ({ version }) => version)]
  return versions.map(([version, own]) => ({
    prompt,
    version,
    asked: versions.length === 1 ? set.size : own.length,
    answered: own.filter(({ answered }) => answered).length,
    shared: own.filter(({ shared }) => shared).length,
  }))
}

/** The same wording over several weeks. */
export const together = (counts: readonly Count[]): Omit<Count, 'prompt' | 'version'> => {
  const total = { asked: 0, answered: 0, shared: 0 }
  for (const count of counts)
    for (const what of Object.keys(total) as (keyof typeof total)[]) total[what] += count[what]
  return total
}

/** In percent, to the nearest five; never none and never all, for that would be about each of them. */
export const shareOf = (count: number, of: number): number =>
  Math.min(95, Math.max(5, Math.round((count / of) * 20) * 5))
