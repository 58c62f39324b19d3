/** The rules that this municipality chose, as far as the papers tell them. */
export interface RulesTold {
  k: number
  topic: number
  quotes: number
  quotesPaused: boolean
  paused: boolean
  decides?: 'works-council' | 'admin' | undefined
}

/** How long a collection keeps a document. */
export type Kept = { name: string; milliseconds?: number }

/** All that the papers are made of: nothing in them is about one person on the roster. */
export interface DossierGiven {
  /** The day on which they are made, as 2026-11-30. */
  on: string
  tenant: string
  /** Who is responsible for the processing, as a name and an address. Absent while nobody set it, as the next three. */
  controller?: string | undefined
  /** The data protection officer. */
  officer?: string | undefined
  legalBasis?: string | undefined
  adviser?: string | undefined
  policy: RulesTold
  /** What follows from the rules: how many people make a group, and of how many who could have answered a list is told. */
  floors: { block: number; couldAnswer: number }
  /** What the works council agreed to last, if that is what holds now. */
  agreement?: { on: string; reference: string } | undefined
  systems: {
    store: 'sqlite' | 'cosmos'
    queue: 'store' | 'azure'
    /** The municipality's own endpoint for what texts mean. */
    embedding: boolean
    telemetry: 'insights' | 'otlp' | 'none'
    identity: 'secret' | 'managed' | 'none'
    /** The key of the hashed ids lies outside the store. */
    keyOutside: boolean
  }
  collections: readonly Kept[]
}

/** One paper: the name of its file and its text. */
export interface Paper {
  file: string
  text: string
}
