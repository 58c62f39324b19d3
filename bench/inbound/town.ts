import { readFile } from 'node:fs/promises'
import { openHouse } from '../../bot/composition/composition.ts'
import { seed } from '../../bot/demo/seed.ts'
import { activityOf } from '../../bot/teams/activity.ts'
import type { History } from '../../demo/history-schema.ts'
import { readTableFile } from '../../services/adapters/file/table-file.ts'
import { sqliteStore } from '../../services/adapters/sqlite/store.ts'
import { systemClock } from '../../services/adapters/system/clock.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { PersonId, Store } from '../../services/core/ports.ts'
import { dateOf, dayOf } from '../../services/core/time.ts'
import { checkRoster } from '../../services/roster/check.ts'
import { weighHeadings } from '../../services/roster/headings.ts'
import { importRows } from '../../services/roster/roster.ts'
import { installationOf } from './activity.ts'

/** A municipality in which nobody has answered this week's question. */
export interface Town {
  tenant: string
  /** Who has the question. */
  people: PersonId[]
  /** Each person's question of this week. */
  questions: ReadonlyMap<PersonId, string>
  /** What people write here. */
  texts: string[]
}

const TENANT = '1ee20000-0000-4000-8000-000000000001'
const DEMO = new URL('../../demo/', import.meta.url)
const TEAM_SIZE = 12

const open = (path: string) => sqliteStore({ path, clock: systemClock, random: systemRandom })

/** Makes the store of the demo as it is before anybody comes. */
export async function buildDemo(path: string): Promise<void> {
  const keeper = open(path)
  await seed(keeper, systemClock.now(), TENANT, DEMO)
  await keeper.close()
}

/**
 * Makes the demo's store with so many more people. Each has the app installed and the question put to them, or the first
 * `asked` of them.
 */
export async function buildTown(path: string, size: number, asked = size): Promise<Town> {
  await buildDemo(path)
  const { app, store, contacts } = await houseOn(open(path))
  const staff = Array.from({ length: size }, (_, place) => idOf(place))
  await employ(app.roster, staff)
  const people = staff.slice(0, asked)
  const questions = new Map<PersonId, string>()
  for (const person of people) {
    const installed = activityOf(installationOf(TENANT, person))
    if (installed) await contacts.remember(TENANT, person, installed)
    const question = await app.rounds.pull(TENANT, person)
    if (!question) throw new Error('somebody got no question')
    questions.set(person, question.id)
  }
  await store.close()
  return { tenant: TENANT, people, questions, texts: await textsOfDemo() }
}

const houseOn = (keeper: Store) =>
  openHouse({
    keeper,
    clock: systemClock,
    random: systemRandom,
    log: { info: () => {}, error: () => {} },
    way: { messenger: { send: async () => ({ kind: 'waiting' }), update: async () => ({ kind: 'waiting' }) } },
    handed: { workingMoment: (at) => at, exportLink: () => '' },
  })

const idOf = (place: number) => `5a4e0000-0000-4000-8000-1${String(place).padStart(11, '0')}`

/** Teams whose first member manages the others. */
async function employ(roster: Parameters<typeof importRows>[0], people: readonly PersonId[]): Promise<void> {
  const file = await readTableFile(new URL('roster.csv', DEMO).pathname, weighHeadings)
  const demo = await checkRoster(file, dateOf(dayOf(systemClock.now())))
  if (demo.kind === 'refused') throw new Error(`the roster is not good: ${demo.reason}`)
  const known = demo.rows.map(({ row }) => row)
  const top = known[0]?.objectId
  const rows = people.map((objectId, place) => {
    const team = Math.floor(place / TEAM_SIZE)
    const manager = place % TEAM_SIZE === 0 ? top : people[team * TEAM_SIZE]
    return {
      objectId,
      name: `Collega ${place}`,
      email: `collega.${place}@voorbeeldstad.example`,
      unit: ['Gemeente Voorbeeldstad', 'Uitvoering', `Team ${team}`],
      managerObjectId: manager ? [manager] : [],
    }
  })
  await importRows(roster, TENANT, [...known, ...rows], systemClock)
}

async function textsOfDemo(): Promise<string[]> {
  const { moments } = JSON.parse(await readFile(new URL('history.json', DEMO), 'utf8')) as History
  return moments.map(({ text }) => text)
}
