import { createHouse } from '../../bot/composition/composition.ts'
import type { Pressed, Reply, Said } from '../../bot/turn.ts'
import type { Card } from '../../cards/kit/card.ts'
import { pressesOf } from '../../cards/kit/presses.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { hmacSecrets } from '../../services/adapters/system/secrets.ts'
import { type Person, placed } from '../../services/core/people.ts'
import type { Archive, PersonId } from '../../services/core/ports.ts'
import { nextWorkingMoment, weekOf } from '../../services/core/time.ts'
import { reckonedStore } from '../cost/paper.ts'
import { recorder } from '../cost/recorder.ts'

export const TENANT = 'gemeente'
/** A Monday morning in January: a year of windows begins. */
const BEGINS = new Date('2027-01-04T07:00:00.000Z')
const TEAM = 12

/** What came to somebody by itself, and when. */
export interface Arrived {
  to: PersonId
  at: Date
  content: Card | string
}

/** A municipality behind the whole app, on a clock that is moved by hand, with what its store would ask of Cosmos DB. */
export async function yearTown(size: number) {
  let now = BEGINS
  const clock = { now: () => now }
  const noted = recorder()
  const bare: Archive = memoryStore({ clock, random: systemRandom })
  const arrived: Arrived[] = []
  let units = 0
  const house = createHouse(
    {
      keeper: reckonedStore(bare, noted, clock),
      clock,
      random: systemRandom,
      log: { info: () => {}, error: failed },
      way: {
        messenger: {
          async send({ person }, content) {
            arrived.push({ to: person, at: now, content })
            return { kind: 'accepted', message: `message-${arrived.length}` }
          },
          update: async (_of, _content) => ({ kind: 'accepted', message: 'message' }),
        },
      },
      addresses: () => ({ export: async () => ({}), forget: async () => {} }),
      handed: { workingMoment: nextWorkingMoment, reportsCountAsDecided: true, exportLink: () => '' },
    },
    hmacSecrets('a key for a bench'),
  )
  const { app } = house
  const people = placed(Array.from({ length: size }, (_, place) => rowOf(place)))
  await app.roster.together(TENANT, async (roster) => {
    for (const person of people) await roster.put(person)
  })
  await app.pulse.course.confirm(TENANT, weekOf(now))
  await app.rosterChanged(TENANT)

  const counted = async <T>(work: () => Promise<T>): Promise<T> => {
    let done: T | undefined
    units += (
      await noted.during(async () => {
        done = await work()
      })
    ).units
    return done as T
  }
  async function settle() {
    for (let ran = 1; ran > 0; ) ran = await app.agenda.runDue()
  }
  let turns = 0
  const by = (person: PersonId) => {
    turns += 1
    return { id: `turn-${turns}`, tenant: TENANT, person, at: now, language: 'nl' as const, place: 'personal' as const }
  }
  const turn = (done: Said | Pressed): Promise<Reply | undefined> => counted(() => app.dispatch(done))

  return {
    app,
    bare,
    people,
    arrived,
    now: () => now,
    units: () => units,
    say: async (person: PersonId, text: string) => (await turn({ ...by(person), kind: 'said', text }))?.card,

    /** Presses what has this verb on a card, where it has. */
    async press(person: PersonId, card: Card | undefined, verb: string, inputs: Record<string, string> = {}) {
      const found = card && pressesOf(card).find((action) => action.verb === verb)
      if (!found) return undefined
      const input = { ...found.data, ...inputs }
      return (await turn({ ...by(person), kind: 'pressed', verb, input }))?.card
    },

    /** Runs all that is due until then, each at its own moment. */
    async until(end: Date) {
      await counted(async () => {
        await settle()
        for (let next = await app.agenda.next(); next && next <= end; next = await app.agenda.next()) {
          if (next > now) now = next
          await settle()
        }
        now = end
      })
    },
  }
}

export type YearTown = Awaited<ReturnType<typeof yearTown>>

function failed(event: string, fields?: object): never {
  throw new Error(`${event} ${JSON.stringify(fields)}`)
}

const idOf = (place: number): PersonId => `person-${place}`

/** Teams whose first member manages the others, and is managed by the first of all. */
function rowOf(place: number): Omit<Person, 'manages' | 'readers'> {
  const lead = Math.floor(place / TEAM) * TEAM
  const manager = place === lead ? 0 : lead
  return {
    tenant: TENANT,
    id: idOf(place),
    name: `Voornaam${place} Achternaam${place}`,
    unit: ['Gemeente', 'Uitvoering', `Team ${lead / TEAM}`],
    managers: place === 0 ? [] : [idOf(manager)],
    roles: place === 1 ? ['hr'] : [],
    since: weekOf(BEGINS),
  }
}
