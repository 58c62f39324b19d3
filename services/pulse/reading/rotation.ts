import type { Instant } from '../../core/ports.ts'
import { instant, momentOn, mondayOf } from '../../core/time.ts'
import type { KeptWindow } from '../documents.ts'
import { nextToTell, type ToldList } from '../rules/lists.ts'
import { publicationOf } from '../rules/window-dates.ts'

/** R18: whose turn it is among the lists: the same for every block, whatever was said. */
export interface Rotation {
  /** Absent in a window that tells none. */
  list?: ToldList
  /** The first day that the list is about, at noon. */
  since: Instant
  next: { list: ToldList; at: Instant }
}

/** Undefined for a window of 0.1.0, which told all lists at once. */
export function rotationOf({ from, to, place, list, since = from }: KeptWindow): Rotation | undefined {
  if (place === undefined) return undefined
  const next = nextToTell({ from, to }, place)
  return {
    ...(list && { list }),
    since: instant(momentOn(mondayOf(since), '12:00')),
    next: { list: next.list, at: instant(publicationOf(next.window)) },
  }
}
