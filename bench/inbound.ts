import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { again } from './inbound/again.ts'
import { type Child, startChild } from './inbound/child.ts'
import { edges } from './inbound/edges.ts'
import { growth } from './inbound/growth.ts'
import { type Measured, measure, PEER, PRODUCT, productOn } from './inbound/measure.ts'
import { type Press, rounds } from './inbound/presses.ts'
import { startOf } from './inbound/start.ts'
import { countStored } from './inbound/stored.ts'
import { buildDemo, buildTown, type Town } from './inbound/town.ts'
import { median } from './numbers.ts'
import type { Figure, Outcome } from './report.ts'
import { sized } from './size.ts'

const PAIRS = sized(5, 1)
/** Who press in one measurement: each answers once and changes the answer once. */
const PEOPLE = sized(1_500, 150)
const ROUNDS = 2
const CROWD = 64
const AT_ONCE = 16

const LIMITS = { cpu: 3.2, start: 1.5, idle: 200 }
const MB = 1024 ** 2

/**
 * What a press on "Bewaar" costs the server from request to card, against a bot that only answers and one that also makes
 * two durable writes; what it costs in a large municipality; what all do when many press at once, and how fast and how small
 * the service starts, and what a token costs on each edge. With `--large` nothing but whether every one
 * of 100,000 activities that come again and again has its effect once.
 */
export async function inbound(): Promise<Outcome> {
  if (process.argv.includes('--large')) return again()
  const folder = await mkdtemp(join(tmpdir(), 'leermoment-bench-'))
  try {
    const demo = join(folder, 'demo.db')
    await buildDemo(demo)
    const started = await startOf(() => startChild(PRODUCT, productOn(demo)))
    const pressed = await measurePresses(join(folder, 'town.db'))
    const grown = await growth(folder)
    const checked = await edges()
    return {
      figures: [
        ...pressed.figures,
        ...grown.figures,
        ...checked,
        { name: 'start to /readyz', value: started.seconds, unit: 's', limit: LIMITS.start },
        { name: 'idle memory', value: started.rssBytes / MB, unit: 'MB', limit: LIMITS.idle },
      ],
      detail: { ...pressed.detail, ...grown.detail, starts: started.all },
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measurePresses(path: string): Promise<Outcome> {
  const town = await buildTown(path, (PAIRS + 2) * PEOPLE)
  const batches = Array.from({ length: PAIRS + 2 }, (_, place) =>
    rounds(town, town.people.slice(place * PEOPLE, (place + 1) * PEOPLE), ROUNDS),
  )
  const servers: Child[] = []
  const [warm = [], crowd = [], ...pairs] = batches
  try {
    const start = async (program: string, env: Record<string, string>) => {
      const child = await startChild(program, env, ['--expose-gc'])
      servers.push(child)
      return child
    }
    const peer = await start(PEER, {})
    const writing = await start(PEER, { RAW_STORE: `${path}.raw` })
    const product = await start(PRODUCT, productOn(path))
    for (const server of servers) await measure(server, warm, AT_ONCE)
    const paired: Compared[] = []
    for (const batch of pairs) {
      paired.push({
        peer: await measure(peer, batch, AT_ONCE),
        writing: await measure(writing, batch, AT_ONCE),
        product: await measure(product, batch, AT_ONCE),
      })
    }
    const many = { peer: await measure(peer, crowd, CROWD), product: await measure(product, crowd, CROWD) }
    const heaps = { peer: (await peer.gauge('collect')).heapBytes, product: (await product.gauge('collect')).heapBytes }
    await product.kill()
    await assertStored(path, town, batches.flat(2))
    return { figures: figuresOf(paired, many, heaps), detail: { paired, many, heaps } }
  } finally {
    for (const server of servers) await server.kill()
  }
}

async function assertStored(path: string, town: Town, sent: readonly Press[]): Promise<void> {
  const stored = await countStored(path, town, sent)
  if (stored !== sent.length) throw new Error(`${sent.length} presses were answered, and ${stored} are stored`)
}

type Both<T> = { peer: T; product: T }
/** `writing` is the peer that also makes two durable writes: the bare limit. */
type Compared = Both<Measured> & { writing: Measured }

function figuresOf(paired: Compared[], many: Both<Measured>, heaps: Both<number>): Figure[] {
  const middle = (of: (pair: Compared) => number) => median(paired.map(of))
  return [
    { name: 'CPU per press', value: middle(({ product }) => product.cpuMs), unit: 'ms' },
    { name: 'CPU per press, peer', value: middle(({ peer }) => peer.cpuMs), unit: 'ms' },
    {
      name: 'CPU against the peer',
      value: middle(({ peer, product }) => product.cpuMs / peer.cpuMs),
      unit: 'x',
      limit: LIMITS.cpu,
    },
    {
      name: 'CPU against the peer with two durable writes',
      value: middle(({ writing, product }) => product.cpuMs / writing.cpuMs),
      unit: 'x',
    },
    { name: `throughput at ${CROWD}`, value: many.product.perSecond, unit: '/s' },
    { name: `throughput at ${CROWD}, peer`, value: many.peer.perSecond, unit: '/s' },
    { name: `p99 at ${CROWD}`, value: many.product.p99Ms, unit: 'ms' },
    { name: `p99 at ${CROWD}, peer`, value: many.peer.p99Ms, unit: 'ms' },
    { name: 'heap after collection', value: heaps.product / MB, unit: 'MB' },
    { name: 'heap after collection, peer', value: heaps.peer / MB, unit: 'MB' },
    { name: 'reply', value: middle(({ product }) => product.replyBytes), unit: 'B' },
    { name: 'reply, peer', value: middle(({ peer }) => peer.replyBytes), unit: 'B' },
  ]
}
