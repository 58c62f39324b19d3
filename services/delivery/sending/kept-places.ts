import type { Clock, PersonId } from '../../core/ports.ts'
import { dayOf, isWorkday, mondayOf, plusDays, type Weekday, weekAfter, weekdayOf, weekOf } from '../../core/time.ts'
import type { AskedNotes } from '../deliveries/asked-notes.ts'
import { type Delivery, wasSent } from '../deliveries/delivery.ts'
import type { Pages } from '../rounds/pages.ts'
import { type Nudge, OVER_BUDGET } from './nudges.ts'

/** So many weeks running at most does the weekly question give way to colleagues' questions. */
const GIVES_WAY = 2

export interface KeptPlacePorts {
  clock: Clock
  pages: Pages
  asked: AskedNotes
  /** How many questions of colleagues somebody takes a week, and on which days they work. */
  limitsOf(tenant: string, person: PersonId): Promise<{ offers: number; workingDays?: Weekday[] }>
}

export type Who = Pick<Delivery, 'tenant' | 'person'>

/** Which places of somebody's week are kept, and for what: the weekly question, and the question of a colleague. */
export function keptPlaces({ clock, pages, asked, limitsOf }: KeptPlacePorts) {
  const week = () => weekOf(clock.now())

  /** How many places the weekly question took, its line of text included; and whether it is still to come. */
  async function questionOf({ tenant, person }: Who): Promise<{ took: number; isToCome: boolean }> {
    const question = await pages.of(tenant, week(), person)
    if (!question) return { took: 0, isToCome: false }
    if (wasSent(question)) return { took: question.said ? 2 : 1, isToCome: false }
    const isOpen = question.state === 'planned' || question.state === 'waiting'
    const note = isOpen ? await asked.get({ tenant, person, id: question.id }) : undefined
    return { took: 0, isToCome: isOpen && !note?.pulled && !note?.skipped }
  }

  /** Whether the question gave way in each of the last weeks: then it does not do so again. */
  async function hasGivenWay({ tenant, person }: Who): Promise<boolean> {
    const before = Array.from({ length: GIVES_WAY }, (_, ago) => weekAfter(week(), -1 - ago))
    const questions = await Promise.all(before.map((of) => pages.of(tenant, of, person)))
    return questions.every((question) => question?.state === 'withdrawn' && question.code === OVER_BUDGET)
  }

  function isLastWorkday(workingDays?: Weekday[]): boolean {
    const today = weekdayOf(dayOf(clock.now()))
    const ahead = Array.from({ length: 7 - today }, (_, more) => plusDays(mondayOf(week()), today + more))
    return !ahead.some((day) => isWorkday(day, workingDays))
  }

  /** How many places are kept from this nudge for what is still to come. */
  async function keptFrom(who: Who, share: Nudge['share'], taken: readonly Nudge[], isToCome: boolean) {
    if (share === 'reminder') return 0
    if (share === 'offer') return isToCome && (taken.length === 0 || (await hasGivenWay(who))) ? 1 : 0
    if (share === 'follow-up') return Number(isToCome)
    const isOfferToCome = share === 'own' && !taken.some((one) => one.share === 'offer')
    const { workingDays } = await limitsOf(who.tenant, who.person)
    return Number(isToCome) + Number(isOfferToCome && !isLastWorkday(workingDays))
  }

  return { questionOf, keptFrom }
}
