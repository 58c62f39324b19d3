import type { App } from '../app.ts'

/** What an operator sees: lines to read, and the same as JSON for machines. */
export interface Result {
  lines: string[]
  json: unknown
  /** What to do when it did not come out well. The command then ends with 1. */
  remedy?: string
}

/** Something the operator can mend: one line, what is wrong and the remedy. */
export class Remedy extends Error {
  override readonly name = 'Remedy'
}

export interface Args {
  words: string[]
  /** As it was given; undefined when it was not. */
  tenant: string | undefined
  now: boolean
  /** Whether each query gets a slip of the hand. */
  typos: boolean
  /** Look on until it is over. */
  watch: boolean
  /** Say what would be done, and write nothing. */
  dryRun: boolean
  /** Refuse the file where a row or cell of it cannot be used. */
  strict: boolean
  /** How many may leave the roster, as it was printed. */
  leavers: string | undefined
  /** How many may lose their manager, role or unit, as it was printed. */
  changes: string | undefined
  /**
   * The value of an option as it was given.
   * @throws {Remedy} when it is not there
   */
  needed(option: 'tenant' | 'prompt' | 'person' | 'from' | 'to' | 'window'): string
}

/** Most verbs work on the app over the store of the settings; the others name their stores themselves. */
export type Verb = AppVerb | StoreVerb

interface AppVerb {
  usage: string
  /** Whether it may be the first to use a store, and so makes the key of this house in it. */
  begins?: boolean
  /** Whether it only looks this time. Where there is no store yet, it looks at an empty one in memory. */
  looksOnly?(args: Args): boolean
  run(app: App, args: Args): Promise<Result>
}

interface StoreVerb {
  usage: string
  runAlone(args: Args): Promise<Result>
}

export type Verbs = Record<string, Verb>
