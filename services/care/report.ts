import type { Collection, Doc, Instant, Secrets, Store } from '../core/ports.ts'
import { staying } from '../core/staying.ts'
import { later, months } from '../core/time.ts'

/** A quote of a pulse, or an item of the knowledge bank. */
export type Kind = 'quote' | 'item'
export const REASONS = ['hurts', 'names', 'other'] as const
export type Reason = (typeof REASONS)[number]
export type Fate = 'hidden' | 'restored' | 'removed'

/** What was taken out of everybody's sight. It lies here and nowhere else until it is put back. */
export interface Hidden {
  words: string
  /** What the keeper of that kind needs to put it back. */
  back: Record<string, string>
}

/** Somebody said that words hurt or name somebody. It holds no object id: the people it concerns are keyed hashes. */
export interface Report extends Doc {
  kind: Kind
  /** The pulse or the item. */
  of: string
  state: Fate
  reason: Reason
  at: Instant
  /** The marks of who reported it. */
  by: string[]
  /** Only readers of a pulse reported it: it is hidden for these, by the marks that the pulse knows them by. */
  only?: string[]
  /** The mark of whose words they are; absent for a quote, which is nobody's in particular. */
  author?: string
  /** Absent once what was decided is done, or its author took it back. */
  hidden?: Hidden
  /** What follows from its state is not done yet. */
  unsettled?: boolean
  /** Decided on while it was being hidden: until then the words are kept, no matter who takes them away late. */
  contested?: Instant
  /** When nothing is kept of it any more. */
  until: Instant
}

export type Reports = Collection<Report>

export const reports = (store: Store): Reports =>
  store.collection<Report>({
    name: 'reports',
    owner: 'tenant',
    indexes: {
      all: ({ at }) => at,
      of: ({ of }) => of,
      waiting: ({ state, at }) => (state === 'hidden' ? at : undefined),
      unsettled: ({ unsettled, at }) => (unsettled ? at : undefined),
    },
    lives: { ofItself: ({ until }) => until },
  })

/** The same words have one report, no matter how many report them. */
export const reportId = (secrets: Secrets, kind: Kind, key: string) => secrets.hmac('report', kind, key).slice(0, 24)

/** How it came to be and its state: neither the words nor whom it concerns. */
const standing = (report: Report) =>
  staying(
    report,
    ...(['tenant', 'id', 'etag', 'kind', 'of', 'state', 'reason', 'at', 'until', 'unsettled', 'contested'] as const),
  )

/** Without the words; undefined when there are none. */
export const emptied = (report: Report | undefined): Report | undefined =>
  report?.hidden && { ...standing(report), ...staying(report, 'by', 'author') }

/** Whose words they are cannot be put back any more; who reported them hears nothing more. */
export function withoutPerson(report: Report, mark: string): Report {
  const kept = { ...standing(report), by: report.by.filter((one) => one !== mark) }
  return report.author === mark ? kept : { ...kept, ...staying(report, 'author', 'hidden') }
}

/** A report on an item is kept for a year; one on a quote ends with the quotes of its window. */
export const itemKeptUntil = (now: Date): Date => later(now, months(12))
