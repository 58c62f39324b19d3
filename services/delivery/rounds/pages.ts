import type { Collection, Doc, Instant, PersonId, Secrets, Store } from '../../core/ports.ts'
import { change } from '../../core/store/change.ts'
import { everything } from '../../core/store/read-all.ts'
import { days, startOf, type Week, weekAfter, weekOf } from '../../core/time.ts'
import { type Delivery, questionId } from '../deliveries/delivery.ts'
import { type Decide, merged, type Recipient, spread } from './recipients.ts'
import { type Layers, roundSizes } from './round-size.ts'
import { drawn } from './stable-draw.ts'

export type { Recipient } from './recipients.ts'

/**
 * Some fifty recipients of one week's round in one document: sending to a hundred people is a few writes. Nothing that
 * a person does is kept here, so that only the planner and the sender write to it.
 */
export interface RoundPage extends Doc {
  week: Week
  recipients: Recipient[]
  /** Codes of those who were on it and had everything of them erased: the number of a round does not tell that they did. */
  erased?: string[]
  /** Who is not in it is in a later layer of pages, or comes there. */
  closed?: true
}

/** Why a question of a cancelled round was not sent. */
export const CANCELLED = 'cancelled'

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
  const sizes = roundSizes(store)
  const pages: Collection<RoundPage> = store.collection<RoundPage>({
    name: 'pages',
    owner: 'tenant',
    mayLag: true,
    indexes: {
      due: ({ recipients }) => earliest(recipients.map(dueOf)),
      unsettled: ({ recipients }) => earliest(recipients.map(settlesOf)),
      week: ({ week }) => week,
    },
    lives: { for: days(90), from: ({ week }) => startOf(week) },
  })
  const erasedMark = (tenant: string, week: Week, person: PersonId) =>
    secrets.hmac('erased in a round', tenant, week, person).slice(0, 16)

  const keyIn = (layers: Layers, layer: number, tenant: string, week: Week, person: PersonId) => ({
    tenant,
    id: idOf(week, layer, drawn(secrets, 'place', tenant, person) % (layers[layer] ?? 1)),
  })

  /**
   * Looks for this person in the pages where they may be, the latest first. Another process may have added some meanwhile:
   * nobody is missed before those were looked at too.
   * @returns what `look` gave; undefined when it gave nothing anywhere
   */
  async function lookFor<Found>(
    { tenant, week, person }: { tenant: string; week: Week; person: PersonId },
    look: (key: { tenant: string; id: string }) => Promise<Found | undefined>,
  ): Promise<Found | undefined> {
    let seen = 0
    for (const read of [sizes.of, sizes.fresh]) {
      const layers = await read(tenant, week)
      if (!layers) return undefined
      for (let layer = layers.length - 1; layer >= seen; layer--) {
        const found = await look(keyIn(layers, layer, tenant, week, person))
        if (found !== undefined) return found
      }
      seen = layers.length
    }
    return undefined
  }

  /** Changes the state of the recipients of one page; `decide` gives undefined to leave one. Gives the changed. */
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

  /** In one layer of pages. To one that is not the last nobody is added, from now on by nobody. */
  async function planIn(
    {
      tenant,
      week,
      layers,
      layer,
      isLast,
    }: { tenant: string; week: Week; layers: Layers; layer: number; isLast: boolean },
    people: readonly Recipient[],
    decide: Decide,
  ): Promise<Recipient[]> {
    const stands: Recipient[] = []
    const pageOf = ({ person }: Recipient) => drawn(secrets, 'place', tenant, person) % (layers[layer] ?? 1)
    for (const [place, here] of Map.groupBy(people, pageOf)) {
      const [id, wanted] = [idOf(week, layer, place), here.map((one) => spread(one, place))]
      const { doc } = await change(pages, { tenant, id }, (known) => {
        const closes = !isLast && !known?.closed
        const { recipients, isChanged } = merged(known?.recipients ?? [], wanted, decide, isLast && !known?.closed)
        if (!isChanged && !closes) return undefined
        const again = new Set(known?.erased && recipients.map(({ person }) => erasedMark(tenant, week, person)))
        const erased = known?.erased?.filter((mark) => !again.has(mark))
        return {
          ...(known ?? { tenant, id, week }),
          recipients,
          ...(erased && { erased }),
          ...(!isLast && { closed: true as const }),
        }
      })
      const asked = new Set(here.map(({ person }) => person))
      stands.push(...(doc?.recipients ?? []).filter(({ person }) => asked.has(person)))
    }
    return stands
  }

  return {
    pages,
    deliveryOf,

    async of(tenant: string, week: Week, person: PersonId): Promise<Delivery | undefined> {
      return lookFor({ tenant, week, person }, async (key) => {
        const page = await pages.get(key)
        const recipient = page?.recipients.find((one) => one.person === person)
        return page && recipient && deliveryOf(page, recipient)
      })
    },

    /**
     * Puts people in the round of this week; `decide` is given who is in it already and gives their new state.
     * @returns the recipients as they are now
     */
    async plan(tenant: string, week: Week, people: readonly Recipient[], decide: Decide): Promise<Recipient[]> {
      let layers = await sizes.opened(tenant, week, people.length)
      const planned: Recipient[] = []
      let left = people
      for (let layer = 0; left.length > 0; layer++) {
        // Another process closed the last layer meanwhile: it has added one before.
        if (layer >= layers.length) layers = (await sizes.fresh(tenant, week)) ?? layers
        const isLast = layer >= layers.length - 1
        const stands = await planIn({ tenant, week, layers, layer, isLast }, left, decide)
        planned.push(...stands)
        const placed = new Set(stands.map(({ person }) => person))
        left = left.filter(({ person }) => !placed.has(person))
      }
      return planned
    },

    /** Changes the state of one recipient; `decide` gives undefined to leave it as it is. */
    async change(
      tenant: string,
      week: Week,
      person: PersonId,
      decide: (known: Recipient) => Recipient | undefined,
    ): Promise<Recipient | undefined> {
      const found = await lookFor({ tenant, week, person }, async (key) => {
        let isHere = false
        const [edited] = await edit(key, (one) => {
          if (one.person !== person) return undefined
          isHere = true
          return decide(one)
        })
        return isHere ? { edited } : undefined
      })
      return found?.edited
    },

    /** Every page of a round; none when there is no such round. */
    all: (tenant: string, week: Week) => everything(pages, { tenant }, 'week', week),

    isCancelled: sizes.isCancelled,
    cancel: sizes.cancel,

    /** Changes the state of every recipient of a round; gives those that changed, undefined when there is no round. */
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
        await lookFor({ tenant, week, person }, async (key) => {
          const { changed } = await change(pages, key, (known) =>
            known?.recipients.some((one) => one.person === person)
              ? {
                  ...known,
                  recipients: known.recipients.filter((one) => one.person !== person),
                  erased: [...(known.erased ?? []), erasedMark(tenant, week, person)],
                }
              : undefined,
          )
          return changed || undefined
        })
      }
    },
  }
}

/** The first layer is named as all pages were when there was one. */
const idOf = (week: Week, layer: number, place: number) =>
  layer === 0 ? `${week}-${place}` : `${week}-${layer}-${place}`
