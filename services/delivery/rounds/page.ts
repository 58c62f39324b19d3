import type { CollectionSpec, Doc, PersonId, Secrets } from '../../core/ports.ts'
import { days, startOf, type Week } from '../../core/time.ts'
import { dueOf, earliest, type Recipient, settlesOf } from './recipients.ts'
import type { Layers, RoundSizes } from './round-size.ts'
import { drawn } from './stable-draw.ts'

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

export const PAGES: CollectionSpec<RoundPage> = {
  name: 'pages',
  owner: 'tenant',
  mayLag: true,
  indexes: {
    due: ({ recipients }) => earliest(recipients.map(dueOf)),
    unsettled: ({ recipients }) => earliest(recipients.map(settlesOf)),
    week: ({ week }) => week,
  },
  lives: { for: days(90), from: ({ week }) => startOf(week) },
}

export type PageKey = Pick<RoundPage, 'tenant' | 'id'>

export const erasedMark = (secrets: Secrets, tenant: string, week: Week, person: PersonId) =>
  secrets.hmac('erased in a round', tenant, week, person).slice(0, 16)

/** The first layer is named as all pages were when there was one. */
export const pageId = (week: Week, layer: number, place: number) =>
  layer === 0 ? `${week}-${place}` : `${week}-${layer}-${place}`

/** On which page of a layer of so many somebody is. */
export const placeOf = (secrets: Secrets, tenant: string, person: PersonId, pages = 1) =>
  drawn(secrets, 'place', tenant, person) % pages

/** Finds people in the pages of a round, without a look at all of these. */
export const pageLook =
  (sizes: RoundSizes, secrets: Secrets) =>
  /**
   * Looks for this person in the pages where they may be, the latest first. Another process may have added some meanwhile:
   * nobody is missed before those were looked at too.
   * @returns what `look` gave; undefined when it gave nothing anywhere
   */
  async <Found>(
    { tenant, week, person }: { tenant: string; week: Week; person: PersonId },
    look: (key: PageKey) => Promise<Found | undefined>,
  ): Promise<Found | undefined> => {
    const idIn = (layers: Layers, layer: number) => pageId(week, layer, placeOf(secrets, tenant, person, layers[layer]))
    let seen = 0
    for (const read of [sizes.of, sizes.fresh]) {
      const layers = await read(tenant, week)
      if (!layers) return undefined
      for (let layer = layers.length - 1; layer >= seen; layer--) {
        const found = await look({ tenant, id: idIn(layers, layer) })
        if (found !== undefined) return found
      }
      seen = layers.length
    }
    return undefined
  }

export type PageLook = ReturnType<typeof pageLook>
