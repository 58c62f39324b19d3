import type { PersonId } from '../../core/ports.ts'

/** What became of one question to one person, as long as it is counted; it is kept nowhere. */
export interface Outcome {
  person: PersonId
  prompt: string
  version: number
  answered: boolean
  later: boolean
  skipped: boolean
  shared: boolean
}

/** How one wording did in one closed week. */
export interface Count {
  prompt: string
  version: number
  asked: number
  answered: number
  later: number
  skipped: number
  shared: number
}

/** From so many who answered something is kept of a week. */
export const RESPONDENTS = 25

const sum = (all: readonly Outcome[], is: (one: Outcome) => boolean) => all.filter(is).length

/**
 * The counts of a week, of the wordings that enough people answered. A week in which fewer did leaves nothing behind: so
 * what is added up later is never, from one week to the next, about few people.
 */
export function countsOf(outcomes: readonly Outcome[]): Count[] {
  const groups = Map.groupBy(outcomes, ({ prompt, version }) => `${prompt} ${version}`)
  return [...groups.values()].flatMap((all) => {
    const [first] = all
    const answered = sum(all, (one) => one.answered)
    if (!first || answered < RESPONDENTS) return []
    const { prompt, version } = first
    return [
      {
        prompt,
        version,
        asked: all.length,
        answered,
        later: sum(all, (one) => one.later),
        skipped: sum(all, (one) => one.skipped),
        shared: sum(all, (one) => one.shared),
      },
    ]
  })
}

/** The same wording over several weeks. */
export const together = (counts: readonly Count[]): Omit<Count, 'prompt' | 'version'> => {
  const total = { asked: 0, answered: 0, later: 0, skipped: 0, shared: 0 }
  for (const count of counts)
    for (const what of Object.keys(total) as (keyof typeof total)[]) total[what] += count[what]
  return total
}

/** In percent, to the nearest five; never none and never all, for that would be about each of them. */
export const shareOf = (count: number, of: number): number =>
  Math.min(95, Math.max(5, Math.round((count / of) * 20) * 5))
