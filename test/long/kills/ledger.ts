import { letters } from './town.ts'

/** Where some words have to be found in somebody's export, and how often. */
export interface Exported {
  person: string
  part: string
  times: number
}

/**
 * Words that somebody wrote, found by a marker that is in them and nowhere else. What is said of them is what was
 * acknowledged last: each step of a story says it anew once the service has answered.
 */
export interface Written {
  marker: string
  person: string
  what: string
  /** How often they lie in each collection; in one that is not named they do not. */
  kept: Record<string, number>
  exported: Exported[]
  /** A step about them was not answered as it should be: then nobody knows where they are to be. */
  unsure?: true
}

/** A question to colleagues. */
export interface Asked {
  id: string
  asker: string
  words: Written
  /** Who wrote an answer, in order. */
  answers: { by: string; words: Written }[]
  /** Somebody is about to answer, to thank, or to close it. */
  isTaken: boolean
  isThanked: boolean
}

/** Something that a colleague shared by name, and may still be reported or taken back. */
export interface Shared {
  words: Written
  moment: string
}

const MARKERS = 26 ** 6
/** Odd, and no multiple of 13: it comes by every marker once. */
const SPREAD = 7_654_321

const MOST_REMEMBERED = 40

/** What the service acknowledged, and what was tried. */
export function openLedger() {
  const written: Written[] = []
  const settings = new Map<string, Record<string, unknown>>()
  const reports = new Map<string, number>()
  const jobs = new Map<string, string>()
  const attempts = new Map<string, number>()
  const asks = new Map<string, Asked>()
  const shared: Shared[] = []
  const offScript = new Map<string, number>()
  const diary = new Map<string, string[]>()
  const counts = { operations: 0, acknowledged: 0, attempts: 0 }
  let markers = 0
  return {
    written,
    /** What each person set, as far as they did. */
    settings,
    /** How often each person reported something. */
    reports,
    /** The job title of each person, as the last import that ended well says it. */
    jobs,
    /** How often each activity may have reached the service. */
    attempts,
    asks,
    /** What may be reported, or asked about. */
    shared,
    /** Steps that were not answered as they should be, and how often. */
    offScript,
    counts,
    /** What each person did, the last of it, for who has to look further. */
    diary,

    did(person: string, what: string) {
      const own = diary.get(person) ?? []
      diary.set(person, [...own, `${new Date().toISOString().slice(11, 19)} ${what}`].slice(-MOST_REMEMBERED))
    },

    write(person: string, what: string): Written {
      // No two alike: a search forgives a wrong letter.
      const words = { marker: `zq${letters((markers++ * SPREAD) % MARKERS, 6)}`, person, what, kept: {}, exported: [] }
      written.push(words)
      return words
    },

    set(person: string, to: Record<string, unknown>) {
      settings.set(person, { ...settings.get(person), ...to })
    },

    strayed: (what: string) => void offScript.set(what, (offScript.get(what) ?? 0) + 1),
  }
}

export type Ledger = ReturnType<typeof openLedger>

export const inOwn = (words: Written, part: string, times = 1): Exported => ({ person: words.person, part, times })
