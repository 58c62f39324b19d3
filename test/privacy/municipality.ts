import assert from 'node:assert/strict'
import { collections } from '../../bot/cli/store/collections.ts'
import { copiedStore } from '../../bot/composition/kept-store.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { hmacSecrets } from '../../services/adapters/system/secrets.ts'
import type { Person } from '../../services/core/people.ts'
import type { Archive, Collection, CollectionSpec, Doc, Secrets, Store } from '../../services/core/ports.ts'
import { storedKey } from '../../services/core/store/stored-key.ts'
import { hours, later, weekAfter, weekOf } from '../../services/core/time.ts'
import { storedPauses } from '../../services/delivery/pace/pauses.ts'
import { countedPeople } from '../../services/prompts/figures/counted-people.ts'
import { pulseCollections } from '../../services/pulse/collections.ts'
import { markOf } from '../../services/pulse/people/organisation-now.ts'
import { keepMembers } from '../../services/pulse/window/kept-members.ts'
import { rosterBefore } from '../../services/roster/undo.ts'
import { MADE, storedKeeper } from '../fixtures/town.ts'
import { House } from '../house.ts'
import { allOf } from '../store/world.ts'

export interface Held {
  spec: CollectionSpec<Doc>
  doc: Doc
}

/** A municipality that lived ten weeks, with a document in every collection that the composition declares. */
export interface Municipality {
  house: House
  tenant: string
  people: Person[]
  specs: CollectionSpec<Doc>[]
  /** Every document, as the app has it. */
  held(): Promise<Held[]>
  /** By what else this person is named in the store. */
  marksOf(person: string): string[]
  /** The same house without the documents of one collection. */
  without(collection: string): House
}

/** What 0.1.0 left behind, in the form of today; and of what is new since, one of each. */
async function stored(): Promise<{ docs: Held[]; at: Date; specs: CollectionSpec<Doc>[] }> {
  const { keeper, remove } = await storedKeeper('0.1.0')
  const [specs, archive] = [await collections(), copiedStore(keeper)]
  const docs: Held[] = []
  for (const spec of specs) for (const doc of await allOf(archive.documents(spec))) docs.push({ spec, doc })
  await keeper.close()
  remove()
  const ahead = docs.find(({ spec }) => spec.name === 'demoClock')?.doc as (Doc & { milliseconds: number }) | undefined
  return { docs, at: later(MADE, ahead?.milliseconds ?? 0), specs }
}

let read: ReturnType<typeof stored> | undefined

export async function municipality(): Promise<Municipality> {
  read ??= stored()
  const { docs, at, specs } = await read
  const time = { now: () => at }
  const keeper: Archive = memoryStore({ clock: { now: () => time.now() }, random: systemRandom })
  const kept = copiedStore(keeper)
  for (const { spec, doc } of docs) await kept.collection(spec).put(doc)
  const secrets = hmacSecrets(await storedKey(kept, systemRandom))
  const house = new House({ store: keeper, at, secrets, channel: NOBODY_LISTENS })
  time.now = () => house.now
  const people = docs.flatMap(({ spec, doc }) => (spec.name === 'people' ? [doc as unknown as Person] : []))
  const [{ tenant } = assert.fail('nobody lives there')] = people
  await addNewer(house, tenant, people, secrets)
  return {
    house,
    tenant,
    people,
    specs,
    async held() {
      const all = await Promise.all(
        specs.map(async (spec) => (await allOf(kept.documents(spec))).map((doc) => ({ spec, doc }))),
      )
      return all.flat()
    },
    marksOf: (person) => [markOf(secrets, tenant, person), secrets.hmac('care', tenant, person).slice(0, 16)],
    without: (collection) =>
      new House({ store: hiding(keeper, collection), at: house.now, secrets, channel: NOBODY_LISTENS }),
  }
}

/** What the Playground of 0.1.0 did not keep. */
async function addNewer(house: House, tenant: string, people: readonly Person[], secrets: Secrets): Promise<void> {
  const clock = { now: () => house.now }
  const touched = people.map((person) => ({ of: person.id, was: person }))
  await (await rosterBefore({ store: house.store, clock }).begin(tenant, touched))()
  for (const answer of ['aan de balie', 'aan de balie of thuis'])
    await house.app.knowledgeImports.import(
      tenant,
      { name: 'FAQ.csv', bytes: Buffer.from(`vraag;antwoord\nWaar vraag je een paspoort aan?;${answer}`) },
      { keeper: people[0]?.name },
    )
  const wrote = people.map(({ id }) => id)
  const counted = countedPeople({ store: house.store, secrets, random: systemRandom })
  await counted.inWeek(tenant, weekOf(house.now), wrote, people)
  const said = { kind: 'said', text: 'voornemen: eerst bellen', language: 'nl', place: 'personal' } as const
  for (const { id: person } of people.slice(0, 5))
    await house.turn({ ...said, id: `intends-${person}`, tenant, person, at: house.now })
  const [asker] = people
  const beside = people.find(({ id, unit, manages, roles }) => {
    const isNear = unit.join('/') === asker?.unit.join('/')
    return isNear && id !== asker?.id && !manages && !roles.includes('hr')
  })
  if (!asker || !beside) throw new Error('nobody can be asked to think along')
  const asks = `denk mee: ${beside.name}: Wil je met me meedenken?`
  await house.turn({ ...said, text: asks, id: 'thinks-along', tenant, person: asker.id, at: house.now })
  const raised = { ...said, text: 'zet toch op de potloodlijst: drie keer hetzelfde formulier' }
  for (const { id: person } of people.slice(0, 3))
    await house.turn({ ...raised, id: `raises-${person}`, tenant, person, at: house.now })
  await storedPauses(house.store).keep(tenant, () => ({ until: later(house.now, hours(1)).getTime(), rate: 1 }))
  await house.app.capital.topics(tenant)
  const week = weekOf(house.now)
  const window = { from: week, to: weekAfter(week, 4) }
  const blocks = new Map(people.map(({ id }) => [id, '2027-H1-1']))
  await keepMembers({ kept: pulseCollections(house.store) }, tenant, window, blocks)
  for (let times = 0; times < 50; times++)
    await house.app.pulse.policies.choose(tenant, { paused: times % 2 === 0 }, 'works-council')
}

/** The real way out, so that addresses are kept as in the service; what goes over it is looked at by nobody. */
const arrived = async () => ({ kind: 'accepted' as const, id: 'message' })
const NOBODY_LISTENS = { wire: { post: arrived, put: arrived, create: arrived } }

function hiding(keeper: Store, name: string): Store {
  return {
    ...keeper,
    collection<T extends Doc>(spec: CollectionSpec<T>): Collection<T> {
      const kept = keeper.collection(spec)
      if (spec.name !== name) return kept
      return { ...kept, get: async () => undefined, find: async () => ({ items: [] }) }
    },
  }
}
