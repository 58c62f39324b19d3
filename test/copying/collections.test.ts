import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { collections } from '../../bot/cli/store/collections.ts'
import { config } from '../../bot/config/config.ts'
import { playgroundStage } from '../../bot/demo/playground.ts'
import { seed } from '../../bot/demo/seed.ts'
import { createService } from '../../bot/service/service.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemClock } from '../../services/adapters/system/clock.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { CollectionSpec, Doc, Store } from '../../services/core/ports.ts'

const DEMO = new URL('../../demo/', import.meta.url)

/** A keeper that notes which collections are asked of it, whatever asks. */
function watched() {
  const inner = memoryStore({ clock: systemClock, random: systemRandom })
  const asked = new Map<string, CollectionSpec<Doc>>()
  const keeper: Store = {
    ...inner,
    collection<T extends Doc>(spec: CollectionSpec<T>) {
      asked.set(spec.name, spec as unknown as CollectionSpec<Doc>)
      return inner.collection(spec)
    },
  }
  return { keeper, specs: () => [...asked.values()] }
}

describe('the collections that are copied', () => {
  const namesOf = (specs: { name: string }[]) => specs.map(({ name }) => name).sort()

  it('are all that the service opens, when it is built and while it works', async () => {
    const { keeper, specs } = watched()
    const log = { info() {}, error() {} }
    await createService(config({ LEERMOMENT_MODE: 'playground', PORT: '0' }), keeper, playgroundStage(), log)
    await seed(keeper, new Date('2026-11-18T09:00:00Z'), 'gemeente', DEMO)
    assert.ok(specs().length > 10, 'else this test shows nothing')
    // The Playground counts no seconds: in production the pace is kept too.
    const production = (await collections()).filter(({ name }) => name !== 'pace')
    assert.deepEqual(namesOf(production), namesOf(specs()))
    const shape = ({ name, owner, indexes }: Awaited<ReturnType<typeof collections>>[number]) =>
      [name, owner, ...Object.keys(indexes)].join(' ')
    assert.deepEqual(production.map(shape).sort(), specs().map(shape).sort())
  })

  it('are all that the architecture tells of', async () => {
    const text = await readFile(new URL('../../docs/architecture.md', import.meta.url), 'utf8')
    const table = text.slice(text.indexOf('| collection |'), text.indexOf('How long each lives'))
    const told = [...table.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(
      ([, cell = '']) => cell.match(/[a-zA-Z]+(?=`)/g) ?? [],
    )
    assert.deepEqual(told.sort(), namesOf(await collections()))
  })

  it('begin with the key', async () => {
    assert.equal((await collections())[0]?.name, 'keys')
  })
})
