import type { Person } from '../../core/people.ts'
import type { PersonId } from '../../core/ports.ts'
import { type Week, weekAfter, weeksBetween } from '../../core/time.ts'
import type { Pages } from './pages.ts'
import type { Recipient } from './recipients.ts'
import { questionTime, type Rhythm, type Timetable } from './timetable.ts'

/** So many cards in a row that nobody touched make the next ones fewer. */
const IGNORED = 2
const SLOWER = { 1: 2, 2: 4, 4: 4 } as const
/** As long as a page is remembered. */
const LOOKS_BACK = 12

/** Is this week one in which they are asked? A turn in a week in which nothing could be sent passes to the next week. */
export function isTurn({ every, from }: Rhythm, week: Week, timetable: Timetable): boolean {
  const since = ((weeksBetween(from, week) % every) + every) % every
  const passed = Array.from({ length: since }, (_, ago) => weekAfter(week, -1 - ago))
  return passed.every((one) => questionTime(one, timetable) === undefined)
}

export interface RhythmPorts {
  pages: Pages
  /** Did they answer this question, ask for it, put it off or skip it? */
  reactedTo(tenant: string, person: PersonId, week: Week): Promise<boolean>
  slowDown(tenant: string, person: PersonId, rhythm: Rhythm): Promise<void>
}

/** Looks once a week, when the new one is planned, who let their last cards lie: they get fewer from then on. */
export function createRhythms({ pages, reactedTo, slowDown }: RhythmPorts) {
  async function inRound(tenant: string, week: Week, isMeant: (one: Recipient) => boolean) {
    const found = new Set<PersonId>()
    let after: string | undefined
    do {
      const page = await pages.pages.find(
        { tenant },
        { index: 'week', equals: week, limit: 50, ...(after && { after }) },
      )
      for (const { recipients } of page.items) for (const one of recipients) if (isMeant(one)) found.add(one.person)
      after = page.next
    } while (after)
    return found
  }

  /** One planning of one week: what a week was is read once, for everybody. */
  return function reviewOf(tenant: string, week: Week) {
    const known = new Map<Week, Promise<ReadonlySet<PersonId>>>()
    /** Who is planned for this week; and of those before, who got a card: what may not have arrived was not ignored. */
    const peopleOf = (of: Week) => {
      const found = known.get(of) ?? inRound(tenant, of, ({ state }) => of === week || state === 'accepted')
      known.set(of, found)
      return found
    }

    /** The weeks of the last cards after that week, newest first; none when there were too few to be ignored. */
    async function cardsOf(person: PersonId, from: Week): Promise<Week[]> {
      const cards: Week[] = []
      for (let ago = 1; ago <= LOOKS_BACK && cards.length < IGNORED; ago++) {
        const of = weekAfter(week, -ago)
        if (of <= from) break
        if ((await peopleOf(of)).has(person)) cards.push(of)
      }
      return cards.length < IGNORED ? [] : cards
    }

    /** The week of the newest of the last cards, when nothing was done about a question since the oldest of them came. */
    async function ignoredBy(person: PersonId, from: Week): Promise<Week | undefined> {
      const cards = await cardsOf(person, from)
      const [last, oldest] = [cards[0], cards.at(-1)]
      if (!last || !oldest) return undefined
      for (let of = last; of >= oldest; of = weekAfter(of, -1))
        if (await reactedTo(tenant, person, of)) return undefined
      return last
    }

    /** Who is planned already was looked at, and so was whose last card is longer ago than last week. */
    const isNews = async (person: PersonId) =>
      !(await peopleOf(week)).has(person) && (await peopleOf(weekAfter(week, -1))).has(person)

    return async ({ id, since }: Pick<Person, 'id' | 'since'>, rhythm?: Rhythm): Promise<void> => {
      const { every, from } = rhythm ?? { every: 1, from: weekAfter(since, -1) }
      if (SLOWER[every] === every || !(await isNews(id))) return
      const last = await ignoredBy(id, from)
      if (last) await slowDown(tenant, id, { every: SLOWER[every], from: last })
    }
  }
}

export type Rhythms = ReturnType<typeof createRhythms>
