import type { How } from '../../../services/core/how.ts'
import type { MomentShown } from '../../../services/reflection/schema.ts'

/** The three rings, from the outside in. */
export const RINGS = ['work', 'others', 'training'] as const
export type Ring = (typeof RINGS)[number]

/** Each way of learning has its ring, or this does not compile. */
const RING_OF: Record<How, Ring> = {
  werk: 'work',
  uitproberen: 'work',
  fout: 'work',
  collega: 'others',
  netwerkpartner: 'others',
  inwoner: 'others',
  training: 'training',
  zelf: 'training',
}

/** A moment in the year: where in it, from 0 to 1, and how it was learned where that was said. */
export interface Dot {
  id: string
  at: number
  month: number
  ring: Ring | undefined
}

export interface Year {
  year: number
  dots: Dot[]
}

const yearOf = (at: string) => Number(at.slice(0, 4))

/** The year of the newest moment; undefined where there is none. */
export function yearIn(moments: readonly MomentShown[]): Year | undefined {
  const [newest] = moments
  if (!newest) return undefined
  const year = yearOf(newest.written)
  const [begin, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)]
  const dots = moments
    .filter(({ written }) => yearOf(written) === year)
    .map(({ id, written, how }) => ({
      id,
      at: (Date.parse(written) - begin) / (end - begin),
      month: Number(written.slice(5, 7)) - 1,
      ring: how && RING_OF[how],
    }))
  return { year, dots }
}

/** How many moments of a ring, in one month or in the whole year. */
export const countIn = ({ dots }: Year, ring: Ring | undefined, month?: number) =>
  dots.filter((dot) => dot.ring === ring && (month === undefined || dot.month === month)).length
