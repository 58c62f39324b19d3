import { everything } from '../core/everything.ts'
import type { Collection, Doc, Instant, PersonId, Secrets, Store } from '../core/ports.ts'
import { change } from '../core/put.ts'
import { instant, later, type Week, weekAfter, weekOf } from '../core/time.ts'
import { type Delivery, questionId } from './delivery.ts'
import { drawn } from './drawn.ts'

/** One person in a round: how far the sending of their question is, and nothing else. */
export type Recipient = Pick<Delivery, 'person' | 'due' | 'state'> &
  Partial<Pick<Delivery, 'urgent' | 'retry' | 'settles' | 'said' | 'message' | 'code'>> & {
    prompt: string
    version: number
  }

/**
 * Some fifty recipients of one week's round in one document: sending to a hundred people is a few writes. Nothing that a
 * person does is kept here, so that nobody writes to it but whoever plans and sends.
 */
export interface RoundPage extends Doc {
  week: Week
  recipients: Recipient[]
}

/** How many pages the round of a week has: decided once, so that a person's place follows from the person. */
interface Round extends Doc {
  pages: number
  cancelled?: boolean
}

/** Why a question of a cancelled round was not sent. */
export const CANCELLED = 'cancelled'
const PER_PAGE = 50
/** How many of a round come due in one second: about half of what goes out in it. */
const PER_SECOND = 12

/** As long as the log of what was sent is kept: ninety days. */
const WEEKS = 14

/** The weeks of which there still are pages, this one first. */
export const rememberedAt = (now: Date): Week[] =>
  Array.from({ length: WEEKS }, (_, ago) => weekAfter(weekOf(now), -ago))

export type Pages = ReturnType<typeof roundPages>

/** The first of those that there are. */
export function earliest(moments: readonly (Instant | undefined)[]): Instant | undefined {
  let first: Instant | undefined
  for (const moment of moments) if (moment !== undefined && (first === undefined || moment < first)) first = moment
  return first
}

/** When something has to be done about a recipient: sent, or settled. */
export const dueOf = ({ state, due, retry }: Recipient) => (state === 'planned' ? (retry ?? due) : undefined)
export const settlesOf = ({ state, settles }: Recipient) =>
  state === 'attempting' || state === 'unknown' ? settles : undefined

