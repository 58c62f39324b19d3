import { mkdtemp, rm } from 'node:fs/promises'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { keptStore } from '../../../bot/composition/kept-store.ts'
import { sqliteStore } from '../../../services/adapters/sqlite/store.ts'
import { systemRandom } from '../../../services/adapters/system/random.ts'
import { clockAhead, told } from '../../delivery/processes/given.ts'
import { buildTowns, type Town } from '../../delivery/town.ts'
import { BEGINS } from '../../delivery/trial.ts'
import { seeded } from '../../seeded.ts'
import { SUBJECTS } from '../../subjects.ts'
import { type Child, startChild } from '../child.ts'
import { postOnce } from '../load.ts'
import { askedAndAnswered } from './asking.ts'
import { type Counted, counting, type Effect } from './effects.ts'
import { openMailbox } from './mailbox.ts'
import { createPostman, type Letter, type Postman } from './postman.ts'
import { type Channel, someone } from './someone.ts'
import { WEEKLY } from './weekly.ts'

export interface AgainTrial {
  seed: number
  /** How many municipalities of how many people. */
  towns: number
  people: number
}

export interface Again {
  postman: Postman
  counted: Counted[]
  /** How many effects there were fewer, and how many more, than there were to be. */
  lost: number
  repeated: number
  seconds: number
}

const SERVICE = fileURLToPath(new URL('../../delivery/processes/service.ts', import.meta.url))
/** So many people do something at the same time. */
const AT_ONCE = 48
/** In each town so many in a hundred people ask something. */
const ASKING = 0.2
const LIFE = { leaseMs: 60_000, beatMs: 500 }

/** People who answer, ask and help, by a channel that brings everything one to four times, to the service over HTTP. */
export async function tryAgain({ seed, towns: count, people }: AgainTrial): Promise<Again> {
  const folder = await mkdtemp(join(tmpdir(), 'leermoment-again-'))
  const path = join(folder, 'store.db')
  const aheadMs = BEGINS.getTime() - Date.now()
  const clock = clockAhead(aheadMs)
  const mailbox = await openMailbox()
  const open = () => sqliteStore({ path, clock, random: systemRandom })
  const towns = await withKeeper(open, (keeper) =>
    buildTowns({ keeper, clock }, Array(count).fill(people), mailbox.origin),
  )
  const env = { LEERMOMENT_MODE: 'playground', LEERMOMENT_STORE: `sqlite:${path}`, PORT: '0' }
  const service: Child = await startChild(SERVICE, { ...env, ...told({ ...LIFE, aheadMs }, 'service') })
  const agent = new Agent({ keepAlive: true })
  try {
    const began = performance.now()
    const postman = createPostman((letter) => brought(agent, service.port, letter), seeded(seed))
    const effects = await lived({ postman, mailbox, clock }, towns)
    await postman.finish()
    const seconds = (performance.now() - began) / 1000
    await service.kill()
    const counted = await withKeeper(open, async (keeper) => {
      const count = counting(keptStore(keeper), mailbox)
      const all: Counted[] = []
      for (const effect of effects) all.push(...(await count(effect)))
      return all
    })
    return { postman, counted, seconds, ...verdictOn(counted) }
  } finally {
    agent.destroy()
    await service.kill()
    await mailbox.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const verdictOn = (counted: readonly Counted[]) => ({
  lost: counted.filter(({ wanted, found }) => found < wanted).length,
  repeated: counted.filter(({ wanted, found }) => found > wanted).length,
})

/** What came back on it, where there was anything. From a connection that breaks nothing can be known: once more. */
async function brought(agent: Agent, port: number, letter: Letter): Promise<unknown> {
  const bring = () => postOnce(agent, port, Buffer.from(JSON.stringify(letter)))
  const { status, body } = await bring().catch(bring)
  if (status !== 200) throw new Error(`an activity was answered with ${status}: ${body}`)
  return body.length > 0 ? JSON.parse(body.toString()) : undefined
}

async function withKeeper<T>(
  open: () => ReturnType<typeof sqliteStore>,
  work: (keeper: ReturnType<typeof sqliteStore>) => Promise<T>,
) {
  const keeper = open()
  try {
    return await work(keeper)
  } finally {
    await keeper.close()
  }
}

/** First everybody does something with the question of the week, then some ask. */
async function lived(channel: Channel, towns: readonly Town[]): Promise<Effect[]> {
  const effects: Effect[] = []
  const everybody = towns.flatMap(({ tenant, people, without }) =>
    people.filter((person) => !without.has(person)).map((person, place) => ({ tenant, person, place })),
  )
  await atOnce(everybody, async ({ tenant, person, place }) => {
    const story = WEEKLY[place % WEEKLY.length]
    if (story) effects.push(...(await story(someone(channel, tenant, person), textOf(place))))
  })
  const asking = everybody.filter(({ place }) => place % WEEKLY.length !== 0 && (place * ASKING) % 1 < ASKING - 1e-9)
  await atOnce(asking, async ({ tenant, person, place }) => {
    const asker = someone(channel, tenant, person)
    const colleague = (id: string) => someone(channel, tenant, id)
    effects.push(...(await askedAndAnswered({ asker, colleague, text: topicOf(sharerBeside(place)), nth: place })))
  })
  return effects
}

/** A subject of one person's own, so that a question about it finds that person. */
const topicOf = (place: number) => `de regeling voor ${SUBJECTS[place % SUBJECTS.length]}`
/** In WEEKLY every second one shares what they wrote. */
const sharerBeside = (place: number) => place + 2 - (place % 2)
const textOf = (place: number) => `Bij ${topicOf(place)} helpt eerst bellen, dan pas schrijven.`

async function atOnce<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = all.values()
  const worker = async () => {
    for (const one of left) await work(one)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}
