import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { again } from './inbound/again.ts'
import { type Child, startChild } from './inbound/child.ts'
import { type Answered, post } from './inbound/load.ts'
import { type Press, presses } from './inbound/presses.ts'
import { startOf } from './inbound/start.ts'
import { countStored } from './inbound/stored.ts'
import { buildDemo, buildTown, type Town } from './inbound/town.ts'
import { mean, median, quantile } from './numbers.ts'
import type { Figure, Outcome } from './report.ts'
import { sized } from './size.ts'

const PAIRS = sized(5, 1)
/** Presses of one measurement, by half as many people: each answers once and changes the answer once. */
const PRESSES = sized(3_000, 300)
const PEOPLE = PRESSES / 2
const CROWD = 64
const AT_ONCE = 16

const LIMITS = { cpu: 1.7, start: 1.5, idle: 200 }
const MB = 1024 ** 2

const PEER = fileURLToPath(new URL('inbound/peer.ts', import.meta.url))
const PRODUCT = fileURLToPath(new URL('../bot/main.ts', import.meta.url))

interface Measured {
  cpuMs: number
  perSecond: number
  p99Ms: number
  replyBytes: number
}

/**
 * What a press on "Bewaar" costs the server from request to card, against a bot that only answers; then what both do
 * when many press at once, and how fast and how small the service starts. With `--large` nothing but whether every one
 * of 100,000 activities that come again and again has its effect once.
 */
export async function inbound(): Promise<Outcome> {
  if (process.argv.includes('--large')) return again()
  const folder = await mkdtemp(join(tmpdir(), 'leermoment-bench-'))
  try {
    const demo = join(folder, 'demo.db')
    await buildDemo(demo)
    const started = await startOf(() => startChild(PRODUCT, environment(demo)))
    const pressed = await measurePresses(join(folder, 'town.db'))
    return {
      figures: [
        ...pressed.figures,
        { name: 'start to /readyz', value: started.seconds, unit: 's', limit: LIMITS.start },
        { name: 'idle memory', value: started.rssBytes / MB, unit: 'MB', limit: LIMITS.idle },
      ],
      detail: { ...pressed.detail, starts: started.all },
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measurePresses(path: string): Promise<Outcome> {
  const town = await buildTown(path, (PAIRS + 2) * PEOPLE)
  const batches = Array.from({ length: PAIRS + 2 }, (_, place) =>
    presses(town, town.people.slice(place * PEOPLE, (place + 1) * PEOPLE), PRESSES),
  )
  const servers: Child[] = []
  const [warm = [], crowd = [], ...pairs] = batches
  try {
    const peer = await startChild(PEER, {}, ['--expose-gc'])
    servers.push(peer)
    const product = await startChild(PRODUCT, environment(path), ['--expose-gc'])
    servers.push(product)
    for (const server of servers) await measure(server, warm, AT_ONCE)
    const paired: { peer: Measured; product: Measured }[] = []
    for (const batch of pairs) {
      paired.push({ peer: await measure(peer, batch, AT_ONCE), product: await measure(product, batch, AT_ONCE) })
    }
    const many = { peer: await measure(peer, crowd, CROWD), product: await measure(product, crowd, CROWD) }
    const heaps = { peer: (await peer.gauge('collect')).heapBytes, product: (await product.gauge('collect')).heapBytes }
    await product.kill()
    await assertStored(path, town, batches.flat())
    return { figures: figuresOf(paired, many, heaps), detail: { paired, many, heaps } }
  } finally {
    for (const server of servers) await server.kill()
  }
}

/** The service as it is started in the Playground. */
const environment = (path: string) => ({
  LEERMOMENT_MODE: 'playground',
  LEERMOMENT_STORE: `sqlite:${path}`,
  PORT: '0',
})

async function measure({ port, gauge }: Child, batch: readonly Press[], concurrency: number): Promise<Measured> {
  const bodies = batch.map(({ body }) => body)
  const before = await gauge()
  const { answers, seconds } = await post(port, bodies, concurrency)
  const after = await gauge()
  for (const answer of answers) assertCard(answer)
  return {
    cpuMs: (after.cpuMs - before.cpuMs) / batch.length,
    perSecond: batch.length / seconds,
    p99Ms: quantile(
      answers.map(({ ms }) => ms),
      0.99,
    ),
    replyBytes: mean(answers.map(({ body }) => body.length)),
  }
}

/** A measurement of refusals would be a fast one. */
function assertCard({ status, body }: Answered): void {
  const { statusCode, value } = JSON.parse(body.toString()) as { statusCode?: number; value?: { type?: string } }
  if (status !== 200 || statusCode !== 200 || value?.type !== 'AdaptiveCard')
    throw new Error(`a press was answered with ${status}, and ${statusCode} inside`)
}

async function assertStored(path: string, town: Town, sent: readonly Press[]): Promise<void> {
  const stored = await countStored(path, town, sent)
  if (stored !== sent.length) throw new Error(`${sent.length} presses were answered, and ${stored} are stored`)
}

type Both<T> = { peer: T; product: T }

function figuresOf(paired: Both<Measured>[], many: Both<Measured>, heaps: Both<number>): Figure[] {
  const middle = (of: (pair: Both<Measured>) => number) => median(paired.map(of))
  return [
    { name: 'CPU per press', value: middle(({ product }) => product.cpuMs), unit: 'ms' },
    { name: 'CPU per press, peer', value: middle(({ peer }) => peer.cpuMs), unit: 'ms' },
    {
      name: 'CPU against the peer',
      value: middle(({ peer, product }) => product.cpuMs / peer.cpuMs),
      unit: 'x',
      limit: LIMITS.cpu,
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