export function roundPages(store: Store, secrets: Secrets) {
  const rounds: Collection<Round> = store.collection<Round>({ name: 'rounds', owner: 'tenant', indexes: {} })
  const pages: Collection<RoundPage> = store.collection<RoundPage>({
    name: 'pages',
    owner: 'tenant',
    mayLag: true,
    indexes: {
      due: ({ recipients }) => earliest(recipients.map(dueOf)),
      unsettled: ({ recipients }) => earliest(recipients.map(settlesOf)),
      week: ({ week }) => week,
    },
  })
  /** How many pages a round has never changes. */
  const sizes = new Map<string, number>()

  async function sizeOf(tenant: string, week: Week): Promise<number | undefined> {
    const known = sizes.get(`${tenant} ${week}`) ?? (await rounds.get({ tenant, id: week }))?.pages
    if (known) sizes.set(`${tenant} ${week}`, known)
    return known
  }

  async function opened(tenant: string, week: Week, people: number): Promise<number> {
    const wanted = Math.max(1, Math.ceil(people / PER_PAGE))
    const size = await sizeOf(tenant, week)
    if (size) return size
    const { doc } = await change(rounds, { tenant, id: week }, (known) =>
      known ? undefined : { tenant, id: week, pages: wanted },
    )
    return doc?.pages ?? wanted
  }

  const placeOf = (tenant: string, person: PersonId, size: number) => drawn(secrets, 'place', tenant, person) % size

  /** Where this person's page lies; undefined when there is no such round. */
  async function keyOf(tenant: string, week: Week, person: PersonId) {
    const size = await sizeOf(tenant, week)
    return size === undefined ? undefined : { tenant, id: idOf(week, placeOf(tenant, person, size)) }
  }

  /** Changes how the recipients of one page stand; `decide` gives undefined to leave one as it is. Gives the changed. */
  async function edit(
    key: { tenant: string; id: string },
    decide: (known: Recipient) => Recipient | undefined,
  ): Promise<Recipient[]> {
    let edited: Recipient[] = []
    await change(pages, key, (page) => {
      edited = []
      const recipients = page?.recipients.map((one) => {
        const next = decide(one)
        if (next) edited.push(next)
        return next ?? one
      })
      return page && recipients && edited.length > 0 ? { ...page, recipients } : undefined
    })
    return edited
  }

  const deliveryOf = ({ tenant, week }: Pick<RoundPage, 'tenant' | 'week'>, recipient: Recipient): Delivery => {
    const { prompt, version, ...rest } = recipient
    return {
      ...rest,
      tenant,
      id: questionId(secrets, tenant, recipient.person, week),
      feature: 'reflection',
      about: { week, prompt, version: String(version) },
      nudge: true,
    }
  }

  return {
    pages,
    deliveryOf,

    async of(tenant: string, week: Week, person: PersonId): Promise<Delivery | undefined> {
      const key = await keyOf(tenant, week, person)
      const page = key && (await pages.get(key))
      const recipient = page?.recipients.find((one) => one.person === person)
      return page && recipient && deliveryOf(page, recipient)
    },

    /**
     * Puts people in the round of this week; `decide` is given who is in it already and says how they stand from now on.
     * @returns the recipients as they now stand
     */
    async plan(
      tenant: string,
      week: Week,
      people: readonly Recipient[],
      decide: (known: Recipient, wanted: Recipient) => Recipient,
    ): Promise<Recipient[]> {
      const size = await opened(tenant, week, people.length)
      const planned: Recipient[] = []
      for (const [place, here] of Map.groupBy(people, ({ person }) => placeOf(tenant, person, size))) {
        const [id, wanted] = [idOf(week, place), here.map((one) => spread(one, place))]
        const { doc } = await change(pages, { tenant, id }, (known) => {
          const { recipients, isChanged } = merged(known?.recipients ?? [], wanted, decide)
          return isChanged ? { ...(known ?? { tenant, id, week }), recipients } : undefined
        })
        const asked = new Set(here.map(({ person }) => person))
        planned.push(...(doc?.recipients ?? []).filter(({ person }) => asked.has(person)))
      }
      return planned
    },

    /** Changes how one recipient stands; `decide` gives undefined to leave it as it is. */
    async change(
      tenant: string,
      week: Week,
      person: PersonId,
      decide: (known: Recipient) => Recipient | undefined,
    ): Promise<Recipient | undefined> {
      const key = await keyOf(tenant, week, person)
      const [edited] = key ? await edit(key, (one) => (one.person === person ? decide(one) : undefined)) : []
      return edited
    },

    /** Every page of a round; none when there is no such round. */
    all: (tenant: string, week: Week) => everything(pages, { tenant }, 'week', week),

    isCancelled: async (tenant: string, week: Week) => (await rounds.get({ tenant, id: week }))?.cancelled ?? false,

    async cancel(tenant: string, week: Week, cancelled: boolean): Promise<void> {
      await change(rounds, { tenant, id: week }, (known) =>
        known && (known.cancelled ?? false) !== cancelled ? { ...known, cancelled } : undefined,
      )
    },

    /** Changes how every recipient of a round stands; gives those that changed, undefined when there is no round. */
    async each(
      tenant: string,
      week: Week,
      decide: (known: Recipient) => Recipient | undefined,
    ): Promise<Recipient[] | undefined> {
      const moved: Recipient[] = []
      const all = await everything(pages, { tenant }, 'week', week)
      for (const { id } of all) moved.push(...(await edit({ tenant, id }, decide)))
      return all.length > 0 ? moved : undefined
    },

    /** This week's question waited for this person: from now on it is to be sent. */
    async release(tenant: string, person: PersonId, now: Date): Promise<boolean> {
      const released = await this.change(tenant, weekOf(now), person, (known) =>
        known.state === 'waiting' ? { ...known, state: 'planned' } : undefined,
      )
      return released !== undefined
    },

    /** Every round this person was in, as far as it is still remembered. */
    async everyOf(tenant: string, person: PersonId, weeks: readonly Week[]): Promise<Delivery[]> {
      const found = await Promise.all(weeks.map((week) => this.of(tenant, week, person)))
      return found.filter((delivery) => delivery !== undefined)
    },

    async forget(tenant: string, person: PersonId, weeks: readonly Week[]): Promise<void> {
      for (const week of weeks) {
        const key = await keyOf(tenant, week, person)
        if (!key) continue
        await change(pages, key, (known) =>
          known?.recipients.some((one) => one.person === person)
            ? { ...known, recipients: known.recipients.filter((one) => one.person !== person) }
            : undefined,
        )
      }
    },
  }
}

const idOf = (week: Week, place: number) => `${week}-${place}`

/**
 * Where there are many, they do not all begin in the same second. A page begins as one, for what is due together is
 * written together. Nobody's question is moved out of its week.
 */
function spread(recipient: Recipient, place: number): Recipient {
  const seconds = Math.floor((place * PER_PAGE) / PER_SECOND)
  const due = new Date(recipient.due)
  const moved = later(due, seconds * 1000)
  return recipient.urgent || weekOf(moved) !== weekOf(due) ? recipient : { ...recipient, due: instant(moved) }
}

function merged(
  known: readonly Recipient[],
  wanted: readonly Recipient[],
  decide: (known: Recipient, wanted: Recipient) => Recipient,
): { recipients: Recipient[]; isChanged: boolean } {
  const byPerson = new Map(wanted.map((one) => [one.person, one]))
  const kept = known.map((one) => {
    const asked = byPerson.get(one.person)
    byPerson.delete(one.person)
    return asked ? decide(one, asked) : one
  })
  const isChanged = byPerson.size > 0 || kept.some((one, place) => one !== known[place])
  return { recipients: [...kept, ...byPerson.values()], isChanged }
}
