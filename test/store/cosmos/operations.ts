import assert from 'node:assert/strict'
import type { Operation } from './operation.ts'
import { TOGETHER } from './together.ts'
import { COUNTS, type Count, keyOf, type World } from './world.ts'

const KEY = keyOf('n')
const HERE = ['n of anna: 1']
const THREE = ['a of anna: 1', 'b of anna: 2', 'c of bram: 3']

const plant = ({ rawCounts }: World) => rawCounts.put({ ...KEY, count: 1 })

async function plantThree({ rawCounts }: World): Promise<void> {
  await rawCounts.put({ ...keyOf('a'), count: 1 })
  await rawCounts.put({ ...keyOf('b'), count: 2 })
  await rawCounts.put({ ...keyOf('c', 'bram'), count: 3 })
}

/** What was given back is what lies there, etag included. */
async function put(world: World, doc: Count): Promise<void> {
  const given = await world.counts.put(doc)
  assert.deepEqual(await world.rawCounts.get(doc), given)
}

const ids = ({ items }: { items: Count[] }) => items.map(({ id }) => id)
const ALL = { index: 'all', limit: 10 }

const WRITING: readonly Operation[] = [
  { name: 'create', kind: 'make document', run: (world) => put(world, { ...KEY, count: 1 }), from: [], to: HERE },
  {
    name: 'create over what has expired',
    kind: 'replace document',
    async prepare(world) {
      await world.rawCounts.put({ ...KEY, count: 5, expires: '2026-03-02T08:00:01.000Z' })
      world.clock.time = new Date('2026-03-02T08:00:02.000Z')
    },
    run: (world) => put(world, { ...KEY, count: 1 }),
    from: [],
    to: HERE,
  },
  {
    name: 'replace',
    kind: 'replace document',
    prepare: plant,
    run: async (world) => put(world, { ...KEY, ...(await world.counts.get(KEY)), count: 2 }),
    from: HERE,
    to: ['n of anna: 2'],
  },
  ...['remove document', 'read document'].map((kind) => ({
    name: `remove, at ${kind}`,
    kind,
    prepare: plantThree,
    run: ({ counts }: World) => counts.remove(keyOf('a')),
    from: THREE,
    to: THREE.slice(1),
  })),
  {
    name: 'remove of one version',
    kind: 'remove document',
    prepare: plantThree,
    run: async ({ counts }: World) => counts.remove(keyOf('a'), (await counts.get(keyOf('a')))?.etag),
    from: THREE,
    to: THREE.slice(1),
  },
]

const READING: readonly Operation[] = [
  {
    name: 'get',
    kind: 'read document',
    run: async ({ counts }: World) => assert.equal((await counts.get(keyOf('b')))?.count, 2),
  },
  {
    name: 'find by person',
    kind: 'query',
    run: async ({ counts }: World) =>
      assert.deepEqual(ids(await counts.find({ tenant: 'gemeente', person: 'anna' }, ALL)), ['a', 'b']),
  },
  {
    name: 'find by tenant',
    kind: 'query',
    run: async ({ counts }: World) =>
      assert.deepEqual(ids(await counts.find({ tenant: 'gemeente' }, ALL)), ['a', 'b', 'c']),
  },
  {
    name: 'documents',
    kind: 'query',
    async run({ store }: World) {
      const items: Count[] = []
      for await (const one of store.documents(COUNTS)) items.push(one)
      assert.deepEqual(ids({ items }).sort(), ['a', 'b', 'c'])
    },
  },
  { name: 'ready', kind: 'read document', run: ({ store }: World) => store.ready() },
].map((one) => ({ ...one, prepare: plantThree, from: THREE, to: THREE }))

const OPENING: readonly Operation[] = ['read database', 'make database', 'read container', 'make container'].map(
  (kind) => ({ ...(WRITING[0] as Operation), name: `first open, at ${kind}`, kind }),
)

export const OPERATIONS: readonly Operation[] = [...WRITING, ...TOGETHER, ...READING, ...OPENING]
