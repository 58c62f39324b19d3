import { halfYearOf, nextAfter, type Window } from './windows.ts'

/** What a pulse may tell, one list at a time, in the order of their turns. */
export const TOLD_LISTS = ['needs', 'how', 'topics'] as const
export type ToldList = (typeof TOLD_LISTS)[number]

/** R18: so often each is told in a half year. */
const ROUNDS = 2

/** R18: which list a window tells, by its place in the half year, from 0; after the sixth none. */
export const listAt = (place: number): ToldList | undefined =>
  place < TOLD_LISTS.length * ROUNDS ? TOLD_LISTS[place % TOLD_LISTS.length] : undefined

/** R18: of windows of one half year, oldest first, those that the list of the last one is about: since it was told before. */
export const periodOf = <W extends Window>(windows: readonly W[]): W[] => windows.slice(-TOLD_LISTS.length)

/** The next window that tells a list, and which. The turns begin anew with each half year. */
export function nextToTell(window: Window, place: number): { list: ToldList; window: Window } {
  const next = nextAfter(window)
  const nextPlace = halfYearOf(next.from) === halfYearOf(window.from) ? place + 1 : 0
  const list = listAt(nextPlace)
  return list ? { list, window: next } : nextToTell(next, nextPlace)
}
