import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import { dice as diceOf } from '../../../bench/dice.ts'
import type { Delivery } from '../../../services/delivery/deliveries/delivery.ts'
import { openChannel } from './channel.ts'
import { compareExports, compareStore, type Verdict, verdict } from './compare.ts'
import { compareChannel, type Edges } from './compare-channel.ts'
import { openLedger } from './ledger.ts'
import { importing, operators } from './operator.ts'
import { startServices } from './services.ts'
import { OffScript, type Someone, someone, type World } from './someone.ts'
import { PLACES, type Place } from './stores.ts'
import { askingStories } from './stories/asking.ts'
import { decidingStory } from './stories/deciding.ts'
import { exported, otherStories } from './stories/others.ts'
import type { Story } from './stories/story.ts'
import { weeklyStories } from './stories/weekly.ts'
import { DIRECTOR, EVERYBODY, MANAGERS, STAFF } from './town.ts'

export interface Trial {
  store: string
  kills: number
  seed: number
  /** What is started: the service, or something that is broken in one place. */
  program?: string
}

export interface Tried extends Verdict {
  kills: number
  operations: number
  activities: number
  acknowledged: number
  offScript: ReadonlyMap<string, number>
  failures: ReadonlyMap<string, number>
  edges: Edges
  diary: ReadonlyMap<string, readonly string[]>
  /** How often each kind of thing was written. */
  written: ReadonlyMap<string, number>
  seconds: number
}

const SERVICE = 'bot/start.js'
/** So many people do something at the same time. */
const AT_ONCE = 8
/** After so many kills a new week begins: half a year at most, so that what ends by itself is still there. */
const KILLS_A_WEEK = 12
const MOST_AFTER_MS = 400
/** So much is done each week, however soon the kills have come: else nobody has anything for a pulse. */
const LEAST_A_WEEK = 150

