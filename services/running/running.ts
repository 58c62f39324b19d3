import type { Instant, Language, PersonId } from '../core/ports.ts'
import type { HERE, PAGES } from './schema.ts'

/** Who asks what runs. */
export interface Reader {
  tenant: string
  person: PersonId
  language: Language
}

/** One thing that runs, in the words of the feature that it belongs to. */
export interface RunningLine {
  /** Whether it waits for this person, or they wait for it. */
  turn: 'yours' | 'others'
  /** Who has it now, by name: only somebody who said yes to it (R36). The sentence goes on in `what`. */
  holder?: string
  what: string
  /** More about it, on a line of its own; may be a person's words. */
  about: string
  /** Until when, or the day on which something happens. */
  until?: Instant
  /** The press that leads to it. It changes nothing. */
  opens: { verb: string; data: Record<string, string> }
  /** The page of the tab on which the same can be read or done; absent where there is none. */
  page?: (typeof PAGES)[number]
  /** What the page of all that runs can do about it in place. */
  here?: (typeof HERE)[number]
  /** An intention of which it is time to say how it went: the page takes the answer in place. */
  intention?: { id: string; after: 2 | 6 | 12 }
}

/** What a feature tells of itself. It reads a bounded number of documents, each by its partition. */
export type LinesOf = (reader: Reader) => Promise<readonly RunningLine[]>

/** What waits for somebody and what they wait for, each in the order of its days. */
export interface Running {
  yours: readonly RunningLine[]
  others: readonly RunningLine[]
}

/** What has no day comes after what has one. */
const inOrder = (lines: readonly RunningLine[]): RunningLine[] =>
  lines.toSorted((one, other) => (one.until ?? '~').localeCompare(other.until ?? '~'))

/** Gathers what every feature tells, and knows none of them. */
export function running({ sources }: { sources(): readonly LinesOf[] }) {
  return {
    async of(reader: Reader): Promise<Running> {
      const lines = (await Promise.all(sources().map((linesOf) => linesOf(reader)))).flat()
      return {
        yours: inOrder(lines.filter(({ turn }) => turn === 'yours')),
        others: inOrder(lines.filter(({ turn }) => turn === 'others')),
      }
    },
  }
}

export type RunningService = ReturnType<typeof running>
