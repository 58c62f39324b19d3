import { offlineHouse } from '../../../bot/composition/offline.ts'
import { seed } from '../../../bot/demo/seed.ts'
import type { Card, Element } from '../../../cards/kit/card.ts'
import { memoryStore } from '../../../services/adapters/memory/store.ts'
import { systemRandom } from '../../../services/adapters/system/random.ts'
import { everything } from '../../../services/core/store/read-all.ts'
import { knowledgeItems } from '../../../services/knowledge/item.ts'
import { cardOf, read, TENANT, WEDNESDAY } from '../../house.ts'
import { peopleOn } from '../town.ts'

/** What a card to an asker shows: whom, and what is known already. */
export interface Shown {
  card: Card
  /** The lines with a name, in order, without the choice that leaves it to the bot. */
  people: string[]
  /** The texts under "Dit is al bekend", and under "Misschien gaat dit erover". */
  known: string[]
  maybeKnown: string[]
}

/** The example municipality, as somebody new finds it who asks questions. */
export async function demoTown() {
  const clock = { now: () => WEDNESDAY }
  const keeper = memoryStore({ clock, random: systemRandom })
  await seed(keeper, WEDNESDAY, TENANT, new URL('../../../demo/', import.meta.url))
  const { app, store } = await offlineHouse(keeper, clock)
  const { items: everyone } = await app.roster.find({ tenant: TENANT }, { index: 'name', limit: 1000 })
  const asker = everyone.find(({ email }) => email?.startsWith('sanne.bakker'))?.id ?? ''
  let turns = 0

  const said = async (text: string): Promise<Card> =>
    cardOf(
      await app.dispatch({
        id: `turn-${++turns}`,
        tenant: TENANT,
        person: asker,
        at: WEDNESDAY,
        language: 'nl',
        place: 'personal',
        kind: 'said',
        text,
      }),
    )

  return {
    everyone,
    said,
    /** What somebody shared with colleagues. */
    itemsOf: (person: string) => everything(knowledgeItems(store), { tenant: TENANT }, 'author', person),
    nameOf: (handle: string) => everyone.find(({ email }) => email?.startsWith(`${handle}@`))?.name ?? handle,

    /** Asks it with a question mark, so that it is read as a question. */
    async asks(question: string): Promise<Shown> {
      const card = await said(`${question.replace(/\?+$/, '').trim()}?`)
      return {
        card,
        people: peopleOn(card).map(({ title }) => title),
        known: under(card, 'Dit is al bekend'),
        maybeKnown: under(card, 'Misschien gaat dit erover'),
      }
    },
  }
}

/** The boxes below a heading, up to what is no box. */
function under({ body }: Card, heading: string): string[] {
  const from = body.findIndex((element) => read({ body: [element], actions: [] } as unknown as Card) === heading)
  if (from < 0) return []
  const rest = body.slice(from + 1)
  const end = rest.findIndex(({ type }) => type !== 'Container')
  return rest.slice(0, end < 0 ? undefined : end).map((element: Element) => JSON.stringify(element))
}