/** A town that lives while its service is killed again and again; then everything is looked up. */
export async function tryKills({ store, kills, seed, program = SERVICE }: Trial): Promise<Tried> {
  const began = performance.now()
  const dice = diceOf(seed)
  const open = PLACES[store]
  if (!open) throw new Error(`there is no store ${store}`)
  const place = await open()
  const env = { LEERMOMENT_MODE: 'playground', PORT: '0', ...place.env }
  const folder = await mkdtemp(join(tmpdir(), 'leermoment-roster-'))
  const operator = operators(env, join(folder, 'roster.csv'))
  const channel = await openChannel(() => dice.below(40))
  const ledger = openLedger()
  await operator.imports(new Map())
  const services = await startServices(program, env, place.processes)
  const world: World = { services, channel, ledger, dice }
  try {
    for (const { id } of EVERYBODY) await someone(world, id).installs()
    const stories = storiesOf(world)
    for (let [left, week] = [kills, 1]; left > 0; left -= KILLS_A_WEEK, week++) {
      // Everybody is sent the question of a new week; every third time a pulse comes on the way.
      const moves = week % 3 === 0 ? 'demo puls' : 'demo week'
      await during(killing(world, Math.min(left, 2)), someone(world, DIRECTOR.id), moves)
      const more = killing(world, Math.max(Math.min(left, KILLS_A_WEEK) - 2, 0))
      const imports = program === SERVICE ? importing(world, operator) : Promise.resolve()
      await Promise.all([living(world, stories, more.isOver), more.done, imports, deciding(world)])
    }
    await rest(world, place)
    const exports = new Map<string, Record<string, unknown>>()
    for (const { id } of [...MANAGERS, ...STAFF]) exports.set(id, await exported(world, someone(world, id)))
    const kept = await place.read()
    const judge = verdict()
    compareStore(judge, ledger, kept)
    compareExports(judge, ledger, kept, exports)
    const edges = compareChannel(judge, ledger, kept, channel)
    return {
      ...judge.so(),
      kills,
      operations: ledger.counts.operations,
      activities: ledger.counts.attempts,
      acknowledged: ledger.counts.acknowledged,
      offScript: ledger.offScript,
      failures: services.failures,
      diary: ledger.diary,
      edges,
      written: new Map([...Map.groupBy(ledger.written, ({ what }) => what)].map(([what, all]) => [what, all.length])),
      seconds: (performance.now() - began) / 1000,
    }
  } finally {
    await services.stop()
    await channel.close()
    await place.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Each story as often as its weight says. */
function storiesOf(world: World): Story[] {
  const weekly = weeklyStories(world)
  const asking = askingStories(world)
  const others = otherStories(world)
  const weights: [Story, number][] = [
    [weekly.answer, 5],
    [weekly.change, 1],
    [weekly.oldCard, 2],
    [weekly.edit, 1],
    [weekly.remove, 1],
    [weekly.moment, 1],
    [asking.ask, 3],
    [asking.help, 5],
    [asking.thank, 4],
    [asking.agree, 4],
    [others.settings, 2],
    [others.report, 1],
    [others.takeBack, 1],
    [others.takeAlong, 1],
  ]
  return weights.flatMap(([story, weight]) => Array<Story>(weight).fill(story))
}

/** Some people at a time do something, each one thing after the other, until no more kills come. */
async function living(world: World, stories: readonly Story[], isOver: () => boolean): Promise<void> {
  const { dice, ledger } = world
  const enough = ledger.counts.operations + LEAST_A_WEEK
  const busy = new Set<string>()
  async function worker(): Promise<void> {
    while (!isOver() || ledger.counts.operations < enough) {
      const { id } = dice.pick(STAFF)
      if (busy.has(id)) continue
      busy.add(id)
      await told(world, someone(world, id), dice.pick(stories))
      busy.delete(id)
      await pass(dice.below(200))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

/** Both managers look whether a pulse waits for them. */
async function deciding(world: World): Promise<void> {
  const decide = decidingStory(world)
  await Promise.all(MANAGERS.map(({ id }) => told(world, someone(world, id), decide)))
}

/** What goes another way than it should is noted, and the words of that story are left out of the comparison. */
async function told({ ledger }: World, one: Someone, story: Story): Promise<void> {
  const before = ledger.written.length
  ledger.counts.operations++
  ledger.did(one.person, `${story.name} ...`)
  try {
    await story(one)
    ledger.did(
      one.person,
      `${story.name}: ${ledger.written
        .slice(before)
        .filter(({ person }) => person === one.person)
        .map(({ marker, kept }) => `${marker} ${JSON.stringify(kept)}`)}`,
    )
  } catch (error) {
    if (!(error instanceof OffScript)) throw error
    ledger.strayed(`${story.name}: ${error.message}`)
    for (const words of ledger.written.slice(before)) if (words.person === one.person) words.unsure = true
  }
}

/** Kills at random moments within busy times, also in the middle of a request. */
function killing(world: World, kills: number): { done: Promise<void>; isOver(): boolean } {
  const { services, dice, ledger } = world
  let isOver = false
  async function all(): Promise<void> {
    for (let nth = 0; nth < kills; nth++) {
      while (services.busy() === 0) await pass(2)
      await pass(dice.below(MOST_AFTER_MS))
      await services.kill(dice.below(100))
      // What was held up goes on for a while, so that the next one meets something new.
      const enough = ledger.counts.acknowledged + dice.below(30)
      for (let waited = 0; ledger.counts.acknowledged < enough && waited < 3_000; waited += 20) await pass(20)
    }
    await services.started()
    isOver = true
  }
  return { done: all(), isOver: () => isOver }
}

/** Kills come while this is done, and until they all came. */
async function during(kills: ReturnType<typeof killing>, one: Someone, words: string): Promise<void> {
  const work = async () => {
    await one.says(words)
    // No faster than one person may.
    for (; !kills.isOver(); await pass(1_500)) await one.says('help')
  }
  await Promise.all([kills.done, work()])
}

/** Days pass in which nobody does anything, until nothing is under way any more. */
async function rest(world: World, place: Place): Promise<void> {
  const director = someone(world, DIRECTOR.id)
  for (let day = 0; day < 2; day++) await director.says('demo dag')
  for (let tries = 0; tries < 60; tries++) {
    const deliveries = ((await place.read()).get('deliveries') ?? []) as Delivery[]
    const now = new Date(Date.now() - 60_000).toISOString()
    const isStill = deliveries.every(({ state, due }) => state !== 'attempting' && !(state === 'planned' && due < now))
    if (isStill) return
    await pass(1_000)
  }
}
