import assert from 'node:assert/strict'
import { Unavailable } from '../../../services/core/ports.ts'
import { change } from '../../../services/core/store/change.ts'
import { FAULTS, type Fault, status, WHENS, type When } from './faults.ts'
import { always, times } from './faulty-client.ts'
import type { Operation } from './operation.ts'
import { OPERATIONS } from './operations.ts'
import { openServer } from './server.ts'
import { each, eventually, IMPATIENT, keyOf, lying, ran, type World, worldOf } from './world.ts'

/** How much later than its deadline an answer may come, on a machine that is busy: far less than for ever. */
const SLACK_MS = 20_000
const TIMED_OUT = 'timed-out'
const PATIENT = { attemptMs: 200, deadlineMs: 20_000 }
const CASES = OPERATIONS.flatMap((operation) => WHENS.map((when) => ({ operation, when })))
/** A caller that makes a container finds it there the next time, though nobody was told: that goes wrong once only. */
const AGAIN = CASES.filter(
  ({ operation: { kind }, when }) => when === 'before' || !/make (database|container)/.test(kind),
)
const ENDLESS = AGAIN.filter(({ operation }) => !operation.shared)

let server: Awaited<ReturnType<typeof openServer>>
const unhandled: unknown[] = []
const note = (reason: unknown) => void unhandled.push(reason)

after(() => void process.stdout.write(`\nfault cases: ${ran.cases}\n`))

async function begun({ name, prepare }: Operation, patience = PATIENT): Promise<World> {
  const world = worldOf({ endpoint: server.endpoint, patience })
  await prepare?.(world)
  if (!name.startsWith('first open')) await eventually(() => world.counts.get(keyOf('nobody')))
  world.client.seen.length = 0
  return world
}

/** The operation ends well, with one effect, though so many requests go wrong. */
async function survives(operation: Operation, fault: Fault, when: When, count: number): Promise<void> {
  const label = `${operation.name}: ${count} x ${fault.name} ${when}`
  const world = await begun(operation)
  world.client.plan = times(count, operation.kind, fault, when)
  try {
    await operation.run(world)
  } catch (cause) {
    assert.fail(new Error(label, { cause }))
  }
  assert.equal(world.client.seen.filter((one) => one.fault).length, count, `${label}: was it hit?`)
  assert.deepEqual(await lying(world), operation.to, label)
}

/** The caller is told in time and by a code, and the same store works again once the fault is over. */
async function givesUp(operation: Operation, fault: Fault, when: When): Promise<void> {
  const label = `${operation.name}: ${fault.name} ${when} for ever`
  const { world, error } = await told(operation, fault, when)
  assert.ok(error instanceof Unavailable, `${label}: ${error}`)
  assert.equal(error.code, fault.code, label)
  world.client.plan = undefined
  await recovered(operation, world, when, label)
}

/** A machine that is busy lets a short deadline pass before the fault is met: that says nothing about the fault. */
async function told(operation: Operation, fault: Fault, when: When) {
  for (let left = 5; ; left--) {
    const world = await begun(operation, IMPATIENT)
    world.client.plan = always(operation.kind, fault, when)
    const from = performance.now()
    const error = await operation.run(world).then(
      () => undefined,
      (reason: unknown) => reason,
    )
    const took = performance.now() - from
    const isLate = error instanceof Unavailable && error.code === TIMED_OUT && fault.code !== TIMED_OUT
    if (isLate && left > 0) continue
    assert.ok(took < IMPATIENT.deadlineMs + SLACK_MS, `${operation.name}, ${fault.name} ${when}: ${took} ms`)
    return { world, error }
  }
}

async function recovered(operation: Operation, world: World, when: When, label: string): Promise<void> {
  const { store, counts } = world
  const isWrite = /(make|replace|remove) document/.test(operation.kind)
  const left = when === 'after' && isWrite ? operation.to : operation.from
  await eventually(() => store.ready())
  await eventually(() => change(counts, keyOf('z'), (there) => (there ? undefined : { ...keyOf('z'), count: 9 })))
  assert.deepEqual(await lying(world), [...left, 'z of anna: 9'], label)
  const { items } = await eventually(() => counts.find({ tenant: 'gemeente' }, { index: 'all', from: 'z', limit: 1 }))
  assert.deepEqual(items, [await world.rawCounts.get(keyOf('z'))], label)
}

/** What is not allowed now is not allowed a moment later either. */
async function denied(operation: Operation, refused: number): Promise<void> {
  const world = await begun(operation)
  world.client.plan = always(operation.kind, status(refused, 'denied'), 'before')
  await assert.rejects(operation.run(world), { name: 'Unavailable', code: 'denied' }, operation.name)
  assert.equal(world.client.seen.filter(({ kind }) => kind === operation.kind).length, 1, operation.name)
  assert.deepEqual(await lying(world), operation.from, operation.name)
}

/**
 * A test for each fault. One in so many of the places at which it can strike is tried, each time others: 1 is every place.
 */
export function survivesFaults(oneIn: number): void {
  let turn = 0
  const part = <Case>(cases: readonly Case[]): Case[] => {
    turn += 1
    return cases.filter((_, nth) => (nth + turn) % oneIn === 0)
  }

  before(async () => {
    process.on('unhandledRejection', note)
    server = await openServer()
  })
  after(async () => {
    await server.close()
    process.off('unhandledRejection', note)
  })
  afterEach(() => assert.deepEqual(unhandled.splice(0), [], 'a rejection that nobody looked at'))

  for (const fault of FAULTS) {
    it(`case 70: ${fault.name}: once, before or after, leaves one effect`, () =>
      each(part(CASES), ({ operation, when }) => survives(operation, fault, when, 1)))

    it(`case 70: ${fault.name}: twice, before or after, leaves one effect`, () =>
      each(part(AGAIN), ({ operation, when }) => survives(operation, fault, when, 2)))
  }

  for (const code of new Set(FAULTS.map((fault) => fault.code)))
    it(`case 70: what is wrong for ever is told in time as ${code}, and passes`, () =>
      each(
        part(
          FAULTS.filter((fault) => fault.code === code).flatMap((fault) => ENDLESS.map((one) => ({ fault, ...one }))),
        ),
        ({ operation, fault, when }) => givesUp(operation, fault, when),
      ))

  for (const refused of [401, 403])
    it(`${refused}: is told at once as denied, and asked once`, () =>
      each(
        ENDLESS.filter(({ when }) => when === 'before'),
        ({ operation }) => denied(operation, refused),
      ))
}
