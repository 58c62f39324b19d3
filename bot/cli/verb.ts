import type { Exact } from '../../services/core/told.ts'
import type { App } from '../app.ts'
import type { Config } from '../config/config.ts'

/** What a machine reads. A plain number does not compile: see `services/core/told.ts`. */
export type Json = string | boolean | null | undefined | Exact | readonly Json[] | { readonly [name: string]: Json }

/** Why numbers may be told that nobody has looked at one by one. */
type Because =
  | 'the roster holds them, and no person chose what it says'
  | 'these people were made up'
  | 'they measure a search'
  | 'at least eleven managers'
  | 'the rules hold them'
  | 'the file holds them, which the operator has'
  | 'the whole store is in the hands of who copies it'

/** Numbers for a machine, with the reason why they tell nothing of what anybody did. */
export const told = (value: object, _because: Because): Json => value as unknown as Json

/** What an operator sees: lines to read, and the same as JSON for machines. */
export interface Result {
  lines: string[]
  /** Without a number, but one of which somebody said that no person chose it. */
  json: Json
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
  /** Who keeps what names nobody. */
  keeper: string | undefined
  /** What a list is called, where that is not the name of its file. */
  source: string | undefined
  /** The lines of which somebody said that they are meant so. */
  allow: string | undefined
  /** Take away what the file has not. */
  replace: boolean
  /** How many would be taken away, as it was printed. */
  gone: string | undefined
  /** The value of an option that the usage asks for: without it the verb does not begin. */
  needed(option: 'tenant' | 'prompt' | 'person' | 'from' | 'to' | 'window' | 'out'): string
}

/** Most verbs work on the app over the store of the settings; the others name their stores themselves. */
export type Verb = AppVerb | StoreVerb

interface Told {
  /** What it takes. Its options are read from this: an option that is not in it is refused, one without [ ] must be given. */
  usage: string
  /** What it does, in one line. */
  does: string
}

export interface AppVerb extends Told {
  /**
   * Whether it may be the first to use a store, and so makes the key of this house in it. It is done in memory first: what
   * it refuses begins no house.
   */
  begins?: boolean
  /** Whether it only looks this time. Where there is no store yet, it looks at an empty one in memory. */
  looksOnly?(args: Args): boolean
  run(app: App, args: Args, settings: Config): Promise<Result>
}

interface StoreVerb extends Told {
  runAlone(args: Args): Promise<Result>
}

export type Verbs = Record<string, Verb>
