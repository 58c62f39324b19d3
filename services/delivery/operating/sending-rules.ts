import type { Person } from '../../core/people.ts'
import type { Collection, Doc, Secrets, Store } from '../../core/ports.ts'
import { change } from '../../core/store/change.ts'
import { type Week, weeksBetween } from '../../core/time.ts'
import { drawn } from '../rounds/stable-draw.ts'

/** What an operator decided about the sending of one tenant. */
export interface SendingRules {
  /** Nothing goes out by itself. What people do themselves is still answered. */
  halted?: boolean
  /** Only these units, and those below them, are in the weekly round: a pilot. */
  units?: string[]
  /** Everybody is in one round out of so many, each week another part of the people. */
  every?: number
  /** The week in which units or sample changed last. */
  changed?: Week
}

type Kept = Doc & SendingRules

const KEY = 'sending'
/** Any Monday: weeks are counted from it. */
const FIRST_WEEK: Week = '2026-W01'

export function sendingRules(store: Store, secrets: Secrets) {
  const all: Collection<Kept> = store.collection<Kept>({
    name: 'rules',
    owner: 'tenant',
    indexes: {},
    lives: { untilRemoved: 'what an operator decided holds until an operator decides otherwise' },
  })
  const of = async (tenant: string): Promise<SendingRules> => (await all.get({ tenant, id: KEY })) ?? {}

  return {
    of,

    /** Asked before every few messages, in every process: a stop holds at once. */
    isHalted: async (tenant: string) => (await of(tenant)).halted ?? false,

    /** Changes what is given and leaves the rest; what is undefined holds no more. */
    async set(tenant: string, rules: SendingRules): Promise<void> {
      await change(all, { tenant, id: KEY }, (known) => ({ ...(known ?? { tenant, id: KEY }), ...rules }))
    },

    /** Who is in the round of this week. A sample is drawn by the system: nobody makes a list of people. */
    async chosen(tenant: string, everyone: readonly Person[], week: Week): Promise<Person[]> {
      const { units, every = 1 } = await of(tenant)
      const round = Math.max(0, weeksBetween(FIRST_WEEK, week))
      const isTurn = ({ id }: Person) => (drawn(secrets, 'sample', tenant, id) + round) % every === 0
      return everyone.filter((person) => (!units || isWithin(person, units)) && isTurn(person))
    },
  }
}

export type Rules = ReturnType<typeof sendingRules>

/** Is this person in one of these units, or below one of them? */
export const isWithin = ({ unit }: Pick<Person, 'unit'>, units: readonly string[]) => {
  const path = `${unit.join('/')}/`.toLowerCase()
  return units.some((one) => path.startsWith(`${one.toLowerCase()}/`))
}
