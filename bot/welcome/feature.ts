import { welcomeCard } from '../../cards/welcome/welcome.ts'
import type { People } from '../../services/core/people.ts'
import type { Clock, PersonId } from '../../services/core/ports.ts'
import { firstName } from '../../services/core/text/names.ts'
import type { Weekday } from '../../services/core/time.ts'
import type { Plan } from '../../services/delivery/deliveries/delivery.ts'
import type { Outbox } from '../../services/delivery/sending/outbox.ts'
import { type Arrived, type Feature, keepsNothing } from '../turn.ts'

export interface WelcomeNeeds {
  clock: Clock
  people: People
  /** The same id twice is one message: however often the app is installed, there is one welcome. */
  outbox: Pick<Outbox, 'plan' | 'first' | 'release' | 'has'>
  /** A person who had everything erased is not greeted again. */
  isErased(tenant: string, person: PersonId): Promise<boolean>
  /** The first moment from `at` on which somebody with these working days may be disturbed. */
  workingMoment(at: Date, workingDays?: Weekday[]): Date
  /** Who took the app before they were on the roster. Nothing reaches them before `recognise`. */
  strangers(tenant: string): Promise<PersonId[]>
  recognise(tenant: string, person: PersonId): Promise<void>
  /** Nothing reaches them from now on, as if they were not on the roster: until `recognise`, or their own first words. */
  estrange(tenant: string, person: PersonId): Promise<void>
  /** Looks again then who is to be welcomed. */
  wake(tenant: string, at: Date): Promise<void>
}

/** Looks, when the roster has changed, whether it names somebody who was here before it did. */
export const WELCOME_JOB = 'welcome'

/** The first contact: it explains before it asks. */
export function welcomeFeature(needs: WelcomeNeeds): Feature {
  const { clock, people, outbox } = needs

  const guest = async (tenant: string, person: PersonId) =>
    (await needs.isErased(tenant, person)) ? undefined : people.of(tenant, person)

  /** Nobody asked for the app at night or on a holiday: they are left alone until they work, or write themselves. */
  async function pushed({ tenant, person, at }: Arrived): Promise<void> {
    const known = await guest(tenant, person)
    const moment = known && needs.workingMoment(at, known.workingDays)
    if (!moment || moment <= at || (await outbox.has(welcomeOf(tenant, person, at)))) return welcome(tenant, person, at)
    await needs.estrange(tenant, person)
    await needs.wake(tenant, moment)
  }

  async function welcome(tenant: string, person: PersonId, at: Date): Promise<void> {
    if (await guest(tenant, person)) await outbox.first(welcomeOf(tenant, person, at))
    await outbox.release(tenant, person)
  }

  async function welcomeStranger(tenant: string, person: PersonId, at: Date): Promise<void> {
    // Planned before they can be reached: if this breaks off in between, the outbox does the rest.
    if (await guest(tenant, person)) await outbox.plan(welcomeOf(tenant, person, at))
    await outbox.release(tenant, person)
    await needs.recognise(tenant, person)
    await welcome(tenant, person, at)
  }

  async function run(tenant: string): Promise<Date | undefined> {
    const now = clock.now()
    const ahead: Date[] = []
    for (const id of await needs.strangers(tenant)) {
      const person = await people.of(tenant, id)
      const moment = person && needs.workingMoment(now, person.workingDays)
      if (moment && moment > now) ahead.push(moment)
      else if (moment) await welcomeStranger(tenant, id, now)
    }
    return ahead.sort((a, b) => a.getTime() - b.getTime())[0]
  }

  return {
    name: 'welcome',
    // It answers that the app was taken, once in a life.
    share: 'free',
    arrived: (turn) => (turn.pushed ? pushed(turn) : welcome(turn.tenant, turn.person, turn.at)),
    jobs: [{ name: WELCOME_JOB, run }],
    async render({ tenant, person }, { language }) {
      const known = await guest(tenant, person)
      return known && welcomeCard(language, firstName(known))
    },
    ...keepsNothing,
  }
}

// A nudge, for it begins a conversation: who stopped is not greeted.
const welcomeOf = (tenant: string, person: PersonId, at: Date): Plan => ({
  tenant,
  person,
  id: 'welcome',
  feature: 'welcome',
  about: {},
  nudge: true,
  due: at.toISOString(),
})
