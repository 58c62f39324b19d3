import assert from 'node:assert/strict'
import { type Collection, Conflict } from '../../../services/core/ports.ts'
import { change } from '../../../services/core/store/change.ts'
import type { Operation } from './operation.ts'
import { type Count, keyOf, type World } from './world.ts'

const KEY = keyOf('n')
const HERE = ['n of anna: 1']

const add = (counts: Collection<Count>) =>
  change(counts, KEY, (current) => ({ ...KEY, ...current, count: (current?.count ?? 0) + 1 }))

const plant = ({ rawCounts }: World) => rawCounts.put({ ...KEY, count: 1 })

/** Two stores write the same thing at the same time: one is told of it, and the other of the conflict. */
async function race({ counts, rawCounts }: World, doc: Count): Promise<void> {
  const ended = await Promise.allSettled([counts, rawCounts].map((one) => one.put({ ...doc, count: doc.count + 1 })))
  const [won, ...others] = ended.filter((one) => one.status === 'fulfilled')
  const [lost] = ended.filter((one) => one.status === 'rejected')
  assert.ok(won && others.length === 0, `${others.length + 1} won`)
  assert.ok(lost?.reason instanceof Conflict, String(lost?.reason))
  assert.deepEqual(await rawCounts.get(doc), won.value)
}

/** What more than one write takes part in. */
export const TOGETHER: readonly Operation[] = [
  {
    name: 'add one, three times',
    kind: 'replace document',
    prepare: plant,
    run: async ({ counts }) => {
      for (let n = 0; n < 3; n++) await add(counts)
    },
    from: HERE,
    to: ['n of anna: 4'],
    shared: true,
  },
  {
    name: 'add one, five at a time',
    kind: 'replace document',
    run: ({ counts }) => Promise.all([1, 2, 3, 4, 5].map(() => add(counts))),
    from: [],
    to: ['n of anna: 5'],
    shared: true,
  },
  {
    name: 'two create the same',
    kind: 'make document',
    run: (world) => race(world, { ...KEY, count: 0 }),
    from: [],
    to: HERE,
    shared: true,
  },
  {
    name: 'two replace the same',
    kind: 'replace document',
    prepare: plant,
    run: async (world) => race(world, { ...KEY, count: 1, ...(await world.rawCounts.get(KEY)) }),
    from: HERE,
    to: ['n of anna: 2'],
    shared: true,
  },
]
